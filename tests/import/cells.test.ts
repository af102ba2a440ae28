import { describe, expect, it } from 'vitest'
import { readAsOf } from '../../src/import/firms/cells/dates.js'
import { readEmployees } from '../../src/import/firms/cells/employees.js'
import { type MoneyUnit, moneyUnit, unitOfHeader } from '../../src/import/firms/cells/money-units.js'
import { HabitSurvey } from '../../src/import/firms/cells/numbers.js'
import { amountIn, readTurnover } from '../../src/import/firms/cells/turnover.js'
import { day, municipality, organisationNumber } from '../../src/import/firms/cells.js'
import { firmColumns } from '../../src/import/firms/firm-columns.js'
import { municipalitiesAmong } from '../../src/import/firms/places.js'
import { unusualSizes } from '../../src/import/firms/plausibility.js'
import { columnOf } from '../../src/import/readers/columns.js'
import { textCell } from '../../src/text/plain-cell.js'
import { outcome, refused } from './outcome.js'

const habitOf = (cells: readonly string[]) => {
  const survey = new HabitSurvey()
  for (const cell of cells) survey.hear(amountIn(cell))
  return survey
}

describe('employees', () => {
  const count = (value: number) => ({ kind: 'COUNT', count: value })
  const bounds = (from: number, to: number | null) => ({ kind: 'BOUNDS', from, to })
  it.each<[string, unknown]>([
    ['12', count(12)],
    ['0', count(0)],
    ['2,000', count(2_000)],
    ['1.250', count(1_250)],
    ['12 345', count(12_345)],
    ['12\u00A0345', count(12_345)],
    ['12\u202F345', count(12_345)],
    ["1'250", count(1_250)],
    ['1,234,567', count(1_234_567)],
    ['12,0', count(12)],
    ['12.00', count(12)],
    ['１２', count(12)],
    ['+12', count(12)],
    ['12 st', count(12)],
    ['12 personer', count(12)],
    ['12 anställda', count(12)],
    ['12 employees', count(12)],
    ['5-9', bounds(5, 9)],
    ['5-9 anställda', bounds(5, 9)],
    ['10–19', bounds(10, 19)],
    ['20 − 49', bounds(20, 49)],
    ['1 000-1 999', bounds(1_000, 1_999)],
    ['mellan 5 och 9', bounds(5, 9)],
    ['500+', bounds(500, null)],
    ['500 eller fler', bounds(500, null)],
    ['minst 250', bounds(250, null)],
    ['fler än 500', bounds(501, null)],
    ['<10', bounds(0, 9)],
    ['färre än 10', bounds(0, 9)],
    ['max 9', bounds(0, 9)],
    ['', null],
    ['-', null],
    ['–', null],
    ['..', null],
    ['.', null],
    ['Uppgift saknas', null],
    ['n/a', null],
    ['#N/A', null],
    ['#SAKNAS!', null],
    ['okänt', null],
    ['saknas', null],
    ['ca 12', refused('is not exact')],
    ['cirka 12 st', refused('is not exact')],
    ['0,5', refused('not a whole number')],
    ['12,5', refused('not a whole number')],
    ['-12', refused('below zero')],
    ['(12)', refused('below zero')],
    ['1e3', refused('exponent')],
    ['12 34', refused('groups of three')],
    ['1,25,000', refused('groups of three')],
    ['många', refused('no number')],
    ['12 årsverken', refused('unit that is not known')],
    ['10 FTE', refused('unit that is not known')],
    ['8112189876', refused('more than any firm')],
    ['9-5', refused('ends before it begins')],
    ['05-sep', refused('Excel')],
    ['sep-05', refused('Excel')],
    ['9-maj', refused('Excel')],
    ['okt-19', refused('Excel')],
    ['4-Jan', refused('Excel')],
    ['2025-09-05', refused('Excel')],
    ['2025-09-05 00:00:00', refused('Excel')],
    ['45905', refused('Excel')],
  ])('%s', (text, value) => {
    expect(outcome(() => readEmployees('employees', textCell(text), new HabitSurvey()))).toEqual(value)
  })

  it('of a workbook are as the workbook holds them, but for days', () => {
    const cell = (number: number) => ({ text: String(number), number })
    expect(outcome(() => readEmployees('employees', cell(1_250), new HabitSurvey()))).toEqual(count(1_250))
    expect(outcome(() => readEmployees('employees', cell(12.5), new HabitSurvey()))).toEqual(refused('whole'))
    expect(outcome(() => readEmployees('employees', cell(45_905), new HabitSurvey()))).toEqual(refused('Excel'))
  })

  it('have two readings where the sign stands before three decimals elsewhere', () => {
    expect(outcome(() => readEmployees('employees', textCell('12.000'), habitOf(['12.5'])))).toEqual(count(12_000))
    expect(outcome(() => readEmployees('employees', textCell('12.000'), habitOf(['0.500'])))).toEqual(
      refused('12000 or 12'),
    )
  })
})

