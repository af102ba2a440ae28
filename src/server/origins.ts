import type { FastifyRequest } from 'fastify'
import type { ServerSettings } from '../startup/settings.js'

type Headers = Pick<FastifyRequest['headers'], 'origin' | 'host'>

/** Whether a request comes from no page, or from a page of this server: of the address that people know it by, if it has one. */
export const isOwnOrigin = ({ origin, host }: Headers, { url }: Pick<ServerSettings, 'url'>): boolean =>
  origin === undefined || origin === (url ?? `http://${host}`)

/** Whether it comes from no page, one of this server, or one of an origin that may call it. */
export const isKnownOrigin = (headers: Headers, settings: Pick<ServerSettings, 'url' | 'origins'>): boolean =>
  isOwnOrigin(headers, settings) || settings.origins.includes(headers.origin ?? '')
