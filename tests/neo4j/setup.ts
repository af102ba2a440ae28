import type { TestProject } from 'vitest/node'
import { findNeo4j, type Neo4jProgram, neo4jUnavailable, neo4jVersion, newestNeo4jRelease } from './jars.js'
import { type Neo4jAccess, startNeo4jServers } from './server.js'

/** Why a server is not there, and whether that makes the suites that need it fail, or only be left out. */
export interface NoNeo4j {
  readonly missing: string
  readonly fails: boolean
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The servers that the contract suites share, one for each worker, or why there are none. */
    neo4j: readonly Neo4jAccess[] | NoNeo4j
    /** What starts the newest release, or why it cannot be tried here. */
    newestNeo4j: Neo4jProgram | NoNeo4j
  }
}

/** Starts Neo4j once before the contract suites and ends it after them. With CI=true it has to be there. */
export default async function setup(project: TestProject) {
  const reason = await neo4jUnavailable()
  await provideNewest(project)
  if (reason !== null) {
    project.provide('neo4j', { missing: `Neo4j ${neo4jVersion} (${reason})`, fails: process.env.CI === 'true' })
    return
  }
  try {
    const { servers, stop } = await startNeo4jServers(Number(project.config.maxWorkers))
    project.provide('neo4j', servers)
    return stop
  } catch (error) {
    project.provide('neo4j', { missing: `Neo4j ${neo4jVersion} (${String(error)})`, fails: true })
  }
}

/** Not every machine has a Java that is new enough, which is no failure. */
async function provideNewest(project: TestProject): Promise<void> {
  const found = await findNeo4j(newestNeo4jRelease)
  project.provide(
    'newestNeo4j',
    'missing' in found ? { missing: `Neo4j ${newestNeo4jRelease.version} (${found.missing})`, fails: false } : found,
  )
}
