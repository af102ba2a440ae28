import type { FastifyInstance } from 'fastify'
import type { GraphHolder } from './graph-holder.js'
import { isAnswering } from './readiness.js'

/** Whether the process runs, and whether it answers. */
export function addHealth(app: FastifyInstance, holder: GraphHolder): void {
  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (_, reply) => {
    if (holder.graph && (await isAnswering(holder.graph))) return { status: 'ready' }
    return reply.code(503).send({ status: 'not ready' })
  })
}