describe('turnover', () => {
  const sek = (unit: MoneyUnit, others: readonly string[] = []) => ({ unit, habit: habitOf(others) })
  const [tkr, million] = [moneyUnit('tkr'), moneyUnit('MSEK')]
  it.each<[string, ReturnType<typeof sek>, unknown]>([
    ['21,5', sek(null), 21.5],
    ['21.5', sek(null), 21.5],
    ['1 234,5', sek(null), 1_234.5],
    ['1.234,5', sek(null), 1_234.5],
    ['1,234.5', sek(null), 1_234.5],
    ['1.234.567', sek(null), 1_234_567],
    ['0,125', sek(null), 0.125],
    ['12345,678', sek(null), 12_345.678],
    ['0', sek(null), 0],
    ['1,250', sek(null), refused('two readings.*1250 or 1,25')],
    ['1.250', sek(null), refused('two readings.*1250 or 1.25')],
    ['1,250', sek(null, ['21,5']), 1.25],
    ['1.250', sek(null, ['21,5']), 1_250],
    ['1,250', sek(null, ['21.5']), 1_250],
    ['1.250', sek(null, ['1.234.567']), 1_250],
    ['1,250', sek(null, ['21,5', '21.5']), refused('two readings')],
    ['12 345 tkr', sek(null), 12.345],
    ['12345tkr', sek(null), 12.345],
    ['1,2 MSEK', sek(null), 1.2],
    ['SEK 850 000', sek(null), 0.85],
    ['850 000 kr', sek(null), 0.85],
    ['850 000:-', sek(null), 0.85],
    ['3 miljoner', sek(null), 3],
    ['1,5 mdkr', sek(null), 1_500],
    ['12 345', sek(tkr), 12.345],
    ['12 345 tkr', sek(tkr), 12.345],
    ['12 345 kkr', sek(tkr), 12.345],
    ['1,2 MSEK', sek(tkr), refused('another unit.*MSEK or tkr')],
    ['100', sek(million), 100],
    ['2 MEUR', sek(null), refused('currency')],
    ['€ 200', sek(null), refused('currency')],
    ['12 apor', sek(null), refused('unit that is not known')],
    ['12', sek('OTHER_CURRENCY'), refused('currency')],
    ['-5', sek(null), refused('below zero')],
    ['−5,2', sek(null), refused('below zero')],
    ['5,56E+09', sek(null), refused('exponent')],
    ['ca 20', sek(null), refused('not exact')],
    ['1-5 MSEK', sek(null), refused('a span')],
    ['Uppgift saknas', sek(null), null],
    ['#N/A', sek(null), null],
    ['abc', sek(null), refused('no number')],
    ['8112189876', sek(null), refused('more than any firm')],
  ])('%s', (text, column, value) => {
    expect(outcome(() => readTurnover('turnover', textCell(text), column))).toEqual(value)
  })

  it('of a workbook has no second reading', () => {
    expect(readTurnover('turnover', { text: '1.25', number: 1.25 }, sek(null))).toBe(1.25)
    expect(readTurnover('turnover', { text: '1250', number: 1_250 }, sek(tkr))).toBe(1.25)
  })

  it.each([
    ['Omsättning', null],
    ['Omsättning (tkr)', 1e-3],
    ['Nettoomsättning, kkr', 1e-3],
    ['Omsättning tkr', 1e-3],
    ['Omsättning 2024 (tkr)', 1e-3],
    ['Omsättning i tkr', 1e-3],
    ['Omsättning TSEK', 1e-3],
    ['Omsättning KSEK', 1e-3],
    ['Turnover (SEK thousand)', 1e-3],
    ['Revenue, thousand SEK', 1e-3],
    ['Omsättning (Mkr)', 1],
    ['Omsättning (MSEK)', 1],
    ['Turnover, SEK million', 1],
    ['Omsättning (kr)', 1e-6],
    ['OMSÄTTNING_TKR', 1e-3],
    ['Omsättning, 1000 kr', 1e-3],
    ['Omsättning (1 000 kr)', 1e-3],
    ['Omsättning (1000-tal kr)', 1e-3],
    ['Omsättning tkr 2024-12', 1e-3],
    ['Omsättning, SEK (tkr)', 1e-3],
    ['Omsättning (MEUR)', 'OTHER_CURRENCY'],
    ['Turnover SEK', 1e-6],
  ])('below %s', (header, millions) => {
    const unit = unitOfHeader(header)
    expect(unit === null ? null : typeof unit === 'string' ? unit : unit.millions).toBe(millions)
  })
})

