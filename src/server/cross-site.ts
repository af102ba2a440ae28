import type { FastifyRequest } from 'fastify'
import type { ServerSettings } from '../startup/settings.js'

type Headers = FastifyRequest['headers']

/** A header that a page of another site can send only where this server lets it. */
export const preflightHeader = 'apollo-require-preflight'

/**
 * Whether a question by GET may be answered with the headers that clients send by themselves. It changes nothing, and no
 * cookie speaks for its reader; a browser says of each request whether a page of another site makes it. Such a page is let
 * through only where it may read the answer too, so that none has its reader's own server calculate.
 */
export function mayAskByGet(headers: Headers, { origins }: Pick<ServerSettings, 'origins'>): boolean {
  const { origin, host } = headers
  if (origin !== undefined) return [...origins, `http://${host}`, `https://${host}`].includes(origin)
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}

/** Whether a request carries what a browser would have asked this server's leave for. */
export const isPreflighted = (headers: Headers): boolean =>
  [preflightHeader, 'x-apollo-operation-name'].some((name) => headers[name] !== undefined && headers[name] !== '') ||
  headers['content-type']?.startsWith('application/json') === true
