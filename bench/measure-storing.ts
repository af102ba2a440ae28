import { dataOf, graphqlRequest } from './graphql.js'
import { type HttpClient, httpClient } from './http-client.js'
import type { Served } from './served.js'
import { type Times, timed } from './timing.js'

/** Times of storing runs over HTTP: ones that are new, and ones that are there already. */
export interface StoreTimes {
  readonly fresh: Times
  readonly again: Times
}

const RUNS = 10

/** Stores runs that differ in one share, then asks for the same ones again. */
export async function measureStoring(norrgraph: Served): Promise<StoreTimes> {
  const client = httpClient(norrgraph.address)
  const requests = Array.from({ length: RUNS }, (_, run) => {
    const input = { closure: 'TYPE_I', retention: { share: 0.3 + run / 100 } }
    return graphqlRequest('spillover-store', { input, name: `Bench ${run}` })
  })
  const times = { fresh: await timesOf(client, requests), again: await timesOf(client, requests) }
  client.close()
  return times
}

async function timesOf(client: HttpClient, requests: readonly string[]): Promise<number[]> {
  const times: number[] = []
  for (const request of requests) times.push(await timed(async () => dataOf(await client.post('/graphql', request))))
  return times
}
