import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Graph } from '../graph/graph.js'
import { readUnfinishedImports } from '../reference/unfinished-imports.js'
import type { ServerSettings } from '../startup/settings.js'
import type { GraphHolder } from './graph-holder.js'
import { isAnswering } from './readiness.js'
import type { WhoAsks } from './who-asks.js'

/** Whether the process runs, and whether it answers. */
export function addHealth(
  app: FastifyInstance,
  holder: GraphHolder,
  who: WhoAsks,
  { readers }: Pick<ServerSettings, 'readers'>,
): void {
  const mayRead = async (request: FastifyRequest) =>
    readers === 'ALL' || (await who.of(request).catch(() => null)) !== null
  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (request, reply) => {
    const { graph } = holder
    if (graph && (await isAnswering(graph)))
      return { status: 'ready', ...(await unfinishedOf(graph, await mayRead(request))) }
    return reply.code(503).send({ status: 'not ready' })
  })
}

/** Lists of which only a part is in the graph, by their titles to who may read; nothing where there are none. */
async function unfinishedOf(graph: Graph, mayRead: boolean): Promise<{ readonly unfinished?: readonly string[] }> {
  const unfinished = (await readUnfinishedImports(graph)).map(({ title }) => (mayRead ? title : 'a list'))
  return unfinished.length === 0 ? {} : { unfinished }
}
