import { expect, it } from 'vitest'
import { decodeCursor, encodeCursor } from '../../src/graph/compose/cursor.js'
import { BadUserInputError } from '../../src/kernel/input-errors.js'

const values = ['Åsele', 'municipality:2463', 3]

it('a cursor gives back the keys that it was made of', () => {
  expect(decodeCursor(encodeCursor('places', values), 'places', 3)).toEqual(values)
  expect(decodeCursor(encodeCursor('places', values), 'places', null)).toEqual(values)
})

it.each([
  ['of another list', encodeCursor('firms', values)],
  ['with fewer keys than the order has', encodeCursor('places', values.slice(0, 2))],
  ['with more keys than the order has', encodeCursor('places', [...values, ''])],
  ['that was changed', `${encodeCursor('places', values).slice(0, -2)}AA`],
  ['that is none', 'nothing'],
])('a cursor %s is refused', (_, cursor) => {
  expect(() => decodeCursor(cursor, 'places', 3)).toThrow(BadUserInputError)
})
