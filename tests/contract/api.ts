import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { createApp } from '../../src/server/app.js'
import type { ServerSettings } from '../../src/startup/settings.js'
import { edition } from '../edition.js'

export const reply = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ message: z.string(), extensions: z.looseObject({ code: z.string() }) })).optional(),
})
export type Reply = z.infer<typeof reply>

/** An API over a graph, asked over HTTP without a socket. */
export interface Api {
  ask(source: string, variables?: Record<string, unknown>): Promise<Reply>
  /** Asks what has to succeed, and returns its data for the caller to look into. */
  data(source: string, variables?: Record<string, unknown>): Promise<unknown>
  close(): Promise<void>
}

export const localSettings: ServerSettings = {
  host: '127.0.0.1',
  port: 0,
  token: null,
  anonymousWrites: true,
  hosts: [],
  origins: [],
  embedders: [],
  querySeconds: 30,
  ...{ url: null, proxies: [], readers: 'ALL', provider: null },
}

export async function openApi(graph: Graph, settings = localSettings, region = edition): Promise<Api> {
  const app = await createApp({ graph, edition: region }, settings, pino({ level: 'silent' }))
  async function ask(query: string, variables: Record<string, unknown> = {}) {
    const { body } = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { host: 'localhost', ...(settings.token ? { authorization: `Bearer ${settings.token}` } : {}) },
      payload: { query, variables },
    })
    return reply.parse(JSON.parse(body))
  }
  return {
    ask,
    async data(source, variables) {
      const { data, errors } = await ask(source, variables)
      if (errors) throw new Error(JSON.stringify(errors))
      return data
    },
    close: () => app.close(),
  }
}

/** An operation of the contract, as the project's examples hold it. */
export const operation = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../examples/operations', `${name}.graphql`), 'utf8')

/** The variables that each operation of the examples is shown with. */
export const exampleVariables = z
  .record(z.string(), z.array(z.record(z.string(), z.unknown())))
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../examples/variables.json'), 'utf8')))
