import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enteringText, normalText } from '../../src/text/entering-text.js'
import { mayHoldPersonNumber, withoutPersonNumbers } from '../../src/text/person-number.js'

// The Tax Agency's own example of a number that nobody has, and made-up ones whose check digit was worked out by hand.
const day = '811218'
const last = '9876'

describe('a number of a person in free text', () => {
  it.each([
    ['hyphen', `${day}-${last}`],
    ['nothing', `${day}${last}`],
    ['a plus, from a hundred years of age on', `${day}+${last}`],
    ['a blank', `${day} ${last}`],
    ['blanks around a hyphen', `${day}  -  ${last}`],
    ['a no-break blank', `${day}\u00A0${last}`],
    ['a hyphen that does not break', `${day}\u2011${last}`],
    ['an en dash', `${day}–${last}`],
    ['an em dash with thin blanks', `${day}\u2009—\u2009${last}`],
    ['a minus sign', `${day}\u2212${last}`],
    ['a full-width hyphen', `${day}\uFF0D${last}`],
    ['a soft hyphen', `${day}\u00AD${last}`],
    ['a hyphen and a zero width', `${day}-\u200B${last}`],
    ['a zero width within', `8112\u200D18-${last}`],
    ['a mark of direction', `\u200E${day}\u200F-${last}`],
    ['an underscore', `${day}_${last}`],
    ['a point', `${day}.${last}`],
    ['a comma', `${day},${last}`],
    ['a line end', `${day}\n${last}`],
    ['eight digits', `19${day}-${last}`],
    ['twelve digits', `19${day}${last}`],
    ['full-width digits', '８１１２１８－９８７６'],
    ['Arabic digits', '٨١١٢١٨-٩٨٧٦'],
    ['Devanagari digits', '८११२१८ ९८७६'],
    ['mathematical digits', '𝟖𝟏𝟏𝟐𝟏𝟖-𝟗𝟖𝟕𝟔'],
    ['a file name', `lista ${day}-${last}.csv`],
    ['letters right beside', `lista${day}-${last}ny`],
    ['an id', `firm:norr-${day}-${last}`],
    ['other numbers before', `12 345 ${day}-${last} 2024`],
    ['another that is none before', `123456 7890 ${day} ${last}`],
    ['a coordination number: 60 to the day', '701063-2391'],
    ['a day that is there in leap years only', '20000229-0005'],
  ])('is seen, written with %s', (_, text) => {
    expect(mayHoldPersonNumber(text)).toBe(true)
    const shown = withoutPersonNumbers(`före ${text} efter`)
    expect(shown).toContain('•••')
    expect(shown.startsWith('före ')).toBe(true)
    expect(shown.endsWith(' efter')).toBe(true)
    expect(mayHoldPersonNumber(shown)).toBe(false)
    expect(enteringText(text)).toEqual({ fault: 'PERSON_NUMBER' })
  })

  it.each([
    ['an organisation number', '556016-0680'],
    ['an organisation number of a municipality', '212000-2742'],
    ['twelve digits of an organisation number', '165560160680'],
    ['a check digit that does not fit', `${day}-9875`],
    ['a day that there is not', '811232-9875'],
    ['a month that there is not', '811318-9873'],
    ['29 February of another year', '19810229-9874'],
    ['two separators', `${day}-98-76`],
    ['a longer number', `1${day}${last}1`],
    ['a moment', '20261129224920'],
    ['a telephone', '0920-45 30 00'],
    ['years and amounts', '2024: 811 218 SEK, 9 876 000 tkr'],
    ['a hash', `run:0a${day}${last}b4c5d6e7f80a`],
    ['the id of a change', `change:0a${day}-${last}-7b4c-8d6e-7f80a1b2c3d4`],
    ['nothing', ''],
  ])('is not seen in %s', (_, text) => {
    expect(mayHoldPersonNumber(text)).toBe(false)
    expect(withoutPersonNumbers(text)).toBe(text)
  })

  it('is masked alone, each of several, and with nothing else lost', () => {
    expect(withoutPersonNumbers(`åäö ${day}-${last}, 🚀 19${day}–${last}; 556016-0680`)).toBe(
      'åäö •••, 🚀 •••; 556016-0680',
    )
  })

  it('leaves a text without digits as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!/\p{N}/u.test(text))
        expect(withoutPersonNumbers(text)).toBe(text)
      }),
    )
  })

  it('is nowhere in what is shown, whatever stands around it', () => {
    const dash = fc.constantFrom('-', '–', '\u2011', '\u2212', ' ', '', '\u00AD', ' - ', '+')
    fc.assert(
      fc.property(fc.string(), dash, fc.string(), (before, between, after) => {
        const text = `${before} ${day}${between}${last} ${after}`
        expect(mayHoldPersonNumber(withoutPersonNumbers(text))).toBe(false)
      }),
    )
  })
})

describe('a text that enters', () => {
  it.each([
    ['composed', 'Lulea\u030A', 'Luleå'],
    ['without soft hyphens', 'Norr\u00ADbotten', 'Norrbotten'],
    ['without zero widths and marks of direction', '\uFEFFNorr\u200B\u202E AB\u2069', 'Norr AB'],
    ['on one line', ' Norr\t\r\n  AB ', 'Norr AB'],
    ['with plain blanks', 'Norr\u00A0\u2003AB', 'Norr AB'],
    ['with its letters of other alphabets', 'Sáŋgar đ ŧ Ørsted 北', 'Sáŋgar đ ŧ Ørsted 北'],
  ])('is %s', (_, text, entered) => {
    expect(enteringText(text)).toEqual({ text: entered })
  })

  it.each([
    ['a control character', 'Norr\u0007', 'CONTROL_CHARACTER'],
    ['a null byte', 'Norr\u0000', 'CONTROL_CHARACTER'],
    ['a control character of the second set', 'Norr\u0085', 'CONTROL_CHARACTER'],
    ['half a character', 'Norr\uD83D', 'HALF_CHARACTER'],
    ['a lost character', 'Lule\uFFFD', 'LOST_CHARACTER'],
  ])('is refused for %s', (_, text, fault) => {
    expect(enteringText(text)).toEqual({ fault })
  })

  it('keeps its lines where it may have many', () => {
    expect(normalText('ett\r\n\r\ntvå\u2028tre', 'MANY')).toEqual({ text: 'ett\n\ntvå\ntre' })
  })

  it('is the same when it enters again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalText(text)
        if ('text' in once) expect(normalText(once.text)).toEqual(once)
      }),
    )
  })
})
