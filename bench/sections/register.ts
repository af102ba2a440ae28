import type { Engine } from '#built/graph/graph.js'
import { judged, mannerOfJudging, mebibytes, milliseconds, p50AndP95, ratio, table } from '../markdown.js'
import { measureRegister, type RegisterMeasurement } from '../measure-register.js'
import { type RegisterGraph, type RegisterGraphs, unavailable } from '../register-graphs.js'
import type { RegisterOperation } from '../register-operations.js'
import { quantile } from '../timing.js'

const MOST_OF_BOUNDED = 1.5

/** The operations on firms, at the size of a register and at a tenth of it. */
export async function register(graphs: RegisterGraphs, engine: Engine, firms: number): Promise<string[]> {
  const title = `## ${firms} firms, ${engine === 'neo4j' ? 'Neo4j' : 'embedded, on a file'}`
  const missing = await unavailable(engine)
  if (missing !== null) return [title, `Not run: ${missing}.`]
  const tenth = await graphs.filled(engine, Math.round(firms / 10))
  const full = await graphs.filled(engine, firms)
  console.log(`${firms} firms, ${engine} …`)
  return registerSection(title, full, tenth, await measureRegister(full, tenth))
}

function registerSection(
  title: string,
  full: RegisterGraph,
  tenth: RegisterGraph,
  measurements: readonly RegisterMeasurement[],
): string[] {
  return [
    title,
    table(['firms', 'relationships', 'loaded in s', 'relationships a second'], [tenth, full].map(loadCells)),
    `Each operation in turn here, on ${tenth.firms} firms, and its yardstick. Of what looks at no more where there are more firms,
the ratio to a tenth of them may be ${MOST_OF_BOUNDED}; of what counts or orders them it may be that of n log n. ${mannerOfJudging}`,
    table(
      [
        ...['operation', 'p50 ms', 'p95 ms', 'held against', 'its p50', 'ratio'],
        ...[`p50 on ${tenth.firms}`, 'ratio to that', 'database calls', 'most memory MiB'],
      ],
      measurements.map((measurement) => cells(measurement, full.firms, tenth.firms)),
    ),
  ]
}

const loadCells = ({ firms, relationships, loadedIn }: RegisterGraph): string[] => [
  String(firms),
  String(relationships),
  (loadedIn / 1000).toFixed(0),
  ((1000 * relationships) / loadedIn).toFixed(0),
]

function cells({ measured, databaseCalls, outcome }: RegisterMeasurement, firms: number, fewer: number): string[] {
  const what = `\`${measured.operation}\`, ${measured.asked}`
  if ('failed' in outcome)
    return [what, `not measured: ${outcome.failed}`, '', '', '', '', '', '', String(databaseCalls), '']
  const { norrgraph, tenth, held, peakMemory } = outcome
  const { yardstick } = measured
  const against =
    held && yardstick
      ? [yardstick.title, milliseconds(quantile(held, 0.5)), judged(ratio(norrgraph, held), yardstick.most)]
      : ['only timed', '', '']
  return [
    what,
    ...p50AndP95(norrgraph),
    ...against,
    milliseconds(quantile(tenth, 0.5)),
    judged(ratio(norrgraph, tenth), mostGrowth(measured, firms, fewer)),
    String(databaseCalls),
    mebibytes(peakMemory),
  ]
}

function mostGrowth({ grows }: RegisterOperation, firms: number, fewer: number): number {
  const work = (n: number) => n * Math.log(n)
  return grows === 'BOUNDED' ? MOST_OF_BOUNDED : Number((work(firms) / work(fewer)).toFixed(1))
}
