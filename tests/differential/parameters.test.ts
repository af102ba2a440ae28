import { expect, it } from 'vitest'
import { declaredQueries } from '../graph/declared-queries.js'
import { parametersFor } from './parameters.js'
import { Random } from './random.js'
import { region } from './region.js'

const declared = await declaredQueries()

it.each(declared)('$name: has values for its parameters', ({ cypher }) => {
  expect(Object.values(parametersFor(new Random(1), cypher))).not.toContain(undefined)
})

it('draws the same again for the same seed, and something else for another', () => {
  expect(region(new Random(3))).toEqual(region(new Random(3)))
  expect(region(new Random(3))).not.toEqual(region(new Random(4)))
})
