import type { FastifyInstance } from 'fastify'
import { UnauthenticatedError } from '../kernel/input-errors.js'
import type { ServerSettings } from '../startup/settings.js'
import { views } from './pages.js'
import { refuse } from './refusals.js'
import type { WhoAsks } from './who-asks.js'

/**
 * Addresses for everyone: the explorer's files and what clients are set up from, which hold nothing of the graph; whether the
 * server answers; signing in and out; and the API, which looks at what it is asked. An address that is added is none of them.
 */
const open: ReadonlySet<string> = new Set([
  ...views,
  ...['/*', '*', '/region.json', '/schema.graphql', '/possible-types.json', '/type-policies.json'],
  ...['/health/live', '/health/ready', '/sign-in', '/sign-in/provider', '/sign-in/return', '/sign-out', '/graphql'],
])

/** Where reading takes an account, lets nobody else ask at any other address. */
export function addReadersDoor(app: FastifyInstance, who: WhoAsks, { readers }: Pick<ServerSettings, 'readers'>): void {
  app.addHook('preHandler', async (request, reply) => {
    const { url } = request.routeOptions
    if (url === undefined || open.has(url)) return
    try {
      if ((await who.of(request)) !== null || readers === 'ALL') return
    } catch (error) {
      if (!(error instanceof UnauthenticatedError)) throw error
      return refuse(reply, 401, 'UNAUTHENTICATED', error.message)
    }
    return refuse(reply, 401, 'UNAUTHENTICATED', 'It takes being signed in to read here')
  })
}
