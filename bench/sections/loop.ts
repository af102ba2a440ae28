import { judged, milliseconds, table } from '../markdown.js'
import { type LoopDelays, measureLoop } from '../measure-loop.js'
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
    `The longest delay of the server's event loop while it answered, in ms, as \`perf_hooks\` tells it within the process; each
question was asked three times, every time otherwise: the median, and the longest. At most ${LONGEST_HOLD} are asked for.${
      checkout === null ? ' Not held against the commit before: BENCH_BEFORE names no checkout of it.' : ''
    }`,
    table(
      ['question', 'ms', 'longest', 'before ms', 'longest'],
      now.map((each, index) => [each.title, ...cells(each, LONGEST_HOLD), ...cells(before[index], null)]),
    ),
  ]
}

function cells(measured: LoopDelays | undefined, most: number | null): string[] {
  if (measured === undefined) return ['not measured', '']
  const { delays } = measured
  if (typeof delays === 'string') return [delays.slice(0, 160).replaceAll('|', '/'), '']
  return [judged(quantile(delays, 0.5), most), milliseconds(quantile(delays, 1))]
}
