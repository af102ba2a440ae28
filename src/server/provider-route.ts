import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { signInPerson } from '../accounts/provided-accounts.js'
import { FLOW_LASTS, takeFlow } from '../accounts/sessions.js'
import { today } from '../kernel/day.js'
import { wantedFirst } from '../language/language.js'
import type { ServerSettings } from '../startup/settings.js'
import { notedIn } from './access-log.js'
import { errorAnswerer } from './format-error.js'
import type { GraphHolder } from './graph-holder.js'
import { type Flow, flowShape, Provider, ProviderError } from './provider.js'
import { returnPath } from './return-path.js'
import { senderAt } from './sender.js'
import { isSecure } from './sessions.js'
import { refuseSignIn, type SignInRefusal } from './sign-in-refusals.js'
import { beginSession } from './sign-in-route.js'
import { isDirect } from './who-asks.js'

/** Where a provider sends whoever signed in. */
const RETURN = '/sign-in/return'

type Next = { readonly to: string } | { readonly refused: SignInRefusal }

/** What a log says of the provider. */
const faults = {
  UNREACHABLE: 'The provider of sign-in cannot be reached',
  NOT_SET_UP: 'The provider of sign-in and NORRGRAPH_OIDC_… do not fit',
  NOT_BELIEVED: 'What the provider of sign-in answered was not believed',
}

/**
 * `GET /sign-in/provider` leads to the provider of sign-in, with `return` to a page of this server; `GET /sign-in/return` is
 * where it leads back to, which begins a session. Neither is there without a provider.
 */
export function addProvider(
  app: FastifyInstance,
  holder: GraphHolder,
  settings: ServerSettings,
  log: FastifyBaseLogger,
): void {
  if (!settings.provider) return
  const { issuer } = settings.provider
  const provider = new Provider(settings.provider)
  const answerError = errorAnswerer(log)
  const note = notedIn(log)
  const [language] = wantedFirst(holder.edition.languages[0])
  const refusedFor = (request: FastifyRequest, reply: FastifyReply, kind: SignInRefusal) =>
    refuseSignIn(request, reply, kind, language)
  const answering =
    (answer: (request: FastifyRequest) => Promise<Next>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      reply.header('cache-control', 'no-store')
      try {
        const next = await answer(request)
        return 'to' in next ? reply.redirect(next.to) : refusedFor(request, reply, next.refused)
      } catch (error) {
        if (error instanceof ProviderError) {
          if (error.kind === 'NOT_BELIEVED')
            note(null, 'sign-in refused', { account: null, address: senderAt(request.ip) })
          if (error.kind !== 'BROKEN_OFF') log.warn(`${faults[error.kind]}, ${issuer}: ${error.message}`)
          return refusedFor(request, reply, error.kind)
        }
        return answerError(reply, error)
      }
    }
  const begin = answering(async (request) => {
    if (!holder.graph) return { refused: 'NOT_OPEN' }
    const redirectUri = redirectUriFor(request, settings)
    if (redirectUri === null) return { refused: 'NEEDS_ADDRESS' }
    const { return: wanted } = Object(request.query)
    const { address, flow } = await provider.begin(redirectUri, returnPath(wanted))
    request.session.flow = JSON.stringify(flow)
    return { to: address }
  })
  const end = answering(async (request) => {
    const { graph } = holder
    if (!graph) return { refused: 'NOT_OPEN' }
    const { sessionId, flow: held } = request.session
    const [, search = ''] = /^[^?]*(\?.*)$/.exec(request.url) ?? []
    const flow = flowIn(held)
    // Whoever has somebody else's browser ask for this address ends nothing that was begun there.
    if (!flow || !new URLSearchParams(search).getAll('state').includes(flow.state)) return { refused: 'NOT_BEGUN' }
    if ((await takeFlow(graph, sessionId)) !== held || flow.at + FLOW_LASTS < Date.now())
      return { refused: 'NOT_BEGUN' }
    const { account, state, isNew } = await signInPerson(graph, await provider.end(flow, search), today())
    if (isNew) note(account, 'account made', { account, role: 'READER' })
    if (!state) {
      note(null, 'sign-in refused', { account, address: senderAt(request.ip) })
      return { refused: 'DISABLED' }
    }
    await beginSession(request, state)
    note(account, 'signed in', { account, with: 'provider' })
    return { to: flow.returnTo }
  })
  app.get('/sign-in/provider', { exposeHeadRoute: false }, begin)
  app.get(RETURN, { exposeHeadRoute: false }, end)
}

/** Where the provider leads back to; null where nobody would come back to this session there. */
function redirectUriFor(request: FastifyRequest, settings: ServerSettings): string | null {
  const { url } = settings
  if (url !== null) return isSecure(url) && request.protocol !== 'https' ? null : `${url}${RETURN}`
  return isDirect(request, settings) ? `http://${request.headers.host}${RETURN}` : null
}

function flowIn(held: string | null | undefined): Flow | null {
  return held ? flowShape.parse(JSON.parse(held)) : null
}
