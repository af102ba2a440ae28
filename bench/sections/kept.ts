import type { Engine } from '#built/graph/graph.js'
import { judged, milliseconds, ratio, table } from '../markdown.js'
import { measureKept, type SingleTimes, type Throughput } from '../measure-kept.js'
import { checkoutBefore, ownCheckout } from '../norrgraph.js'
import { unavailable } from '../register-graphs.js'
import { quantile } from '../timing.js'

/** How many times as many distinct questions are to be answered as before. */
const LEAST_DISTINCT: Readonly<Record<Engine, number>> = { embedded: 2, neo4j: 2.5 }
const LEAST_SAME = 50

/** What is kept as long as the graph is the same, beside the commit before. */
export async function kept(folder: string, engine: Engine, firms: number): Promise<string[]> {
  const title = `## What is kept while nothing changes, ${firms} firms, ${engine === 'neo4j' ? 'Neo4j' : 'embedded'}`
  const missing = await unavailable(engine)
  if (missing !== null) return [title, `Not measured: ${missing}.`]
  console.log(`What is kept, ${engine}, ${firms} firms …`)
  const before = checkoutBefore()
  const { throughputs, singles } = await measureKept(folder, engine, [ownCheckout, ...(before ? [before] : [])], firms)
  return [
    title,
    `Equal shares of support for a description, coverage of a county, gaps, supplier matches, a page of firms and a firm by its
id, asked by so many clients at once, of this commit and the one before in turn, five runs of each: the median of answers a
second. Distinct questions differ in their variables, every one from all before it.${
      before === null ? ' Not held against the commit before: BENCH_BEFORE names no checkout of it.' : ''
    }`,
    table(
      ['questions', 'clients', 'answers a second', 'before', 'times as many'],
      throughputs.map((each) => throughputCells(each, engine)),
    ),
    'One question of one client at a time, each otherwise than before it, after the first of a generation: medians in ms.',
    table(['question', 'ms', 'before', 'ratio'], singles.map(singleCells)),
  ]
}

function throughputCells({ title, clients, now, before }: Throughput, engine: Engine): string[] {
  const least = title.startsWith('distinct') ? LEAST_DISTINCT[engine] : LEAST_SAME
  const [answers, answersBefore] = [quantile(now, 0.5), quantile(before, 0.5)]
  const times = answers / answersBefore
  const verdict = times >= least ? `${times.toFixed(1)} ✓ (${least})` : `**${times.toFixed(1)} ✗** (${least})`
  return [
    ...[title, String(clients), answers.toFixed(0)],
    ...(before.length === 0 ? ['not measured', ''] : [answersBefore.toFixed(1), verdict]),
  ]
}

/** A row of what a single question took: in ms, before, and their ratio. */
export function singleCells({ title, most, now, before }: SingleTimes): string[] {
  const held =
    before.length === 0 ? ['not measured', ''] : [milliseconds(quantile(before, 0.5)), judged(ratio(now, before), most)]
  return [title, milliseconds(quantile(now, 0.5)), ...held]
}
