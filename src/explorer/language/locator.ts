import type { ExplorerPart } from '../../edition/explorer.js'
import { useRegion } from '../region.js'
import { type Language, useLanguage } from './language.js'

type RegionLocators = ExplorerPart['locators']

/** Where in a source something stands, and in which language that is told. */
export interface Located {
  readonly text: string
  readonly lang: Language
}

/** References to places in a document, each whole. What stands in quotation marks is quoted and stays. */
const references: readonly (readonly [RegExp, string])[] = [
  [/^the whole of it$/, 'i sin helhet'],
  [/^summary$/, 'sammanfattningen'],
  [/^opening text$/, 'inledningen'],
  [/^Calculated with the jobs of this scenario$/, 'Beräknat med jobben i detta scenario'],
  [/^Calculated from (.+)$/, 'Beräknat ur $1'],
  [/^row (.+)$/, 'raden $1'],
  [/^(\S+\.(?:csv|xlsx|json))$/, '$1'],
  [/^line (\d+)$/, 'rad $1'],
  [/^(\d[\d.–]*|[A-Z][\d.–-]*)$/, '$1'],
  [/^seed (\d+)$/, 'frö $1'],
  [/^firm (\d+)$/, 'företag $1'],
]
const months: Readonly<Record<string, string>> = {
  January: 'januari',
  February: 'februari',
  March: 'mars',
  April: 'april',
  May: 'maj',
  June: 'juni',
  July: 'juli',
  August: 'augusti',
  September: 'september',
  October: 'oktober',
  November: 'november',
  December: 'december',
}
const named =
  /^(cited in |text to |text under )?(chapters?|sections?|Appendix|Table|Figures?|footnotes?|items?|pages?) (\d[\d.]*)((?: and |–)\d[\d.]*)?(?: ("[^"]*"))?( \(interviewed\))?$/
const before: Readonly<Record<string, string>> = {
  'cited in ': 'citeras i ',
  'text to ': 'texten till ',
  'text under ': 'texten under ',
}
const parts: Readonly<Record<string, string>> = {
  chapter: 'kapitel',
  section: 'avsnitt',
  Appendix: 'bilaga',
  Table: 'tabell',
  Figure: 'figur',
  footnote: 'fotnot',
  item: 'punkt',
  page: 'sidan',
}

/**
 * Where in a source something stands, in the reader's language where all of it is reference. A locator with a remark
 * stays in the language it was written in: half of each would read worse.
 * @param own the region's own words for places, and what they read in Swedish.
 */
export function locatorIn(language: Language, locator: string, own: RegionLocators = {}): Located {
  const original: Located = { text: locator, lang: 'en' }
  if (language === 'en') return original
  const whole = references.find(([reference]) => reference.test(locator))
  if (whole) return { text: inSwedish(locator, whole), lang: 'sv' }
  const pieces = locator.match(/(?:"[^"]*"|[^,;"])+|[,;] ?/g) ?? []
  const swedish = pieces.map((piece) => (/^[,;]/.test(piece) ? piece : referenceInSwedish(piece.trim(), own)))
  return swedish.includes(null) ? original : { text: swedish.join(''), lang: 'sv' }
}

function referenceInSwedish(piece: string, own: RegionLocators): string | null {
  const told = Object.entries(own).find(([words]) => words === piece)
  if (told) return told[1]
  if (/^"[^"]*"$/.test(piece)) return piece
  if (piece.startsWith('and ')) {
    const rest = referenceInSwedish(piece.slice('and '.length), own)
    return rest === null ? null : `och ${rest}`
  }
  const place = named.exec(piece)
  if (place) {
    const [, lead = '', part = '', first = '', second = '', quote, interviewed] = place
    const word = parts[part] ?? parts[part.replace(/s$/, '')] ?? part
    const between = second.replace(' and ', ' och ')
    return `${before[lead] ?? ''}${word} ${first}${between}${quote ? ` ${quote}` : ''}${interviewed ? ' (intervjuad)' : ''}`
  }
  const day = /^(\d+ )?([A-Z][a-z]+) (\d{4})$/.exec(piece)
  if (day) {
    const [, date = '', month = '', year] = day
    return months[month] ? `${date}${months[month]} ${year}` : null
  }
  const found = references.find(([reference]) => reference.test(piece))
  return found ? inSwedish(piece, found) : null
}

const inSwedish = (english: string, [reference, swedish]: readonly [RegExp, string]) =>
  english.replace(reference, swedish)

/** Where in a source something stands, in the reader's language. */
export const useLocator = (): ((locator: string) => Located) => {
  const language = useLanguage()
  const { locators } = useRegion()
  return (locator) => locatorIn(language, locator, locators)
}
