import { judged, table } from '../markdown.js'
import { type DrawTimes, measureDraws } from '../measure-draws.js'

/** For how long the thread that answers requests may do nothing else, in ms. */
const LONGEST_BLOCK = 50

/** What random draws cost, and whether they keep others waiting. */
export async function draws(): Promise<string[]> {
  console.log('Random draws …')
  return [
    '## Random draws (`spillover { uncertainty }`)',
    'In worker threads; the longest block is of the thread that answers requests.',
    table(['table', 'draws', 's', 'draws a second', 'longest block ms'], (await measureDraws()).map(cells)),
  ]
}

const cells = (drawn: DrawTimes): string[] => [
  drawn.table,
  String(drawn.draws),
  (drawn.ms / 1000).toFixed(2),
  (drawn.draws / (drawn.ms / 1000)).toFixed(0),
  judged(drawn.longestBlockMs, LONGEST_BLOCK),
]
