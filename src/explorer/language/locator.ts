import { type Language, useLanguage } from './language.js'

/** Words that lead to a place in a document. What stands behind them in quotation marks is quoted and stays. */
const words: readonly (readonly [RegExp, string])[] = [
  [/^the whole of it$/, 'i sin helhet'],
  [/^both counties$/, 'båda länen'],
  [/^summary$/, 'sammanfattningen'],
  [/^opening text$/, 'inledningen'],
  [/^Calculated from /, 'Beräknat ur '],
  [/^Calculated with the jobs of this scenario$/, 'Beräknat med jobben i detta scenario'],
  [/^cited in /, 'citeras i '],
  [/^text under /, 'texten under '],
  [/^text to /, 'texten till '],
  [/^chapters? /i, 'kapitel '],
  [/^sections? /i, 'avsnitt '],
  [/\bchapter (?=\d)/g, 'kapitel '],
  [/\bsection (?=\d)/g, 'avsnitt '],
  [/\bAppendix (?=\d)/g, 'bilaga '],
  [/\bTable (?=\d)/g, 'tabell '],
  [/\bFigure (?=\d)/g, 'figur '],
  [/\bfootnote (?=\d)/g, 'fotnot '],
  [/\bfootnotes (?=\d)/g, 'fotnoterna '],
  [/\bitem (?=\d)/g, 'punkt '],
  [/\bpage (?=\d)/g, 'sidan '],
  [/\bline (?=\d)/g, 'rad '],
  [/^row /, 'raden '],
  [/^list of examples/, 'exempellistan'],
  [/\(interviewed\)/, '(intervjuad)'],
  [/\(anchor firm\)/, '(ankarföretag)'],
  [/^quote of a smaller firm$/, 'citat från ett mindre företag'],
]
const quoted = /("[^"]*")/
const between = /([,;:] )/

/** Where in a source something stands, its references in the reader's language; remarks stay as they were written. */
export const locatorIn = (language: Language, locator: string): string =>
  language === 'en' ? locator : locator.split(quoted).map(referencesInSwedish).join('')

function referencesInSwedish(part: string, index: number): string {
  // Every second part is quoted.
  if (index % 2 === 1) return part
  const worded = (piece: string) => words.reduce((text, [word, swedish]) => text.replace(word, swedish), piece)
  return part
    .split(between)
    .map(worded)
    .join('')
    .replace(/ and (?=avsnitt|kapitel|fotnot|tabell|figur|\d)/g, ' och ')
}

/** Words of a locator, in the reader's language. */
export const useLocator = (): ((locator: string) => string) => {
  const language = useLanguage()
  return (locator) => locatorIn(language, locator)
}
