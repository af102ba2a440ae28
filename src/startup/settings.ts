import { isIP } from 'node:net'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { GraphSettings } from '../graph/open.js'
import { programFolder } from '../kernel/program-folder.js'
import { withSecretsOfFiles } from './secret-files.js'
import { SettingsError } from './settings-error.js'

/** Where the server listens and who may do what. */
export interface ServerSettings {
  readonly host: string
  readonly port: number
  /** Who sends it as a bearer token may write from anywhere; null: nobody may. */
  readonly token: string | null
  /** Whether whoever reaches it on this machine may write without the token. */
  readonly anonymousWrites: boolean
  /** Host names that it answers to beside loopback. */
  readonly hosts: readonly string[]
  /** Origins that may call it from a browser. */
  readonly origins: readonly string[]
  /** Origins of sites that may show the pages in a frame of theirs. */
  readonly embedders: readonly string[]
  /** How long a request may take, draws aside. */
  readonly querySeconds: number
  /** The address that people know it by, such as `https://norrgraph.example`, where it stands behind a proxy; else null. */
  readonly url: string | null
  /** Addresses of proxies whose word is taken for whom they ask for. */
  readonly proxies: readonly string[]
  /** Who may read. */
  readonly readers: 'ALL' | 'ACCOUNTS'
  /** Where people of an organisation sign in (OpenID Connect); null for nowhere. */
  readonly provider: ProviderSettings | null
}

/** How this server is known to a provider of sign-in. */
export interface ProviderSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** The region that comes with the program. */
export const ownSeed = fileURLToPath(new URL('seed', programFolder))

export interface Settings {
  /** The region's folder. */
  readonly seed: string
  readonly graph: GraphSettings
  readonly server: ServerSettings
}

const text = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional()

const list = z
  .string()
  .default('')
  .transform((value) => value.split(/[\s,]+/).filter((part) => part !== ''))

/** Of what a host is: marks that would mean something else in a header, such as one that stands for every site, are none. */
const hostForm = /^([a-z\d_-]+(\.[a-z\d_-]+)*\.?|\[[a-f\d:.]+\])$/

/** An origin: a scheme of the web, a host, perhaps a port, and nothing else. */
function originIn(value: string, context: z.RefinementCtx): string {
  const url = URL.canParse(value) ? new URL(value) : null
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && hostForm.test(url.hostname) && url.pathname === '/'
  if (isOrigin && !/[?#@]/.test(value)) return url.origin
  context.addIssue({ code: 'custom', message: 'must be an address without a path, such as https://norrgraph.example' })
  return z.NEVER
}

const origin = text.transform((value, context) => (value === undefined ? null : originIn(value, context)))

const portRange = 'must be from 0 to 65535'

const variables = z.object({
  HOST: text,
  PORT: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce
      .number({ error: 'must be a number' })
      .int('must be a whole number')
      .min(0, portRange)
      .max(65_535, portRange)
      .default(4000),
  ),
  NORRGRAPH_DATA: text,
  NORRGRAPH_SEED: text,
  NEO4J_URI: text,
  NEO4J_USERNAME: text,
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_DATABASE: text,
  NORRGRAPH_TOKEN: text,
  NORRGRAPH_ANONYMOUS_WRITES: z.preprocess(
    (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim().toLowerCase() : 'yes'),
    z.enum(['yes', 'no'], { error: 'must be yes or no' }).transform((value) => value === 'yes'),
  ),
  NORRGRAPH_URL: origin,
  NORRGRAPH_PROXIES: list,
  NORRGRAPH_READ: z.preprocess(
    (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim().toLowerCase() : 'all'),
    z
      .enum(['all', 'accounts'], { error: 'must be all or accounts' })
      .transform((value) => (value === 'all' ? 'ALL' : 'ACCOUNTS')),
  ),
  NORRGRAPH_OIDC_ISSUER: text,
  NORRGRAPH_OIDC_CLIENT_ID: text,
  NORRGRAPH_OIDC_CLIENT_SECRET: text,
  NORRGRAPH_HOSTS: list,
  NORRGRAPH_CORS: list,
  NORRGRAPH_EMBED: list.transform((listed, context) => listed.map((each) => originIn(each, context))),
  NORRGRAPH_QUERY_SECONDS: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number({ error: 'must be a number' }).min(1, 'must be 1 or more').default(30),
  ),
})

