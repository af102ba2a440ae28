import { askingAnew, dataOf, graphqlRequest } from './graphql.js'
import { type HttpClient, httpClient } from './http-client.js'
import { messageOf } from './message-of.js'
import { startNorrgraph } from './norrgraph.js'
import { type PeerOperation, peerOperations } from './peer-operations.js'
import type { RegisterGraph } from './register-graphs.js'
import { requireSameFacts } from './same-facts.js'
import { whileRunning } from './served.js'
import { startPeer } from './start-peer.js'
import { type Span, type Times, timeInTurn } from './timing.js'
import { everyFact } from './yardsticks/facts.js'

/** A question's times over HTTP, and the peer's on the same graph; or why there are none. */
export interface PeerMeasurement {
  readonly measured: PeerOperation
  readonly outcome: { readonly norrgraph: Times; readonly peer: Times } | { readonly failed: string }
}

const span: Span = { warmUpMs: 2_000, measureMs: 4_000, most: 500 }

/** Measures what the peer can express, in turn with it, where the two say the same. */
export function measurePeer(graph: RegisterGraph): Promise<PeerMeasurement[]> {
  return whileRunning(startPeer(graph.norrgraph), (peer) =>
    whileRunning(startNorrgraph(graph.norrgraph), async (norrgraph) => {
      const [ours, its] = [httpClient(norrgraph.address), httpClient(peer.address)]
      const measurements: PeerMeasurement[] = []
      for (const measured of peerOperations) {
        measurements.push({ measured, outcome: await outcomeOf(measured, ours, its) })
      }
      ours.close()
      its.close()
      return measurements
    }),
  )
}

async function outcomeOf(
  { operation, variables, itsVariables = variables }: PeerOperation,
  ours: HttpClient,
  its: HttpClient,
): Promise<PeerMeasurement['outcome']> {
  const body = graphqlRequest(operation, variables)
  const itsBody = graphqlRequest(operation, itsVariables, ['peer/operations'])
  const ask = askingAnew(ours, body)
  const askPeer = () => its.post('/graphql', itsBody)
  try {
    requireSameFacts(operation, await ask(), dataOf(await askPeer()), everyFact)
    const [norrgraph = [], peer = []] = await timeInTurn([ask, askPeer], span)
    return { norrgraph, peer }
  } catch (error) {
    return { failed: messageOf(error) }
  }
}
