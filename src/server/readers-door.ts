import type { FastifyInstance } from 'fastify'
import { UnauthenticatedError } from '../kernel/input-errors.js'
import type { ServerSettings } from '../startup/settings.js'
import { refuse } from './refusals.js'
import type { WhoAsks } from './who-asks.js'

/** Addresses that tell what is in the graph, beside the API, which looks at what it is asked. */
const told = /^\/(export|changes\.atom)/

/** Where reading takes an account, lets nobody else read; the explorer's files, which hold nothing of the graph, are for everyone. */
export function addReadersDoor(app: FastifyInstance, who: WhoAsks, { readers }: Pick<ServerSettings, 'readers'>): void {
  app.addHook('preHandler', async (request, reply) => {
    const { url } = request.routeOptions
    if (url === undefined || !told.test(url)) return
    try {
      if ((await who.of(request)) !== null || readers === 'ALL') return
    } catch (error) {
      if (!(error instanceof UnauthenticatedError)) throw error
      return refuse(reply, 401, 'UNAUTHENTICATED', error.message)
    }
    return refuse(reply, 401, 'UNAUTHENTICATED', 'It takes being signed in to read here')
  })
}