describe('a municipality', () => {
  const places = municipalitiesAmong(
    [
      ...[
        ['2580', 'Luleå'],
        ['2582', 'Boden'],
        ['0180', 'Stockholm'],
        ['0580', 'Linköping'],
        ['2510', 'Jokkmokk'],
      ],
      ...[
        ['2523', 'Gällivare'],
        ['0643', 'Habo'],
        ['0305', 'Håbo'],
        ['0617', 'Gnosjö'],
        ['1492', 'Åmål'],
        ['1861', 'Hallsberg'],
      ],
    ].map(([code = '', name = '']) => ({ id: code, code, name, postTowns: code === '2580' ? ['Gammelstad'] : [] })),
    [{ name: 'Norrbottens län' }, { name: 'Stockholms län' }, { name: 'Skåne län' }],
  )
  it('is found by a post town that bears another name, where a post town is meant', () => {
    expect(places.findPostTown('GAMMELSTAD')).toBe('2580')
    expect(places.findPostTown('Boden')).toBe('2582')
    expect(places.findPostTown('')).toBeNull()
    expect(places.find('Gammelstad')).toBeNull()
  })

  it.each<[string, unknown]>([
    ['Luleå', '2580'],
    ['LULEÅ', '2580'],
    ['Lulea', '2580'],
    ['Luleå kommun', '2580'],
    ['Kommun: Luleå', '2580'],
    ['Lulea Municipality', '2580'],
    ['Stockholm', '0180'],
    ['Stockholms kommun', '0180'],
    ['Stockholms stad', '0180'],
    ['Jokkmokks kommun', '2510'],
    ['Habo', '0643'],
    ['Håbo', '0305'],
    ['2580', '2580'],
    ['0180', '0180'],
    ['180', '0180'],
    ['580', '0580'],
    ['2580.0', '2580'],
    ['25 80', '2580'],
    ['2580 Luleå', '2580'],
    ['2580 - Luleå', '2580'],
    ['Luleå (2580)', '2580'],
    ['Luleå, 2580', '2580'],
    ['25-80', '2580'],
    ['Luleå kn', '2580'],
    ['Luleå k:n', '2580'],
    ['Luleå, Norrbottens län', '2580'],
    ['Norrbottens län, Luleå kommun', '2580'],
    ['Luleå (Norrbotten)', '2580'],
    ['', null],
    ['Uppgift saknas', null],
    ['Luleå (2582)', refused('no municipality')],
    ['2582 Luleå', refused('no municipality')],
    ['Luleå/Boden', refused('two places')],
    ['Luleå, Boden', refused('two places')],
    ['Luleå och Boden', refused('two places')],
    ['Norrbotten', refused('county')],
    ['Norrbottens län', refused('county')],
    ['Region Norrbotten', refused('county')],
    ['Atlantis', refused('no municipality')],
    ['Oslo', refused('no municipality')],
    ['9999', refused('no municipality')],
  ])('%s', (text, id) => {
    expect(outcome(() => municipality('municipality', text, places))).toEqual(id)
  })
})

