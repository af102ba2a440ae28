import { moneyUnit } from '../../src/import/firms/cells/money-units.js'
import type { SaidOfCells } from '../../src/import/firms/firm-survey.js'
import { withCheckDigit } from '../../src/text/check-digit.js'
import { workbook } from '../import/workbook.js'

/** What is stored of a firm, as far as its list tells; the municipality by its code. */
export interface ListedFirm {
  readonly name?: string
  readonly place?: string
  readonly sni?: readonly string[]
  readonly employees?: number
  readonly employeesFrom?: number
  readonly employeesTo?: number
  readonly turnover?: number
  readonly sizeClass?: string
  readonly asOf?: string
}

/** A list and what is right to make of it: its firms and what is listed as not taken, or why it is refused. */
export interface FirmList {
  readonly name: string
  readonly file?: string
  readonly content: string | Uint8Array
  readonly cells?: Partial<SaidOfCells>
  readonly firms?: Readonly<Record<string, ListedFirm>>
  readonly refused?: readonly RegExp[]
  readonly fails?: RegExp
  readonly remark?: RegExp
}

const number = (index: number): string => withCheckDigit(String(559_900_000 + index))
const lines = (...rows: readonly string[]): string => `${rows.join('\r\n')}\r\n`
const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le')
const windows1252: Readonly<Record<string, number>> = {
  '’': 0x92,
  '–': 0x96,
  '“': 0x93,
  '”': 0x94,
  Š: 0x8a,
  Ž: 0x8e,
  š: 0x9a,
  ž: 0x9e,
  '€': 0x80,
}
const inWindows1252 = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((letter) => windows1252[letter] ?? letter.codePointAt(0) ?? 0))

/** One column of a list, a cell a row, of firms that are otherwise alike: what is stored of each, or why its cell is not read. */
function column(
  name: string,
  header: string,
  cells: readonly (readonly [cell: string, stored: ListedFirm | RegExp])[],
  cellsSaid: Partial<SaidOfCells> = {},
): FirmList {
  const firms: Record<string, ListedFirm> = {}
  const refused: RegExp[] = []
  const rows = cells.map(([cell, stored], index) => {
    const own = { name: `Firma ${index} AB`, sizeClass: 'UNKNOWN' }
    firms[number(index)] = stored instanceof RegExp ? own : { ...own, ...stored }
    if (stored instanceof RegExp) refused.push(new RegExp(`^${index + 2},CELL,${number(index)},.*${stored.source}`))
    return `${number(index)};Firma ${index} AB;"${cell.replaceAll('"', '""')}"`
  })
  return { name, content: lines(`Organisationsnummer;Namn;${header}`, ...rows), cells: cellsSaid, firms, refused }
}

const small = { sizeClass: 'SMALL' }
const medium = { sizeClass: 'MEDIUM' }
const large = { sizeClass: 'LARGE' }
const plainFirm = { name: 'Norr AB', place: '2580', sni: ['25110'], employees: 12, turnover: 21.5, ...small }
const header = 'Organisationsnummer;Namn;Kommun;SNI;Anställda;Omsättning'
const row = (index: number, name = 'Norr AB') => `${number(index)};${name};Luleå;25.110;12;21,5`

