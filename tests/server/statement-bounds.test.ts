import { expect, it } from 'vitest'
import { boundedRows } from '../../src/server/statement-bounds.js'

const most = { items: 10, letters: 20 }

it('lets rows be that are within the bounds, and refuses those that are not, however deep they hold it', () => {
  const rows = [{ list: [{ id: 'a' }, { id: 'b' }], none: null }]
  expect(boundedRows(rows, most)).toBe(rows)
  const many = [{ list: [{ list: Array.from({ length: 9 }, () => 1) }] }]
  expect(() => boundedRows(many, most)).toThrow(
    expect.objectContaining({ details: { cost: 13, bound: 10, unit: 'ROWS' } }),
  )
  const long = [{ text: ['x'.repeat(21)] }]
  expect(() => boundedRows(long, most)).toThrow(
    expect.objectContaining({ details: { cost: 21, bound: 20, unit: 'BYTES' } }),
  )
})
