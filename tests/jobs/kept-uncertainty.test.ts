import { expect, it } from 'vitest'
import { keptUncertainty } from '../../src/jobs/calculation.js'

it('reads draws that were kept before errors of coefficients went together as draws with each error by itself', () => {
  const interval = { p5: 1, median: 2, p95: 3 }
  const before = {
    draws: 10,
    rejected: 0,
    parameters: [],
    total: interval,
    bySectorGroup: [{ group: null, ...interval }],
  }
  expect(keptUncertainty.parse(before)).toEqual({ ...before, correlation: 0, byCorrelation: [] })
})
