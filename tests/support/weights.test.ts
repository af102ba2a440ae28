import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { MatchingWeights } from '../../src/edition/matching-part.js'
import type { Graph } from '../../src/graph/graph.js'
import { keptKnowledge } from '../../src/reference/reference.js'
import { readSupportSystem } from '../../src/support/facts/read-system.js'
import type { SupportSystem } from '../../src/support/facts/system.js'
import { matchSupport } from '../../src/support/matching/match-rule.js'
import { readQuestion } from '../../src/support/matching/support-question.js'
import { edition } from '../edition.js'
import { openSeededGraph } from '../seed/seeded-graph.js'
import { deskCases, deskDay, misplaced } from './cases.js'

/** Bounds, not weights: how old, how many people, how much turnover. */
const bounds = new Set(['years', 'employees', 'turnover', 'below'])

/** Every weight times the next of some factors. */
function moved(weights: MatchingWeights, factors: readonly number[]): MatchingWeights {
  const copy = structuredClone(weights)
  let next = 0
  const move = (holder: object): void => {
    for (const [key, value] of Object.entries(holder)) {
      if (typeof value === 'object' && value !== null) move(value)
      else if (typeof value === 'number' && !bounds.has(key))
        Reflect.set(holder, key, Math.min(1, value * (factors[next++] ?? 1)))
    }
  }
  move(copy)
  return copy
}

/** By up to 15 %, each by itself. */
const draws = fc.sample(
  fc.array(fc.noBias(fc.integer({ min: 850, max: 1150 })), { minLength: 60, maxLength: 60, size: 'max' }),
  { numRuns: 300, seed: 24 },
)
const drawn = draws.map((thousandths) =>
  moved(
    edition.matching,
    thousandths.map((each) => each / 1_000),
  ),
)

let graph: Graph
let system: SupportSystem

beforeAll(async () => {
  graph = await openSeededGraph()
  system = await readSupportSystem({ graph, edition }, deskDay)
}, 180_000)
afterAll(() => graph.close())

/** All weights of a file, in the order in which they are moved. */
function weightsIn(value: unknown, key = ''): number[] {
  if (typeof value === 'number') return bounds.has(key) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap((each) => weightsIn(each))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => weightsIn(each, name))
}

it('moves every weight by itself', () => {
  const own = weightsIn(edition.matching)
  expect(own.length).toBeGreaterThan(30)
  expect(own.length).toBeLessThanOrEqual(draws[0]?.length ?? 0)
  for (const [index, weight] of own.entries()) {
    const found = drawn.map((weights) => weightsIn(weights)[index] ?? 0)
    expect(new Set(found).size).toBeGreaterThan(20)
    for (const each of found) expect(Math.abs(each / weight - 1)).toBeLessThanOrEqual(0.150_001)
  }
})

it.each(deskCases)('$name: holds in four of five draws', async (desk) => {
  const asked = { profile: desk.profile, includeProposed: false, asOf: deskDay }
  const question = await readQuestion(keptKnowledge(graph, edition), asked, system)
  const turned = drawn.flatMap((weights) => {
    const found = misplaced(desk, matchSupport(system.actors, { ...question, weights }).matches)
    return found.length > 0 ? [found.join('; ')] : []
  })
  expect(turned.length / drawn.length, [...new Set(turned)].join('\n')).toBeLessThanOrEqual(0.2)
})
