import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { installNumpy } from './numpy.js'
import type { Times } from './timing.js'

const times = z.array(z.number())
const inverses = z.object({ 44: times, 59: times })
const ofHere = z.object({
  inverse: inverses,
  solution: z.object({ nation: times, region: times, households: times }),
})
const ofNumpy = z.object({ inverse: inverses, solution: times })

/** What both took of the same coefficients, in ms. */
export interface BesideNumpy {
  readonly version: string
  readonly here: z.infer<typeof ofHere>
  readonly numpy: z.infer<typeof ofNumpy>
}

/** How often both are measured, in turn. */
const ROUNDS = 3
/** What may differ, of the largest number. */
const MOST_DIFFERENCE = 1e-10

const script = `
import json, sys, time, numpy
folder = sys.argv[1]

def coefficients(size):
    return numpy.fromfile(f'{folder}/coefficients-{size}').reshape(size, size)

def timed(work, times):
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        found = work()
        taken.append(1000 * (time.perf_counter() - start))
    return taken, found

inverse = {}
for size in (44, 59):
    matrix = numpy.eye(size) - coefficients(size)
    inverse[size], found = timed(lambda: numpy.linalg.inv(matrix), 2000)
    found.tofile(f'{folder}/numpy-{size}')
matrix = numpy.eye(3000) - coefficients(3000)
demand = numpy.zeros(3000)
demand[7] = 1
solution, found = timed(lambda: numpy.linalg.solve(matrix, demand), 3)
found.tofile(f'{folder}/numpy-3000')
print(json.dumps({'inverse': inverse, 'solution': solution}))
`

/**
 * Measures inverses and solutions here and by numpy, in turn, of the same coefficients, after both gave the same.
 * @param folder where an environment of Python and the numbers go.
 * @throws Error where numpy is not to be had, or finds something else.
 */
export async function measureBesideNumpy(folder: string): Promise<BesideNumpy> {
  const numpy = installNumpy(folder)
  const numbers = join(folder, 'numbers')
  await mkdir(numbers)
  const here: z.infer<typeof ofHere>[] = []
  const there: z.infer<typeof ofNumpy>[] = []
  const solvedHere = join(import.meta.dirname, 'solved-here.ts')
  for (let round = 0; round < ROUNDS; round++) {
    const printed = execFileSync(process.execPath, ['--import', 'tsx', solvedHere, numbers], { encoding: 'utf8' })
    here.push(ofHere.parse(JSON.parse(printed)))
    there.push(ofNumpy.parse(JSON.parse(numpy.run(script, [numbers]))))
  }
  for (const size of [44, 59, 3_000]) requireSame(numbers, size)
  const all = (timesOf: (each: z.infer<typeof ofHere>) => Times) => here.flatMap(timesOf)
  const allOfNumpy = (timesOf: (each: z.infer<typeof ofNumpy>) => Times) => there.flatMap(timesOf)
  return {
    version: numpy.version,
    here: {
      inverse: { 44: all(({ inverse }) => inverse[44]), 59: all(({ inverse }) => inverse[59]) },
      solution: {
        nation: all(({ solution }) => solution.nation),
        region: all(({ solution }) => solution.region),
        households: all(({ solution }) => solution.households),
      },
    },
    numpy: {
      inverse: { 44: allOfNumpy(({ inverse }) => inverse[44]), 59: allOfNumpy(({ inverse }) => inverse[59]) },
      solution: allOfNumpy(({ solution }) => solution),
    },
  }
}

/** @throws Error where numpy and this program found different numbers. */
function requireSame(folder: string, size: number): void {
  const [here, numpy] = ['here', 'numpy'].map((by) => numbersIn(join(folder, `${by}-${size}`)))
  if (here === undefined || numpy === undefined) return
  const largest = numpy.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const worst = numpy.reduce((most, value, i) => Math.max(most, Math.abs(value - (here[i] ?? Number.NaN))), 0)
  if (here.length === numpy.length && worst <= MOST_DIFFERENCE * largest) return
  throw new Error(`numpy finds something else of ${size} industries: up to ${worst} of ${largest}`)
}

function numbersIn(file: string): Float64Array {
  const bytes = readFileSync(file)
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
