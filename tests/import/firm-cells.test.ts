import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firmElements, type StoredStatement } from '../../src/import/firms/firm-statement.js'
import { NumberSet } from '../../src/import/firms/number-set.js'
import { readOrganisationNumber } from '../../src/import/firms/organisation-number.js'
import { readSniCodes } from '../../src/import/firms/sni-codes.js'
import { inspectTextFile } from '../../src/import/firms/text-file.js'
import { openUserFile } from '../../src/import/firms/user-file.js'
import { withCheckDigit } from '../../src/text/check-digit.js'

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

describe('codes of SNI', () => {
  it.each([
    ['25', ['25 C25']],
    ['C25', ['25 C25']],
    ['25110', ['25110 C25']],
    ['25.110', ['25110 C25']],
    ['C25.11', ['2511 C25']],
    ['B', ['B B']],
    ['25110 41 25110', ['25110 C25', '41 F41']],
    ['00000', []],
    ['', []],
  ])('%s', (text, codes) => {
    expect(readSniCodes(text)?.map(({ code, sector }) => `${code} ${sector.replace('sector:sni2007-', '')}`)).toEqual(
      codes,
    )
  })

  // 25.13 and 45.99 are no classes; 04 and 34 no divisions; a lost zero at the front is not guessed.
  it.each(['25130', '45990', '04', '34', 'A25', '1110', 'X', '25 hello', '123456'])('%s is none', (text) => {
    expect(readSniCodes(text)).toBeNull()
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
    const { nodes, relationships } = firmElements('5560000019', [
      statement({ employees: 12, municipality: 'municipality:2580', asOf: '2024-01-01' }),
      statement({ source: 'source:b', name: 'B', municipality: 'municipality:2582', asOf: '2025-01-01' }),
    ])
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

describe('a file', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const columns = { firm: { names: ['firm', 'företag'], required: true }, need: { names: ['need', 'behov'] } }
  const opened = async (content: string, encoding: BufferEncoding) => {
    const path = join(folder, 'file.csv')
    writeFileSync(path, content, encoding)
    const file = await openUserFile(await inspectTextFile(path), columns)
    const rows: string[][] = []
    for await (const { line, cell } of file.rows()) rows.push([String(line), cell('firm'), cell('need')])
    return { rows, leftOut: file.leftOut }
  }

  it.each([
    ['UTF-8 with commas', 'firm,need\nå ö,"a, b"\n', 'utf8'],
    ['UTF-8 with its mark and semicolons', '\uFEFFFÖRETAG;Behov\r\nå ö;"a, b"\r\n', 'utf8'],
    ['ISO-8859-1', 'företag;behov\r\nå ö;a, b', 'latin1'],
  ] as const)('in %s is read', async (_, content, encoding) => {
    expect(await opened(content, encoding)).toEqual({ rows: [['2', 'å ö', 'a, b']], leftOut: [] })
  })

  it('has further columns, which are left out', async () => {
    expect(await opened('Telefon;need;firm;811218-9876\n1;2;3;4', 'utf8')).toEqual({
      rows: [['2', '3', '2']],
      leftOut: ['Telefon', 'column 4'],
    })
  })

  it.each([
    ['without a column', 'need\na', 'utf8', /line 1: the first line names no column firm or företag$/],
    ['with one twice', 'firm,företag\na,b', 'utf8', /line 1: the column firm or företag is there twice$/],
    ['with a stray quotation mark', 'firm,need\na,b\n811218"9876,b', 'utf8', /line \d: a quotation mark [a-z ,]*$/],
    ['that is empty', '', 'utf8', /file\.csv: is empty$/],
    ['in UTF-16', 'firm,need', 'utf16le', /is no text in UTF-8 or ISO-8859-1/],
  ] as const)('%s is refused in one line that repeats none of it', async (_, content, encoding, message) => {
    await expect(opened(content, encoding)).rejects.toThrow(message)
  })
})
