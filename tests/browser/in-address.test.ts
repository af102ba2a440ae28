import { describe, expect, it } from 'vitest'
import { dayIn, momentIn, numberIn, wholeIn } from '../../src/explorer/parts/in-address.js'

const saying = (value: string | null) => ({ get: () => value })

describe('what an address says', () => {
  it.each(['2026-11-24', '2024-02-29', '1000-01-01', '9999-12-31'])('%s is a day', (day) => {
    expect(dayIn(saying(day), 'asOf')).toBe(day)
  })
  it.each([
    ...[null, '', 'abc', '2026', '2026-13-45', '2025-02-29', '0001-01-01', '+275760-09-13', '2026-11-24T10:00:00Z'],
    ...['Tue, 24 Nov 2026 10:00:00 GMT', '__proto__', 'municipality:2582', ' 2026-11-24'],
  ])('%s is no day', (text) => {
    expect(dayIn(saying(text), 'asOf')).toBeNull()
  })

  it.each(['2026-11-24T10:00:00.000Z', '2026-11-24T10:00:00Z', '2026-11-24T10:00:00+01:00'])(
    '%s is a moment',
    (text) => {
      expect(momentIn(saying(text), 'state')).toBe(text)
    },
  )
  it.each([
    null,
    '',
    '2026-11-24',
    '2026-02-30T10:00:00Z',
    '2026-11-24T99:00:00Z',
    '+275760-09-13T00:00:00Z',
    '9',
    'x',
  ])('%s is no moment', (text) => {
    expect(momentIn(saying(text), 'state')).toBeNull()
  })

  it.each([
    ['12', 12, 12],
    ['0.5', 0.5, null],
    ['-1', -1, -1],
    ['99999999999999999999', 1e20, null],
  ] as const)('%s is a number', (text, number, whole) => {
    expect([numberIn(saying(text), 'n'), wholeIn(saying(text), 'n')]).toEqual([number, whole])
  })
  it.each([null, '', ' ', 'abc', 'NaN', '1e999', 'Infinity', '1,5', '__proto__', '12 anställda'])(
    '%s is no number',
    (text) => {
      expect([numberIn(saying(text), 'n'), wholeIn(saying(text), 'n')]).toEqual([null, null])
    },
  )
})
