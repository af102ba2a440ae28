import type { FastifyInstance } from 'fastify'
import type { Graph } from '../graph/graph.js'
import { readUnfinishedImports } from '../reference/unfinished-imports.js'
import type { GraphHolder } from './graph-holder.js'
import { isAnswering } from './readiness.js'

/** Whether the process runs, and whether it answers. */
export function addHealth(app: FastifyInstance, holder: GraphHolder): void {
  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (_, reply) => {
    const { graph } = holder
    if (graph && (await isAnswering(graph))) return { status: 'ready', ...(await unfinishedOf(graph)) }
    return reply.code(503).send({ status: 'not ready' })
  })
}

/** Titles of lists of which only a part is in the graph; nothing where there are none. */
async function unfinishedOf(graph: Graph): Promise<{ readonly unfinished?: readonly string[] }> {
  const unfinished = (await readUnfinishedImports(graph)).map(({ title }) => title)
  return unfinished.length === 0 ? {} : { unfinished }
}
