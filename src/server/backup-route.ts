import { Socket } from 'node:net'
import { addAbortSignal, finished } from 'node:stream'
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { requireCapability } from '../accounts/capabilities.js'
import type { Outgoing } from '../export/graph.js'
import { today } from '../kernel/day.js'
import type { ServerSettings } from '../startup/settings.js'
import { notedIn } from './access-log.js'
import { addressValues, wordIn } from './address.js'
import { Backups } from './backups.js'
import { isPreflighted, mayAskByGet, preflightHeader } from './cross-site.js'
import { errorAnswerer } from './format-error.js'
import { notOpen, refuse, refuseWith } from './refusals.js'
import type { Requests } from './requests.js'
import type { WhoAsks } from './who-asks.js'

/**
 * The whole graph as a file, as `norrgraph export graph` writes it, in one state: `GET /backup`, with `accounts=yes` also
 * who made each change and why. It has no time limit, and ends with its client or with the server. Errors are in GraphQL's
 * form.
 */
export function addBackup(
  app: FastifyInstance,
  requests: Requests,
  who: WhoAsks,
  settings: ServerSettings,
  log: FastifyBaseLogger,
): void {
  const answerError = errorAnswerer(log)
  const note = notedIn(log)
  const backups = new Backups()
  const ending = new AbortController()
  app.addHook('preClose', async () => ending.abort())
  app.get('/backup', { exposeHeadRoute: false, compress: false }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const { headers } = request
    if (!isPreflighted(headers) && !mayAskByGet(headers, settings)) return refuse(reply, 400, ...preflightMissing)
    try {
      const outgoing = await outgoingFor(request, who)
      const end = AbortSignal.any([ending.signal, left(reply)])
      const graph = requests.unhurried(end)
      if (!graph) return refuseWith(reply, [notOpen])
      // Nothing goes through the connection while it is made.
      mayBeSilent(request, 0)
      const { bytes, content } = await backups.make(graph, outgoing, end)
      mayBeSilent(request, app.server.timeout)
      note((await who.of(request))?.name ?? null, 'backup taken', { bytes, withAccounts: outgoing.withAccounts })
      return reply
        .header('content-length', bytes)
        .header('content-disposition', `attachment; filename="norrgraph-${today()}.jsonl"`)
        .type('application/x-ndjson; charset=utf-8')
        .send(addAbortSignal(ending.signal, content))
    } catch (error) {
      if (ending.signal.aborted) return refuse(reply, 503, 'SERVICE_UNAVAILABLE', 'The server is ending')
      return answerError(reply, error)
    }
  })
}

const preflightMissing = [
  'PREFLIGHT_REQUIRED',
  `A page of another site asks for a backup with the header ${preflightHeader}: true`,
] as const

/**
 * What whoever asks is given.
 * @throws UnauthenticatedError; ForbiddenError; BadUserInputError for an address that says something else.
 */
async function outgoingFor(request: FastifyRequest, who: WhoAsks): Promise<Outgoing> {
  const withAccounts = wordIn(addressValues(request.query, ['accounts']), 'accounts', ['yes', 'no']) === 'yes'
  const viewer = await who.of(request)
  requireCapability(viewer, 'BACK_UP')
  if (withAccounts) requireCapability(viewer, 'KEEP_ACCOUNTS')
  return { withAccounts }
}

/** Lets a connection, where there is one, be silent for so many milliseconds; 0 for ever. */
function mayBeSilent({ raw }: FastifyRequest, milliseconds: number): void {
  if (raw.socket instanceof Socket) raw.socket.setTimeout(milliseconds)
}

/** Aborted when a client goes away before it has its answer. */
function left({ raw }: FastifyReply): AbortSignal {
  const leaving = new AbortController()
  finished(raw, () => {
    if (!raw.writableFinished) leaving.abort()
  })
  return leaving.signal
}
