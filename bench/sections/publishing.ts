import type { Engine } from '#built/graph/graph.js'
import { judged, milliseconds, ratio, table } from '../markdown.js'
import { type Beside, measurePublishing } from '../measure-publishing.js'
import type { PacedTimes } from '../open-loop.js'
import { unavailable } from '../register-graphs.js'
import { quantile, type Times } from '../timing.js'

/** In ms, what the slowest hundredth of light reads may take on the embedded engine. */
const MOST_MS = 50
/** How many times as long as without it on Neo4j. */
const MOST_TIMES = 3
const MOST_LONGER = 1.25

/** What reads take while a list is published in the same process. */
export async function publishing(folder: string, engine: Engine, firms: number): Promise<string[]> {
  const title = `## Reads while 50 000 firms are published, beside ${firms} firms, ${engine === 'neo4j' ? 'Neo4j' : 'embedded, on a file'}`
  const missing = await unavailable(engine)
  if (missing !== null) return [title, `Not measured: ${missing}.`]
  console.log(`Reads while firms are published, ${engine} …`)
  const { without, during } = await measurePublishing(folder, engine, firms)
  const isLight = (times: Times) =>
    engine === 'embedded' ? judged(quantile(times, 0.99), MOST_MS) : milliseconds(quantile(times, 0.99))
  const cells = (when: string, { title: what, times }: PacedTimes, before: PacedTimes | undefined, isHeld: boolean) => {
    const times99 = before ? quantile(times, 0.99) / quantile(before.times, 0.99) : null
    return [
      ...[when, what, String(times.length), milliseconds(quantile(times, 0.5))],
      ...[isHeld && before ? isLight(times) : milliseconds(quantile(times, 0.99)), milliseconds(quantile(times, 1))],
      times99 === null ? '' : judged(times99, isHeld && engine === 'neo4j' ? MOST_TIMES : null),
    ]
  }
  const all = (questions: readonly PacedTimes[]): PacedTimes => ({
    title: 'all light reads',
    times: questions.flatMap(({ times }) => times),
  })
  const rows = (when: string, beside: Beside, before: Beside | null): string[][] => [
    cells(when, all(beside.light), before ? all(before.light) : undefined, true),
    ...beside.light.map((each, at) => cells('', each, before?.light[at], false)),
    ...beside.kept.map((each, at) => cells('', each, before?.kept[at], false)),
  ]
  return [
    title,
    `Twenty light reads a second and two of what rests on the support system come from another process, whether or not those before were
answered; each time is from when the question was due. All but those that say so are asked otherwise each time. In ms; the last
column is the p99 to that without publishing.`,
    table(
      ['while', 'question', 'times', 'p50', 'p99', 'longest', 'times as long'],
      [...rows('nothing is published', without, null), ...during.flatMap((each) => rows(each.title, each, without))],
    ),
    `The import's own time beside these reads and without them, and of the event loop the longest work between two turns, in ms of the
thread's own processor time, and the longest delay.`,
    table(
      ['while', 's', 's without reads', 'ratio', 'held ms', 'delay ms'],
      [without, ...during].map(({ title: when, took, alone, held, delay }) => [
        ...[when, alone === null ? '' : (took / 1_000).toFixed(1)],
        ...(alone === null ? ['', ''] : [(alone / 1_000).toFixed(1), judged(ratio([took], [alone]), MOST_LONGER)]),
        ...[milliseconds(held), milliseconds(delay)],
      ]),
    ),
  ]
}
