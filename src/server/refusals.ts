import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import type { GraphQLFormattedError } from 'graphql'
import { withoutPersonNumbers } from '../text/person-number.js'
import { allowedMethods } from './allowed-methods.js'
import { html } from './pages.js'

/** After how long who was refused for want of room may ask again. */
export const RETRY_SECONDS = 5

/** What is said while no graph is open. */
export const notOpen = {
  message: 'The graph is not open: try again soon',
  extensions: { code: 'SERVICE_UNAVAILABLE' },
}

/** What a refusal outside GraphQL says, in GraphQL's form. */
export const refusalBody = (code: string, message: string) => ({
  errors: [{ message: withoutPersonNumbers(message), extensions: { code } }],
})

/** An answer outside GraphQL, in GraphQL's form. */
export function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return send(reply, status, refusalBody(code, message))
}

/** Words for what the framework refuses by itself. */
const words: Readonly<Record<number, string>> = {
  404: 'There is nothing at this address',
  413: 'The body is too large',
  414: 'The address is too long',
  415: 'The body is of a kind that is not read: send JSON, with Content-Type: application/json',
}

/** Errors of a request outside GraphQL, in GraphQL's form, with the status of the first unless another is given. */
export function refuseWith(
  reply: FastifyReply,
  errors: readonly GraphQLFormattedError[],
  status?: number,
): FastifyReply {
  const { code, seconds } = errors[0]?.extensions ?? {}
  if (code === 'TOO_MANY_REQUESTS' && typeof seconds === 'number') reply.header('retry-after', seconds)
  return send(reply, status ?? statusOf(code), { errors })
}

function send(reply: FastifyReply, status: number, body: object): FastifyReply {
  if (status === 503) reply.header('retry-after', RETRY_SECONDS)
  return reply.code(status).send(body)
}

const statuses: ReadonlyMap<unknown, number> = new Map([
  ['UNAUTHENTICATED', 401],
  ['FORBIDDEN', 403],
  ['NOT_FOUND', 404],
  ['CONFLICT', 409],
  ['TOO_MANY_REQUESTS', 429],
  ['INTERNAL_SERVER_ERROR', 500],
  ['SERVICE_UNAVAILABLE', 503],
  ['QUERY_TIMEOUT', 504],
  ['INSUFFICIENT_STORAGE', 507],
])

const statusOf = (code: unknown): number => statuses.get(code) ?? 400

/**
 * What the framework refuses by itself, and what nobody answers, in the same form as everything else.
 * @param page what a browser is shown where there is nothing.
 */
export function addRefusals(app: FastifyInstance, log: FastifyBaseLogger, page: string): void {
  const methodsAt = allowedMethods(app)
  app.setErrorHandler<FastifyError>((error, _, reply) => {
    const { code, statusCode: status = 500 } = error
    if (status >= 500) {
      log.error(error)
      return refuse(reply, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here')
    }
    if (status === 429) return refuse(reply, status, 'TOO_MANY_REQUESTS', error.message)
    const message = code?.startsWith('FST_ERR_CTP') ? error.message : 'The request cannot be read'
    return refuse(reply, status, status === 404 ? 'NOT_FOUND' : 'BAD_REQUEST', words[status] ?? message)
  })
  app.setNotFoundHandler(({ method, headers, url }, reply) => {
    if (method === 'GET' && headers.accept?.includes('text/html')) return reply.code(404).type(html).send(page)
    const methods = methodsAt(url)
    if (methods.length > 0 && !methods.includes(method)) {
      const allowed = methods.join(', ')
      return refuse(reply.header('allow', allowed), 405, 'METHOD_NOT_ALLOWED', `This address takes ${allowed}`)
    }
    return refuse(
      reply,
      404,
      'NOT_FOUND',
      'There is nothing at this address: the API is at /graphql, networks at /export/neighbourhood.graphml, .gexf, .json, .csv and .jsonld, tables as /export lists them',
    )
  })
  app.addHook('onRequest', async (request, reply) => {
    const { method, headers, url } = request
    if (method !== 'OPTIONS' || isPreflight(headers)) return
    const methods = methodsAt(url)
    if (methods.length === 0) return reply.callNotFound()
    return reply
      .header('allow', [...methods, 'OPTIONS'].join(', '))
      .code(204)
      .send()
  })
}

/** Whether a browser asks whether a page of another site may send a request. */
const isPreflight = (headers: FastifyRequestHeaders): boolean =>
  headers.origin !== undefined && headers['access-control-request-method'] !== undefined

type FastifyRequestHeaders = Readonly<Record<string, string | string[] | undefined>>
