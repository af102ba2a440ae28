import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encoded, writtenFiles } from './written-files.js'

const { come } = writtenFiles()

const header = 'Organisationsnummer;Namn;Kommun;SNI;Anställda;Omsättning;Per'
const [one, two, three] = ['559900-0014', '559900-0022', '559900-0030']
const row = (number: string, name: string) => `${number};${name};Luleå;25.110;12;21,5;2025`
const lines = (...all: readonly string[]) => `${all.join('\r\n')}\r\n`
const numbersAndNames = async (content: string | Uint8Array) => {
  const { rows, faults } = await come(content)
  return { rows: rows.map(({ line, cells }) => [line, cells.organisationNumber, cells.name]), faults }
}

describe('a list is read in the encoding it has', () => {
  const text = lines(header, row(one, 'Åströms Bygg & Måleri AB'), row(two, 'Café Träff AB'))
  const typographic = lines(header, row(one, 'Norr’s Bygg – Måleri AB'), row(two, 'Šimek & Žák “Café” AB, 5 €'))
  const sami = lines(header, row(one, 'Dálvvadis ŋuorra đievva AB'), row(two, 'Čáhppes ŧ AB'))

  it.each([
    ['UTF-8', text, 'utf8'],
    ['UTF-8 with letters of Sami', sami, 'utf8'],
    ['UTF-8 with its mark', `\uFEFF${text}`, 'utf8'],
    ['UTF-16, low byte first', text, 'utf-16le'],
    ['UTF-16, high byte first', sami, 'utf-16be'],
    ['Windows-1252', text, 'windows-1252'],
    ['Windows-1252 with its own signs', typographic, 'windows-1252'],
    ['Windows-1252 with a capital before a dash', text.replace('Café', 'MALMÖ–LUND É”'), 'windows-1252'],
    ['plain letters', text.replace(/[åäöÅé]/g, 'o'), 'ascii'],
  ])('%s', async (_, written, encoding) => {
    const names = written
      .trim()
      .split('\r\n')
      .slice(1)
      .map((each) => each.split(';')[1])
    expect((await come(encoded(written, encoding))).rows.map(({ cells }) => cells.name)).toEqual(names)
  })

  const bytes = (...parts: readonly (string | readonly number[])[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))
  const plain = 'organisationsnummer;namn;kommun\n'

  it.each([
    [
      'UTF-8 but for one byte',
      bytes(plain, `${one};Äpple AB;Boden\n${two};Bl`, [0xe5], 'bär AB;Boden\n'),
      3,
      /not UTF-8/,
    ],
    ['Windows-1252 but for a row', bytes(plain, `${one};Bl`, [0xe5], ` AB;\n${two};Blå AB;\n`), 2, /not UTF-8/],
    [
      'Mac Roman',
      encoded(lines(plain.trim(), `${one};A AB;Boden`, `${two};Bygg AB;Luleå`), 'macintosh'),
      3,
      /Mac Roman/,
    ],
    ['Mac Roman with capitals', encoded(lines(plain.trim(), `${two};ÅÄÖ AB;LULEÅ`), 'macintosh'), 2, /Mac Roman/],
    ['a code page of DOS', encoded(lines(plain.trim(), `${one};Bygg AB;Luleå`), 'cp850'), 2, /DOS/],
    [
      'a byte that Windows-1252 has not',
      bytes(plain, `${one};Bl`, [0xe5], ` AB;\n${two};X`, [0x90], ' AB;\n'),
      3,
      /byte/,
    ],
    [
      'marked as UTF-8, and is not',
      bytes([0xef, 0xbb, 0xbf], plain, `${one};Blå AB;\n${two};Bl`, [0xe5], ' AB;\n'),
      3,
      /marked/,
    ],
    ['letters encoded twice', bytes(plain, `${one};A AB;Boden\n${two};Bygg AB;LuleÃ¥\n`), 3, /Ã¤/],
    ['UTF-16 without its mark', encoded(text, 'utf-16le').subarray(2), null, /UTF-16 without/],
    ['UTF-32', bytes([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), null, /UTF-32/],
  ])('%s is refused with what to do', async (_, content, line, reason) => {
    const refusal = come(content)
    await expect(refusal).rejects.toThrow(reason)
    await expect(refusal).rejects.toThrow(
      line === null ? /file\.csv: is/ : new RegExp(`, line ${line}: .*save it|back`),
    )
  })

  it('costs a row where a letter was lost, or encoded twice, and others are right', async () => {
    const content = lines(
      header,
      row(one, 'Bl\uFFFD AB'),
      row(two, 'Blå AB'),
      row(three, 'BlÃ¥ AB'),
      row(three, 'TrŠff AB'),
    )
    const { rows, faults } = await numbersAndNames(content)
    expect(rows).toEqual([[3, two, 'Blå AB']])
    expect(faults.map(([line]) => line)).toEqual([2, 4, 5])
  })
})

describe('what is no list is named as what it is', () => {
  it.each<[string, string | readonly number[], RegExp]>([
    ['.xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], /\.xls.*save it as \.xlsx or as CSV/],
    ['PDF', '%PDF-1.7\n%âãÏÓ', /PDF/],
    ['gzip', [0x1f, 0x8b, 8, 0], /gzip.*unpack/],
    ['HTML', '<html xmlns:x="urn:schemas"><table><tr><td>Org.nr</td></tr></table>', /web page/],
    ['HTML after a blank line', '\r\n  <!DOCTYPE html>\n<html>', /web page/],
    ['XML of Excel', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook>', /Excel 2003/],
    ['JSON', '[{"organisationsnummer": "559900-0014"}]', /JSON/],
    ['SPSS', '$FL2@(#) SPSS DATA FILE', /SPSS/],
    ['bytes', [1, 2, 0, 3, 0, 0, 5, 0], /no text/],
    ['nothing', '', /is empty/],
  ])('%s', async (_, content, reason) => {
    await expect(come(typeof content === 'string' ? content : Uint8Array.from(content))).rejects.toThrow(reason)
  })
})

describe('a list is read in the form it has', () => {
  it.each([
    ['semicolons', lines(header, row(one, 'A AB'))],
    ['commas', lines(header.replaceAll(';', ','), `${one},A AB,Luleå,25.110,12,"21,5",2025`)],
    ['tabs', lines(header, row(one, 'A AB')).replaceAll(';', '\t')],
    ['bars', lines(header, row(one, 'A AB')).replaceAll(';', '|')],
    ['a first line that says so', lines('sep=;', header, row(one, 'A AB'))],
    [
      'a first line that says tabs',
      lines('sep=\t', ...[header, row(one, 'A AB')].map((each) => each.replaceAll(';', '\t'))),
    ],
    ['commas in the names of semicolons', lines('A, B, C, D, E, F', header, row(one, 'A AB'))],
    [
      'titles above',
      lines('Sökresultat, alla bolag;;;;;;', 'Uttag 2026-11-20;;;;;;', ';;;;;;', header, row(one, 'A AB')),
    ],
    [
      'eighteen titles and a blank line above',
      lines(...Array.from({ length: 18 }, () => 'x'), '', header, row(one, 'A AB')),
    ],
    ['cells in quotation marks', lines(header, row(one, 'A AB')).replace(/[^;\r\n]+/g, '"$&"')],
    ['cells as Excel shall not read them', lines(header, row(`="${one}"`, '="A AB"'))],
    ['the same in quotation marks', lines(header, row(`"=""${one}"""`, 'A AB'))],
    ['blanks around cells', lines(header, row(one, 'A AB')).replaceAll(';', ' ; ')],
    ['empty cells at the end', lines(`${header};;`, `${row(one, 'A AB')};;;;`)],
    ['line ends of the Macintosh', lines(header, row(one, 'A AB')).replaceAll('\r\n', '\r')],
    ['line ends of Unix, the last missing', lines(header, row(one, 'A AB')).replaceAll('\r\n', '\n').trimEnd()],
    ['a header of two lines', lines(header.replace('Anställda', '"Antal\nanställda"'), row(one, 'A AB'))],
  ])('%s', async (_, content) => {
    const { rows, faults } = await come(content)
    expect(faults).toEqual([])
    expect(rows.map(({ cells }) => cells)).toEqual([
      {
        ...{ organisationNumber: one, name: 'A AB', municipality: 'Luleå', sni: '25.110' },
        ...{ employees: '12', turnover: '21,5', asOf: '2025' },
      },
    ])
  })

  it('is refused where the header stands below the twentieth row', async () => {
    const titles = Array.from({ length: 20 }, () => 'x')
    await expect(come(lines(...titles, header, row(one, 'A AB')))).rejects.toThrow(/no row of the first twenty/)
  })

  it.each([
    ['Summa;;;;24;43;', 'sums'],
    ['Totalt: 2;;;;24;43;', 'sums'],
    [';Total;;;24;43;', 'sums'],
    ['Antal företag: 900;;;;;;', 'sums'],
    ['Antal företag;900;;;;;', 'sums'],
    ['Medelvärde;;;;12;21,5;', 'sums'],
    ['Totalt antal företag: 2;;;;;;', 'sums'],
    ['Källa: Bolagsverket 2026-11-20', 'notes'],
    ['* uppgift saknas;;;;;;', 'notes'],
    ['Uttag 2026-11-20;;;;;;', 'notes'],
    [';;;;;;', 'blank rows'],
    ['', 'blank rows'],
    ['\u00a0;\t;;;;;', 'blank rows'],
    [header, 'the header once more'],
  ])('leaves out and counts "%s"', async (text, why) => {
    const { rows, faults, leftOut } = await come(lines(header, row(one, 'A AB'), text, row(two, 'B AB')))
    expect({ lines: rows.map(({ line }) => line), faults, leftOut }).toEqual({
      lines: [2, 4],
      faults: [],
      leftOut: { [why]: 1 },
    })
  })

  it.each(['Summa Bygg AB', 'Total', 'Totalt', 'Antal AB'])('takes a firm that is called %s', async (name) => {
    expect((await numbersAndNames(lines(header, row(one, name)))).rows).toEqual([[2, one, name]])
    const reversed = lines('Namn;Organisationsnummer', `${name};${one}`)
    expect((await numbersAndNames(reversed)).rows).toEqual([[2, one, name]])
  })

  it('refuses a row that is longer or shorter than the header', async () => {
    const content = lines(
      'organisationsnummer,namn,kommun,omsättning',
      `${one},A AB,Luleå,21,5`,
      `${two},B AB,Luleå`,
      `${three},C AB,Luleå,5`,
    )
    const { rows, faults } = await numbersAndNames(content)
    expect(rows).toEqual([[4, three, 'C AB']])
    expect(faults).toEqual([
      [2, 'has 5 cells; the header, in line 1, has 4'],
      [3, 'has 3 cells; the header, in line 1, has 4'],
    ])
  })
})

describe('a quotation mark costs a row or nothing', () => {
  const after = [row(two, 'B AB'), row(three, '"C; AB"')]
  const others = [
    [3, two, 'B AB'],
    [4, three, 'C; AB'],
  ]

  it.each([
    ['in a name', 'Firma "Norr" AB', 'Firma "Norr" AB'],
    ['at the end of a name', 'TV 32"', 'TV 32"'],
    ['in a quoted name', '"Firma "Norr" AB"', 'Firma "Norr" AB'],
    ['around a first word', '"Norr" Bygg AB', '"Norr" Bygg AB'],
    ['doubled in a quoted name', '"Firma ""Norr"" AB"', 'Firma "Norr" AB'],
  ])('%s', async (_, written, name) => {
    expect(await numbersAndNames(lines(header, row(one, written), ...after))).toEqual({
      rows: [[2, one, name], ...others],
      faults: [],
    })
  })

  it.each([
    ['opened and never closed', '"Norr AB'],
    ['opened, with a stray one further down', '"Norr AB', row('559900-0048', 'TV 32"')],
  ])('%s', async (_, written, ...further) => {
    const { rows, faults } = await numbersAndNames(lines(header, row(one, written), ...after, ...further))
    expect(rows.slice(0, 2)).toEqual(others)
    expect(rows).toHaveLength(2 + further.length)
    expect(faults.map(([line]) => line)).toEqual([2])
  })

  it('has cells of several lines, counted as an editor counts', async () => {
    const content = lines(
      'Namn;Adress;Org.nr',
      `"A\r\nAB";"Storgatan 1\r\n\r\n972 31; Luleå";${one}`,
      '',
      `B AB;;${two}`,
    )
    expect((await numbersAndNames(content)).rows).toEqual([
      [2, one, 'A\nAB'],
      [7, two, 'B AB'],
    ])
  })

  it('is one of many that are never closed, and the rest is read', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => row(String(index), index % 2 ? '"Norr AB' : 'Syd AB'))
    const { rows, faults } = await numbersAndNames(lines(header, ...many))
    expect([rows.length, faults.length]).toEqual([1_000, 1_000])
  })
})

it('any table that is written reads back the same', async () => {
  const letters = fc.constantFrom(...'aåöéÄ9 ;,\t"\n=-.')
  // Lines of a cell that look like rows of their own have two readings, which costs the row.
  const cell = fc
    .string({ unit: letters, maxLength: 12 })
    .map((text) => (text.includes('\n') ? text.replace(/[;,\t]/g, '') : text).trim().replace(/^(?:\s*=")+|�/g, ''))
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 })
  const forms = fc.record({
    delimiter: fc.constantFrom(';', ',', '\t'),
    encoding: fc.constantFrom('utf8', 'utf8-bom', 'utf-16le', 'utf-16be', 'windows-1252'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    quoting: fc.constantFrom('ALL', 'NEEDED'),
    titles: fc.nat(5),
    said: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(table, forms, async (cells, { delimiter, encoding, lineEnd, quoting, titles, said }) => {
      const written = (text: string) =>
        quoting === 'ALL' || /[;,\t"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
      // A number of its own in each row, so that none of them is blank or a sum.
      const rows = cells.map(([first, second, third], index) => [
        String(5_599_000_000 + index),
        `å${first}`,
        second,
        third,
      ])
      const above = Array.from({ length: titles }, (_, index) => `Titel ${index}`)
      const named = ['Org.nr', 'Företagsnamn', 'Kommun', 'Bokslut']
      const text = [
        ...(said ? [`sep=${delimiter}`] : []),
        ...above,
        ...[named, ...rows].map((each) => each.map(written).join(delimiter)),
      ]
        .join('\n')
        .replaceAll('\n', lineEnd)
      const { rows: read, faults } = await come(encoded(`${text}${lineEnd}`, encoding))
      expect(faults).toEqual([])
      expect(read.map((each) => Object.values(each.cells))).toEqual(rows.map((each) => each.map((one) => one.trim())))
    }),
    { numRuns: 150 },
  )
})
