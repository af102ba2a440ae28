import { z } from 'zod'
import { jobStatuses } from '../../jobs/job.js'
import { progressBar } from '../../kernel/progress.js'
import { RefusedError } from '../../kernel/refused-error.js'
import { complain } from '../say.js'
import { type DrawnReport, drawnReport, drawsAsked } from '../spillover-answer.js'
import type { RunningServer } from './running-server.js'
import { untilSettled } from './until-settled.js'

const start = 'mutation ($input: StartDrawsInput!) { startDraws(input: $input) { job { id } } }'
const asked = `query ($id: ID!) {
  calculationJob(id: $id) { status message progress { done total } uncertainty { ${drawsAsked} } }
}`
const cancellation = 'mutation ($id: ID!) { cancelCalculation(input: { job: $id }) { job { id } } }'

const started = z.object({ startDraws: z.object({ job: z.object({ id: z.string() }) }) })
const standing = z.object({
  calculationJob: z
    .object({
      status: z.enum(jobStatuses),
      message: z.string().nullable(),
      progress: z.object({ done: z.number(), total: z.number() }),
      uncertainty: drawnReport.nullable(),
    })
    .nullable(),
})

/**
 * Lets a running server make more draws than a request may, and waits for them. Whoever breaks it off ends the job too.
 * @param input the question, how many draws, their seed and correlation, as `startDraws` takes them.
 * @throws RefusedError where the server refuses them, or they come to no end.
 */
export async function drawsByJob(
  ask: RunningServer['ask'],
  input: {
    readonly spillover: unknown
    readonly draws: number
    readonly seed: number
    readonly correlation: number | null
  },
): Promise<DrawnReport> {
  const { job } = started.parse(await ask(start, { input })).startDraws
  const read = async () => {
    const { calculationJob } = standing.parse(await ask(asked, { id: job.id }))
    if (calculationJob === null) throw new RefusedError(`The server no longer knows ${job.id}.`)
    return calculationJob
  }
  const interrupted = () => void breakOff(ask, job.id).finally(() => process.exit(130))
  process.once('SIGINT', interrupted)
  try {
    const { uncertainty, status, message } = await untilSettled(read, progressBar('Drawing'))
    if (uncertainty === null) throw new RefusedError(message ?? `The draws were not made: ${job.id} is ${status}.`)
    return uncertainty
  } finally {
    process.off('SIGINT', interrupted)
  }
}

async function breakOff(ask: RunningServer['ask'], id: string): Promise<void> {
  await ask(cancellation, { id }).then(
    () => complain('Broken off: nothing is drawn any more.'),
    (error) => complain(error instanceof Error ? error.message : String(error)),
  )
}
