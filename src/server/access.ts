import { createHash, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import type { ServerSettings } from '../startup/settings.js'

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
 * Whether a request may write: with the token from anywhere; without it only from this machine, to a server that listens
 * there alone, not through a proxy, and not from a page of another origin.
 */
export function mayWrite(request: Pick<FastifyRequest, 'headers' | 'socket'>, settings: ServerSettings): boolean {
  const { headers, socket } = request
  if (settings.token !== null && bearsToken(headers.authorization, settings.token)) return true
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) return false
  const throughProxy = Object.keys(headers).some((name) => name === 'forwarded' || name.startsWith('x-forwarded-'))
  return (
    !throughProxy &&
    isLoopbackHost(settings.host) &&
    isLoopbackHost(hostName(headers.host)) &&
    isLoopbackAddress(socket.remoteAddress ?? '')
  )
}

const hostName = (host: string | undefined): string => (host ?? '').toLowerCase().replace(/:\d+$/, '')

function bearsToken(authorization: string | undefined, token: string): boolean {
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`))
}

/** Of one length whatever is sent, as the comparison needs. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
