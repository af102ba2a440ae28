import { describe, expect, it } from 'vitest'
import { preparationsFor } from '../../src/establishments/preparations.js'
import { hasBegun } from '../../src/establishments/timeline.js'
import { edition } from '../edition.js'

describe('whether a phase has begun', () => {
  it.each([
    ['a day that is to come', '2022-08-02', 'DAY', 'EXPECTED', '2022-08-01', false],
    ['a day that has come', '2022-08-02', 'DAY', 'UNDER_WAY', '2022-08-02', true],
    ['a month that is not over', '2022-08-01', 'MONTH', 'UNDER_WAY', '2022-08-15', null],
    ['a month that is over', '2022-08-01', 'MONTH', 'UNDER_WAY', '2022-08-31', true],
    ['February, which is shorter', '2022-02-01', 'MONTH', 'COMPLETED', '2022-03-01', true],
    ['a year that is not over', '2026-01-01', 'YEAR', 'POSTPONED', '2026-11-24', null],
    ['a year that is to come', '2028-01-01', 'YEAR', 'POSTPONED', '2026-11-24', false],
    ['a day that was expected and has passed', '2023-01-01', 'YEAR', 'EXPECTED', '2026-11-24', null],
    ['one that has ended since', '2021-12-28', 'DAY', 'ENDED', '2026-11-24', true],
    ['no day at all', null, null, 'UNDER_WAY', '2026-11-24', null],
  ] as const)('%s', (_, from, fromPrecision, status, asOf, begun) => {
    expect(hasBegun({ from, fromPrecision, status }, asOf)).toBe(begun)
  })
})

describe('what should come before a phase', () => {
  const quality = { id: 'requirement:quality', nameSv: 'Kvalitet', nameEn: 'Quality', sortName: 'kvalitet' }
  const safety = { id: 'requirement:safety', nameSv: 'Säkerhet', nameEn: 'Safety', sortName: 'sakerhet' }

  it('is training only where the buyer asks for something, and the reason names it', () => {
    expect(preparationsFor(edition.preparations, 'CONSTRUCTION', []).map(({ area }) => area)).not.toContain(
      'area:training',
    )
    const training = preparationsFor(edition.preparations, 'CONSTRUCTION', [quality, safety]).find(
      ({ area }) => area === 'area:training',
    )
    expect(training?.textSv).toBe(
      'Köparen ställer krav på ”Kvalitet” och ”Säkerhet”: den som vill leverera till byggfasen behöver kunna uppfylla dem innan.',
    )
    expect(training?.textEn).toBe(
      'The buyer asks for “Quality” and “Safety”: whoever wants to supply construction has to be able to fulfil that before.',
    )
  })

  it('begins with knowing when', () => {
    expect(preparationsFor(edition.preparations, 'OPERATION', [])[0]?.area).toBe('area:timing-and-relations')
  })
})
