import { expect, it } from 'vitest'
import { locatorIn } from '../../src/explorer/language/locator.js'

it.each([
  ['chapter 2, Table 1, row H2 Green Steel', 'kapitel 2, tabell 1, raden H2 Green Steel'],
  [
    'summary, "Övergripande slutsatser"; chapters 2 and 5',
    'sammanfattningen, "Övergripande slutsatser"; kapitel 2 och 5',
  ],
  ['chapter 5, "Stöd, till företag", item 1', 'kapitel 5, "Stöd, till företag", punkt 1'],
  ['cited in chapter 4, footnote 13', 'citeras i kapitel 4, fotnot 13'],
  ['firms.csv, line 3', 'firms.csv, rad 3'],
  ['7 August 2025', '7 augusti 2025'],
])('the place %s in a source is told in Swedish', (locator, text) => {
  expect(locatorIn('sv', locator)).toEqual({ text, lang: 'sv', remark: null })
  expect(locatorIn('en', locator)).toEqual({ text: locator, lang: 'en', remark: null })
})

it.each([
  ['chapter 4, works closely with subcontractors', 'kapitel 4', 'works closely with subcontractors'],
  [
    'section 3.2 says that the large firms ask for it; read as ventures',
    'avsnitt 3.2',
    'says that the large firms ask for it, read as ventures',
  ],
  ['chapter 5, "Vad kan göras?" (offices do it)', 'kapitel 5, "Vad kan göras?"', '(offices do it)'],
  ['bankruptcy', '', 'bankruptcy'],
  ['third quarter of 2024, about May 2022', 'tredje kvartalet 2024, omkring maj 2022', null],
])('of %s the reference is told in Swedish, and a remark is left over', (locator, text, remark) => {
  expect(locatorIn('sv', locator)).toEqual({ text, lang: 'sv', remark })
})

it('the region’s own words for places are told as it has them, alone and among others', () => {
  const own = { 'both counties': 'båda länen' }
  expect(locatorIn('sv', 'both counties', own).text).toBe('båda länen')
  expect(locatorIn('sv', 'chapter 2, both counties', own)).toEqual({
    text: 'kapitel 2, båda länen',
    lang: 'sv',
    remark: null,
  })
  expect(locatorIn('sv', 'chapter 2, both counties')).toEqual({
    text: 'kapitel 2',
    lang: 'sv',
    remark: 'both counties',
  })
})
