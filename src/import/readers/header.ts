import {
  type Column,
  type Columns,
  columnOf,
  compared,
  namesOf,
  numberOf,
  type Role,
  type SaidOfColumns,
} from './columns.js'

/** A row read as a header. */
export interface Header<Name extends string> {
  readonly line: number
  readonly cells: readonly string[]
  /** By column, where it stands. */
  readonly places: ReadonlyMap<Name, number>
  /** Of a numbered column, where the further ones stand, in their order. */
  readonly further: ReadonlyMap<Name, readonly number[]>
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
    if (asked !== undefined) return asked === null ? null : { name: asked, role: 'SAID', number: numberOf(cell) }
    return cell === '' || cell.length > LONGEST_HEADER ? null : columnOf(cell, columns)
  })
  const places = new Map<Name, number>()
  const further = new Map<Name, readonly number[]>()
  const doubtful = new Map<Name, readonly string[]>()
  for (const name of namesOf(columns)) {
    const all = named.flatMap((each, place) => (each?.name === name ? [{ ...each, place }] : []))
    const list = listOf(all, columns[name])
    const best = list ?? bestOf(all)
    const [first, ...others] = best
    if (first === undefined) continue
    places.set(name, first.place)
    if (list !== null) {
      further.set(
        name,
        others.map(({ place }) => place),
      )
    } else if (best.length > 1)
      doubtful.set(
        name,
        best.map(({ place }) => cells[place] ?? ''),
      )
  }
  const taken = new Set([...places.values(), ...[...further.values()].flat()])
  return {
    line,
    cells,
    places,
    further,
    doubtful,
    leftOut: cells.flatMap((_, place) => (taken.has(place) ? [] : [place])),
  }
}

interface Named<Name> {
  readonly name: Name
  readonly role: Role | 'SAID'
  readonly number: number | null
}

type Candidate = { readonly place: number; readonly role: Role | 'SAID'; readonly number: number | null }

/** Columns that are one list, main one first; null where they are none, or two have the same place in it. */
function listOf(all: readonly Candidate[], { isNumbered = false }: Column): readonly Candidate[] | null {
  const of = (...roles: readonly Candidate['role'][]) => all.filter(({ role }) => roles.includes(role))
  if (!isNumbered) return null
  const inOrder = (some: readonly Candidate[]) =>
    some.toSorted((left, right) => (left.number ?? 0) - (right.number ?? 0) || left.place - right.place)
  if (of('SAID').length > 0) return inOrder(of('SAID'))
  if (all.every(({ number }) => number === null)) return null
  const isList = (some: readonly Candidate[]) =>
    some.length > 0 && new Set(some.map(({ number }) => number)).size === some.length
  const tried = [of('CODES', 'EITHER'), of('CODES'), of('EITHER'), of('SUBJECT'), of('WORDS')].find(isList)
  return tried ? inOrder(tried) : null
}

/** What a user said comes first; then the one that has codes, where the others have names. */
function bestOf(all: readonly Candidate[]): readonly Candidate[] {
  const of = (...roles: readonly Candidate['role'][]) => all.filter(({ role }) => roles.includes(role))
  if (of('SAID').length > 0) return of('SAID')
  if (of('CODES').length === 1 && of('EITHER').length === 0) return of('CODES')
  if (of('QUALIFIED').length === all.length) return all.length === 1 ? all : []
  const notWords = of('CODES', 'SUBJECT', 'EITHER')
  return notWords.length > 0 ? notWords : of('WORDS')
}

/** Whether a row names every column that is needed. */
export const isHeader = <Name extends string>({ places }: Header<Name>, columns: Columns<Name>): boolean =>
  namesOf(columns).every((name) => !columns[name].required || places.has(name))
