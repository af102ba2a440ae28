import { z } from 'zod'
import { jobStatuses } from '../../jobs/job.js'
import type { Progress } from '../../kernel/progress.js'
import { RefusedError } from '../../kernel/refused-error.js'
import type { RunningServer } from './running-server.js'
import { untilSettled } from './until-settled.js'

const job = z.object({
  status: z.enum(jobStatuses),
  title: z.string().nullable(),
  summary: z
    .object({
      ...{ added: z.number(), changed: z.number(), unchanged: z.number(), gone: z.number() },
      ...{ refused: z.number(), leftOut: z.number(), cellsLost: z.number() },
    })
    .nullable(),
  refusalsAddress: z.string().nullable(),
  remarks: z.array(z.string()),
  asks: z.array(z.string()),
  progress: z.object({ done: z.number(), total: z.number() }),
  message: z.string().nullable(),
  source: z.object({ id: z.string() }).nullable(),
  change: z.object({ id: z.string() }).nullable(),
  isUnfinished: z.boolean(),
})
export type Job = z.infer<typeof job>

const asked = `query ($id: ID!) {
  importJob(id: $id) {
    status title refusalsAddress remarks asks message isUnfinished
    summary { added changed unchanged gone refused leftOut cellsLost }
    progress { done total }
    source { id }
    change { id }
  }
}`

const confirmation = 'mutation ($id: ID!) { confirmImport(input: { job: $id }) { job { id } } }'
const naming =
  'mutation ($id: ID!, $title: String!) { settleImport(input: { job: $id, title: $title }) { job { id } } }'
const cancellation = 'mutation ($id: ID!) { cancelImport(input: { job: $id }) { job { id } } }'

const begun = z.object({ id: z.string() })

/** A list that a running server brings in. */
export class ImportJob {
  private constructor(
    private readonly server: RunningServer,
    private readonly id: string,
  ) {}

  /** Of what a server answers to a list that is sent. @throws RefusedError where that is something else. */
  static async of(server: RunningServer, answer: Response): Promise<ImportJob> {
    const said = begun.safeParse(await answer.json().catch(() => null))
    if (!said.success) throw new RefusedError(`${server.address} takes no lists: it may be an older Norrgraph.`)
    return new ImportJob(server, said.data.id)
  }

  /**
   * As it stands once it is compared, done, or ended.
   * @throws RefusedError where the server does not answer for long; the job goes on.
   */
  settled(progress: Progress): Promise<Job> {
    return untilSettled(() => this.read(), progress)
  }

  /** Stores what was shown. Where the graph has changed since, the job compares again, and is READY again. */
  async confirm(): Promise<void> {
    try {
      await this.server.ask(confirmation, { id: this.id })
    } catch (error) {
      const { status, message } = await this.read()
      if (message === null || !['QUEUED', 'COMPARING', 'READY'].includes(status)) throw error
    }
  }

  /** Says what the list is called; it is compared again as that. */
  async call(title: string): Promise<void> {
    await this.server.ask(naming, { id: this.id, title })
  }

  async cancel(): Promise<void> {
    await this.server.ask(cancellation, { id: this.id })
  }

  /** As it stands now. @throws RefusedError */
  async read(): Promise<Job> {
    const { importJob } = z.object({ importJob: job.nullable() }).parse(await this.server.ask(asked, { id: this.id }))
    if (importJob === null) throw new RefusedError(`${this.server.address} no longer knows ${this.id}.`)
    return importJob
  }
}
