import { judged, mannerOfJudging, ratio, table, timedCells } from '../markdown.js'
import { measureCalculation } from '../measure-calculation.js'
import { quantile } from '../timing.js'

/** The most that is asked of the calculation: ratios, and MiB. */
const most = { overHttp: 3, memory: 600 }
const LEAST_SCENARIOS = 1_000

/** What the spillover calculation costs, alone and over GraphQL. */
export async function calculation(): Promise<string[]> {
  console.log('The calculation …')
  const { asked, pure, scenario, large } = await measureCalculation()
  const scenarios = Math.round(1_000 / quantile(scenario, 0.5))
  return [
    '## The spillover calculation',
    table(
      ['what', 'times', 'p50 ms', 'p95 ms'],
      [
        timedCells('`spillover`, everything, over HTTP', asked),
        timedCells('the same as functions', pure),
        timedCells('effects of a scenario alone', scenario),
        timedCells('3 000 × 3 000 dense, made ready', [large.ready]),
        timedCells('3 000 × 3 000 dense, one shock', large.shocks),
      ],
    ),
    `Over HTTP ${judged(ratio(asked, pure), most.overHttp)} × the calculation; ${scenarios} ${scenarios >= LEAST_SCENARIOS ? '✓' : '✗'} scenarios a second (at least ${LEAST_SCENARIOS}). ${mannerOfJudging}`,
    `Most memory of the large table's process: ${judged(Math.round(large.memory / 2 ** 20), most.memory)} MiB.`,
  ]
}
