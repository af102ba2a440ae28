import type { ExplorerPart } from '../../edition/explorer.js'
import { useRegion } from '../region.js'
import { type Language, useLanguage } from './language.js'

type RegionLocators = ExplorerPart['locators']

/** Where in a source something stands, and in which language that is told. */
export interface Located {
  /** Empty where nothing but a remark is there. */
  readonly text: string
  readonly lang: Language
  /** What is left in English; null where all is told. */
  readonly remark: string | null
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
  [/^undated$/, 'odaterad'],
  [/^its name$/, 'namnet'],
  [/^(?:a )?heading ("[^"]*")$/, 'rubriken $1'],
  [/^text under ("[^"]*")$/, 'texten under $1'],
  [/^quote of a (?:promoter|support actor)$/, 'citat från en främjandeaktör'],
  [/^(?:about|around) (\d{4})$/, 'omkring $1'],
  [/^(?:until|by) (\d{4})$/, 'till $1'],
  [/^(?:from|since) (\d{4})$/, 'från $1'],
  [/^year (\d{4})$/, 'år $1'],
  [/^(\d{4})(?: and |–)(\d{4})$/, '$1 och $2'],
  [/^first quarter of (\d{4})$/, 'första kvartalet $1'],
  [/^second quarter of (\d{4})$/, 'andra kvartalet $1'],
  [/^third quarter of (\d{4})$/, 'tredje kvartalet $1'],
  [/^fourth quarter of (\d{4})$/, 'fjärde kvartalet $1'],
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
const beforeDays: Readonly<Record<string, string>> = {
  'about ': 'omkring ',
  'updated ': 'uppdaterad ',
  'published ': 'publicerad ',
  'read ': 'läst ',
  'in ': 'i ',
  'on ': 'den ',
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

/** A reference at the beginning of a piece that goes on with a remark. */
const leading =
  /^("[^"]*"|(?:cited in |text to |text under )?(?:chapters?|sections?|Appendix|Tables?|Figures?|footnotes?|items?|pages?) \d[\d.]*)(?=[ :)])/

/**
 * Where in a source something stands, in the reader's language. What is a reference is told in it; a remark beside it that
 * has no words in that language is left over, to be shown where a reader asks for it.
 * @param own the region's own words for places and remarks, and what they read in Swedish.
 */
export function locatorIn(language: Language, locator: string, own: RegionLocators = {}): Located {
  if (language === 'en') return { text: locator, lang: 'en', remark: null }
  const whole = own[locator] ?? wholeInSwedish(locator)
  if (whole !== null) return { text: whole, lang: 'sv', remark: null }
  let text = ''
  const remarks: string[] = []
  let separator = ''
  for (const piece of locator.match(/(?:"[^"]*"|[,;](?! )|[^,;"])+|[,;] /g) ?? []) {
    if (/^[,;]/.test(piece)) {
      separator = piece
      continue
    }
    const { told, left } = pieceInSwedish(piece.trim(), own)
    if (told !== '') text += text === '' ? told : `${separator}${told}`
    if (left !== '') remarks.push(left)
  }
  return { text, lang: 'sv', remark: remarks.length > 0 ? remarks.join(', ') : null }
}

function wholeInSwedish(locator: string): string | null {
  const found = references.find(([reference]) => reference.test(locator))
  return found ? inSwedish(locator, found) : null
}

/** A piece of a locator: what of it is told in Swedish, and what is left in the language it was written in. */
function pieceInSwedish(piece: string, own: RegionLocators): { readonly told: string; readonly left: string } {
  const told = referenceInSwedish(piece, own)
  if (told !== null) return { told, left: '' }
  const first = leading.exec(piece)?.[0] ?? ''
  return { told: first === '' ? '' : (referenceInSwedish(first, own) ?? ''), left: piece.slice(first.length).trim() }
}

function referenceInSwedish(piece: string, own: RegionLocators): string | null {
  const told = own[piece]
  if (told !== undefined) return told
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
  const day = /^(about |updated |published |read |in |on )?(\d+(?:–\d+)? )?([A-Z][a-z]+) (\d{4})$/.exec(piece)
  if (day) {
    const [, how = '', date = '', month = '', year] = day
    return months[month] ? `${beforeDays[how] ?? ''}${date}${months[month]} ${year}` : null
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
