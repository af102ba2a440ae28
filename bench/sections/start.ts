import { judged, mannerOfJudging, milliseconds, ratio, table } from '../markdown.js'
import { measureStart, type StartTimes } from '../measure-start.js'
import { quantile, type Times } from '../timing.js'

/** How soon the program is there, beside the commit before. */
export async function start(folder: string): Promise<string[]> {
  console.log('Starts …')
  return [
    '## How soon the program is there, embedded',
    `From the start of the process until it says that it is ready, or until it has ended; by this commit and the one before in turn, five
times each: medians. ${mannerOfJudging}`,
    table(['what', 'ms', 'before ms', 'ratio'], (await measureStart(folder)).map(cells)),
  ]
}

const median = (times: Times): string => (times.length === 0 ? 'not measured' : milliseconds(quantile(times, 0.5)))

const cells = ({ title, now, before, most }: StartTimes): string[] => [
  title,
  median(now),
  median(before),
  before.length === 0 ? 'not measured' : judged(ratio(now, before), most),
]
