import { describe, expect, it } from 'vitest'
import { needColumns, requirementColumns, supplyColumns } from '../../src/import/firms/tie-columns.js'
import { readColumnSetting } from '../../src/import/readers/column-settings.js'
import type { Columns } from '../../src/import/readers/columns.js'
import { comeOf, writtenFiles } from './written-files.js'

const { come, write } = writtenFiles()

const list = (...headers: readonly string[]) =>
  `${headers.join(';')}\n${headers.map((_, place) => `c${place}`).join(';')}\n`
const settings = (...texts: readonly string[]) => texts.flatMap((text) => readColumnSetting(text) ?? [])

const known = {
  organisationNumber: [
    ...['Org.nr', 'ORGNR', 'org nr', 'Org. nr.', 'Organisationsnr', 'Organisationsnummer', 'Org_nummer', 'Org-nr'],
    ...['organisation number', 'Registration number', 'Company Registration Number'],
  ],
  name: ['Företagsnamn', 'FÖRETAG', 'Bolagsnamn', 'Firma', 'Namn', 'foretagsnamn', 'Company name', 'Company'],
  municipality: ['Kommun', 'Säteskommun', 'Kommunkod', 'Kommunnamn', 'Municipality'],
  postTown: ['Postort', 'Ort', 'City'],
  sni: ['SNI', 'SNI-kod', 'SNI-koder', 'Sni kod', 'Branschkod', 'Bransch', 'Näringsgren', 'SNI 2007', 'Industry code'],
  employees: [
    ...['Antal anställda', 'Anst.', 'Anställda', 'antal anst', 'Anställda 2024', 'Anställda (st)'],
    ...['Employees', 'Number of employees', 'No. of employees'],
  ],
  turnover: [
    ...['Omsättning', 'Nettoomsättning', 'Omsättning (tkr)', 'Omsättning tkr', 'OMSÄTTNING, KKR', 'Oms. kr'],
    ...['Nettoomsättning [Mkr]', 'Omsättning i tkr', 'Omsättning 2024 (tkr)', 'Omsättning (MSEK) 2024'],
    ...['Turnover (SEK million)', 'Revenue', 'Net sales (TSEK)'],
  ],
  asOf: ['Bokslut', 'År', 'Per', 'Bokslutsår', 'Räkenskapsår', 'As of', 'Year'],
}

describe('a column is known by the names that people give it', () => {
  it.each(Object.entries(known).flatMap(([column, headers]) => headers.map((header) => [column, header])))(
    '%s: %s',
    async (column = '', header = '') => {
      const needed = { organisationNumber: 'Org.nr', name: 'Namn' }
      const others = Object.entries(needed).flatMap(([name, usual]) => (name === column ? [] : [usual]))
      const { headers, rows, remarks } = await come(list(header, ...others))
      expect(headers[column]).toBe(header)
      expect(rows[0]?.cells[column]).toBe('c0')
      expect(remarks).toEqual([])
    },
  )
})

describe('where two headers name one column', () => {
  it('and are the same, one has to get another name', async () => {
    await expect(come(list('Org.nr', 'Namn', 'Omsättning', 'omsättning'))).rejects.toThrow(
      'two columns are called Omsättning: rename one of them in the file',
    )
  })

  it.each([
    ['Kommun', 'Säteskommun'],
    ['SNI', 'Bransch'],
    ['Omsättning 2023 (tkr)', 'Omsättning 2024 (tkr)'],
    ['Kommunkod', 'Säteskommun'],
    ['Org.nr', 'Organisationsnummer'],
    ['Namn', 'Firma'],
  ])('%s and %s are both named, and neither is taken', async (first, second) => {
    const needed = ['Org.nr', 'Namn'].filter((each) => ![first, second].includes(each))
    await expect(come(list(...needed, first, second))).rejects.toThrow(`${first} and ${second} can both be`)
    const settled = await come(list(...needed, first, second), { settings: settings(`${second}=`) })
    expect(Object.values(settled.headers)).toContain(first)
    expect(settled.remarks[0]).toContain(second)
  })

  it.each([
    ['Kommunkod', 'Kommun', 'municipality'],
    ['Kommunnamn', 'Kommunkod', 'municipality'],
    ['SNI-kod', 'Bransch', 'sni'],
    ['SNI', 'SNI-text', 'sni'],
    ['Branschnamn', 'Branschkod', 'sni'],
  ])('%s and %s are one of codes and one of names: the codes are taken', async (first, second, column) => {
    const { headers, remarks } = await come(list('Org.nr', 'Namn', first, second))
    const code = [first, second].find((header) => /kod|^SNI$/.test(header)) ?? ''
    const other = code === first ? second : first
    expect(headers[column]).toBe(code)
    expect(remarks).toEqual([`Columns left out: ${other}.`])
  })
})

