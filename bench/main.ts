import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countDatabaseCalls } from './database-calls.js'
import { machineFacts } from './machine.js'
import { measureCalculation } from './measure-calculation.js'
import { measureDraws } from './measure-draws.js'
import { type GraphMeasurements, measureGraph } from './measure-graph.js'
import { type MissingGraph, measuredGraphs } from './measured-graphs.js'
import { measuredOperations } from './measured-operations.js'
import { calculated, resultsTable } from './results-table.js'

// So that what was started is ended.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

// `npm run bench -- --only calculation` prints that section and leaves the file alone.
if (process.argv.includes('--only')) {
  const only = process.argv[process.argv.indexOf('--only') + 1]
  if (only !== 'calculation') throw new Error('--only takes calculation')
  console.log(calculated(await measureCalculation()).join('\n\n'))
  process.exit()
}

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
  console.log('The calculation …')
  const calculation = await measureCalculation()
  console.log('Random draws …')
  const draws = await measureDraws()
  const results = resultsTable({ machine: machineFacts(), graphs, databaseCalls, calculation, draws })
  await writeFile(join(import.meta.dirname, 'results.md'), results)
  console.log(results)
} finally {
  await rm(folder, { recursive: true, force: true })
}
