import type { Engine } from '#built/graph/graph.js'
import { costlyRequests } from '../costly-requests.js'
import { milliseconds, table } from '../markdown.js'
import { type MeasuredCost, measureCosts } from '../measure-costs.js'
import { type RegisterGraphs, unavailable } from '../register-graphs.js'

const LONGEST_SHOWN = 110

/** What requests are charged before they run, beside what they take. */
export async function costs(graphs: RegisterGraphs, engine: Engine, firms: number): Promise<string[]> {
  const title = `## What requests are charged, ${firms} firms, ${engine}`
  const missing = await unavailable(engine)
  if (missing !== null) return [title, `Not measured: ${missing}.`]
  const { norrgraph, database } = await graphs.filled(engine, firms)
  const measured = await measureCosts(norrgraph, database, costlyRequests)
  return [
    title,
    'The work is of the process that answers and of the database, all of their threads; the least of three times.',
    table(['request', 'charged ms', 'work ms', 'waited ms', 'charged MB', 'answer kB'], measured.map(cells)),
  ]
}

const cells = ({ query, charge, work, waited, bytes }: MeasuredCost): string[] => [
  `\`${query.length > LONGEST_SHOWN ? `${query.slice(0, LONGEST_SHOWN)}…` : query}\``,
  ...[charge.work, work, waited].map(milliseconds),
  (charge.memory / 1e6).toFixed(1),
  (bytes / 1_000).toFixed(0),
]