describe('a column that is not known', () => {
  it('is left out by its own name, and what it may mean is asked', async () => {
    const { remarks } = await come(list('Org.nr', 'Namn', 'Antal anstälda', 'Notering', 'Omsättning (EUR)'))
    expect(remarks).toEqual([
      'Columns left out: Antal anstälda, Notering, Omsättning (EUR).',
      "Did you mean employees by Antal anstälda? Then give --columns 'Antal anstälda=employees'.",
      "Did you mean turnover by Omsättning (EUR)? Then give --columns 'Omsättning (EUR)=turnover'.",
    ])
  })

  it('is not shown where it may be a number of a person or of a firm', async () => {
    const { remarks } = await come(
      list('Org.nr', 'Namn', '811218-9876', '８１１２１８9876', '559900-0014', '070-123 45 67'),
    )
    expect(remarks).toEqual(['Columns left out: column 3, column 4, column 5, column 6.'])
  })

  it('is the one that is needed, and the user says so', async () => {
    const content = list('Bolagets nr', 'Kallas', 'Säte (län)')
    await expect(come(list('Företagets orgnr', 'Namn'))).rejects.toThrow(
      /organisationNumber or organisationsnummer; did you mean organisationNumber by Företagets orgnr\? Then give --columns 'Företagets orgnr=organisationNumber'/,
    )
    await expect(come(content)).rejects.toThrow(/organisationNumber or organisationsnummer, nor name or namn/)
    const { rows } = await come(content, { settings: settings('Bolagets nr=organisationNumber', 'kallas=Namn') })
    expect(rows[0]?.cells).toMatchObject({ organisationNumber: 'c0', name: 'c1' })
  })

  it('is none where each line is one cell in quotation marks', async () => {
    await expect(come('"Org.nr,Namn,Kommun"\n"5599000014,A AB,Luleå"\n')).rejects.toThrow(/each line is one cell/)
    await expect(come('sep=,\nOrg.nr;Namn\n5599000014;A AB\n')).rejects.toThrow(/one cell: its sep= line/)
  })

  it('is shown on one line, though its header has two', async () => {
    expect((await come('Org.nr;Namn;"Antal\nanställda"\n')).headers.employees).toBe('Antal anställda')
  })

  it('is named by the user, though the file has none, or there is none', async () => {
    const content = list('Org.nr', 'Namn')
    await expect(come(content, { settings: settings('Bolagets nr=name') })).rejects.toThrow(
      '--columns names Bolagets nr, which is no column of the file; it has Org.nr, Namn',
    )
    await expect(come(content, { settings: settings('Namn=title') })).rejects.toThrow(/title, which is none of organ/)
  })
})

