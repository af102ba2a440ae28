import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { pino } from 'pino'
import { expect } from 'vitest'
import type { GraphElements } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { createApp } from '../../src/server/app.js'
import { localSettings } from '../contract/api.js'
import { edition } from '../edition.js'
import { openSeededGraph } from '../seed/seeded-graph.js'

/** The server over the seed, in memory, and what a test puts beside it. */
export interface SeededApp {
  readonly graph: Graph
  readonly app: FastifyInstance
  get(url: string): Promise<LightMyRequestResponse>
  /** What is answered with 200. */
  body(url: string): Promise<string>
  close(): Promise<void>
}

export async function openSeededApp(beside?: GraphElements): Promise<SeededApp> {
  const graph = await openSeededGraph()
  if (beside) await graph.transaction((transaction) => writeElements(transaction, beside))
  const app = await createApp({ graph, edition }, localSettings, pino({ level: 'silent' }))
  const get = (url: string) => app.inject({ method: 'GET', url, headers: { host: 'localhost' } })
  return {
    graph,
    app,
    get,
    async body(url) {
      const reply = await get(url)
      expect(reply.statusCode, reply.body).toBe(200)
      return reply.body
    },
    async close() {
      await app.close()
      await graph.close()
    },
  }
}
