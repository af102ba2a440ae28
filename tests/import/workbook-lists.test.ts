import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { firmColumns } from '../../src/import/firms/firm-columns.js'
import { openUserFile } from '../../src/import/readers/user-file.js'
import { type Cell, workbook } from './workbook.js'
import { writtenFiles } from './written-files.js'

const { come, write } = writtenFiles()

const header = ['Org.nr', 'Företagsnamn', 'Kommun', 'SNI', 'Anställda', 'Omsättning', 'Bokslut']
const one = 5_599_000_014
const firm = (...cells: readonly Cell[]): readonly Cell[] => [one, 'A AB', ...cells]
const cellsOf = async (...cells: readonly Cell[]) =>
  (await come(workbook({ Blad1: [header, firm(...cells)] }))).rows[0]?.cells

describe('a workbook', () => {
  it.each([false, true])(
    'is read as its sheet is, whatever its file is called; texts beside the sheets: %s',
    async (shared) => {
      const sheet = [
        ['Lista över bolag'],
        [],
        header,
        firm('Luleå', '25.110', 12, 21.5, 2025),
        [],
        ['Summa', null, null, null, 12],
      ]
      expect(await come(workbook({ Blad1: sheet }, { shared }))).toMatchObject({
        rows: [
          {
            line: 4,
            cells: {
              ...{ organisationNumber: '5599000014', name: 'A AB', municipality: 'Luleå', sni: '25.110' },
              ...{ employees: '12', turnover: '21.5', asOf: '2025' },
            },
          },
        ],
        faults: [],
        leftOut: { sums: 1, 'blank rows': 1 },
      })
    },
  )

  it('tells the numbers that it holds as such from texts', async () => {
    const path = write(workbook({ Blad1: [header, firm('Luleå', '25.110', '1.234', 1.234, 2025)] }))
    const file = await openUserFile(path, firmColumns)
    for await (const row of file.rows()) {
      if (!('number' in row)) continue
      expect([row.number('employees'), row.number('turnover'), row.number('organisationNumber')]).toEqual([
        null,
        1.234,
        one,
      ])
    }
  })

  it.each([
    ['a day', { value: 46_022, format: 'yyyy-mm-dd' }, '2025-12-31'],
    ['a day as month and year', { value: 46_022, format: 'mmm-yy' }, '2025-12-31'],
    ['a day in Swedish', { value: 46_022, format: '[$-41D]d\\ mmmm\\ yyyy;@' }, '2025-12-31'],
    ['a moment', { value: 46_022.5, format: 'yyyy-mm-dd hh:mm' }, '2025-12-31 12:00:00'],
    ['a leap day', { value: 43_890, format: 'd/m/yy' }, '2020-02-29'],
    ['a number of a firm', { value: one, format: '000000-0000' }, '559900-0014'],
    ['a code with its nought', { value: 180, format: '0000' }, '0180'],
    ['a code with its decimals', { value: 25.11, format: '0.000' }, '25.110'],
    ['money', { value: 12_345.6, format: '#,##0.0\\ "kr"' }, '12345.6 kr'],
    ['money in brackets', { value: 12_345, format: '#,##0 [$SEK];[Red]-#,##0 [$SEK]' }, '12345 SEK'],
    ['thousands in words', { value: 12_345, format: '#,##0" tkr"' }, '12345 tkr'],
    ['thousands that are not shown', { value: 12_345, format: '#,##0,' }, '12345 shown shortened'],
    ['what a formula gave', { formula: 'A1+1', gave: 12 }, '12'],
    ['a text that a formula gave', { formula: 'A1&"x"', gave: 'Luleå' }, 'Luleå'],
    ['a sum of thirds', 0.1 + 0.2, '0.3'],
    ['a large number', 12_345_678_901, '12345678901'],
  ])('has %s as it means it', async (_, cell, text) => {
    expect((await cellsOf(cell))?.municipality).toBe(text)
  })

  it('counts days from 1904 where it says so', async () => {
    const days = [header, firm(null, null, null, null, { value: 44_560, format: 'yyyy-mm-dd' })]
    expect((await come(workbook({ Blad1: days }, { since1904: true }))).rows[0]?.cells.asOf).toBe('2025-12-31')
  })

  it('has a cell that is merged over rows in each of them', async () => {
    const rows = [header, firm('Luleå'), [two(1), 'B AB'], [two(2), 'C AB'], [two(3), 'D AB', 'Boden']]
    const { rows: read } = await come(workbook({ Blad1: rows }, { merged: ['C2:C4', 'A9:B9'] }))
    expect(read.map(({ cells }) => cells.municipality)).toEqual(['Luleå', 'Luleå', 'Luleå', 'Boden'])
  })

  it('is read from its first sheet that is not hidden, or the one that is named', async () => {
    const sheets = { Dold: [header, firm('Kiruna')], Blad1: [header, firm('Luleå')], 'Blad 2': [header, firm('Boden')] }
    const content = workbook(sheets, { hidden: ['Dold'] })
    const first = await come(content)
    expect(first.rows[0]?.cells.municipality).toBe('Luleå')
    expect(first.remarks).toEqual(['Of the sheets, Blad1 is read, not Blad 2: --sheet names another.'])
    for (const [sheet, municipality] of [
      ['blad 2', 'Boden'],
      ['Dold', 'Kiruna'],
    ] as const) {
      expect((await come(content, { sheet })).rows[0]?.cells.municipality).toBe(municipality)
    }
    await expect(come(content, { sheet: 'Blad3' })).rejects.toThrow('has no sheet Blad3; it has Dold, Blad1, Blad 2')
    await expect(come('Org.nr;Namn\n', { sheet: 'Blad1' })).rejects.toThrow('is a text, which has no sheets')
    await expect(come(workbook({ Om: [['Om listan']], Lista: [header] }))).rejects.toThrow(
      /; of the sheets, Om is read, not Lista/,
    )
  })

  it.each([
    ['.ods', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }, /\.ods/],
    ['.docx', { 'word/document.xml': '<a/>' }, /\.docx/],
    ['.xlsb', { 'xl/workbook.bin': 'x' }, /\.xlsb/],
    ['.zip', { 'list.csv': 'Org.nr;Namn' }, /is packed \(zip\): unpack it first/],
  ])('is told from %s', async (_, files, reason) => {
    const packed = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
    await expect(come(packed)).rejects.toThrow(reason)
  })

  it('is refused where it is cut off', async () => {
    const whole = workbook({ Blad1: [header, firm()] })
    await expect(come(whole.subarray(0, whole.length / 2))).rejects.toThrow('is not a complete .xlsx workbook')
  })
})

