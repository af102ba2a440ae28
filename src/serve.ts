import type { FastifyInstance } from 'fastify'
import { readEdition } from './edition/edition.js'
import { Jobs } from './jobs/jobs.js'
import { createApp } from './server/app.js'
import type { GraphHolder } from './server/graph-holder.js'
import { openLog } from './server/log.js'
import { summaryOf } from './server/summary.js'
import { openNorrgraph } from './startup/open-norrgraph.js'
import { fail } from './startup/problem.js'
import type { Settings } from './startup/settings.js'

/**
 * Listens, opens the graph and serves until the process is asked to end, also while it opens.
 * @throws GraphError, SeedError, and an error with code EADDRINUSE or EACCES where it cannot listen.
 */
export async function serve({ seed, graph: graphSettings, server: settings }: Settings): Promise<void> {
  const edition = await readEdition(seed)
  const holder: GraphHolder = { graph: null, edition }
  const log = openLog()
  // What no one waits for any more is a fault to look into, and no reason to end what others ask.
  process.on('unhandledRejection', (error) => log.error(error))
  const jobs = new Jobs(holder, { log })
  const app = await createApp(holder, settings, log, { jobs })
  const ending = endOnSignals(app, holder)
  const address = await app.listen({ host: settings.host, port: settings.port })
  try {
    const graph = await openNorrgraph(graphSettings, edition)
    if (ending.aborted) return await graph.close()
    holder.graph = graph
    await jobs.begin()
    const lines = await summaryOf(graph)
    const addresses = [`Explorer   ${address}/`, `GraphQL    ${address}/graphql`, `Ready      ${address}/health/ready`]
    console.log([...lines, ...addresses].join('\n'))
  } catch (error) {
    await app.close()
    await holder.graph?.close()
    throw error
  }
}

/** Answers that are under way are given before the graph is closed. What is returned tells that the end was asked for. */
function endOnSignals(app: FastifyInstance, holder: GraphHolder): AbortSignal {
  const ending = new AbortController()
  const end = async () => {
    if (ending.signal.aborted) return
    ending.abort()
    const { graph } = holder
    holder.graph = null
    await app.close()
    await graph?.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end().catch(fail))
  return ending.signal
}
