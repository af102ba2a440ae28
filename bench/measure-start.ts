import { join } from 'node:path'
import type { GraphSettings } from '#built/graph/open.js'
import { writeFirmsFile } from './firms-file.js'
import { checkoutBefore, ownCheckout, startNorrgraph } from './norrgraph.js'
import { command } from './register-graphs.js'
import { type Times, timed } from './timing.js'

/** What starts, and how long that took by this program and by the commit before, in ms; empty where that is not measured. */
export interface StartTimes {
  readonly title: string
  readonly now: Times
  readonly before: Times
  /** The most that is asked of the ratio of the two; null where nothing is. */
  readonly most: number | null
}

const TURNS = 5
const ROWS = 1_000

/** Times of starts on graphs in files of a folder, each by its own checkout, in turn. */
export async function measureStart(folder: string): Promise<StartTimes[]> {
  const list = join(folder, 'start-list.csv')
  await writeFirmsFile(list, ROWS)
  const graphOf = (checkout: string): GraphSettings => {
    return { engine: 'embedded', path: join(folder, checkout === ownCheckout ? 'start-now' : 'start-before') }
  }
  const importing = ['import', 'firms', list, '--title', 'Bench']
  const before = checkoutBefore()
  const checkouts = [ownCheckout, ...(before === null ? [] : [before])]
  for (const checkout of checkouts) await command(graphOf(checkout), importing, checkout)
  const inTurn = async (title: string, most: number | null, once: (checkout: string) => Promise<number>) => {
    const times = new Map(checkouts.map((checkout): [string, number[]] => [checkout, []]))
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (const [checkout, those] of times) those.push(await once(checkout))
    }
    return { title, most, now: times.get(ownCheckout) ?? [], before: times.get(before ?? '') ?? [] }
  }
  const started = (graph: (checkout: string) => GraphSettings) => async (checkout: string) => {
    const norrgraph = await startNorrgraph(graph(checkout), { checkout })
    await norrgraph.stop()
    return norrgraph.startedIn
  }
  const ran = (words: readonly string[]) => (checkout: string) =>
    timed(() => command(graphOf(checkout), words, checkout))
  return [
    await inTurn('the server, on a graph that is there', 0.35, started(graphOf)),
    await inTurn(
      'the server, on an empty graph',
      null,
      started(() => ({ engine: 'embedded', path: null })),
    ),
    await inTurn(`\`import firms\` of a list of ${ROWS} that is there already`, null, ran(importing)),
    await inTurn('`norrgraph --help`', null, ran(['--help'])),
  ]
}
