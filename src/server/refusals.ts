import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import type { GraphQLFormattedError } from 'graphql'
import { withoutPersonNumbers } from '../text/person-number.js'

/** After how long who was refused for want of room may ask again. */
export const RETRY_SECONDS = 5

/** An answer outside GraphQL, in GraphQL's form. */
export function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  if (status === 503) reply.header('retry-after', RETRY_SECONDS)
  return reply.code(status).send({ errors: [{ message: withoutPersonNumbers(message), extensions: { code } }] })
}

/** Errors of a request outside GraphQL, in GraphQL's form, with the status of the first. */
export function refuseWith(reply: FastifyReply, errors: readonly GraphQLFormattedError[]): FastifyReply {
  const status = statusOf(errors[0]?.extensions?.code)
  if (status === 503) reply.header('retry-after', RETRY_SECONDS)
  return reply.code(status).send({ errors })
}

function statusOf(code: unknown): number {
  if (code === 'NOT_FOUND') return 404
  if (code === 'SERVICE_UNAVAILABLE') return 503
  if (code === 'QUERY_TIMEOUT') return 504
  return code === 'INTERNAL_SERVER_ERROR' ? 500 : 400
}

/** What the framework refuses by itself, and what nobody answers, in the same form as everything else. */
export function addRefusals(app: FastifyInstance, log: FastifyBaseLogger): void {
  app.setErrorHandler<FastifyError>((error, _, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) log.error(error)
    return refuse(reply, status, status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR', requestProblem(error, status))
  })
  app.setNotFoundHandler(({ method, headers }, reply) =>
    method === 'GET' && headers.accept?.includes('text/html')
      ? reply.code(404).sendFile('index.html')
      : refuse(
          reply,
          404,
          'NOT_FOUND',
          'There is nothing at this address: the API is at /graphql, networks at /export/neighbourhood.graphml, .gexf, .json, .csv and .jsonld, tables as /export lists them',
        ),
  )
}

const requestProblem = (error: Error, status: number) => (status < 500 ? error.message : 'Something went wrong here')
