import { judged, mebibytes, milliseconds, table } from '../markdown.js'
import { type Attack, type DoorTimes, measureDoor } from '../measure-door.js'
import type { RegisterGraphs } from '../register-graphs.js'
import { quantile, type Times } from '../timing.js'

/** In ms, of 99 answers of 100 about health. */
const LONGEST_WAIT = 100

/** A field under many aliases, each with another argument. */
const times = (count: number, field: (index: number) => string): string =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${field(index)}`).join(' ')} }`

const day = (index: number) =>
  `2026-${String(1 + (index % 9)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`
const unserved = (index: number) => `firms(filter: { unserved: true }, asOf: "${day(index)}", first: 1) { totalCount }`
const neighbourhood = (index: number) =>
  `neighbourhood(of: ["establishment:lkab"], depth: 4, limit: ${2_000 - index}) { truncated }`
const whatIf = (index: number) =>
  `supportWhatIf(change: { removeActors: ["actor:norrlandsfonden"] }, by: MUNICIPALITY, asOf: "${day(index)}") { changed { from } }`
const nested = (most: number) =>
  `{ firms(first: 200) { nodes { municipality { firms(first: 200) { nodes { municipality { firms(first: ${most}) { nodes { id name } } } } } } } } }`

const attacks: readonly (Attack | null)[] = [
  null,
  { title: '100 counts of firms that nobody serves', query: times(100, unserved) },
  { title: '20 largest networks', query: times(20, neighbourhood) },
  { title: 'two million rows', query: nested(48) },
  { title: '39 what-ifs', query: times(39, whatIf) },
  { title: '3 counts of firms that nobody serves', query: times(3, unserved) },
  { title: '2 largest networks', query: times(2, neighbourhood) },
  { title: '5 what-ifs', query: times(5, whatIf) },
  {
    title: '200 firms with 40 others of each municipality',
    query: '{ firms(first: 200) { nodes { municipality { firms(first: 40) { nodes { id name } } } } } }',
  },
]

/** Whether heavy requests keep others waiting. */
export async function door(graphs: RegisterGraphs, firms: number): Promise<string[]> {
  const graph = await graphs.filled('embedded', firms)
  console.log(`The door, ${firms} firms …`)
  return [
    `## The door while heavy requests are sent, ${firms} firms, embedded`,
    `Six clients send one request over and over, while one client each asks whether the server is live, whether it is ready,
and for one municipality by its id. 400: the request was refused before it ran; 503: it found no room and may be sent again
later; what had no answer by the end is not counted. Health is to be answered within ${LONGEST_WAIT} ms at p99.`,
    table(
      [
        ...['request', 'answers', 'live p50', 'live p99 ms', 'ready p50', 'ready p99 ms'],
        ...['light p50', 'light p99 ms', 'most memory MiB'],
      ],
      (await measureDoor(graph.norrgraph, attacks)).map(cells),
    ),
  ]
}

const cells = ({ title, answers, live, ready, light, peakMemory }: DoorTimes): string[] => [
  title,
  Object.entries(answers)
    .map(([status, count]) => `${count} × ${status}`)
    .join(', '),
  ...health(live),
  ...health(ready),
  ...[0.5, 0.99].map((share) => milliseconds(quantile(light, share))),
  mebibytes(peakMemory),
]

const health = (measured: Times): string[] => [
  milliseconds(quantile(measured, 0.5)),
  judged(quantile(measured, 0.99), LONGEST_WAIT),
]