const cellLists: readonly FirmList[] = [
  column('employees', 'Antal anställda', [
    ['12', { employees: 12, ...small }],
    ['2,000', { employees: 2_000, ...large }],
    ['1.250', { employees: 1_250, ...large }],
    ['1 250', { employees: 1_250, ...large }],
    ['12,0', { employees: 12, ...small }],
    ['0', { employees: 0, ...small }],
    ['12 st', { employees: 12, ...small }],
    ['12 anställda', { employees: 12, ...small }],
    ['5-9 anställda', { employeesFrom: 5, employeesTo: 9, ...small }],
    ['10–19', { employeesFrom: 10, employeesTo: 19, ...small }],
    ['50-99', { employeesFrom: 50, employeesTo: 99, ...medium }],
    ['20-99', { employeesFrom: 20, employeesTo: 99 }],
    ['500+', { employeesFrom: 500, ...large }],
    ['<10', { employeesFrom: 0, employeesTo: 9, ...small }],
    ['-', {}],
    ['Uppgift saknas', {}],
    ['#SAKNAS!', {}],
    ['ca 12', /not exact/],
    ['0,5', /not a whole number/],
    ['1e3', /exponent/],
    ['-5', /below zero/],
    ['05-sep', /Excel/],
    ['okt-19', /Excel/],
    ['2025-09-05', /Excel/],
  ]),
  column('turnover with decimal commas', 'Omsättning', [
    ['21,5', { turnover: 21.5, ...small }],
    ['1 234,5', { turnover: 1_234.5, ...large }],
    ['1,250', { turnover: 1.25, ...small }],
    ['1.250', { turnover: 1_250, ...large }],
    ['12 345 tkr', { turnover: 12.345, ...small }],
    ['850 000 kr', { turnover: 0.85, ...small }],
    ['1,2 MSEK', { turnover: 1.2, ...small }],
    ['2 MEUR', /currency/],
    ['ca 20', /not exact/],
    ['okänt', {}],
  ]),
  column('turnover that shows no habit', 'Omsättning', [
    ['12', { turnover: 12, ...small }],
    ['1,250', /two readings.*1250 or 1,25/],
    ['1.250', /two readings.*1250 or 1.25/],
  ]),
  column('turnover in thousands by its header', 'Nettoomsättning (tkr)', [
    ['12 345', { turnover: 12.345, ...small }],
    ['12 345 kkr', { turnover: 12.345, ...small }],
    ['1,2 Mkr', /another unit/],
  ]),
  column('turnover in English thousands', 'Turnover (SEK thousand)', [['12345', { turnover: 12.345, ...small }]]),
  column('turnover in kronor by its header', 'Omsättning kr', [['850 000', { turnover: 0.85, ...small }]]),
  column('turnover in thousands by option', 'Omsättning', [['12 345', { turnover: 12.345, ...small }]], {
    turnoverUnit: moneyUnit('tkr'),
  }),
  column('codes of SNI', 'SNI', [
    ['25110', { sni: ['25110'] }],
    ['25.110', { sni: ['25110'] }],
    ['25,11', { sni: ['2511'] }],
    ['25,110', { sni: ['25110'] }],
    ['2511', { sni: ['2511'] }],
    ['C25', { sni: ['25'] }],
    ['C 25', { sni: ['25'] }],
    ['C', { sni: ['C'] }],
    ['251', { sni: ['251'] }],
    ['25110 Tillverkning av metallstommar', { sni: ['25110'] }],
    ['25.110 - Metallstommar', { sni: ['25110'] }],
    ['SNI 25110', { sni: ['25110'] }],
    ['25110;', { sni: ['25110'] }],
    ['25110, 43210', { sni: ['25110', '43210'] }],
    ['25110,43210', { sni: ['25110', '43210'] }],
    ['25110 43210', { sni: ['25110', '43210'] }],
    ['25110/43210', { sni: ['25110', '43210'] }],
    ['25110|43210', { sni: ['25110', '43210'] }],
    ['01110', { sni: ['01110'] }],
    ['1110', /two readings.*01.110 or 11.10/],
    ['00000', {}],
    ['99999', /no code/],
    ['25-nov', /Excel/],
    ['K', /two readings.*--sni-edition/],
    ['35120', /two readings.*--sni-edition/],
  ]),
  column('codes that show SNI 2007', 'SNI', [
    ['62010', { sni: ['62010'] }],
    ['K', { sni: ['K'] }],
    ['35120', { sni: ['35120'] }],
  ]),
  column('codes that show SNI 2025', 'SNI-kod', [
    ['62100', /SNI 2025.*62.100/],
    ['K62', /SNI 2025/],
    ['K', /something else/],
    ['46710', /something else/],
    ['25110', { sni: ['25110'] }],
  ]),
  column('codes below a header that names SNI 2025', 'SNI 2025', [
    ['25110', { sni: ['25110'] }],
    ['K', /something else/],
    ['62010', /said to be of SNI 2025/],
  ]),
  column('codes of an edition by option', 'SNI', [['K', { sni: ['K'] }]], { sniEdition: 'SNI2007' }),
  column('municipalities', 'Kommun', [
    ['LULEÅ', { place: '2580' }],
    ['Luleå kommun', { place: '2580' }],
    ['Kommun: Luleå', { place: '2580' }],
    ['Lulea Municipality', { place: '2580' }],
    ['Lulea', { place: '2580' }],
    ['2580', { place: '2580' }],
    ['2580.0', { place: '2580' }],
    ['2580 Luleå', { place: '2580' }],
    ['Luleå (2580)', { place: '2580' }],
    ['180', { place: '0180' }],
    ['Stockholms kommun', { place: '0180' }],
    ['Jokkmokks kommun', { place: '2510' }],
    ['Habo', { place: '0643' }],
    ['Håbo', { place: '0305' }],
    ['Luleå/Boden', /two places/],
    ['Norrbotten', /county/],
    ['Region Norrbotten', /county/],
    ['Oslo', /no municipality/],
    ['2580 Boden', /no municipality/],
  ]),
  column('post towns', 'Postort', [
    ['GAMMELSTAD', { place: '2580' }],
    ['Boden', { place: '2582' }],
    ['972 31 Luleå', { place: '2580' }],
    ['Långtbortistan', /not known/],
  ]),
  column('dates', 'Bokslut', [
    ['2025-12-31', { asOf: '2025-12-31' }],
    ['2025-12-31 00:00:00', { asOf: '2025-12-31' }],
    ['2025/12/31', { asOf: '2025-12-31' }],
    ['20251231', { asOf: '2025-12-31' }],
    ['31/12/2025', { asOf: '2025-12-31' }],
    ['31.12.2025', { asOf: '2025-12-31' }],
    ['31 dec 2025', { asOf: '2025-12-31' }],
    ['202512', { asOf: '2025-12-01' }],
    ['2025-12', { asOf: '2025-12-01' }],
    ['dec-25', { asOf: '2025-12-01' }],
    ['december 2025', { asOf: '2025-12-01' }],
    ['2025', { asOf: '2025-01-01' }],
    ['03/04/2025', /two readings/],
    ['2025/26', /two readings/],
    ['3025', /future/],
    ['0025', /before 1900/],
  ]),
]

