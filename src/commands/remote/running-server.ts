import { z } from 'zod'
import { RefusedError } from '../../kernel/refused-error.js'
import { withSecretsOfFiles } from '../../startup/secret-files.js'
import { complain } from '../say.js'
import { patientRequest, type Sent } from './patient-request.js'

const reply = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }))
    .optional(),
})

/** A server that runs, as a command line asks it. */
export interface RunningServer {
  /** Where it is, without a slash at its end. */
  readonly address: string
  /**
   * Asks its API.
   * @throws RefusedError with what it says, also where nothing of Norrgraph's answers there.
   */
  readonly ask: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>
  /**
   * Sends a request to one of its addresses, such as `/backup`, with the token, and waits as long as the answer takes.
   * @throws RefusedError with what it says where it refuses, also where nothing answers.
   */
  readonly send: (path: string, request?: Sent) => Promise<Response>
}

/**
 * A running server.
 * @param url its address, with or without `http://` and `/graphql`.
 * @param environment has the token that is sent, in NORRGRAPH_TOKEN or the file that NORRGRAPH_TOKEN_FILE names.
 * @throws RefusedError for what is no address; SettingsError for a file that cannot be read.
 */
export function runningServer(url: string, environment: NodeJS.ProcessEnv = process.env): RunningServer {
  const address = addressOf(url)
  const token = tokenIn(environment)
  if (token !== null && !isPrivate(address)) {
    complain(`The token goes to ${address} unencrypted: give --url an https address where there is one.`)
  }
  const nobody = () =>
    new RefusedError(`No Norrgraph server answers at ${address}/graphql: start it, or leave --url out.`)

  async function send(path: string, { headers, ...request }: Sent = {}): Promise<Response> {
    const bearer = token === null ? {} : { authorization: `Bearer ${token}` }
    const sent = { ...request, headers: { ...headers, ...bearer } }
    const response = await patientRequest(`${address}${path}`, sent).catch((error) => {
      throw error instanceof RefusedError ? error : nobody()
    })
    if (response.status >= 300 && response.status < 400) {
      throw new RefusedError(`${address} sends one on to ${response.headers.get('location')}: give --url that address.`)
    }
    if (response.ok) return response
    const said = reply.safeParse(await response.json().catch(() => null))
    throw said.data?.errors ? refusal(said.data.errors, token) : nobody()
  }

  return {
    address,
    send,
    async ask(query, variables) {
      const response = await send('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
      const said = reply.safeParse(await response.json().catch(() => null))
      if (!said.success) throw nobody()
      if (said.data.errors) throw refusal(said.data.errors, token)
      return said.data.data
    },
  }
}

/** @throws RefusedError for what is no address, and for one with a password in it, which `ps` would show. */
function addressOf(url: string): string {
  const text = url.includes('://') ? url : `http://${url}`
  const parsed = URL.canParse(text) ? new URL(text) : null
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username !== '' || parsed.password !== '') {
    throw new RefusedError('--url takes the address of a server, such as http://127.0.0.1:4000')
  }
  return text.replace(/\/(graphql)?$/, '')
}

function tokenIn(environment: NodeJS.ProcessEnv): string | null {
  const token = withSecretsOfFiles(environment).NORRGRAPH_TOKEN?.trim() ?? ''
  if (token === '') return null
  if (/^[\x21-\x7e]+$/.test(token)) return token
  throw new RefusedError('NORRGRAPH_TOKEN holds signs that no token has')
}

/** Whether nobody on the way can read what is sent. */
const isPrivate = (address: string): boolean =>
  address.startsWith('https:') || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(address).hostname)

type Errors = NonNullable<z.infer<typeof reply>['errors']>

function refusal(errors: Errors, token: string | null): RefusedError {
  const isUnknown = errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')
  const hint = isUnknown && token === null ? ': set NORRGRAPH_TOKEN, or NORRGRAPH_TOKEN_FILE, to a token' : ''
  return new RefusedError(`${errors.map(({ message }) => message).join('\n')}${hint}`)
}
