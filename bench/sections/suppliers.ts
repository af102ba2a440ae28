import type { Engine } from '#built/graph/graph.js'
import { judged, mannerOfJudging, milliseconds, ratio, table } from '../markdown.js'
import { measureSuppliers } from '../measure-suppliers.js'
import { type RegisterGraphs, unavailable } from '../register-graphs.js'
import { quantile } from '../timing.js'

/** What lists of suppliers, and coverage as a change would leave it, take beside what asks less of the same. */
export async function suppliers(graphs: RegisterGraphs, engine: Engine, firms: number): Promise<string[]> {
  const title = `## Suppliers, and coverage after a change, ${firms} firms, ${engine === 'neo4j' ? 'Neo4j' : 'embedded'}`
  const missing = await unavailable(engine)
  if (missing !== null) return [title, `Not measured: ${missing}.`]
  const { norrgraph } = await graphs.filled(engine, firms)
  console.log(`Suppliers, ${engine}, ${firms} firms …`)
  const measured = await measureSuppliers(norrgraph)
  return [
    title,
    `One client asks each question in turn with one that asks less of the same, both after the first of a generation; medians in ms.
${mannerOfJudging}`,
    table(
      ['question', 'ms', 'held against', 'ms', 'ratio'],
      measured.map(({ title: what, times, against, lesserTimes, most }) => [
        ...[what, milliseconds(quantile(times, 0.5)), against, milliseconds(quantile(lesserTimes, 0.5))],
        judged(ratio(times, lesserTimes), most),
      ]),
    ),
  ]
}
