import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countDatabaseCalls } from './database-calls.js'
import { machineFacts } from './machine.js'
import { measureDraws } from './measure-draws.js'
import { type GraphMeasurements, measureGraph } from './measure-graph.js'
import { type MissingGraph, measuredGraphs } from './measured-graphs.js'
import { measuredOperations } from './measured-operations.js'
import { resultsTable } from './results-table.js'

// So that what was started is ended.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const folder = await mkdtemp(join(tmpdir(), 'norrgraph-bench-'))
try {
  const databaseCalls = await countDatabaseCalls(measuredOperations)
  const graphs: (GraphMeasurements | MissingGraph)[] = []
  for (const open of measuredGraphs) {
    const graph = await open(folder)
    console.log(`${graph.title} …`)
    if ('missing' in graph) {
      graphs.push(graph)
      continue
    }
    try {
      graphs.push(await measureGraph(graph))
    } finally {
      await graph.release()
    }
  }
  console.log('Random draws …')
  const draws = await measureDraws()
  const results = resultsTable({ machine: machineFacts(), graphs, databaseCalls, draws })
  await writeFile(join(import.meta.dirname, 'results.md'), results)
  console.log(results)
} finally {
  await rm(folder, { recursive: true, force: true })
}
