import { judged, milliseconds, table } from '../markdown.js'
import { type LoopHolds, measureStoredRuns } from '../measure-loop.js'
import { quantile } from '../timing.js'

/** In ms: what a run that is stored is to hold the event loop for at most. */
const LONGEST_HOLD = 50

/** How long storing a run holds the event loop of the server, so that nothing else is answered. */
export async function storedRunLoop(folder: string): Promise<string[]> {
  console.log('The event loop while runs are stored …')
  const measured = await measureStoredRuns(folder)
  return [
    '## How long storing a run holds the event loop, embedded',
    `Runs of all ventures, each under three other income taxes, on a server that has just begun: the first finds its table unread.
For how long at most the server worked between two turns of its event loop, in ms of its thread's own processor time: the
median, and the longest, of which at most ${LONGEST_HOLD} is asked for. Beside it the longest delay of the loop by the clock.`,
    table(['table and run', 'ms', 'longest', 'delay'], measured.map(cells)),
  ]
}

function cells({ title, holds }: LoopHolds): string[] {
  if (typeof holds === 'string') return [title, holds.slice(0, 160).replaceAll('|', '/'), '', '']
  const held = holds.map((each) => each.held)
  const delays = holds.map((each) => each.delay)
  const [median, longest] = [quantile(held, 0.5), quantile(held, 1)]
  return [title, milliseconds(median), judged(longest, LONGEST_HOLD), milliseconds(quantile(delays, 1))]
}
