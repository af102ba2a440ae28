import { judged, mannerOfJudging, milliseconds, ratio, table } from '../markdown.js'
import { type BesideNumpy, measureBesideNumpy } from '../measure-numpy.js'
import { quantile, type Times } from '../timing.js'

/** How many times numpy's time is asked for at most. */
const most = { inverse: 12, solution: 2 }

/** What inverses and large systems cost beside numpy, which a Python of its own has. */
export async function besideNumpy(folder: string): Promise<string[]> {
  console.log('Beside numpy …')
  const { version, here, numpy } = await measureBesideNumpy(folder)
  return [
    '## The Leontief inverse beside numpy',
    `The same coefficients, here and by numpy ${version} with one thread, in turn in processes of their own; both found the same
numbers to 1e-10. Of 3 000 industries numpy solves for one demand (\`linalg.solve\`); here each scenario is of an industry that was
not asked for before. ${mannerOfJudging}`,
    table(['what', 'p50 ms', 'p95 ms', 'numpy p50 ms', 'ratio'], rows({ here, numpy })),
  ]
}

const rows = ({ here, numpy }: Pick<BesideNumpy, 'here' | 'numpy'>): string[][] => [
  row('inverse of 44 industries, the seed’s', here.inverse[44], numpy.inverse[44], most.inverse),
  row('inverse of 59 industries', here.inverse[59], numpy.inverse[59], most.inverse),
  row('3 000 industries, a scenario', here.solution.nation, numpy.solution, most.solution),
  row('the same by location quotients', here.solution.region, numpy.solution, most.solution),
  row('coefficients, households and a scenario', here.solution.households, numpy.solution, most.solution),
]

const row = (what: string, times: Times, of: Times, asked: number): string[] => [
  what,
  ...[0.5, 0.95].map((share) => exact(quantile(times, share))),
  exact(quantile(of, 0.5)),
  judged(ratio(times, of), asked),
]

/** Inverses take less than a tenth of a millisecond. */
const exact = (ms: number): string => (ms < 1 ? ms.toFixed(4) : milliseconds(ms))