const two = (index: number): number => 5_599_000_014 + index

describe('what would fill the memory is refused', () => {
  /** A workbook that says of a part that it is so large when unpacked. */
  const saying = (part: string, bytes: number): Buffer => {
    const packed = Buffer.from(workbook({ Blad1: [header, firm('x'.repeat(10_000))] }, { shared: true }))
    const entry = packed.indexOf(part, packed.indexOf('PK\x01\x02', 0, 'latin1')) - 46
    packed.writeUInt32LE(bytes, entry + 24)
    return packed
  }

  it.each(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'])('a workbook whose %s is too large', async (part) => {
    await expect(come(saying(part, 600_000_000))).rejects.toThrow('is larger than 512 MB when unpacked')
    await expect(come(saying(part, 100))).rejects.toThrow('is not a complete .xlsx workbook')
  })

  it.each(['utf8', 'utf16le'] as const)('a line in %s that does not end', async (encoding) => {
    const line = `\uFEFF${header.join(';')}\r\n${one};A AB\r\n"${'x'.repeat(2_000_000)}`
    await expect(come(Buffer.from(line, encoding))).rejects.toThrow(/, line 3: is longer than 1048576 bytes/)
  })

  it('not a cell that is longer than any in a workbook: it costs its row', async () => {
    const rows = [header.join(';'), `${one};${'x'.repeat(40_000)};;;;;`, `${one};B AB;;;;;`]
    const { rows: read, faults } = await come(rows.join('\n'))
    expect([read.map(({ line }) => line), faults]).toEqual([[3], [[2, 'a cell is longer than 32767 signs']]])
  })
})
