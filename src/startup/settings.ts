import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { GraphSettings } from '../graph/open.js'
import { programFolder } from '../kernel/program-folder.js'

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
  /** How long a request may take, draws aside. */
  readonly querySeconds: number
}

/** The region that comes with the program. */
export const ownSeed = fileURLToPath(new URL('seed', programFolder))

export interface Settings {
  /** The region's folder. */
  readonly seed: string
  readonly graph: GraphSettings
  readonly server: ServerSettings
}

/** A setting that cannot be used. The message is one line that names the variable and what to do. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
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
  NORRGRAPH_HOSTS: list,
  NORRGRAPH_CORS: list,
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
  const read = variables.safeParse(environment)
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
      querySeconds: data.NORRGRAPH_QUERY_SECONDS,
    },
  }
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