describe('words in parentheses', () => {
  it.each([
    ['Organisationsnummer (10 siffror)', 'organisationNumber'],
    ['Företagsnamn (enligt Bolagsverket)', 'name'],
    ['Antal anställda (storleksklass)', 'employees'],
    ['Omsättning (senaste bokslut)', 'turnover'],
    ['Omsättning (senaste bokslut), tkr', 'turnover'],
    ['Omsättning [tkr, senaste bokslut]', 'turnover'],
  ])('%s is %s', async (header, column) => {
    const needed = { organisationNumber: 'Org.nr', name: 'Namn' }
    const others = Object.entries(needed).flatMap(([name, usual]) => (name === column ? [] : [usual]))
    const { headers, remarks } = await come(list(header, ...others))
    expect([headers[column], remarks]).toEqual([header, []])
  })

  it.each([
    ['Antal anställda (koncern)', 'employees'],
    ['Antal anställda (kvinnor)', 'employees'],
    ['Omsättning (koncernen)', 'turnover'],
    ['Omsättning (EUR, senaste bokslut)', 'turnover'],
    ['Omsättning (föregående år)', 'turnover'],
  ])('%s is another fact: %s is proposed', async (header, column) => {
    const { headers, remarks } = await come(list('Org.nr', 'Namn', header))
    expect(headers[column]).toBeUndefined()
    expect(remarks[1]).toContain(`--columns '${header}=${column}'`)
  })

  it('give way to a header without them, and tell two from each other no better than none', async () => {
    const one = await come(list('Org.nr', 'Namn', 'Omsättning (senaste bokslut)', 'Omsättning'))
    expect(one.headers.turnover).toBe('Omsättning')
    const two = await come(list('Org.nr', 'Namn', 'Omsättning (senaste bokslut)', 'Omsättning (reviderad)'))
    expect([two.headers.turnover, two.remarks.length]).toEqual([undefined, 3])
  })
})

describe('numbered columns of codes are one list', () => {
  it.each([
    [['SNI1', 'SNI2', 'SNI 3'], 'c2; c3; c4'],
    [['SNI 2', 'SNI 1'], 'c3; c2'],
    [['Bransch 1', 'Bransch 2'], 'c2; c3'],
    [['SNI-kod 1', 'Bransch 1', 'SNI-kod 2', 'Bransch 2'], 'c2; c4'],
    [['SNI2007 1', 'SNI2007 2'], 'c2; c3'],
    [['SNI', 'SNI 2'], 'c2; c3'],
    [['SNI 1 kod', 'SNI 1 text'], 'c2'],
  ])('%s', async (headers, cell) => {
    expect((await come(list('Org.nr', 'Namn', ...headers))).rows[0]?.cells.sni).toBe(cell)
  })

  it('as are those that the user says are', async () => {
    const content = list('Org.nr', 'Namn', 'Huvudgren', 'Bigren')
    const { rows } = await come(content, { settings: settings('Bigren=sni', 'Huvudgren=sni') })
    expect(rows[0]?.cells.sni).toBe('c2; c3')
  })
})

describe('a file of ties', () => {
  const opened = (content: string, columns: Columns<string>) => comeOf(write(content, 'ties.csv'), columns)

  it.each([
    [
      'supplies',
      supplyColumns,
      list('Leverantör', 'Kund', 'Fr.o.m.', 'Kategori'),
      ['supplier', 'buyer', 'category', 'since'],
    ],
    ['needs', needColumns, list('Org.nr', 'Företag', 'Behov'), ['firm', 'need']],
    ['requirements', requirementColumns, list('Krav', 'Företag', 'Status'), ['firm', 'requirement', 'status']],
  ])('has the columns of %s', async (_, columns, content, found) => {
    const { headers } = await opened(content, columns)
    expect(Object.keys(headers)).toEqual(found)
    expect(headers.firm === undefined || ['Org.nr', 'Företag'].includes(headers.firm)).toBe(true)
  })

  it('takes the numbers of firms where their names stand beside them', async () => {
    const { headers, remarks } = await opened(list('Företag', 'Org.nr', 'Behov'), needColumns)
    expect([headers.firm, remarks]).toEqual(['Org.nr', ['Columns left out: Företag.']])
  })
})
