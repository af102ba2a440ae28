import { type Columns, columnOf, compared, namesOf, type Role, type SaidOfColumns } from './columns.js'

/** A row read as a header. */
export interface Header<Name extends string> {
  readonly line: number
  readonly cells: readonly string[]
  /** By column, where it stands. */
  readonly places: ReadonlyMap<Name, number>
  /** Columns that more than one header names, with these. */
  readonly doubtful: ReadonlyMap<Name, readonly string[]>
  /** Places of headers that are no column, or one that another header names better. */
  readonly leftOut: readonly number[]
}

/** A longer text heads no column. */
const LONGEST_HEADER = 300

/** Reads a row as a header. */
export function readHeader<Name extends string>(
  line: number,
  cells: readonly string[],
  columns: Columns<Name>,
  said: SaidOfColumns<Name>,
): Header<Name> {
  const settled = new Map([...said].map(([header, column]) => [compared(header), column]))
  const named = cells.map((cell): Named<Name> | null => {
    const asked = settled.get(compared(cell))
    if (asked !== undefined) return asked === null ? null : { name: asked, role: 'SAID' }
    return cell === '' || cell.length > LONGEST_HEADER ? null : columnOf(cell, columns)
  })
  const places = new Map<Name, number>()
  const doubtful = new Map<Name, readonly string[]>()
  for (const name of namesOf(columns)) {
    const best = bestOf(named.flatMap((each, place) => (each?.name === name ? [{ place, role: each.role }] : [])))
    const [first] = best
    if (first === undefined) continue
    places.set(name, first.place)
    if (best.length > 1)
      doubtful.set(
        name,
        best.map(({ place }) => cells[place] ?? ''),
      )
  }
  const taken = new Set(places.values())
  return { line, cells, places, doubtful, leftOut: cells.flatMap((_, place) => (taken.has(place) ? [] : [place])) }
}

interface Named<Name> {
  readonly name: Name
  readonly role: Role | 'SAID'
}

type Candidate = { readonly place: number; readonly role: Role | 'SAID' }

/** What a user said comes first; then the one that has codes, where the others have names. */
function bestOf(all: readonly Candidate[]): readonly Candidate[] {
  const of = (...roles: readonly Candidate['role'][]) => all.filter(({ role }) => roles.includes(role))
  if (of('SAID').length > 0) return of('SAID')
  if (of('CODES').length === 1 && of('EITHER').length === 0) return of('CODES')
  const notWords = of('CODES', 'SUBJECT', 'EITHER')
  return notWords.length > 0 ? notWords : all
}

/** Whether a row names every column that is needed. */
export const isHeader = <Name extends string>({ places }: Header<Name>, columns: Columns<Name>): boolean =>
  namesOf(columns).every((name) => !columns[name].required || places.has(name))
