import type { FastifyRequest } from 'fastify'
import type { ServerSettings } from '../startup/settings.js'

type Asking = Pick<FastifyRequest, 'headers' | 'method'>

/** Whether a request comes from no page, or from a page of this server: of the address that people know it by, if it has one. */
export const isOwnOrigin = ({ headers, method }: Asking, { url }: Pick<ServerSettings, 'url'>): boolean =>
  headers.origin === undefined
    ? isReading(method) || isOfNoOtherSite(headers['sec-fetch-site'])
    : headers.origin === (url ?? `http://${headers.host}`)

/** Whether it comes from no page, one of this server, or one of an origin that may call it. */
export const isKnownOrigin = (request: Asking, settings: Pick<ServerSettings, 'url' | 'origins'>): boolean =>
  isOwnOrigin(request, settings) || settings.origins.includes(request.headers.origin ?? '')

/** A link that somebody follows is as good as an address that they type. */
const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD'

/** Browsers that are told to name no origin still say this of what a page sends. */
const isOfNoOtherSite = (site: string | string[] | undefined): boolean =>
  site === undefined || site === 'same-origin' || site === 'none'