/**
 * Reads the settings from environment variables.
 * @throws SettingsError
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = variables.safeParse(withSecretsOfFiles(environment))
  if (!read.success) {
    const [issue] = read.error.issues
    throw new SettingsError(`${issue?.path.join('.')} ${issue?.message}: ${environment[String(issue?.path[0])]}`)
  }
  const { data } = read
  return {
    seed: data.NORRGRAPH_SEED ?? ownSeed,
    graph: graphSettings(data),
    server: {
      host: data.HOST ?? '127.0.0.1',
      port: data.PORT,
      token: data.NORRGRAPH_TOKEN ?? null,
      anonymousWrites: data.NORRGRAPH_ANONYMOUS_WRITES,
      hosts: data.NORRGRAPH_HOSTS,
      origins: data.NORRGRAPH_CORS,
      embedders: data.NORRGRAPH_EMBED,
      querySeconds: data.NORRGRAPH_QUERY_SECONDS,
      url: data.NORRGRAPH_URL,
      proxies: proxiesIn(data.NORRGRAPH_PROXIES),
      readers: data.NORRGRAPH_READ,
      provider: providerSettings(data),
    },
  }
}

/** @throws SettingsError for what is no address, and no range of addresses. */
function proxiesIn(listed: readonly string[]): readonly string[] {
  const wrong = listed.find((each) => {
    const [address = '', bits, ...more] = each.split('/')
    const most = isIP(address) === 6 ? 128 : 32
    return (
      isIP(address) === 0 || more.length > 0 || (bits !== undefined && !(/^\d+$/.test(bits) && Number(bits) <= most))
    )
  })
  if (wrong === undefined) return listed
  throw new SettingsError(`NORRGRAPH_PROXIES must be addresses or ranges, such as 10.0.0.7 or 10.0.0.0/24: ${wrong}`)
}

function providerSettings(data: z.infer<typeof variables>): ProviderSettings | null {
  const { NORRGRAPH_OIDC_ISSUER: issuer, NORRGRAPH_OIDC_CLIENT_ID: clientId } = data
  const clientSecret = data.NORRGRAPH_OIDC_CLIENT_SECRET
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new SettingsError(
      'NORRGRAPH_OIDC_ISSUER, NORRGRAPH_OIDC_CLIENT_ID and NORRGRAPH_OIDC_CLIENT_SECRET go together: set all three or none',
    )
  }
  const { protocol, hostname, search, hash, username } = URL.canParse(issuer) ? new URL(issuer) : new URL('none:')
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
  if (!(protocol === 'https:' || (protocol === 'http:' && isHere)) || search || hash || username) {
    throw new SettingsError(
      `NORRGRAPH_OIDC_ISSUER must be an address of https, on this machine also of http: ${issuer}`,
    )
  }
  return { issuer, clientId, clientSecret }
}

function graphSettings(data: z.infer<typeof variables>): GraphSettings {
  if (data.NEO4J_URI === undefined) {
    const path = data.NORRGRAPH_DATA ?? 'data'
    return { engine: 'embedded', path: path === ':memory:' ? null : path }
  }
  if (data.NEO4J_PASSWORD === undefined) {
    throw new SettingsError('NEO4J_PASSWORD is not set: NEO4J_URI needs it, and NEO4J_USERNAME if it is not neo4j')
  }
  return {
    engine: 'neo4j',
    uri: data.NEO4J_URI,
    username: data.NEO4J_USERNAME ?? 'neo4j',
    password: data.NEO4J_PASSWORD,
    ...(data.NEO4J_DATABASE === undefined ? {} : { database: data.NEO4J_DATABASE }),
  }
}
