import { unwrapResolverError } from '@apollo/server/errors'
import type { FastifyBaseLogger, FastifyReply } from 'fastify'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { WaitError } from '../accounts/sign-in.js'
import { GraphError } from '../graph/failure.js'
import { TooManyJobsError } from '../jobs/too-many-jobs.js'
import { DiskFullError } from '../kernel/disk-full.js'
import {
  AmbiguousSectorError,
  BadUserInputError,
  ConflictError,
  ForbiddenError,
  NotFoundError,
  RequestTooLargeError,
  SearchTooLargeError,
  UnauthenticatedError,
} from '../kernel/input-errors.js'
import { DrawsEndedError } from '../spillover/uncertainty/draw-workers.js'
import { withoutPersonNumbers } from '../text/person-number.js'
import { RETRY_SECONDS, refuseWith } from './refusals.js'
import { withoutValues } from './without-values.js'

/**
 * Turns what a request met into what its client is told: a stable code, the argument or id that is wrong, and nothing of
 * the program's inside. What is a fault of this program or of its database is logged.
 */
export const errorFormatter =
  (log: Pick<FastifyBaseLogger, 'error'>) =>
  (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError =>
    withoutPersons(answering(log)(formatted, thrown))

/** Answers what a route outside GraphQL threw, in GraphQL's form, with the status of its code unless another is given. */
export function errorAnswerer(
  log: Pick<FastifyBaseLogger, 'error'>,
): (reply: FastifyReply, thrown: unknown, status?: number) => FastifyReply {
  const formatError = errorFormatter(log)
  return (reply, thrown, status) => {
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    return refuseWith(reply, [formatError({ message }, thrown)], status)
  }
}

/** A message or an extension may quote what a request holds. */
const withoutPersons = ({ message, extensions = {}, ...place }: GraphQLFormattedError): GraphQLFormattedError => {
  const shown = Object.entries(extensions).map(([name, value]) => [
    name,
    typeof value === 'string' ? withoutPersonNumbers(value) : value,
  ])
  return { message: withoutPersonNumbers(message), ...place, extensions: Object.fromEntries(shown) }
}

const answering =
  (log: Pick<FastifyBaseLogger, 'error'>) =>
  ({ message, locations, path, extensions }: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) }
    const cause = refusalIn(thrown) ?? unwrapResolverError(thrown)
    if (cause instanceof BadUserInputError) {
      return { message: cause.message, ...place, extensions: { code: 'BAD_USER_INPUT', argument: cause.argument } }
    }
    if (cause instanceof NotFoundError) {
      return { message: cause.message, ...place, extensions: { code: 'NOT_FOUND', id: cause.id } }
    }
    if (cause instanceof AmbiguousSectorError) {
      const { argument, sector, industries } = cause
      return {
        message: cause.message,
        ...place,
        extensions: { code: 'AMBIGUOUS_SECTOR', argument, sector, industries },
      }
    }
    if (cause instanceof SearchTooLargeError) {
      return { message: cause.message, ...place, extensions: { code: 'SEARCH_TOO_LARGE', bound: cause.bound } }
    }
    if (cause instanceof ConflictError) {
      return { message: cause.message, ...place, extensions: { code: 'CONFLICT', ...cause.details } }
    }
    if (cause instanceof UnauthenticatedError) {
      return { message: cause.message, ...place, extensions: { code: 'UNAUTHENTICATED' } }
    }
    if (cause instanceof ForbiddenError) {
      return { message: cause.message, ...place, extensions: { code: 'FORBIDDEN' } }
    }
    if (cause instanceof WaitError) {
      return { message: cause.message, ...place, extensions: { code: 'TOO_MANY_REQUESTS', seconds: cause.seconds } }
    }
    if (cause instanceof TooManyJobsError) {
      return { message: cause.message, ...place, extensions: { code: 'TOO_MANY_REQUESTS' } }
    }
    if (cause instanceof RequestTooLargeError) {
      return { message: cause.message, ...place, extensions: { code: 'REQUEST_TOO_LARGE', ...cause.details } }
    }
    if (cause instanceof DiskFullError) {
      log.error(cause)
      return { message: cause.message, ...place, extensions: { code: 'INSUFFICIENT_STORAGE' } }
    }
    if (cause instanceof GraphError && cause.kind === 'UNAVAILABLE') {
      log.error(cause)
      return { message: 'The graph cannot be reached', ...place, extensions: { code: 'SERVICE_UNAVAILABLE' } }
    }
    if (isBusy(cause)) {
      return {
        message: `${busyMessage}: ask again in ${RETRY_SECONDS} s`,
        ...place,
        extensions: { code: 'SERVICE_UNAVAILABLE' },
      }
    }
    if (cause instanceof GraphError && cause.kind === 'TIMED_OUT') {
      log.error(cause)
      return {
        message: 'The question took too long and was stopped: ask for less',
        ...place,
        extensions: { code: 'QUERY_TIMEOUT' },
      }
    }
    if (cause instanceof DrawsEndedError) {
      return { message: 'The server is ending', ...place, extensions: { code: 'SERVICE_UNAVAILABLE' } }
    }
    // Nobody reads it: the client has gone away.
    if (cause instanceof Error && cause.name === 'AbortError') {
      return { message: 'The request was cancelled', ...place, extensions: { code: 'CANCELLED' } }
    }
    const code = extensions?.code
    if (cause instanceof GraphQLError && typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') {
      const words = /call stack/i.test(message) ? 'The document is nested too deeply' : withoutValues(message, cause)
      return { message: words, ...place, extensions: { code, ...argumentOfVariable(code, message) } }
    }
    log.error(cause)
    return { message: 'Something went wrong here', ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } }
  }

const busyMessage = 'More is asked than can be answered soon'

/** Whether a request found no room, beside others. */
export const isBusy = (cause: unknown): boolean => cause instanceof GraphError && cause.kind === 'BUSY'

const refusals = [RequestTooLargeError, GraphError, UnauthenticatedError, ForbiddenError]

/** Why a request was refused before it ran: no resolver threw it. */
const refusalIn = (thrown: unknown): Error | undefined => {
  const cause = thrown instanceof GraphQLError ? thrown.originalError : undefined
  return refusals.some((type) => cause instanceof type) ? cause : undefined
}

/** graphql-js names a variable that it cannot coerce only in its message. */
function argumentOfVariable(code: string, message: string): { argument?: string } {
  if (code !== 'BAD_USER_INPUT') return {}
  const [, variable, below] = /^Variable "\$(\w+)" (?:got invalid value .* at "\w+\.([\w.[\]]+)")?/.exec(message) ?? []
  if (variable === undefined) return {}
  return { argument: below === undefined ? variable : `${variable}.${below}` }
}
