import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyHttpOptions, FastifyInstance } from 'fastify'
import { bodyLimit } from './limits.js'
import { refusalBody, refuse } from './refusals.js'

/** Connections that are held at a time; further ones are closed. */
const MOST_CONNECTIONS = 500
/** Letters of a request's address; its headers have as many again. */
const LONGEST_ADDRESS = 8_000
/** Letters of one part of an address. */
const LONGEST_PART = 1_000

/** In milliseconds. */
const patience = {
  /** Until a request's headers are there. */
  headers: 10_000,
  /** Until a request is there as a whole. */
  request: 30_000,
  /** The same of one that brings a file, once it is known that its sender may. */
  file: 600_000,
  /** How often the two are looked at. */
  look: 2_000,
  /** How long a connection may do nothing between two requests. */
  betweenRequests: 60_000,
  /** How long one may do nothing at all, also while its answer is made or not read. */
  silence: 600_000,
}

/** How long each request may take to arrive, and how large it may be; what is refused before any route is looked for. */
export const doorOptions = (waits = patience) =>
  ({
    bodyLimit,
    // Node.js has one bound for all; that of all others is kept below.
    requestTimeout: waits.file,
    keepAliveTimeout: waits.betweenRequests,
    connectionTimeout: waits.silence,
    routerOptions: { maxParamLength: LONGEST_PART },
    // Answered by the hook below, in the form of all others.
    return503OnClosing: false,
    http: { headersTimeout: waits.headers, connectionsCheckingInterval: waits.look, requireHostHeader: false },
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: (_, __, reply) => {
      refuse(reply, 400, 'BAD_REQUEST', 'The address cannot be read')
    },
  }) satisfies FastifyHttpOptions<Server>

export type Waits = typeof patience

const addressTooLong = 'The address is too long: send what is long in a body, by POST'

/** Bounds what is let in, before anything else looks at it. */
export function guardDoor(app: FastifyInstance, { request: longest } = patience): void {
  app.server.maxConnections = MOST_CONNECTIONS
  app.server.on('checkExpectation', ({ socket }) =>
    refuseSocket(socket, 417, 'The header Expect asks for what is not done'),
  )
  app.server.on('request', (request: IncomingMessage) => {
    const late = setTimeout(() => {
      // What is there and not read yet, as of a request without a body, has no end either.
      if (!request.complete) refuseUnreadable({ code: TOO_LATE }, request.socket)
    }, longest)
    late.unref()
    arriving.set(request, late)
    request.once('close', () => clearTimeout(late))
  })
  let isEnding = false
  app.addHook('preClose', async () => {
    isEnding = true
  })
  app.addHook('onRequest', async ({ url }, reply) => {
    if (isEnding) {
      return refuse(reply.header('connection', 'close'), 503, 'SERVICE_UNAVAILABLE', 'The server is ending')
    }
    if (url.length > LONGEST_ADDRESS) return refuse(reply, 414, 'BAD_REQUEST', addressTooLong)
  })
}

/** Requests that are not there as a whole yet, each with what refuses it once it is late. */
const arriving = new WeakMap<IncomingMessage, NodeJS.Timeout>()

/** Gives a request the time that a file takes: its sender may bring one. */
export const giveTime = (request: IncomingMessage): void => clearTimeout(arriving.get(request))

const TOO_LATE = 'ERR_HTTP_REQUEST_TIMEOUT'

const unreadable: ReadonlyMap<string | undefined, readonly [status: number, message: string]> = new Map([
  [TOO_LATE, [408, 'The request took too long to arrive']],
  [
    'HPE_INVALID_URL',
    [
      400,
      'The address holds letters or signs that it may not: percent-encode them as UTF-8, å as %C3%A5 and a blank as %20',
    ],
  ],
  ['HPE_HEADER_OVERFLOW', [431, 'The address and the headers are too long']],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', [413, 'The body has too much beside what it says']],
])

/** Answers what is no request, and what does not arrive. */
function refuseUnreadable({ code }: Pick<NodeJS.ErrnoException, 'code'>, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed) return
  const [status, message] = unreadable.get(code) ?? [400, 'This is no request of HTTP']
  refuseSocket(socket, status, message)
}

function refuseSocket(socket: Socket, status: number, message: string): void {
  const body = JSON.stringify(refusalBody('BAD_REQUEST', message))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
  else socket.destroy()
}
