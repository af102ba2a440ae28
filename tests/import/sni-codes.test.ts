import { describe, expect, it } from 'vitest'
import { SniCells } from '../../src/firms/sni-words.js'
import { readSniCodes, SniSurvey } from '../../src/import/firms/sni-codes.js'
import { editionOfHeader } from '../../src/import/firms/sni-editions.js'
import { edition } from '../edition.js'
import { refused } from './outcome.js'

describe('codes of SNI', () => {
  const { classifications } = edition
  const cells = new SniCells(classifications)
  const column = (id: string | null, isStated = false, hasFourDigits = false) => ({
    cells,
    edition: classifications.find((each) => each.id === id) ?? null,
    isStated,
    hasFourDigits,
  })
  const open = column(null)
  const said = (text: string, of = open) => {
    const { codes, refusals } = readSniCodes('sni', text, of)
    const words = codes.map(({ code, sector }) => `${code} ${sector.replace('sector:sni2007-', '')}`)
    return [...words, ...refusals.map(({ reason, detail }) => `refused: ${reason}: ${detail}`)]
  }
  it.each<[string, unknown[]]>([
    ['25', ['25 C25']],
    ['C25', ['25 C25']],
    ['c25', ['25 C25']],
    ['C 25', ['25 C25']],
    ['C', ['C C']],
    ['B', ['B B']],
    ['25.11', ['2511 C25']],
    ['25,11', ['2511 C25']],
    ['43,21', ['4321 F43']],
    ['25,110', ['25110 C25']],
    ['25.110', ['25110 C25']],
    ['2511', ['2511 C25']],
    ['251', ['251 C25']],
    ['25110', ['25110 C25']],
    ['25110.0', ['25110 C25']],
    ['25 110', [refused('25110, or 25 and 110')]],
    ['25 11', [refused('2511, or 25 and 11')]],
    ['25 11 0', [refused('2511, or 25 and 11'), refused('is no code of SNI')]],
    ['25 43', ['25 C25', '43 F43']],
    ['43 210', ['43210 F43']],
    ['C25.11', ['2511 C25']],
    ['C25110', ['25110 C25']],
    ['SNI 25110', ['25110 C25']],
    ['SNI-kod: 25110', ['25110 C25']],
    ['SNI 2007: 25110', ['25110 C25']],
    ['25110 Tillverkning av metallstommar', ['25110 C25']],
    ['25.110 - Metallstommar', ['25110 C25']],
    ['25110 Metallstommar, byggnader, delar', ['25110 C25']],
    ['25110 Metallstommar, 43210 Elinstallation', ['25110 C25', '43210 F43']],
    ['25110;', ['25110 C25']],
    ['25110;43210', ['25110 C25', '43210 F43']],
    ['25110, 43210', ['25110 C25', '43210 F43']],
    ['25110,43210', ['25110 C25', '43210 F43']],
    ['25.11,43.21', ['2511 C25', '4321 F43']],
    ['25,11;43,21', ['2511 C25', '4321 F43']],
    ['25110 43210', ['25110 C25', '43210 F43']],
    ['25110/43210', ['25110 C25', '43210 F43']],
    ['25110|43210', ['25110 C25', '43210 F43']],
    ['25110\n43210', ['25110 C25', '43210 F43']],
    ['25110 41 25110', ['25110 C25', '41 F41']],
    ['25110 00000', ['25110 C25']],
    ['00000', []],
    ['', []],
    ['-', []],
    ['Uppgift saknas', []],
    ['01110', ['01110 A01']],
    ['1.11', ['0111 A01']],
    ['1110', [refused('01.110 or 11.10')]],
    ['1610', [refused('01.610 or 16.10')]],
    ['161', [refused('01.61 or 16.1')]],
    ['25,43', [refused('25.43, or 25 and 43')]],
    ['25,11,43', [refused('pairs')]],
    ['99999', [refused('no code of SNI 2007: 99.999')]],
    ['25130', [refused('no code')]],
    ['04', [refused('no code')]],
    ['A25', [refused('no code')]],
    ['X', [refused('no code')]],
    ['Metallstommar', [refused('no code')]],
    ['A-kassa', [refused('no code')]],
    ['123456', [refused('no code')]],
    ['25 hello', ['25 C25']],
    ['25110 och 43210', ['25110 C25', '43210 F43']],
    ['25110 + 43210', ['25110 C25', '43210 F43']],
    ['1.11,25.11', ['0111 A01', '2511 C25']],
    ['10-33', [refused('span of codes')]],
    ['25.11-25.12', [refused('span of codes')]],
    ['0', []],
    ['25-nov', [refused('Excel')]],
    ['2025-11-25', [refused('Excel')]],
    ['62010', ['62010 J62']],
    ['J62', ['62 J62']],
    ['62', ['62 J62']],
    ['62100', [refused('is a code of SNI 2025.*62.100')]],
    ['K62', [refused('is a code of SNI 2025')]],
    ['V', [refused('is a code of SNI 2025')]],
    ['K', [refused('two readings.*--sni-edition')]],
    ['35120', [refused('two readings.*--sni-edition')]],
    ['62100;62010', ['62010 J62', refused('is a code of SNI 2025')]],
  ])('%s', (text, words) => {
    expect(said(text)).toEqual(words)
  })

  it.each<[string, ReturnType<typeof column>, unknown[]]>([
    ['K', column('sni2007'), ['K K']],
    ['K', column('sni2025'), [refused('means something else')]],
    ['C', column('sni2025'), ['C C']],
    ['35120', column('sni2007'), ['35120 D35']],
    ['35120', column('sni2025'), [refused('means something else')]],
    ['46710', column('sni2025'), [refused('means something else')]],
    ['25110', column('sni2025', true), ['25110 C25']],
    ['62010', column('sni2025'), ['62010 J62']],
    ['62010', column('sni2025', true), [refused('though the column is said to be')]],
    ['1610', column('sni2007', false, true), ['1610 C16']],
    ['1110', column('sni2007', false, true), [refused('01.110 or 11.10')]],
  ])('%s of a column that tells its edition', (text, of, words) => {
    expect(said(text, of)).toEqual(words)
  })

  it.each<[string, readonly string[], string | null]>([
    ['no code tells', ['25110', '43210', 'C', 'K'], null],
    ['one of SNI 2007', ['25110', '62010'], 'sni2007'],
    ['one of SNI 2025', ['25110', '62100'], 'sni2025'],
    ['both', ['62010', '62100'], null],
    ['nearly all of one', [...Array<string>(30).fill('41200'), '62100'], 'sni2007'],
  ])('tell their edition together: %s', (_, texts, id) => {
    const survey = new SniSurvey(classifications)
    for (const cell of texts) survey.hear(cell)
    expect(survey.column(null).edition?.id ?? null).toBe(id)
  })

  it('are four digits long where others of the column are, and none has five', () => {
    const survey = new SniSurvey(classifications)
    for (const cell of ['2511', '4321', '1610']) survey.hear(cell)
    expect(survey.column(null).hasFourDigits).toBe(true)
    survey.hear('43210')
    expect(survey.column(null).hasFourDigits).toBe(false)
  })

  it.each([
    ['SNI 2025', 'sni2025'],
    ['SNI2007-kod', 'sni2007'],
    ['SNI', null],
  ])('below %s', (header, id) => {
    expect(editionOfHeader(classifications, header)?.id ?? null).toBe(id)
  })
})