const one = number(501)
const fileLists: readonly FirmList[] = [
  { name: 'UTF-8', content: lines(header, row(501)), firms: { [one]: plainFirm } },
  { name: 'UTF-8 with its mark', content: `\uFEFF${lines(header, row(501))}`, firms: { [one]: plainFirm } },
  {
    name: 'UTF-16 with tabs, as Excel writes Unicode text',
    file: 'list.txt',
    content: utf16(lines(header, row(501)).replaceAll(';', '\t')),
    firms: { [one]: plainFirm },
  },
  {
    name: 'Windows-1252',
    content: inWindows1252(
      lines(
        header,
        row(501, 'Norr’s Bygg – Måleri AB'),
        row(502, 'Šimek & Žák Handels AB'),
        row(503, 'Café “Träff” AB'),
      ),
    ),
    firms: {
      [one]: { ...plainFirm, name: 'Norr’s Bygg – Måleri AB' },
      [number(502)]: { ...plainFirm, name: 'Šimek & Žák Handels AB' },
      [number(503)]: { ...plainFirm, name: 'Café “Träff” AB' },
    },
  },
  {
    name: 'UTF-8 but for a byte',
    content: Buffer.concat([
      Buffer.from(lines(header, row(501, 'Äppelsvets Åå AB'), row(502, 'Östers El AB'))),
      inWindows1252(row(503, 'Blåbär AB')),
    ]),
    fails: /line 4: is not UTF-8/,
  },
  {
    name: 'letters of Sami names',
    content: lines(header, row(501, 'Gárdin Đuottar Ŋuolla AB')),
    firms: { [one]: { ...plainFirm, name: 'Gárdin Đuottar Ŋuolla AB' } },
  },
  {
    name: 'a first line that names the separator',
    content: lines('sep=;', header, row(501)),
    firms: { [one]: plainFirm },
  },
  {
    name: 'title rows above the header',
    content: lines('Sökresultat;;;;;', 'Uttag 2026-11-20;;;;;', ';;;;;', header, row(501)),
    firms: { [one]: plainFirm },
  },
  {
    name: 'blank rows and a sum at the end',
    content: lines(header, row(501), ';;;;;', '', 'Summa;;;;12;21,5'),
    firms: { [one]: plainFirm },
  },
  {
    name: 'rows of other lengths',
    content: lines(
      'organisationsnummer,namn,kommun,sni,anställda,omsättning',
      `${one},Norr AB,Luleå,25110,12,21.5`,
      `${number(502)},Norr2 AB,Luleå,25110,1,250,48,5`,
    ),
    firms: { [one]: plainFirm },
    refused: [/^3,REFUSED,.*has 8 cells; the header, in line 1, has 6/],
  },
  {
    name: 'a quotation mark that is not doubled',
    content: lines(header, row(501, 'Firma "Norr" AB'), row(502)),
    firms: { [one]: { ...plainFirm, name: 'Firma "Norr" AB' }, [number(502)]: plainFirm },
  },
  {
    name: 'headers of business registers',
    content: lines(
      'Org.nr;Företagsnamn;Säteskommun;SNI-kod;Antal anställda;Omsättning (tkr);Bokslut',
      `${one};Norr AB;Luleå;25.110;12;21 500;2025-12`,
    ),
    firms: { [one]: { ...plainFirm, asOf: '2025-12-01' } },
  },
  {
    name: 'English headers',
    content: lines(
      'Registration number,Company name,Municipality,NACE code,Number of employees,"Turnover, SEK million"',
      `${one},Norr AB,Luleå,25.11,12,21.5`,
    ),
    firms: { [one]: { ...plainFirm, sni: ['2511'] } },
  },
  {
    name: 'a workbook of numbers',
    file: 'list.xlsx',
    content: workbook({
      Blad1: [
        header.split(';'),
        [Number(one), 'Norr AB', 'Luleå', 25.11, 12, 21.5],
        [Number(number(502)), 'Söder AB', 180, 43210, 1_250, 1.25],
      ],
    }),
    firms: {
      [one]: { ...plainFirm, sni: ['2511'] },
      [number(502)]: { name: 'Söder AB', place: '0180', sni: ['43210'], employees: 1_250, turnover: 1.25, ...large },
    },
  },
  {
    name: 'organisation numbers',
    content: lines(
      'Organisationsnummer;Namn',
      ...[
        `${number(601).slice(0, 6)}-${number(601).slice(6)}`,
        `16${number(602)}`,
        `${number(603)}.0`,
        `SE${number(604)}01`,
      ].map((text) => `${text};A AB`),
      ...[
        `${number(605).slice(0, 6)} ${number(605).slice(6)}`,
        `${number(606).slice(0, 6)}–${number(606).slice(6)}`,
      ].map((text) => `${text};A AB`),
      ...[`${number(607).slice(0, 6)}\u00A0${number(607).slice(6)}`, `="${number(608)}"`].map((text) => `${text};A AB`),
      '5,60E+09;Excel AB',
      '559900001;Kort AB',
      '5599000013;Fel AB',
      '811218–9876;Någon Person',
    ),
    firms: Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [number(601 + index), { name: 'A AB', sizeClass: 'UNKNOWN' }]),
    ),
    refused: [
      /^10,REFUSED,Excel AB,Organisationsnummer,"?5,60E\+09"?,Excel has taken it for a number/,
      /^11,REFUSED,Kort AB,Organisationsnummer,559900001,Excel has taken it for a number/,
      /^12,REFUSED,Fel AB,Organisationsnummer,5599000013,the last digit/,
      /^13,REFUSED,•••,Organisationsnummer,•••,the number can be a person's/,
    ],
  },
  {
    name: 'numbers of persons in names, however they are written',
    content: lines(
      'Organisationsnummer;Namn',
      ...[
        '811218-9876',
        '811218–9876',
        '811218‑9876',
        '811218−9876',
        '811218 - 9876',
        '８１１２１８-９８７６',
        '811218-\u200B9876',
      ].map((person, index) => `${number(611 + index)};Firma ${person} AB`),
      `${number(620)};Norr AB`,
    ),
    firms: { [number(620)]: { name: 'Norr AB', sizeClass: 'UNKNOWN' } },
    refused: Array.from({ length: 7 }, (_, index) => new RegExp(`^${index + 2},REFUSED,•••,Namn,•••,`)),
  },
  {
    name: 'rows that say different things of one firm, and rows that say the same',
    content: lines(header, row(501), row(501, 'Nytt namn AB'), row(502), row(502)),
    firms: { [number(502)]: plainFirm },
    refused: [/^2,REFUSED,.*lines 2, 3/, /^3,REFUSED,.*lines 2, 3/, /^5,LEFT_OUT,.*repeat an earlier one/],
  },
  {
    name: 'what would be a formula in the list of what was not read',
    content: lines('Organisationsnummer;Namn;Kommun', `${one};Norr AB;=1+1`),
    firms: { [one]: { name: 'Norr AB', sizeClass: 'UNKNOWN' } },
    refused: [/,'=1\+1,/],
  },
  {
    name: 'turnover in thousands that no header tells of',
    content: lines(
      header,
      ...[12_345, 9_800, 850_000].map(
        (turnover, index) => `${number(501 + index)};Norr AB;Luleå;25.110;12;${turnover}`,
      ),
    ),
    fails: /1 029 SEK million for each employee.*in thousands\?.*--turnover-unit tkr.*--confirm-unusual/,
  },
  {
    name: 'turnover of firms without employees that is too much',
    content: lines(
      'Organisationsnummer;Namn;Omsättning',
      ...[12_345, 9_800, 850_000].map((turnover, index) => `${number(501 + index)};Norr AB;${turnover}`),
    ),
    fails: /SEK million for a firm.*in thousands\?/,
  },
  ...['Alla belopp i tkr;;', 'Belopp (TSEK);;', 'Nyckeltal, enhet: tusen kronor;;', 'Belopp tkr;;', 'tkr;;'].map(
    (title) => ({
      name: `turnover in a unit that a title names: ${title}`,
      content: lines(title, 'Organisationsnummer;Namn;Omsättning', `${one};Norr AB;12 345`),
      firms: { [one]: { name: 'Norr AB', turnover: 12.345, ...small } },
      remark: /turnover is read as being in .*, which stands beside its header/,
    }),
  ),
  {
    name: 'turnover above what a title looks for',
    content: lines('Bolag med över 10 tkr i Luleå;;', 'Organisationsnummer;Namn;Omsättning', `${one};Norr AB;12`),
    firms: { [one]: { name: 'Norr AB', turnover: 12, ...small } },
  },
  {
    name: 'turnover in a unit that a note below or a row of units names',
    content: lines(
      'Organisationsnummer;Namn;Anställda;Omsättning',
      ';;antal;(tkr)',
      `${one};Norr AB;12;12 345`,
      'Anm: belopp i tkr',
    ),
    firms: { [one]: { name: 'Norr AB', employees: 12, turnover: 12.345, ...small } },
    remark: /turnover is read as being in tkr/,
  },
  {
    name: 'turnover in a unit that the last line names',
    content: lines('Organisationsnummer;Namn;Omsättning', `${one};Norr AB;12 345`, 'Belopp i tkr'),
    refused: [/^3,REFUSED/],
    firms: { [one]: { name: 'Norr AB', turnover: 12.345, ...small } },
  },
  {
    name: 'turnover beside employees in thousands',
    content: lines('Antal anställda i tusental;;', 'Organisationsnummer;Namn;Omsättning', `${one};Norr AB;12`),
    firms: { [one]: { name: 'Norr AB', turnover: 12, ...small } },
  },
  ...(['Omsättning', 'Omsättning (tkr)'] as const).map((headed) => ({
    name: `turnover of a workbook that shows its unit, under ${headed}`,
    file: 'list.xlsx',
    content: workbook({
      Blad1: [
        ['Organisationsnummer', 'Namn', headed],
        [one, 'Norr AB', { value: 12_345, format: '#,##0" tkr"' }],
        [number(502), 'Söder AB', { value: headed === 'Omsättning' ? 12_345_000 : 12_345, format: '#,##0 [$kr-41D]' }],
        [number(503), 'Öst AB', { value: 12, format: '_-* #,##0.00 "€"_-' }],
        [number(504), 'Väst AB', { value: 12_345, format: '#,##0,' }],
      ],
    }),
    firms: {
      [one]: { name: 'Norr AB', turnover: 12.345, ...small },
      [number(502)]: { name: 'Söder AB', turnover: 12.345, ...small },
      [number(503)]: { name: 'Öst AB', sizeClass: 'UNKNOWN' },
      [number(504)]: { name: 'Väst AB', sizeClass: 'UNKNOWN' },
    },
    refused: [/^4,CELL,.*another currency/, /^5,CELL,.*shown shortened.*,.*unit that is not known/],
  })),
  {
    name: 'turnover in two units beside its header',
    content: lines('Belopp i tkr;;', 'Belopp i Mkr;;', 'Organisationsnummer;Namn;Omsättning', `${one};Norr AB;12`),
    fails: /more than one unit, and the header Omsättning none.* give --turnover-unit/,
  },
  {
    name: 'turnover with its unit and currency in columns of their own',
    content: lines(
      'Organisationsnummer;Namn;Omsättning;Enhet;Valuta',
      `${one};Norr AB;12 345;tkr;SEK`,
      `${number(502)};Söder AB;12,5;Mkr;SEK`,
      `${number(503)};Öst AB;12 345;tkr;EUR`,
    ),
    firms: {
      [one]: { name: 'Norr AB', turnover: 12.345, ...small },
      [number(502)]: { name: 'Söder AB', turnover: 12.5, ...small },
      [number(503)]: { name: 'Öst AB', sizeClass: 'UNKNOWN' },
    },
    refused: [/^4,CELL,.*another currency/],
  },
  {
    name: 'turnover in a unit that header and option disagree on',
    content: lines('Organisationsnummer;Namn;Omsättning (tkr)', `${one};Norr AB;12345`),
    cells: { turnoverUnit: moneyUnit('Mkr') },
    fails: /--turnover-unit says another unit than the header Omsättning \(tkr\)/,
  },
]

