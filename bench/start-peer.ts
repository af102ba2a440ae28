import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { GraphSettings } from '#built/graph/open.js'
import { startForked } from './forked.js'
import type { Served } from './served.js'

const folder = join(import.meta.dirname, 'peer')
const packageFile = z.object({ dependencies: z.object({ '@neo4j/graphql': z.string() }) })

/** The peer with its version. */
export function peerTitle(): string {
  const { dependencies } = packageFile.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  return `@neo4j/graphql ${dependencies['@neo4j/graphql']}`
}

/** Why the peer cannot be run on this machine, or null where it can. It is fetched when it is missing. */
export function peerUnavailable(): string | null {
  if (existsSync(join(folder, 'node_modules'))) return null
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'pipe' })
    return null
  } catch {
    return 'npm could not fetch it'
  }
}

/** Starts the process in which the peer answers on a graph in Neo4j. */
export const startPeer = (settings: GraphSettings): Promise<Served> =>
  startForked(join(folder, 'serve.js'), [JSON.stringify(settings)])