describe('a date', () => {
  it.each<[string, unknown]>([
    ['2025-12-31', '2025-12-31'],
    ['2025-12-31 00:00:00', '2025-12-31'],
    ['2025-12-31T00:00:00.000Z', '2025-12-31'],
    ['2025/12/31', '2025-12-31'],
    ['20251231', '2025-12-31'],
    ['31/12/2025', '2025-12-31'],
    ['12/31/2025', '2025-12-31'],
    ['31.12.2025', '2025-12-31'],
    ['03.04.2025', '2025-04-03'],
    ['31 dec 2025', '2025-12-31'],
    ['31 december 2025', '2025-12-31'],
    ['31-dec-2025', '2025-12-31'],
    ['December 31, 2025', '2025-12-31'],
    ['05/05/2025', '2025-05-05'],
    ['202512', '2025-12-01'],
    ['2025-12', '2025-12-01'],
    ['2025/12', '2025-12-01'],
    ['12/2025', '2025-12-01'],
    ['dec-25', '2025-12-01'],
    ['december 2025', '2025-12-01'],
    ['Dec 2025', '2025-12-01'],
    ['2025', '2025-01-01'],
    ['2025.0', '2025-01-01'],
    ['46022', '2025-12-31'],
    ['', null],
    ['-', null],
    ['okänt', null],
    ['03/04/2025', refused('two readings: 2025-04-03 or 2025-03-04')],
    ['2025/26', refused('two readings.*2025 or its end in 2026')],
    ['2025-26', refused('two readings')],
    ['2025/2026', refused('two readings')],
    ['2011/12', refused('two readings: 2011-12 or the accounting year')],
    ['31/12/25', refused('two digits')],
    ['25-dec', refused('without its year')],
    ['2025-02-30', refused('no calendar')],
    ['202513', refused('names no month')],
    ['241231', refused('two digits')],
    ['i fjol', refused('no date')],
    ['3025', refused('future')],
    ['2027-01-01', refused('future')],
    ['0025', refused('before 1900')],
    ['1899-12-31', refused('before 1900')],
  ])('%s', (text, iso) => {
    expect(outcome(() => readAsOf('asOf', textCell(text), '2026-11-29'))).toEqual(iso)
  })

  it('of a relationship may be two years that follow each other', () => {
    expect([day('since', '2025/26', 'firstDay'), day('until', '2025/26', 'lastDay')]).toEqual([
      '2025-01-01',
      '2026-12-31',
    ])
    expect(day('until', '31/12/2025', 'lastDay')).toBe('2025-12-31')
  })
})

