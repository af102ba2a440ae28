import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { createApp, type GraphHolder } from './server/app.js'
import { summaryOf } from './server/summary.js'
import type { Settings } from './settings.js'
import { openNorrgraph } from './startup.js'

/**
 * Listens, opens the graph and serves until the process is asked to end.
 * @throws GraphError, SeedError, and an error with code EADDRINUSE or EACCES where it cannot listen.
 */
export async function serve({ graph: graphSettings, server: settings }: Settings): Promise<void> {
  const holder: GraphHolder = { graph: null }
  const log = pino({ level: 'warn' }, pino.destination(2))
  const app = await createApp(holder, settings, log)
  endOnSignals(app, holder)
  const address = await app.listen({ host: settings.host, port: settings.port })
  try {
    holder.graph = await openNorrgraph(graphSettings)
  } catch (error) {
    await app.close()
    throw error
  }
  const lines = await summaryOf(holder.graph)
  console.log(
    [...lines, `Explorer   ${address}/`, `GraphQL    ${address}/graphql`, `Ready      ${address}/health/ready`].join(
      '\n',
    ),
  )
}

/** Answers that are under way are given before the graph is closed. */
function endOnSignals(app: FastifyInstance, holder: GraphHolder): void {
  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    const { graph } = holder
    holder.graph = null
    await app.close()
    await graph?.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end())
}
