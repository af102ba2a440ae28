import { expect, it } from 'vitest'
import { locatorInSwedish } from '../../src/language/locator-in-swedish.js'
import { telling } from '../../src/language/told.js'

it.each([
  ['chapter 2, Table 1, row H2 Green Steel', 'kapitel 2, tabell 1, raden H2 Green Steel'],
  [
    'summary, "Övergripande slutsatser"; chapters 2 and 5',
    'sammanfattningen, "Övergripande slutsatser"; kapitel 2 och 5',
  ],
  ['chapter 5, "Stöd, till företag", item 1', 'kapitel 5, "Stöd, till företag", punkt 1'],
  ['cited in chapter 4, footnote 13', 'citeras i kapitel 4, fotnot 13'],
  ['firms.csv, line 3', 'firms.csv, rad 3'],
  ['Members of 2026.csv, line 3; place by post town', 'Members of 2026.csv, rad 3; kommunen utläst ur postorten'],
  ['list.xlsx, line 12 (their own page)', 'list.xlsx, rad 12 (their own page)'],
  ['7 August 2025', '7 augusti 2025'],
  ['third quarter of 2024, about May 2022', 'tredje kvartalet 2024, omkring maj 2022'],
  ['as entered here', 'så som det angavs här'],
  [
    'named there; no source describes the firm any more, its name is the last that one gave (firms.csv, line 3)',
    'nämns där; ingen källa beskriver längre företaget, vars namn är det senaste som någon gav (firms.csv, rad 3)',
  ],
])('the place %s in a source is told in Swedish', (locator, text) => {
  expect(locatorInSwedish(locator)).toBe(text)
})

it.each([
  'chapter 4, works closely with subcontractors',
  'section 3.2 says that the large firms ask for it; read as ventures',
  'chapter 5, "Vad kan göras?" (offices do it)',
  'bankruptcy',
])('%s is not told by halves', (locator) => {
  expect(locatorInSwedish(locator)).toBeNull()
})

it('the region’s own words for places are told as it has them, alone and among others', () => {
  const told = telling({
    'both counties': 'båda länen',
    '(offices do it)': '(kontoren gör det)',
    'taken to be small, without figures': 'antas vara litet, utan siffror',
    'the supply of {1} to {2}': 'leveransen från {1} till {2}',
  })
  expect(locatorInSwedish('both counties', told)).toBe('båda länen')
  expect(locatorInSwedish('chapter 2, both counties', told)).toBe('kapitel 2, båda länen')
  expect(locatorInSwedish('chapter 2 and footnote 7, both counties')).toBeNull()
  expect(locatorInSwedish('chapter 5, "Vad?" (offices do it)', told)).toBe('kapitel 5, "Vad?" (kontoren gör det)')
  expect(locatorInSwedish('line 4; taken to be small, without figures', told)).toBe(
    'rad 4; antas vara litet, utan siffror',
  )
  expect(locatorInSwedish('the supply of A (Umeå) to B; both counties', told)).toBe(
    'leveransen från A (Umeå) till B; båda länen',
  )
})
