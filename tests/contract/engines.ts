import { afterAll, beforeAll, describe, it } from 'vitest'
import type { Engine, Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { type KeptKnowledge, Reference, References } from '../../src/reference/reference.js'
import { bringUpToDate } from '../../src/startup/open-norrgraph.js'
import { edition } from '../edition.js'
import { type Neo4jAccess, order } from '../neo4j/server.js'
import { sharedNeo4j } from '../neo4j/shared.js'
import { openSeededGraph } from '../seed/seeded-graph.js'
import { type Api, openApi } from './api.js'

/**
 * Declares a suite that runs on both engines. `open` opens an empty graph, brought up to date, and `openSeeded` one that
 * the program begins with: its seed and the report's run. On Neo4j a file has one database, so each takes away what an earlier
 * suite left. A case that an engine cannot do says so by `engine`.
 */
export function describeOnEachEngine(
  name: string,
  cases: (open: () => Promise<Graph>, engine: Engine, openSeeded: () => Promise<Graph>) => void,
): void {
  describe(`${name}, embedded`, () => cases(openEmptyEmbedded, 'embedded', openSeededGraph))

  const server = sharedNeo4j()
  if (!('missing' in server)) {
    describe(`${name}, neo4j`, () => {
      cases(
        () => openEmpty(server),
        'neo4j',
        () => openSeededNeo4j(server),
      )
    })
  } else if (server.fails) {
    it(`${name}, neo4j`, () => {
      throw new Error(`Not run: ${server.missing}`)
    })
  } else {
    const none = () => Promise.reject(new Error(server.missing))
    describe.skip(`${name}, neo4j`, () => cases(none, 'neo4j', none))
  }
}

/** What a suite is given: it is there within cases and hooks. */
export interface Given extends KeptKnowledge<Graph> {
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
  describeOnEachEngine(name, (_, engine, openSeeded) => {
    let graph: Graph
    let api: Api
    let references: References
    beforeAll(async () => {
      graph = await openSeeded()
      await fill(graph)
      api = await openApi(graph)
      references = new References(graph, edition)
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
      get reference() {
        return new Reference(references)
      },
      get api() {
        return api
      },
    }
    cases(given, engine)
  })
}

/** A graph on each engine. */
interface BothGraphs {
  readonly embedded: Graph
  readonly neo4j: Graph
}

/**
 * Declares a suite that asks both engines together, left out where there is no Neo4j. `open` opens an empty graph on each,
 * `openSeeded` one that the program begins with.
 */
export function describeOnBothEngines(
  name: string,
  cases: (open: () => Promise<BothGraphs>, openSeeded: () => Promise<BothGraphs>) => void,
): void {
  const server = sharedNeo4j()
  if ('missing' in server) {
    const none = () => Promise.reject(new Error(`Not run: ${server.missing}`))
    describe.skipIf(!server.fails)(name, () => cases(none, none))
  } else {
    describe(name, () =>
      cases(
        async () => ({ embedded: await openEmptyEmbedded(), neo4j: await openEmpty(server) }),
        async () => ({ embedded: await openSeededGraph(), neo4j: await openSeededNeo4j(server) }),
      ),
    )
  }
}

/** Declares a suite of two processes on one database, left out where there is no Neo4j: an embedded graph has one process. */
export function describeOnTwoConnections(name: string, cases: (open: () => Promise<[Graph, Graph]>) => void): void {
  const server = sharedNeo4j()
  if ('missing' in server) {
    describe.skipIf(!server.fails)(name, () => cases(() => Promise.reject(new Error(`Not run: ${server.missing}`))))
  } else {
    describe(name, () => cases(async () => [await openEmpty(server), await openGraph({ engine: 'neo4j', ...server })]))
  }
}

const openEmptyEmbedded = () => openGraph({ engine: 'embedded', path: null })

/** By statements that were planned for what the program begins with: what is empty would mislead them. */
async function openEmpty(server: Neo4jAccess): Promise<Graph> {
  const isKept = await order(server, 'empty')
  if (!isKept) {
    await keepSeeded(server)
    await order(server, 'empty')
  }
  return openGraph({ engine: 'neo4j', ...server })
}

/** Seeds a server's database once, and brings back what it held then where something was written since. */
async function openSeededNeo4j(server: Neo4jAccess): Promise<Graph> {
  const isRestored = await order(server, 'restore')
  if (!isRestored) {
    await order(server, 'empty')
    await keepSeeded(server)
  }
  return openGraph({ engine: 'neo4j', ...server })
}

async function keepSeeded(server: Neo4jAccess): Promise<void> {
  const graph = await openGraph({ engine: 'neo4j', ...server })
  await bringUpToDate(graph, edition)
  await graph.close()
  await order(server, 'keep')
}
