import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import { z } from 'zod'
import type { Person } from '../accounts/provided-accounts.js'
import type { ProviderSettings } from '../startup/settings.js'

/** Seconds that the provider is waited for, at each of what it is asked. */
const PATIENCE = 10
/** Seconds by which its clock may differ from this one. */
const SKEW = 10

/** What the provider's answer is held against. */
export const flowShape = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Where it comes back to. */
  redirectUri: z.string(),
  /** The page that whoever signs in wants to see then. */
  returnTo: z.string(),
  /** When it began, in milliseconds. */
  at: z.number(),
})
export type Flow = z.infer<typeof flowShape>

/** Why somebody is not signed in by the provider. Its message is for the log: it holds nothing that a client or the provider sent. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError'
  constructor(
    readonly kind: 'UNREACHABLE' | 'NOT_SET_UP' | 'BROKEN_OFF' | 'NOT_BELIEVED',
    message: string,
  ) {
    super(message)
  }
}

/** A provider of OpenID Connect, asked what it can when it is first needed, and again after it could not be reached. */
export class Provider {
  private known: Promise<Configuration> | null = null

  constructor(private readonly settings: ProviderSettings) {}

  /**
   * Where somebody signs in, and what the answer is held against.
   * @throws ProviderError
   */
  async begin(redirectUri: string, returnTo: string): Promise<{ readonly address: string; readonly flow: Flow }> {
    const configuration = await this.configuration()
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
    const address = buildAuthorizationUrl(configuration, {
      ...{ redirect_uri: redirectUri, scope: 'openid profile email', state, nonce },
      ...{ code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
    })
    return { address: address.href, flow: { state, nonce, verifier, redirectUri, returnTo, at: Date.now() } }
  }

  /**
   * Who somebody is that the provider sent back.
   * @param search what stands in the address from its question mark on.
   * @throws ProviderError where anything is otherwise than it was begun, or signed by nobody who may.
   */
  async end({ redirectUri, state, nonce, verifier }: Flow, search: string): Promise<Person> {
    const configuration = await this.configuration()
    const came = new URL(redirectUri)
    came.search = search
    try {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
      return personIn((await authorizationCodeGrant(configuration, came, checks)).claims())
    } catch (error) {
      throw refusalOf(error)
    }
  }

  private async configuration(): Promise<Configuration> {
    this.known ??= discovered(this.settings)
    try {
      return await this.known
    } catch (error) {
      this.known = null
      const { kind, message } = refusalOf(error)
      throw new ProviderError(kind === 'NOT_BELIEVED' ? 'NOT_SET_UP' : kind, message)
    }
  }
}

async function discovered({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  const server = new URL(issuer)
  const configuration = await discovery(
    server,
    clientId,
    { client_secret: clientSecret, [clockTolerance]: SKEW },
    secretAsItIsTaken(clientSecret),
    { timeout: PATIENCE, execute: server.protocol === 'http:' ? [allowInsecureRequests] : [] },
  )
  // The library lets an issuer that stands for every organisation of a cloud pass for each of them.
  if (new URL(configuration.serverMetadata().issuer).href !== server.href) {
    throw new ProviderError('NOT_SET_UP', 'it calls itself otherwise than NORRGRAPH_OIDC_ISSUER does')
  }
  // Signatures are looked at although the token comes from the provider itself: what stands between may be no end to end.
  enableNonRepudiationChecks(configuration)
  return configuration
}

/** The secret in the body of a request where that is taken: encoded in its header, it is read in two ways. */
function secretAsItIsTaken(secret: string): ClientAuth {
  const [post, basic] = [ClientSecretPost(secret), ClientSecretBasic(secret)]
  return (server, ...request) => {
    const isPosted = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') === true
    return (isPosted ? post : basic)(server, ...request)
  }
}

const claim = z.string().nullable().catch(null).default(null)
const claims = z.object({ iss: z.string(), sub: z.string(), preferred_username: claim, email: claim, name: claim })

function personIn(said: unknown): Person {
  const { iss: issuer, sub: subject, preferred_username: preferredName, email, name: fullName } = claims.parse(said)
  return { issuer, subject, preferredName, email, fullName }
}

/** Errors of the library that say that the provider did not answer as one does. */
const unanswered = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']

function refusalOf(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error
  if (error instanceof AuthorizationResponseError) return new ProviderError('BROKEN_OFF', word(error.error))
  if (error instanceof WWWAuthenticateChallengeError) return new ProviderError('NOT_SET_UP', 'invalid_client')
  if (error instanceof ResponseBodyError) {
    const isOfClient = /^(invalid|unauthorized)_client$/.test(error.error)
    return new ProviderError(isOfClient ? 'NOT_SET_UP' : 'NOT_BELIEVED', word(error.error))
  }
  const code = error instanceof ClientError ? (error.code ?? '') : ''
  if (unanswered.includes(code)) return new ProviderError('UNREACHABLE', word(code))
  // What `fetch` throws where nobody answers.
  if (error instanceof TypeError && !('code' in error)) return new ProviderError('UNREACHABLE', causeOf(error))
  return new ProviderError('NOT_BELIEVED', word(code))
}

const causeOf = ({ cause }: Error): string =>
  cause instanceof Error && 'code' in cause ? word(String(cause.code)) : 'no answer'

/** A word of the protocol as it may stand in a log: others could say anything. */
const word = (said: string): string => (/^[A-Za-z_]{1,60}$/.test(said) ? said : 'for another reason')
