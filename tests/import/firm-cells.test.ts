import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firmElements, type StoredStatement } from '../../src/firms/firm-statement.js'
import { NumberSet } from '../../src/import/firms/number-set.js'
import { withCheckDigit } from '../../src/text/check-digit.js'
import { readOrganisationNumber } from '../../src/text/organisation-number.js'
import { edition } from '../edition.js'

const nineDigits = fc.integer({ min: 0, max: 999_999_999 }).map((value) => String(value).padStart(9, '0'))

describe('an organisation number', () => {
  // The numbers that authorities and large firms print on their own pages.
  it.each(['202100-0837', '5560160680', '16556012-5790', '212000-2445'])('%s is one', (text) => {
    expect(readOrganisationNumber(text)).toEqual({ kind: 'NUMBER', number: text.replace('-', '').slice(-10) })
  })

  it.each(['811218-9876', '8112189876', '198112189876', '811218+9876', '5560160680'.replace('556', '551')])(
    '%s can be a person’s',
    (text) => {
      expect(readOrganisationNumber(text)).toEqual({ kind: 'PERSON' })
    },
  )

  it('is refused when any one digit is another', () => {
    fc.assert(
      fc.property(nineDigits, fc.nat(9), fc.integer({ min: 1, max: 9 }), (digits, place, step) => {
        const number = withCheckDigit(digits)
        fc.pre(Number(number[2]) >= 2)
        const other = (Number(number[place]) + step) % 10
        const changed = `${number.slice(0, place)}${other}${number.slice(place + 1)}`
        expect(readOrganisationNumber(number).kind).toBe('NUMBER')
        expect(readOrganisationNumber(changed).kind).not.toBe('NUMBER')
      }),
    )
  })

  it('is in a set once it was added, and only then', () => {
    fc.assert(
      fc.property(fc.array(nineDigits), fc.array(nineDigits), (added, asked) => {
        const numbers = new NumberSet()
        const oracle = new Set<string>()
        for (const digits of added) {
          expect(numbers.add(withCheckDigit(digits))).toBe(!oracle.has(digits))
          oracle.add(digits)
        }
        expect(numbers.size).toBe(oracle.size)
        for (const digits of [...added, ...asked]) expect(numbers.has(withCheckDigit(digits))).toBe(oracle.has(digits))
      }),
    )
  })
})

describe('a firm of two sources', () => {
  const statement = (changes: Partial<StoredStatement>): StoredStatement => ({
    source: 'source:a',
    locator: 'line 2',
    recordedAt: '2026-01-01T00:00:00Z',
    name: 'A',
    sizeClass: 'UNKNOWN',
    ...changes,
  })

  it('has each property from the newest that states it, and names its source at each relationship', () => {
    const { nodes, relationships } = firmElements(
      '5560000019',
      [
        statement({ employees: 12, municipality: 'municipality:2580', asOf: '2024-01-01' }),
        statement({ source: 'source:b', name: 'B', municipality: 'municipality:2582', asOf: '2025-01-01' }),
      ],
      edition.sizeRule,
    )
    expect(nodes[0]).toMatchObject({
      provenance: { source: 'source:b' },
      properties: { nameSv: 'B', employees: 12, sizeClass: 'SMALL' },
    })
    const located = relationships.filter(({ type }) => type === 'LOCATED_IN')
    expect(located.map(({ to, provenance, properties }) => [to, provenance.source, properties.rank])).toEqual([
      ['municipality:2582', 'source:b', 1],
      ['municipality:2580', 'source:a', 2],
    ])
  })
})
