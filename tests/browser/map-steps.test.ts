import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stepOf } from '../../src/explorer/map/areas.js'
import { stepsOf } from '../../src/explorer/map/steps.js'

it('every amount falls in one step, larger ones never in a lower one, and nothing in none', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 40 }), (values) => {
      const steps = stepsOf(values)
      expect(steps.length).toBeLessThanOrEqual(5)
      for (const value of values) {
        const within = steps.filter(({ from, to }) => value >= from && value <= to)
        expect(within).toHaveLength(value > 0 ? 1 : 0)
        expect(stepOf(value, steps)).toBe(value > 0 ? steps.findIndex(({ from }) => from === within[0]?.from) : -1)
      }
      for (const step of steps) {
        expect(values.some((value) => value >= step.from && value <= step.to)).toBe(true)
      }
    }),
  )
})

it('steps have round ends', () => {
  expect(stepsOf([3, 8, 14, 27, 61, 140, 322, 480, 1_204, 4_300])).toEqual([
    { from: 1, to: 9 },
    { from: 10, to: 59 },
    { from: 60, to: 299 },
    { from: 300, to: 999 },
    { from: 1_000, to: 4_300 },
  ])
})
