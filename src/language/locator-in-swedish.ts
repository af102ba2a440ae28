import type { Told } from './told.js'

/** References to places in a document, each whole. What stands in quotation marks is quoted and stays. */
const references: readonly (readonly [RegExp, string])[] = [
  [/^the whole of it$/, 'i sin helhet'],
  [/^summary$/, 'sammanfattningen'],
  [/^opening text$/, 'inledningen'],
  [/^Calculated with the jobs of this scenario$/, 'Beräknat med jobben i detta scenario'],
  [/^Calculated from (.+)$/, 'Beräknat ur $1'],
  [/^row (.+)$/, 'raden $1'],
  [/^([^;]+\.(?:csv|tsv|txt|xlsx?|ods|json))$/i, '$1'],
  [/^line (\d+)( \(.+\))?$/, 'rad $1$2'],
  [/^place by post town$/, 'kommunen utläst ur postorten'],
  [/^as entered here$/, 'så som det angavs här'],
  [/^as confirmed here$/, 'så som det bekräftades här'],
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

const nothingKnown: Told = () => null

/** Of a firm that no source describes any more, with where its name was given last. */
const lastNamed =
  /^named there; no source describes the firm any more, its name is the last that one gave \((?<where>.*)\)$/

/**
 * Where in a source something stands, in Swedish: what is a reference by the words of any region, what else is remarked
 * beside it by its own.
 * @param told what the region's own words for places and remarks read in Swedish, each whole, a remark or a piece of one.
 * @returns null where a part of it has no words in Swedish.
 */
export function locatorInSwedish(locator: string, told: Told = nothingKnown): string | null {
  const whole = told(locator) ?? reference(locator)
  if (whole !== null) return whole
  const where = lastNamed.exec(locator)?.groups?.where
  if (where !== undefined) {
    const last = locatorInSwedish(where, told) ?? where
    return `nämns där; ingen källa beskriver längre företaget, vars namn är det senaste som någon gav (${last})`
  }
  return allOf(remarksOf(locator), '; ', (remark) => {
    const known = told(remark) ?? reference(remark)
    if (known !== null) return known
    return allOf(piecesOf(remark), '', (piece) => (separators.test(piece) ? piece : pieceInSwedish(piece.trim(), told)))
  })
}

/** All the parts told; null where one is not. */
function allOf(parts: readonly string[], separator: string, tell: Told): string | null {
  const texts: string[] = []
  for (const part of parts) {
    const text = tell(part)
    if (text === null) return null
    texts.push(text)
  }
  return texts.join(separator)
}

/** What semicolons part; those within quotation marks or brackets part nothing. */
const remarksOf = (locator: string): string[] => {
  const remarks = ['']
  let depth = 0
  for (const part of locator.match(/"[^"]*"|; |[\s\S]/g) ?? []) {
    if (part === '(') depth += 1
    if (part === ')') depth -= 1
    if (part === '; ' && depth === 0) remarks.push('')
    else remarks.push(`${remarks.pop() ?? ''}${part}`)
  }
  return remarks
}

const separators = /^[,;] $/

/** What commas part, with the commas. */
const piecesOf = (remark: string): readonly string[] => remark.match(/(?:"[^"]*"|[,;](?! )|[^,;"])+|[,;] /g) ?? []

/** A piece of a remark: whole, or a reference and what goes on after it. */
function pieceInSwedish(piece: string, told: Told): string | null {
  const known = told(piece) ?? reference(piece)
  if (known !== null) return known
  if (piece.startsWith('and ')) {
    const rest = pieceInSwedish(piece.slice('and '.length), told)
    return rest === null ? null : `och ${rest}`
  }
  const first = leading.exec(piece)?.[0] ?? ''
  const place = first === '' ? null : reference(first)
  const left = told(piece.slice(first.length).trim())
  return place === null || left === null ? null : `${place}${left.startsWith(':') ? '' : ' '}${left}`
}

/** A reference to a place in a document, whole. */
function reference(text: string): string | null {
  if (/^"[^"]*"$/.test(text)) return text
  const place = named.exec(text)
  if (place) {
    const [, lead = '', part = '', first = '', second = '', quote, interviewed] = place
    const word = parts[part] ?? parts[part.replace(/s$/, '')] ?? part
    const between = second.replace(' and ', ' och ')
    return `${before[lead] ?? ''}${word} ${first}${between}${quote ? ` ${quote}` : ''}${interviewed ? ' (intervjuad)' : ''}`
  }
  const day = /^(about |updated |published |read |in |on )?(\d+(?:–\d+)? )?([A-Z][a-z]+) (\d{4})$/.exec(text)
  if (day) {
    const [, how = '', date = '', month = '', year] = day
    return months[month] ? `${beforeDays[how] ?? ''}${date}${months[month]} ${year}` : null
  }
  const found = references.find(([form]) => form.test(text))
  return found ? text.replace(found[0], found[1]) : null
}
