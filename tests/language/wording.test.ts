import { describe, expect, it } from 'vitest'
import { allOf, counted, dayInWords, figure, inLanguage, inOrder, oneOf } from '../../src/language/wording.js'

const named = (nameSv: string, nameEn = nameSv) => ({ id: nameSv, nameSv, nameEn, sortName: nameSv })

describe('a sentence', () => {
  const said = { textSv: 'Hej', textEn: 'Hello' }

  it.each([
    [undefined, 'SV', 'Hej'],
    [undefined, 'EN', 'Hello'],
    [null, 'EN', 'Hello'],
    ['SV', 'EN', 'Hej'],
    ['EN', 'SV', 'Hello'],
  ] as const)('asked for in %s comes, where the first language is %s, as %s', (lang, first, text) => {
    expect(inLanguage(said, lang === undefined ? {} : { lang }, { composer: { lang: first } })).toBe(text)
  })
})

it('lists as each language does', () => {
  expect(allOf('Sv', ['el', 'gas', 'vatten'])).toBe('el, gas och vatten')
  expect(allOf('En', ['power', 'gas', 'water'])).toBe('power, gas and water')
  expect(oneOf('Sv', ['el', 'gas', 'vatten'])).toBe('el, gas eller vatten')
  expect(oneOf('En', ['power', 'gas'])).toBe('power or gas')
  expect([allOf('Sv', ['el']), allOf('En', [])]).toEqual(['el', ''])
})

it('orders names as the readers of a language look them up', () => {
  const places = [named('Örebro'), named('Åre'), named('Zinkgruvan'), named('Umeå', 'Aumeo'), named('Ärla')]
  expect(inOrder('Sv', places).map(({ nameSv }) => nameSv)).toEqual(['Umeå', 'Zinkgruvan', 'Åre', 'Ärla', 'Örebro'])
  expect(inOrder('En', places).map(({ nameEn }) => nameEn)).toEqual(['Åre', 'Ärla', 'Aumeo', 'Örebro', 'Zinkgruvan'])
})

it('counts and dates as each language does', () => {
  const months = (language: 'Sv' | 'En', count: number) => counted(language, count, 'one', 'more')
  expect([months('Sv', 1), months('Sv', 0), months('En', 1), months('En', 2)]).toEqual(['one', 'more', 'one', 'more'])
  expect(figure('Sv', 12_500.5).replace(/\s/gu, ' ')).toBe('12 500,5')
  expect(figure('En', 12_500.5)).toBe('12,500.5')
  expect([dayInWords('Sv', '2024-12-31'), dayInWords('En', '2024-12-31')]).toEqual([
    '31 december 2024',
    '31 December 2024',
  ])
})
