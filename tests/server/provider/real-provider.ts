import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type ClientMetadata, type Configuration, Provider } from 'oidc-provider'
import { z } from 'zod'

/** The person who sits before the browser, as the provider knows them. */
export interface Known {
  subject: string
  claims: Record<string, string>
}

/** What stands between a provider and whoever asks it, and does what no provider lets itself be talked into. */
export interface Faults {
  /** What an ID token says instead; it is signed anew by the provider's key. */
  claims?: (claims: Record<string, unknown>) => Record<string, unknown>
  header?: (header: Record<string, unknown>) => Record<string, unknown>
  /** Signs in place of the provider's key: another one, the secret of the client, nothing at all, or all stays as it was. */
  by?: KeyObject | 'CLIENT_SECRET' | 'NOBODY' | 'AS_IT_WAS'
  /** What of the request for a token is left out. */
  withoutParameter?: string
  /** What the provider says of itself. */
  metadata?: (metadata: Record<string, unknown>) => Record<string, unknown>
  /** Addresses at which nobody answers, or somebody with this status. */
  down?: { readonly path: RegExp; readonly status?: number }
  /** Whoever is asked to sign in does not. */
  isBrokenOff?: boolean
}

/** A provider of OpenID Connect that runs in this process, at an address of this machine. */
export interface RealProvider {
  readonly issuer: string
  readonly client: { readonly clientId: string; readonly clientSecret: string }
  readonly known: Known
  faults: Faults
  /** What it was asked for tokens with. */
  readonly asked: URLSearchParams[]
  /** Tokens that it gave. */
  readonly given: string[]
  close(): Promise<void>
}

export const anotherKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

const client = { clientId: 'norrgraph', clientSecret: 'between the two ~ of us' }

export async function startProvider(
  redirectUris: string[],
  authentication: 'client_secret_post' | 'client_secret_basic' = 'client_secret_post',
): Promise<RealProvider> {
  const key = anotherKey()
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const known: Known = { subject: 'one', claims: { preferred_username: 'eva.ek@kommun.example', name: 'Eva Ek' } }
  const shown: RealProvider = {
    ...{ issuer, client, known, faults: {}, asked: [], given: [] },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  const registered: ClientMetadata = {
    ...{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: redirectUris },
    token_endpoint_auth_method: authentication,
  }
  const provider = new Provider(issuer, configurationFor(registered, key, shown))
  const answer = provider.callback()
  server.on('request', async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', issuer)
    const { down } = shown.faults
    if (down?.path.test(pathname)) {
      if (down.status === undefined) return request.destroy()
      return response.writeHead(down.status, { 'content-type': 'application/json' }).end('{}')
    }
    if (pathname.startsWith('/interaction/')) return interact(provider, shown, request, response)
    if (pathname === '/token') await readTokenRequest(request, shown)
    if (pathname === '/token') {
      alterAnswer(response, (body) => {
        const answered = withOtherToken(body, shown.faults, key)
        shown.given.push(...['id_token', 'access_token'].flatMap((name) => String(answered[name] ?? '') || []))
        return answered
      })
    }
    const { metadata } = shown.faults
    if (metadata && pathname.startsWith('/.well-known/')) alterAnswer(response, metadata)
    await answer(request, response)
  })
  return shown
}

function configurationFor(registered: ClientMetadata, key: KeyObject, shown: RealProvider): Configuration {
  return {
    clients: [registered],
    clientAuthMethods: ['client_secret_post', 'client_secret_basic'].filter(
      (method) => method === registered.token_endpoint_auth_method,
    ) as Configuration['clientAuthMethods'],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'first', use: 'sig', alg: 'RS256' }] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ['of the tests alone'] },
    claims: { openid: ['sub'], profile: ['preferred_username', 'name'], email: ['email'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, subject) => ({ accountId: subject, claims: () => ({ sub: subject, ...shown.known.claims }) }),
    loadExistingGrant: async ({ oidc }) => {
      const { session, client: asking, provider } = oidc
      if (!session?.accountId || !asking) return undefined
      const grant = new provider.Grant({ accountId: session.accountId, clientId: asking.clientId })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
    renderError: (ctx, { error, error_description: why }) => {
      ctx.body = `${error}: ${why}`
    },
  }
}

/** Whoever is asked signs in at once, or does not want to. */
async function interact(
  provider: Provider,
  { known, faults }: RealProvider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await provider.interactionFinished(
    request,
    response,
    faults.isBrokenOff ? { error: 'access_denied' } : { login: { accountId: known.subject } },
  )
}

async function readTokenRequest(request: IncomingMessage & { body?: object }, shown: RealProvider): Promise<void> {
  const parameters = new URLSearchParams(await text(request))
  shown.asked.push(new URLSearchParams(parameters))
  if (shown.faults.withoutParameter) parameters.delete(shown.faults.withoutParameter)
  request.body = Object.fromEntries(parameters)
}

const json = z.record(z.string(), z.unknown())

function alterAnswer(
  response: ServerResponse,
  alter: (body: Record<string, unknown>) => Record<string, unknown>,
): void {
  const end = response.end.bind(response)
  response.end = (body?: unknown) => {
    const altered = JSON.stringify(alter(json.parse(JSON.parse(String(body)))))
    response.setHeader('content-length', Buffer.byteLength(altered))
    return end(altered)
  }
}

function withOtherToken(body: Record<string, unknown>, faults: Faults, key: KeyObject): Record<string, unknown> {
  if (typeof body.id_token !== 'string' || !(faults.claims || faults.header || faults.by)) return body
  const [header = {}, claims = {}] = body.id_token.split('.', 2).map((part) => json.parse(decoded(part)))
  const said = [faults.header?.(header) ?? header, faults.claims?.(claims) ?? claims].map(encoded).join('.')
  const [, , before = ''] = body.id_token.split('.')
  return { ...body, id_token: `${said}.${signatureOf(said, faults.by ?? key, before)}` }
}

function signatureOf(said: string, by: KeyObject | NonNullable<Faults['by']>, before: string): string {
  if (by === 'NOBODY') return ''
  if (by === 'AS_IT_WAS') return before
  if (by === 'CLIENT_SECRET') return createHmac('sha256', client.clientSecret).update(said).digest('base64url')
  return sign('RSA-SHA256', Buffer.from(said), by).toString('base64url')
}

const decoded = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString())
const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')
