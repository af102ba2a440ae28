import { judged, milliseconds, table } from '../markdown.js'
import { type LoopHolds, measureLoop } from '../measure-loop.js'
import { checkoutBefore, ownCheckout } from '../norrgraph.js'
import { quantile } from '../timing.js'

/** In ms: what nothing is to hold the event loop for. */
const LONGEST_HOLD = 50

/** How long questions that are known to be heavy hold the event loop of the server, so that nothing else is answered. */
export async function loop(folder: string, firms: number): Promise<string[]> {
  console.log(`The event loop, ${firms} firms …`)
  const checkout = checkoutBefore()
  const before = checkout === null ? [] : await measureLoop(folder, checkout, firms)
  const now = await measureLoop(folder, ownCheckout, firms)
  return [
    `## How long questions hold the event loop, ${firms} firms, embedded`,
    `For how long at most the server worked between two turns of its event loop while it answered, in ms of its thread's own
processor time, which is the same however busy the machine is; each question was asked three times, every time otherwise: the
median, and the longest. At most ${LONGEST_HOLD} are asked for. Beside it the longest delay of the loop by the clock, as
\`perf_hooks\` tells it.${
      checkout === null ? ' Not held against the commit before: BENCH_BEFORE names no checkout of it.' : ''
    }`,
    table(
      ['question', 'ms', 'longest', 'delay', 'before ms', 'longest', 'delay'],
      now.map((each, index) => [each.title, ...cells(each, LONGEST_HOLD), ...cells(before[index], null)]),
    ),
  ]
}

function cells(measured: LoopHolds | undefined, most: number | null): string[] {
  if (measured === undefined) return ['not measured', '', '']
  const { holds } = measured
  if (typeof holds === 'string') return [holds.slice(0, 160).replaceAll('|', '/'), '', '']
  const held = holds.map((each) => each.held)
  const delays = holds.map((each) => each.delay)
  return [judged(quantile(held, 0.5), most), milliseconds(quantile(held, 1)), milliseconds(quantile(delays, 1))]
}
