import { countDatabaseCalls } from '../database-calls.js'
import { judged, mannerOfJudging, mebibytes, p50AndP95, ratio, table, timedCells } from '../markdown.js'
import { type GraphMeasurements, measureGraph } from '../measure-graph.js'
import type { Measurement } from '../measure-operations.js'
import { measuredGraphs } from '../measured-graphs.js'
import { seedOperations } from '../seed-operations.js'

/** The operations on the seed alone, and starts, on each graph that can be had. */
export async function seed(folder: string): Promise<string[]> {
  const databaseCalls = await countDatabaseCalls({ engine: 'embedded', path: null }, seedOperations)
  const sections: string[] = []
  for (const open of measuredGraphs) {
    const graph = await open(folder)
    console.log(`${graph.title} …`)
    const title = `## The seed: ${graph.title}`
    if ('missing' in graph) {
      sections.push(title, `Not run: ${graph.missing}.`)
      continue
    }
    try {
      sections.push(title, ...measured(await measureGraph(graph), databaseCalls))
    } finally {
      await graph.release()
    }
  }
  return sections
}

function measured(graph: GraphMeasurements, databaseCalls: readonly number[]): string[] {
  const { operations, storing, coldStart, warmStarts, peakMemory } = graph
  return [
    `${mannerOfJudging}`,
    table(
      ['operation', 'held against', 'p50 ms', 'p95 ms', 'its p50', 'its p95', 'ratio', 'database calls'],
      operations.map((measurement, index) => [...operationCells(measurement), String(databaseCalls[index])]),
    ),
    'Only timed:',
    table(
      ['what', 'times', 'p50 ms', 'p95 ms'],
      [
        timedCells('`spillover-store`, a new run', storing.fresh),
        timedCells('`spillover-store`, a run that is there', storing.again),
        timedCells('start on an empty graph', coldStart),
        ...(warmStarts.length > 0 ? [timedCells('start on the graph that is there', warmStarts)] : []),
      ],
    ),
    `Most memory of the serving process: ${mebibytes(peakMemory)} MiB.`,
  ]
}

const operationCells = ({ measured, yardstick, norrgraph, held }: Measurement): string[] => [
  `\`${measured.operation}\`, ${measured.asked}`,
  yardstick.title,
  ...p50AndP95(norrgraph),
  ...p50AndP95(held),
  judged(ratio(norrgraph, held), yardstick.most),
]
