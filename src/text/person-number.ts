import { hasCheckDigit } from './check-digit.js'
import { withPlainDigits } from './plain-digits.js'

/** What stands where a person's number would be shown. */
export const MASK = '•••'

/** Whether a text holds what can be a person's number, however its digits, dashes and blanks are written. */
export function mayHoldPersonNumber(text: string): boolean {
  return /\p{N}/u.test(text) && spansIn(plainText(text)).length > 0
}

/** A text with `•••` in place of what can be a person's number. */
export function withoutPersonNumbers(text: string): string {
  if (!mayHoldPersonNumber(text)) return text
  const { plain, letters } = unfolded(text)
  let shown = ''
  let from = 0
  for (const { begin, end } of spansIn(plain)) {
    const [first, last] = [letters[begin], letters[end - 1]]
    if (!first || !last || first.begin < from) continue
    shown += text.slice(from, first.begin) + MASK
    from = last.end
  }
  return shown + text.slice(from)
}

/** Six or eight digits, at most one separator with blanks around it, four digits; looked ahead for, so that none hides another. */
const candidate = /(?<!\d)(?=((\d{8}|\d{6}) *(?:[-+.,_/:·] *)?(\d{4}))(?!\d))/g

function spansIn(plain: string): { begin: number; end: number }[] {
  return [...plain.matchAll(candidate)].flatMap(({ index, 1: whole = '', 2: day = '', 3: last = '' }) =>
    isPossibleDay(day) && hasCheckDigit(`${day.slice(-6)}${last}`) && !isOfHash(plain, index, whole.length)
      ? [{ begin: index, end: index + whole.length }]
      : [],
  )
}

/** Whether digits stand within a hash, such as the id of a run or a change: long, of hexadecimal digits with letters among them. */
function isOfHash(plain: string, index: number, length: number): boolean {
  const within = (sign: string): string => {
    const [before] = new RegExp(`${sign}*$`).exec(plain.slice(Math.max(0, index - 128), index)) ?? ['']
    const [after] = new RegExp(`^${sign}*`).exec(plain.slice(index + length, index + length + 128)) ?? ['']
    return before + plain.slice(index, index + length) + after
  }
  return /^(?=\d*[a-f])[0-9a-f]{24,}$/.test(within('[0-9A-Za-z]')) || uuid.test(within('[0-9A-Za-z-]'))
}

const uuid = /^(?=[\d-]*[a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const mostDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Whether six or eight digits can be a day of birth, which a coordination number writes with 60 added. There, an unknown
 * day is 60 and an unknown month 00. A year of four digits is of 1800–2099, or has the 16 of organisation numbers before it.
 */
function isPossibleDay(digits: string): boolean {
  if (digits.length === 8 && !['16', '18', '19', '20'].includes(digits.slice(0, 2))) return false
  const [year, month, written] = [digits.slice(-6, -4), digits.slice(-4, -2), digits.slice(-2)].map(Number)
  if (year === undefined || month === undefined || written === undefined) return false
  const isCoordination = written >= 60
  const day = isCoordination ? written - 60 : written
  const most = month === 2 && year % 4 !== 0 ? 28 : month === 0 && isCoordination ? 31 : mostDays[month - 1]
  return most !== undefined && day <= most && (day > 0 || isCoordination)
}

/** Signs beside those of Unicode's class of dashes that people take for one. */
const dashLike = /[\p{Pd}\u2212\u2043\u02D7\u2796\u2500\u2501\u30FC\u223C~\u00AF\u00AC]/gu
const unseen = /^[\p{Cf}\p{Default_Ignorable_Code_Point}\p{M}\p{Cs}]$/u

/** A text with its digits, dashes and blanks folded and what nobody sees left out. */
const plainText = (text: string): string =>
  /^[ -}]*$/.test(text) ? text : text.replace(/[^!-}]/gu, (letter) => plainSigns(letter))

/** Where in a text a letter stands that a folded sign comes from. */
interface Place {
  readonly begin: number
  readonly end: number
}

/** The same, and for each sign its letter. */
function unfolded(text: string): { plain: string; letters: readonly Place[] } {
  let plain = ''
  const letters: Place[] = []
  let begin = 0
  for (const letter of text) {
    const place = { begin, end: begin + letter.length }
    const signs = plainSigns(letter)
    plain += signs
    for (let sign = 0; sign < signs.length; sign += 1) letters.push(place)
    begin = place.end
  }
  return { plain, letters }
}

function plainSigns(letter: string): string {
  if (/^[!-}]$/.test(letter)) return letter
  if (/^\s$/u.test(letter)) return ' '
  if (unseen.test(letter) || /^\p{Cc}$/u.test(letter)) return ''
  return withPlainDigits(letter.normalize('NFKC')).replace(dashLike, '-')
}
