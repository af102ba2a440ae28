import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, describe, inject, it } from 'vitest'
import type { Knowledge } from '../../src/edition/knowledge.js'
import type { Engine, Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { bringUpToDate } from '../../src/startup/open-norrgraph.js'
import { edition } from '../edition.js'
import type { Neo4jAccess } from '../neo4j/server.js'
import { type Api, openApi } from './api.js'

/**
 * Declares a suite that runs on both engines. `open` opens an empty graph, brought up to date; on Neo4j there is one
 * database, so it takes away what an earlier suite left. A case that an engine cannot do says so by `engine`.
 */
export function describeOnEachEngine(name: string, cases: (open: () => Promise<Graph>, engine: Engine) => void): void {
  describe(`${name}, embedded`, () => cases(() => openGraph({ engine: 'embedded', path: null }), 'embedded'))

  const server = sharedServer()
  if (!('missing' in server)) {
    describe(`${name}, neo4j`, () => cases(() => openEmpty(server), 'neo4j'))
  } else if (server.fails) {
    it(`${name}, neo4j`, () => {
      throw new Error(`Not run: ${server.missing}`)
    })
  } else {
    describe.skip(`${name}, neo4j`, () => cases(() => Promise.reject(new Error(server.missing)), 'neo4j'))
  }
}

/** What a suite is given: it is there within cases and hooks. */
export interface Given extends Knowledge<Graph> {
  readonly api: Api
}

/**
 * Declares a suite that runs on both engines over the graph that the program begins with: its seed and the report's run.
 * @param fill adds to it before the first case.
 */
export function describeOnSeededGraph(
  name: string,
  cases: (given: Given, engine: Engine) => void,
  fill: (graph: Graph) => Promise<unknown> = () => Promise.resolve(),
): void {
  describeOnEachEngine(name, (open, engine) => {
    let graph: Graph
    let api: Api
    beforeAll(async () => {
      graph = await open()
      await bringUpToDate(graph, edition)
      await fill(graph)
      api = await openApi(graph)
    }, 180_000)
    afterAll(async () => {
      await api.close()
      await graph.close()
    })
    const given: Given = {
      edition,
      get graph() {
        return graph
      },
      get api() {
        return api
      },
    }
    cases(given, engine)
  })
}

/**
 * Declares a suite that asks both engines together, left out where there is no Neo4j. `open` opens an empty graph on each.
 */
export function describeOnBothEngines(
  name: string,
  cases: (open: () => Promise<{ embedded: Graph; neo4j: Graph }>) => void,
): void {
  const server = sharedServer()
  if ('missing' in server) {
    describe.skipIf(!server.fails)(name, () => cases(() => Promise.reject(new Error(`Not run: ${server.missing}`))))
  } else {
    describe(name, () =>
      cases(async () => ({
        embedded: await openGraph({ engine: 'embedded', path: null }),
        neo4j: await openEmpty(server),
      })),
    )
  }
}

/** Declares a suite of two processes on one database, left out where there is no Neo4j: an embedded graph has one process. */
export function describeOnTwoConnections(name: string, cases: (open: () => Promise<[Graph, Graph]>) => void): void {
  const server = sharedServer()
  if ('missing' in server) {
    describe.skipIf(!server.fails)(name, () => cases(() => Promise.reject(new Error(`Not run: ${server.missing}`))))
  } else {
    describe(name, () => cases(async () => [await openEmpty(server), await openGraph({ engine: 'neo4j', ...server })]))
  }
}

function sharedServer() {
  const server = inject('neo4j')
  if (server === undefined) throw new Error('suites that run on both engines stand in tests/contract/')
  return server
}

async function openEmpty(access: Neo4jAccess): Promise<Graph> {
  await removeEverything(access)
  return openGraph({ engine: 'neo4j', ...access })
}

/** Removes all nodes and relationships; indexes and constraints stay, as they are the same for every graph. */
async function removeEverything({ uri, username, password }: Neo4jAccess): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password))
  const session = driver.session()
  try {
    // Outside a managed transaction, which CALL … IN TRANSACTIONS refuses.
    await session.run('MATCH (node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS')
  } finally {
    await session.close()
    await driver.close()
  }
}