describe('an organisation number', () => {
  // 556016-0680 is Ericsson's own.
  it.each([
    ...['556016-0680', '5560160680', '16556016-0680', '165560160680', 'SE556016068001', 'SE 556016-0680 01'],
    ...['5560160680.0', '5560160680,0', '556016 0680', '556016–0680', '556016‑0680', '556016−0680', '556016\u00A00680'],
    ...["'5560160680", '="5560160680"', '５５６０１６０６８０', 'Org.nr 556016-0680', ' 556016 - 0680 '],
  ])('%s', (text) => {
    expect(outcome(() => organisationNumber('number', text))).toBe('5560160680')
  })

  it.each([
    ['5,56E+09', 'Excel has taken it for a number'],
    ['5.56016E+09', 'Excel has taken it for a number'],
    ['1,65560E+11', 'Excel has taken it for a number'],
    ['556016068', 'Excel has taken it for a number'],
    ['5560160681', 'last digit'],
    ['556016', 'ten digits'],
    ['', 'ten digits'],
    ['811218–9876', "can be a person's"],
    ['8112189876', "can be a person's"],
    ['19811218-9876', "can be a person's"],
    ['811218+9876', "can be a person's"],
    ['SE811218987601', "can be a person's"],
    ['８１１２１８-９８７６', "can be a person's"],
    ['102031234', "can be a person's"],
  ])('%s is refused', (text, reason) => {
    expect(outcome(() => organisationNumber('number', text))).toEqual(refused(reason))
  })
})

describe('sizes of a list', () => {
  const sizes = (...each: readonly (readonly [employees: number | null, turnover: number | null])[]) =>
    unusualSizes(each.map(([employees, turnover]) => ({ employees, turnover })))
  it.each([
    ['as firms have them', sizes([12, 21.5], [3, 4], [250, 900], [null, 5], [0, 0.1])],
    ['of one large firm', sizes([2_000, 150], [12, 21.5])],
    ['of some large firms', sizes([2_000, 150], [1_250, 150], [1_250, 1_234.5])],
    ['with one odd turnover', sizes([12, 21.5], [8, 9.8], [1, 1_234_567], [null, null])],
    ['that are not known', sizes([null, null])],
    ['of none', sizes()],
  ])('%s are believed', (_, findings) => {
    expect(findings).toEqual([])
  })

  it.each([
    ['turnover in thousands', sizes([12, 12_345], [8, 9_800], [3, 4_000]), /for each employee.*in thousands\?/],
    [
      'turnover in kronor said to be more',
      sizes([12, 0.012_345], [8, 0.009_8], [3, 0.004]),
      /SEK for each employee.*unit/,
    ],
    [
      'some turnovers in thousands',
      sizes([12, 21.5], [8, 9.8], [9, 9.9], [7, 4], [3, 4_000], [2, 5_000], [2, 6_000]),
      /of 3 of 7 firms.*some rows in thousands\?/,
    ],
    ['turnover of unknown firms in thousands', sizes([null, 12_345], [null, 9_800]), /for a firm.*in thousands\?/],
    [
      'employees that are something else',
      sizes(...Array.from({ length: 10 }, () => [7_000, null] as const)),
      /employing 7 000 each/,
    ],
    ['an employer larger than all there are', sizes([12, null], [8, null], [400_000, null]), /employing 400 000/],
  ])('with %s are asked about', (_, findings, words) => {
    expect(findings).toEqual([expect.stringMatching(words)])
  })
})

describe('a unit that a header may name', () => {
  it.each([
    ...[
      'kr',
      'SEK',
      'kronor',
      'tkr',
      'kkr',
      'TSEK',
      'KSEK',
      'tusen kr',
      'tusental kronor',
      'SEK thousand',
      'thousand SEK',
    ],
    ...[
      'Mkr',
      'mnkr',
      'MSEK',
      'milj. kr',
      'miljoner kronor',
      'SEK million',
      'million SEK',
      'mdkr',
      'miljarder',
      'kSEK',
      '000 SEK',
    ],
  ])('%s is one that amounts are read in', (unit) => {
    for (const header of [
      `Omsättning (${unit})`,
      `Omsättning 2024, ${unit}`,
      `Nettoomsättning i ${unit}`,
      `Turnover ${unit}`,
    ]) {
      if (columnOf(header, firmColumns)?.name !== 'turnover') continue
      expect([header, unitOfHeader(header)]).toEqual([
        header,
        expect.objectContaining({ millions: expect.any(Number) }),
      ])
    }
  })
})
