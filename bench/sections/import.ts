import type { Engine } from '#built/graph/graph.js'
import { judged, mannerOfJudging, mebibytes, milliseconds, ratio, table } from '../markdown.js'
import { type ImportMeasurement, measureImport } from '../measure-import.js'
import { checkoutBefore } from '../norrgraph.js'
import { unavailable } from '../register-graphs.js'
import { quantile } from '../timing.js'

/** How often each size is imported by each way: the larger one is there for its memory. */
const turnsOf = { few: 5, many: 1 }
const MOST = { ofBefore: 0.5, ofBulk: 2, again: 0.1, memory: 1.5 }

/** How long a list of firms takes to import, and how much memory, at two sizes. */
export async function importing(folder: string, engine: Engine, rows: number): Promise<string[]> {
  const title = `## Importing lists of firms, ${engine === 'neo4j' ? 'Neo4j' : 'embedded, on a file'}`
  const missing = await unavailable(engine)
  if (missing !== null) return [title, `Not run: ${missing}.`]
  const measured: ImportMeasurement[] = []
  for (const [count, turns] of [
    [rows, turnsOf.few],
    [4 * rows, turnsOf.many],
  ] as const) {
    console.log(`Importing ${count} firms, ${engine} …`)
    measured.push(await measureImport(folder, engine, count, turns))
  }
  const [few] = measured
  return [
    title,
    `\`norrgraph import firms\` of made-up rows into a graph that holds the seed, from the start of the program to its end, ${turnsOf.few}
times in turn with each of what it is held against; medians. The larger list once, for its memory. The bulk insert is a program that opens the graph and writes
the same nodes and relationships by the engine's own statements, as many rows a transaction. ${
      checkoutBefore() === null ? 'Not held against the commit before: BENCH_BEFORE names no checkout of it. ' : ''
    }${mannerOfJudging}`,
    table(
      [
        ...['rows', 's', 'before', 'ratio', 'bulk insert', 'ratio', 'same file again', 'ratio to before'],
        ...['most memory MiB', `ratio to ${rows} rows`, 'before', 'bulk insert'],
      ],
      measured.map((each) => cells(each, few ?? each)),
    ),
  ]
}

const seconds = (times: readonly number[]): string => milliseconds(quantile(times, 0.5) / 1_000)

function cells({ rows, now, again, bulk, before }: ImportMeasurement, few: ImportMeasurement): string[] {
  const notMeasured = 'not measured'
  const growth = now.peak === null || few.now.peak === null ? null : now.peak / few.now.peak
  return [
    ...[String(rows), seconds(now.times)],
    ...(before
      ? [seconds(before.times), judged(ratio(now.times, before.times), MOST.ofBefore)]
      : [notMeasured, notMeasured]),
    ...[seconds(bulk.times), judged(ratio(now.times, bulk.times), MOST.ofBulk), seconds(again.times)],
    before ? judged(ratio(again.times, before.times), MOST.again) : notMeasured,
    mebibytes(now.peak),
    growth === null ? 'not known' : judged(growth, rows === few.rows ? null : MOST.memory),
    ...[before ? mebibytes(before.peak) : notMeasured, mebibytes(bulk.peak)],
  ]
}
