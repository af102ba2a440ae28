import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { accountNamed } from '../accounts/accounts.js'
import type { SessionState } from '../accounts/sessions.js'
import { signIn, WaitError } from '../accounts/sign-in.js'
import type { Graph } from '../graph/graph.js'
import type { ServerSettings } from '../startup/settings.js'
import { notedIn } from './access-log.js'
import { errorAnswerer } from './format-error.js'
import { isOwnOrigin } from './origins.js'
import { notOpen, refuse, refuseWith } from './refusals.js'
import { senderAt } from './sender.js'
import { isSecure } from './sessions.js'

const given = z.object({ name: z.string().min(1).max(200), password: z.string().min(1).max(1_000) })

/** `POST /sign-in` with name and password, as JSON, begins a session; `POST /sign-out` ends it. */
export function addSignIn(
  app: FastifyInstance,
  holder: { readonly graph: Graph | null },
  settings: Pick<ServerSettings, 'url'>,
  log: FastifyBaseLogger,
): void {
  const answerError = errorAnswerer(log)
  const note = notedIn(log)
  const refused = (request: FastifyRequest, reply: FastifyReply): FastifyReply | null => {
    if (!isOwnOrigin(request, settings)) {
      return refuse(reply, 403, 'FORBIDDEN', 'A page of another origin signs nobody in or out')
    }
    if (!isSecure(settings.url) || request.protocol === 'https') return null
    return refuse(
      reply,
      400,
      'BAD_REQUEST',
      `Sign in at ${settings.url}: this request came by plain http, or through a proxy that NORRGRAPH_PROXIES does not name`,
    )
  }
  app.post('/sign-in', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const wrong = refused(request, reply)
    if (wrong) return wrong
    const { graph } = holder
    if (!graph) return refuseWith(reply, [notOpen])
    const asked = given.safeParse(request.body)
    if (!asked.success) return refuse(reply, 400, 'BAD_USER_INPUT', 'Send name and password, as JSON')
    const { name, password } = asked.data
    const from = senderAt(request.ip)
    const refusedTo = async () =>
      note(null, 'sign-in refused', { account: await accountNamed(graph, name), address: from })
    try {
      const state = await signIn(graph, name, password, from)
      if (!state) {
        await refusedTo()
        return refuse(reply, 401, 'UNAUTHENTICATED', 'Name or password is wrong, or the account is disabled')
      }
      await beginSession(request, state)
      note(state.account, 'signed in', { account: state.account, with: 'password' })
      return { name: state.account }
    } catch (error) {
      if (error instanceof WaitError) await refusedTo()
      return answerError(reply, error)
    }
  })
  app.post('/sign-out', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const wrong = refused(request, reply)
    if (wrong) return wrong
    const { account } = request.session
    if (account) {
      await request.session.destroy()
      note(account, 'signed out', { account })
    }
    return reply.code(204).send()
  })
}

/** Begins a session under an id of its own, which is kept before the answer goes out: one that somebody knew before is nobody's. */
export async function beginSession(request: FastifyRequest, { account, epoch }: SessionState): Promise<void> {
  await request.session.regenerate()
  request.session.account = account
  request.session.epoch = epoch
  request.session.flow = null
}
