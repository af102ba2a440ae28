import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { matchingPart } from '../../src/edition/matching-part.js'
import { edition } from '../edition.js'
import { deskCases } from '../support/cases.js'

const page = readFileSync('docs/matching.md', 'utf8')

it('names every part of matching.yaml', () => {
  const parts = Object.keys(matchingPart.shape)
  expect(parts.filter((part) => !page.includes(`\`${part}`))).toEqual([])
})

/** Rows of the case worked by hand: factors, nearness and score. */
const rows = [...page.matchAll(/^\| ([^|]+) \| [^|]+ \| ([\d. ·]+) \+ ([\d.]+) \| ([\d.]+) \|$/gm)].map(
  ([, actor = '', factors = '', near = '', score = '']) => ({
    actor,
    factors: factors.split(' · ').map(Number),
    near: Number(near),
    score: Number(score),
  }),
)

it('works the first case through to the score that it ought to have', () => {
  const [first] = deskCases
  expect(rows).toHaveLength(first?.order.length ?? 0)
  for (const [index, { actor, factors, near, score }] of rows.entries()) {
    expect(factors.reduce((product, factor) => product * factor, 1) + near, actor).toBeCloseTo(score, 10)
    expect(Math.abs(score - (first?.order[index]?.score ?? 0)), actor).toBeLessThan(0.005_1)
    expect(Object.values(edition.matching.nearness)).toContain(near)
  }
})
