import { pino } from 'pino'
import type { Graph } from '#built/graph/graph.js'
import type { GraphSettings } from '#built/graph/open.js'
import { createApp } from '#built/server/app.js'
import { openNorrgraph } from '#built/startup/open-norrgraph.js'
import { edition } from '../tests/edition.js'
import { graphqlRequest } from './graphql.js'
import type { MeasuredOperation } from './measured-operation.js'

/**
 * How often each operation calls the database, once what is kept between requests is there. The same on every engine,
 * as nothing above the database's door knows which one runs.
 * @param settings of a graph that no other process has open, where it is embedded.
 */
export async function countDatabaseCalls(
  settings: GraphSettings,
  operations: readonly MeasuredOperation[],
): Promise<number[]> {
  const graph = await openNorrgraph(settings, edition)
  let calls = 0
  const counted: Graph = {
    ...graph,
    read(query, parameters) {
      calls += 1
      return graph.read(query, parameters)
    },
  }
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
  const app = await createApp({ graph: counted, edition }, server, pino({ level: 'silent' }))
  const ask = ({ operation, variables }: MeasuredOperation) =>
    app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { host: 'localhost', 'content-type': 'application/json' },
      payload: graphqlRequest(operation, variables),
    })
  const counts: number[] = []
  for (const operation of operations) {
    await ask(operation)
    calls = 0
    await ask(operation)
    counts.push(calls)
  }
  await app.close()
  await graph.close()
  return counts
}
