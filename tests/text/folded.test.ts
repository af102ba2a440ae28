import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded, foldedName, joined, searchText } from '../../src/text/folded.js'

describe('folding', () => {
  it.each([
    ['Skellefteå', 'skelleftea'],
    ['ÄLVSBYN', 'alvsbyn'],
    ['Café Ölkällan', 'cafe olkallan'],
    ['Giđđa', 'gidda'],
    ['Sáŋgar ŧ', 'sangar t'],
    ['Þór Ðk Łódź', 'thor dk lodz'],
    ['Mærsk Ørsted', 'marsk orsted'],
    ['STRASSE', folded('Straße')],
    ['ＮＯＲＲ１', 'norr1'],
    ['Norr\u00ADbotten', 'norrbotten'],
    ['ﬁskare', 'fiskare'],
    ['٢٥', '25'],
    ['H2 Green-Steel', 'h2 green steel'],
    ['北 рыба', '北 рыба'],
  ])('makes %s %s', (text, plain) => {
    expect(folded(text)).toBe(plain)
  })

  it.each(['-', '&', '🚀', '№', '   ', '\u200B', '\uD83D', '™ ©', '\u0301', ''])('makes nothing of %j', (text) => {
    expect(foldedName(text)).toBe('')
  })

  it.each([
    'Norr AB',
    'AB Norr',
    'Norr Aktiebolag',
    'Aktiebolaget Norr',
    'NORR AB (publ)',
    'AB Norr (publ.)',
    'Norr HB',
    'Handelsbolaget Norr',
    'Norr Kommanditbolag',
    'Norr ek. för.',
    'Norr Ekonomisk förening',
    'Norr Ltd.',
    'Norr Limited',
    'Norr GmbH',
    'Norr GmbH & Co. KG',
    'Oy Norr Ab',
    'Norr Oy',
    'Norr A/S',
    'Norr AS',
    'Norr, Inc.',
    'Norr B.V.',
  ])('takes the legal form from %s', (name) => {
    expect(foldedName(name)).toBe('norr')
  })

  it.each([
    ['AB', 'ab'],
    ['Aktiebolaget', 'aktiebolaget'],
    ['(publ)', 'publ'],
    ['HB Norr AB', 'hb norr'],
    ['ABB', 'abb'],
    ['Limited Edition Norr', 'limited edition norr'],
    ['Abisko', 'abisko'],
  ])('leaves a name in %s', (name, left) => {
    expect(foldedName(name)).toBe(left)
  })

  it('never makes nothing of a name with a letter or digit, and folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = foldedName(text)
        if (/[a-z0-9åäö]/i.test(text)) expect(name).not.toBe('')
        expect(folded(folded(text))).toBe(folded(text))
        expect(name).toMatch(/^([\p{L}\p{N}]+( [\p{L}\p{N}]+)*)?$/u)
      }),
    )
  })
})

/** Whether a name is found by a text: the two meet as they do in a search. */
const meet = (text: string, name: string, where: 'NAME' | 'WORD'): boolean =>
  [foldedName(text), joined(foldedName(text))].some((form) =>
    searchText([name]).includes(where === 'NAME' ? `| ${form} |` : ` ${form}`),
  )

describe('names that meet', () => {
  const written = ['H2 Green Steel', 'H2 Green-Steel', 'H2GreenSteel', 'H2-Green-Steel AB', 'h2 greensteel']
  it.each(written.flatMap((text) => written.map((name) => [text, name] as const)))('%s is %s', (text, name) => {
    expect(meet(text, name, 'NAME')).toBe(true)
  })

  it.each([
    ['itkonsult', 'Norr IT-konsult AB'],
    ['it-konsult', 'Norr IT konsult AB'],
    ['IT konsult', 'Norr ITkonsult AB'],
    ['greensteel', 'H2 Green Steel'],
    ['Green-Steel', 'H2 GreenSteel'],
    ['Maersk', 'A.P. Mærsk A/S'],
    ['obrien', 'Sean O’Brien HB'],
  ])('%s is a part of %s', (text, name) => {
    expect(meet(text, name, 'WORD')).toBe(true)
  })

  it.each([
    ['Norr', 'Norra'],
    ['Steel H2', 'H2 Green Steel'],
  ])('%s is not %s', (text, name) => {
    expect(meet(text, name, 'NAME')).toBe(false)
  })
})