export const firmLists: readonly FirmList[] = [...cellLists, ...fileLists]

const scbFields = 'PeOrgNr Namn Foretagsnamn FtgStat JurForm PostOrt Ng1 Ng2 Ng3 Ng4 Ng5'.split(' ')
const scbRow = (index: number, name: string, town: string, ...codes: readonly string[]) =>
  [
    `16${number(index)}`,
    name,
    '',
    '1',
    '49',
    town,
    ...Array.from({ length: 5 }, (_, place) => codes[place] ?? '00000'),
  ].join('\t')

export const registerLists: readonly FirmList[] = [
  {
    name: 'a register with codes of both editions, in Windows-1252',
    file: 'scb_bulkfil_JE_2026-11-01T0100_01.txt',
    content: inWindows1252(
      lines(
        scbFields.join('\t'),
        scbRow(701, 'Norr’s Café – Bar AB', 'LULEÅ', '41200'),
        scbRow(702, 'Data Ett AB', 'BODEN', '62100', '62010', '25110'),
        scbRow(703, 'Tvetydig AB', 'GAMMELSTAD', '35120', '43210'),
      ),
    ),
    firms: {
      [number(701)]: {
        name: 'Norr’s Café – Bar AB',
        place: '2580',
        sni: ['41200'],
        sizeClass: 'UNKNOWN',
        asOf: '2026-11-01',
      },
      [number(702)]: {
        name: 'Data Ett AB',
        place: '2582',
        sni: ['62010', '25110'],
        sizeClass: 'UNKNOWN',
        asOf: '2026-11-01',
      },
      [number(703)]: { name: 'Tvetydig AB', place: '2580', sni: ['43210'], sizeClass: 'UNKNOWN', asOf: '2026-11-01' },
    },
    refused: [/^3,CELL,.*SNI 2025.*62.100/, /^4,CELL,.*two readings.*35.120/],
  },
]
