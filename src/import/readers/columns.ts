import { folded, joined } from '../../text/folded.js'

/** A column that a file may have, by the headers that people give it: compared without case, dots, hyphens and blanks. */
export interface Column {
  /** The first two, in English and Swedish, are shown where it is missing. */
  readonly names: readonly string[]
  /** Headers that say that codes stand below. */
  readonly codes?: readonly string[]
  /** Headers below which names stand where another column has the codes: `SNI-text`, and `Bransch` beside `SNI-kod`. */
  readonly words?: readonly string[]
  readonly required?: boolean
  /** Whether a unit may stand behind the name, in plain letters: `tkr` of `Omsättning (tkr)`. */
  readonly isUnit?: (unit: string) => boolean
  /** Whether words in parentheses behind the name make it another fact, beside those that do for all. */
  readonly isOther?: (words: string) => boolean
  /** Whether several numbered columns are one list: `SNI 1`, `SNI 2`. */
  readonly isNumbered?: boolean
}

export type Columns<Name extends string> = Readonly<Record<Name, Column>>

/** What a user says of columns: by header, the column that it is, or null for one that is left out. */
export type SaidOfColumns<Name extends string> = ReadonlyMap<string, Name | null>

export const namesOf = <Name extends string>(columns: Columns<Name>): Name[] =>
  Object.keys(columns).filter((name): name is Name => name in columns)

/** A header as it is compared. */
export const compared = (header: string): string => joined(folded(header))

/** What stands below a header, as far as it says. */
export type Role = 'CODES' | 'WORDS' | 'SUBJECT' | 'EITHER' | 'QUALIFIED'

/** How a header ends below which names stand, not codes. */
const WORDS_END = /(?:namn|text|benamning|beskrivning|name|description)$/

/** A column as a header names it. */
export interface NamedColumn<Name extends string> {
  readonly name: Name
  readonly role: Role
  /** Of columns that are numbered; null without one. */
  readonly number: number | null
}

/** Which column a header names, and whether codes or names stand below; null where it names none. */
export function columnOf<Name extends string>(header: string, columns: Columns<Name>): NamedColumn<Name> | null {
  return plainColumn(header, columns) ?? numberedColumn(header, columns) ?? qualifiedColumn(header, columns)
}

/** `SNI 2`, `SNI2007 2`, `Bransch 2 namn`. */
function numberedColumn<Name extends string>(header: string, columns: Columns<Name>): NamedColumn<Name> | null {
  const words = folded(header)
  const number = numberOf(header)
  if (number === null) return null
  const named = plainColumn(words.replace(ordinal, ' '), columns)
  return named !== null && columns[named.name].isNumbered === true ? { ...named, number } : null
}

const ordinal = /(?<!\d)[1-9]\d?(?!\d)/

/** The number that a header has among others of its kind. */
export function numberOf(header: string): number | null {
  const [first] = ordinal.exec(folded(header)) ?? []
  return first === undefined ? null : Number(first)
}

/** `Organisationsnummer (10 siffror)`: what stands in parentheses says more of the column, and not of another. */
function qualifiedColumn<Name extends string>(header: string, columns: Columns<Name>): NamedColumn<Name> | null {
  const words = [...header.matchAll(/[([](?<words>[^()[\]]*)[)\]]/g)].map(({ groups }) => groups?.words ?? '')
  if (words.length === 0 || words.some((each) => /%/.test(each) || otherFacts.test(folded(each)))) return null
  const named = plainColumn(header.replace(/[([][^()[\]]*[)\]]/g, ' '), columns)
  if (named === null || words.some((each) => columns[named.name].isOther?.(each))) return null
  return { ...named, role: 'QUALIFIED' }
}

/** Words that make a column one of another firm, part, time or measure. */
const otherFacts =
  /\b(?:koncern\w*|group|moder\w*|dotter\w*|parent|subsidiar\w*|agar\w*|owner\w*|kontakt\w*|contact|vd|ceo|person|kvinn\w*|man|women|men|female|male|arbetsstalle\w*|workplace|lan|county|region\w*|land|country|lokal\w*|local|sverige|sweden|utland\w*|utomlands|abroad|global\w*|varlden|worldwide|budget\w*|prognos\w*|forecast|plan\w*|mal|target|forandring\w*|andring|change|tillvaxt|growth|okning|minskning|diff\w*|andel|share|procent|percent|index|rank\w*|per|snitt|average|tidigare|fd|foregaende|forra|forr|fjol|innan|previous|prior|last year|former|kund\w*|leverantor\w*|customer|supplier)\b/

function plainColumn<Name extends string>(header: string, columns: Columns<Name>): NamedColumn<Name> | null {
  const all = formsOf(header)
  const withoutEdition = formsOf(header.replace(editionOf, ''))
  for (const name of namesOf(columns)) {
    const { names, codes = [], words = [], isUnit = () => false, isNumbered = false } = columns[name]
    const forms = isNumbered ? [...all, ...withoutEdition] : all
    const isNamed = (each: readonly string[]) =>
      forms.some(({ bare, unit }) => (unit === null || isUnit(unit)) && each.some((one) => compared(one) === bare))
    const role = isNamed(codes) ? 'CODES' : isNamed(words) ? wordsRole(header) : isNamed(names) ? 'EITHER' : null
    if (role !== null) return { name, role, number: null }
  }
  return null
}

/** The year of a classification, written with its name: `SNI2007-kod`. */
const editionOf = /(?<=\p{L})(?:19|20)\d\d(?!\d)/u

const wordsRole = (header: string): Role => (WORDS_END.test(compared(header)) ? 'WORDS' : 'SUBJECT')

/** A header as it stands and without the unit or year behind it: `Omsättning (tkr)`, `Omsättning 2024, tkr`. */
function formsOf(header: string): { readonly bare: string; readonly unit: string | null }[] {
  const forms: { bare: string; unit: string | null }[] = [{ bare: compared(header), unit: null }]
  const words = folded(header).split(' ')
  const withoutYear = words.filter((word, index) => index === 0 || !/^(19|20)\d\d$/.test(word))
  if (withoutYear.length < words.length) forms.push({ bare: withoutYear.join(''), unit: null })
  for (let count = 1; count <= 3 && count < withoutYear.length; count += 1) {
    const before = withoutYear.slice(0, -count)
    const plain = before.at(-1) === 'i' ? before.slice(0, -1) : before
    forms.push({ bare: plain.join(''), unit: withoutYear.slice(-count).join(' ') })
  }
  return forms
}
