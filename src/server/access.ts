import { createHash, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { localEditor, mayAs, tokenHolder, type Viewer } from '../accounts/viewer.js'
import type { ServerSettings } from '../startup/settings.js'
import { isSetByProxies } from './proxy-headers.js'

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

const isLoopbackAddress = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address)

const isLoopbackHost = (host: string): boolean =>
  loopbackNames.has(host) || (isIP(host) === 4 && isLoopbackAddress(host))

/**
 * Whether a request asks for a host name that this server answers to: a page elsewhere cannot rebind its own to it.
 * Addresses cannot be rebound.
 */
export function answersTo(request: Pick<FastifyRequest, 'headers'>, { host, hosts }: ServerSettings): boolean {
  const name = hostName(request.headers.host)
  return (
    isIP(name.replace(/^\[|\]$/g, '')) !== 0 ||
    isLoopbackHost(name) ||
    name === host.toLowerCase() ||
    hosts.some((known) => known.toLowerCase() === name)
  )
}

/**
 * Who asks: whoever sends the token, from anywhere; without it whoever is on this machine, asks a server that listens there
 * alone, through no proxy, and from no page of another origin; null for all others.
 */
export function viewerOf(
  request: Pick<FastifyRequest, 'headers' | 'socket'>,
  settings: Pick<ServerSettings, 'host' | 'token' | 'anonymousWrites'>,
): Viewer | null {
  const { headers, socket } = request
  if (settings.token !== null && bearsToken(headers.authorization, settings.token)) return tokenHolder
  if (!settings.anonymousWrites) return null
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) return null
  const isLocal =
    !Object.keys(headers).some(isSetByProxies) &&
    isLoopbackHost(settings.host) &&
    isLoopbackHost(hostName(headers.host)) &&
    isLoopbackAddress(socket.remoteAddress ?? '')
  return isLocal ? localEditor : null
}

/** Whether somebody may write. */
export const mayWrite = (viewer: Viewer | null): boolean => mayAs(viewer, 'EDITOR')

const hostName = (host: string | undefined): string => (host ?? '').toLowerCase().replace(/:\d+$/, '')

function bearsToken(authorization: string | undefined, token: string): boolean {
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`))
}

/** Of one length whatever is sent, as the comparison needs. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
