import { Kind, type OperationDefinitionNode, parse } from 'graphql'
import { pino } from 'pino'
import { type Charge, chargeOf } from '#built/cost/charge.js'
import { type GraphSize, readGraphSize } from '#built/cost/graph-size.js'
import type { GraphSettings } from '#built/graph/open.js'
import { createApp } from '#built/server/app.js'
import { catalog } from '#built/server/catalog.js'
import { costsIn } from '#built/server/costs.js'
import { createSchema } from '#built/server/schema.js'
import { openNorrgraph } from '#built/startup/open-norrgraph.js'
import { edition } from '../tests/edition.js'
import { workOf } from '../tests/neo4j/process-work.js'
import { anew } from './graphql.js'

/** What a request is charged and what it takes. */
export interface MeasuredCost {
  readonly query: string
  readonly charge: Charge
  /** Milliseconds of all cores that this process and the database took, and until the answer came; the smallest of some. */
  readonly work: number
  readonly waited: number
  readonly bytes: number
}

const TIMES = 3

/** Asks some requests of a graph that this process opens, the server's limits aside. */
export async function measureCosts(
  settings: GraphSettings,
  database: number | null,
  queries: readonly string[],
): Promise<MeasuredCost[]> {
  const graph = await openNorrgraph(settings, edition)
  const size = await readGraphSize(graph)
  const server = {
    host: '127.0.0.1',
    port: 0,
    token: null,
    anonymousWrites: true,
    hosts: [],
    origins: [],
    embedders: [],
    querySeconds: 30,
    ...{ url: null, proxies: [], readers: 'ALL' as const, provider: null },
  }
  const app = await createApp({ graph, edition }, server, pino({ level: 'silent' }))
  let asked = 0
  const ask = async (query: string) => {
    asked += 1
    const begun = process.cpuUsage()
    const ofDatabase = workOf(database)
    const at = performance.now()
    const { body } = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { host: 'localhost', 'content-type': 'application/json' },
      payload: anew(JSON.stringify({ query }), asked),
    })
    const { user, system } = process.cpuUsage(begun)
    if (body.includes('"errors"')) throw new Error(`${query}: ${body.slice(0, 300)}`)
    return {
      work: (user + system) / 1_000 + workOf(database) - ofDatabase,
      waited: performance.now() - at,
      bytes: body.length,
    }
  }
  const measured: MeasuredCost[] = []
  for (const query of queries) {
    await ask(query)
    let best = await ask(query)
    for (let time = 1; time < TIMES; time += 1) {
      const again = await ask(query)
      if (again.work < best.work) best = again
    }
    measured.push({ query, charge: chargeFor(query, size), ...best })
  }
  await app.close()
  await graph.close()
  return measured
}

const schema = createSchema()

function chargeFor(query: string, size: GraphSize): Charge {
  const document = parse(query)
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  )
  if (!operation) throw new Error(`no operation in ${query}`)
  return chargeOf({ schema, catalog, costs: costsIn(edition) }, { document, operation, variables: {} }, size)
}
