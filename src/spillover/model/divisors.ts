import type { Language } from '../../language/language.js'
import { allOf, type Sentence, sentence } from '../../language/wording.js'

/** Below this share of the largest of all industries an output or a coefficient is nothing to divide by: rounding is as large. */
const SMALLEST_SHARE = 1e-9

/** Whether a value is nothing to divide by, beside the largest of all. */
export const isNothing = (value: number, largest: number): boolean => !(Math.abs(value) > SMALLEST_SHARE * largest)

/** The largest of some values, by size; those that are not known are not looked at. */
export const largestOf = (values: readonly (number | null)[]): number =>
  values.reduce<number>((largest, value) => Math.max(largest, Math.abs(value ?? 0)), 0)

const LISTED = 10

/** Codes in words, long lists cut. */
function codesIn(language: Language, codes: readonly string[]): string {
  const more = codes.length - LISTED
  const rest = language === 'Sv' ? `${more} till` : `${more} more`
  return allOf(language, more > 0 ? [...codes.slice(0, LISTED), rest] : codes)
}

/** The industry makes nothing. */
export const withoutOutput: Sentence = {
  textSv: 'Näringsgrenen har ingen produktion i tabellen.',
  textEn: 'The industry has no output in the table.',
}

/** The industry makes next to nothing, by which nothing is divided. */
export const withLittleOutput: Sentence = {
  textSv: 'Näringsgrenens produktion är under en miljarddel av den största i tabellen: för liten att dela med.',
  textEn: 'The industry’s output is below a billionth of the largest in the table: too small to divide by.',
}

/** Some industries do not state an account, of which nothing that runs through all of them can be told. */
export const notStated = (account: string, codes: readonly string[], ofAll: boolean): Sentence =>
  sentence((language) =>
    language === 'Sv'
      ? `Tabellen anger inte ${account} för ${ofAll ? 'någon näringsgren' : codesIn('Sv', codes)}.`
      : `The table does not state ${account} of ${ofAll ? 'any industry' : codesIn('En', codes)}.`,
  )

/** The industry's own coefficient is nothing, or next to nothing, to divide by. */
export const nothingOfIts = (account: string, coefficient: number): Sentence => {
  const isZero = coefficient === 0
  return {
    textSv: isZero
      ? `Näringsgrenen har inget eget av ${account} att dela med.`
      : `Näringsgrenens ${account} per produktion är under en miljarddel av den största i tabellen: för liten att dela med.`,
    textEn: isZero
      ? `The industry has none of ${account} to divide by.`
      : `The industry’s ${account} for each unit of output is below a billionth of the largest in the table: too small to divide by.`,
  }
}
