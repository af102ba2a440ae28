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
}

export type Columns<Name extends string> = Readonly<Record<Name, Column>>

/** What a user says of columns: by header, the column that it is, or null for one that is left out. */
export type SaidOfColumns<Name extends string> = ReadonlyMap<string, Name | null>

export const namesOf = <Name extends string>(columns: Columns<Name>): Name[] =>
  Object.keys(columns).filter((name): name is Name => name in columns)

/** A header as it is compared. */
export const compared = (header: string): string => joined(folded(header))

/** What stands below a header, as far as it says. */
export type Role = 'CODES' | 'WORDS' | 'SUBJECT' | 'EITHER'

/** How a header ends below which names stand, not codes. */
const WORDS_END = /(?:namn|text|benamning|beskrivning|name|description)$/

/** Which column a header names, and whether codes or names stand below; null where it names none. */
export function columnOf<Name extends string>(
  header: string,
  columns: Columns<Name>,
): { readonly name: Name; readonly role: Role } | null {
  const forms = formsOf(header)
  for (const name of namesOf(columns)) {
    const { names, codes = [], words = [], isUnit = () => false } = columns[name]
    const isNamed = (each: readonly string[]) =>
      forms.some(({ bare, unit }) => (unit === null || isUnit(unit)) && each.some((one) => compared(one) === bare))
    const role = isNamed(codes) ? 'CODES' : isNamed(words) ? wordsRole(header) : isNamed(names) ? 'EITHER' : null
    if (role !== null) return { name, role }
  }
  return null
}

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
