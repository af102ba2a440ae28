import { type Measurement, measureOperations } from './measure-operations.js'
import { measureStoring, type StoreTimes } from './measure-storing.js'
import type { MeasuredGraph } from './measured-graphs.js'
import { startNorrgraph } from './norrgraph.js'
import { whileRunning } from './served.js'
import type { Times } from './timing.js'
import { startYardsticks } from './yardsticks/start.js'

/** What was measured on one graph. */
export interface GraphMeasurements {
  readonly title: string
  readonly operations: readonly Measurement[]
  readonly storing: StoreTimes
  /** From an empty graph until ready. */
  readonly coldStart: Times
  /** From a graph that is there until ready; none where the graph does not outlast the program. */
  readonly warmStarts: Times
  /** Of the program's process, in bytes. */
  readonly peakMemory: number | null
}

const WARM_STARTS = 5

/** Starts the program on an empty graph, measures its operations, and starts it again on what it left. */
export async function measureGraph(graph: MeasuredGraph): Promise<GraphMeasurements> {
  const first = await whileRunning(startNorrgraph(graph.norrgraph), async (norrgraph) => {
    const operations = await whileRunning(startYardsticks(graph.yardsticks, 'seed'), (yardsticks) =>
      measureOperations(norrgraph, yardsticks),
    )
    const peakMemory = norrgraph.peakMemory()
    const storing = await measureStoring(norrgraph)
    return { operations, peakMemory, storing, coldStart: [norrgraph.startedIn] }
  })
  const warmStarts: number[] = []
  for (let start = 0; start < (graph.lasting ? WARM_STARTS : 0); start++) {
    warmStarts.push(await whileRunning(startNorrgraph(graph.norrgraph), async ({ startedIn }) => startedIn))
  }
  return { title: graph.title, ...first, warmStarts }
}
