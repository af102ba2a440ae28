import { inject } from 'vitest'
import type { Neo4jAccess } from './server.js'
import type { NoNeo4j } from './setup.js'

/** The server that this file of tests has to itself while it runs: each worker has one. Or why there is none. */
export function sharedNeo4j(): Neo4jAccess | NoNeo4j {
  const servers = inject('neo4j')
  if (servers === undefined) throw new Error('suites that run on both engines stand in tests/contract/')
  if ('missing' in servers) return servers
  const server = servers[Number(process.env.VITEST_POOL_ID) - 1]
  if (server === undefined) throw new Error(`no Neo4j for worker ${process.env.VITEST_POOL_ID} of ${servers.length}`)
  return server
}
