import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { Jobs } from '../../src/jobs/jobs.js'
import { createApp } from '../../src/server/app.js'
import { edition } from '../edition.js'
import { localSettings, type Reply, reply } from './api.js'

const BOUNDARY = 'a-boundary-between-parts'

/** A part of a form: a field, or a file. */
export interface FormPart {
  readonly name: string
  readonly value: string
  readonly file?: string
}

/** A form as a browser sends it. */
export function formOf(parts: readonly FormPart[]): { headers: Record<string, string>; payload: string } {
  const texts = parts.map(({ name, value, file }) => {
    const named = file === undefined ? '' : `; filename="${file}"`
    const type = file === undefined ? '' : '\r\nContent-Type: application/octet-stream'
    return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${named}${type}\r\n\r\n${value}\r\n`
  })
  return {
    headers: { host: 'localhost', 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    payload: `${texts.join('')}--${BOUNDARY}--\r\n`,
  }
}

const job = z.looseObject({
  id: z.string(),
  status: z.string(),
  title: z.string().nullable(),
  rows: z.number().nullable(),
  summary: z.record(z.string(), z.number()).nullable(),
  refusals: z.array(z.looseObject({ line: z.number(), reason: z.string() })),
  refusalsAddress: z.string().nullable(),
  columns: z.array(z.object({ header: z.string(), column: z.string().nullable() })),
  asks: z.array(z.string()),
  remarks: z.array(z.string()),
  message: z.string().nullable(),
  isUnfinished: z.boolean(),
  isTakenBack: z.boolean(),
  source: z.object({ id: z.string() }).nullable(),
  change: z.looseObject({ id: z.string() }).nullable(),
  progress: z.object({ done: z.number(), total: z.number() }),
})
export type Job = z.infer<typeof job>

const fields = `id status kind title file update author rows
  summary { added changed unchanged gone refused leftOut cellsLost }
  refusals(first: 200) { line firm column cell reason } refusalsAddress columns { header column } columnNames
  asks remarks message isUnfinished isTakenBack progress { done total } source { id } change { id operation counts { added changed gone } }`

/** A server that lists are brought to. */
export class Importing {
  private constructor(
    readonly app: FastifyInstance,
    readonly jobs: Jobs,
  ) {}

  static async open(graph: Graph, jobs = new Jobs({ graph, edition })): Promise<Importing> {
    return new Importing(await createApp({ graph, edition }, localSettings, pino({ level: 'silent' }), { jobs }), jobs)
  }

  async ask(query: string, variables: Record<string, unknown> = {}): Promise<Reply> {
    const { body } = await this.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { host: 'localhost' },
      payload: { query, variables },
    })
    return reply.parse(JSON.parse(body))
  }

  /** Brings a form, and returns its status and answer. */
  async send(parts: readonly FormPart[], headers: Record<string, string> = {}) {
    const form = formOf(parts)
    const answer = await this.app.inject({
      ...{ method: 'POST', url: '/imports', payload: form.payload },
      headers: { ...form.headers, ...headers },
    })
    return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body) as unknown }
  }

  /** Brings a list, and returns its job's id. */
  async bring(content: string, said: Record<string, string> = {}, file = 'list.csv'): Promise<string> {
    const all = { kind: 'FIRMS', title: 'Our members', ...said }
    const { body } = await this.send([
      ...Object.entries(all).map(([name, value]) => ({ name, value })),
      { name: 'file', value: content, file },
    ])
    return z.object({ id: z.string() }).parse(body).id
  }

  async job(id: string): Promise<Job> {
    const { data, errors } = await this.ask(`query ($id: ID!) { importJob(id: $id) { ${fields} } }`, { id })
    if (errors) throw new Error(JSON.stringify(errors))
    return z.object({ importJob: job }).parse(data).importJob
  }

  /** Waits until a job is in a state in which it stays. */
  async settled(id: string): Promise<Job> {
    for (;;) {
      const now = await this.job(id)
      if (!['QUEUED', 'COMPARING', 'RUNNING'].includes(now.status)) return now
      await wait(10)
    }
  }

  /** Brings a list and waits until it was compared. */
  async compared(content: string, said: Record<string, string> = {}, file?: string): Promise<Job> {
    return this.settled(await this.bring(content, said, file))
  }

  confirm(id: string): Promise<Reply> {
    return this.ask('mutation ($job: ID!) { confirmImport(input: { job: $job }) { job { id status } } }', { job: id })
  }

  /** Brings a list and stores it. */
  async stored(content: string, said: Record<string, string> = {}): Promise<Job> {
    const { id } = await this.compared(content, said)
    const { errors } = await this.confirm(id)
    if (errors) throw new Error(JSON.stringify(errors))
    return this.settled(id)
  }

  close(): Promise<void> {
    return this.app.close()
  }
}
