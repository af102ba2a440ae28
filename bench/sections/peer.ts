import { judged, mannerOfJudging, p50AndP95, ratio, table } from '../markdown.js'
import { measurePeer, type PeerMeasurement } from '../measure-peer.js'
import { type RegisterGraphs, unavailable } from '../register-graphs.js'
import { peerTitle, peerUnavailable } from '../start-peer.js'

/** The most of the peer's time that an answer may take. */
const MOST = 0.7

/** The same questions to the peer, on the same Neo4j. */
export async function peer(graphs: RegisterGraphs, firms: number): Promise<string[]> {
  const title = `## Against ${peerTitle()}, ${firms} firms, Neo4j`
  const missing = (await unavailable('neo4j')) ?? peerUnavailable()
  if (missing !== null) return [title, `Not run: ${missing}.`]
  const graph = await graphs.filled('neo4j', firms)
  console.log(`${peerTitle()} …`)
  return [
    title,
    `In a process of its own behind a bare HTTP server that parses and checks each text once. ${mannerOfJudging}`,
    table(['question', 'p50 ms', 'p95 ms', 'its p50', 'its p95', 'ratio'], (await measurePeer(graph)).map(cells)),
  ]
}

function cells({ measured, outcome }: PeerMeasurement): string[] {
  const what = `\`${measured.operation}\`, ${measured.asked}`
  if ('failed' in outcome) return [what, `not measured: ${outcome.failed}`, '', '', '', '']
  const { norrgraph, peer: its } = outcome
  return [what, ...p50AndP95(norrgraph), ...p50AndP95(its), judged(ratio(norrgraph, its), MOST)]
}
