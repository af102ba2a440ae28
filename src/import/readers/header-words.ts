import { distance } from 'fastest-levenshtein'
import { folded } from '../../text/folded.js'
import { ImportError } from '../import-error.js'
import { type Column, type Columns, columnOf, compared, namesOf, type SaidOfColumns } from './columns.js'
import type { Header } from './header.js'

/** A header as it may be shown: where a file has none, what stands there may be anything, a person's number too. */
export function shownHeader(cell: string, place: number): string {
  const digits = cell.normalize('NFKC').replace(/\P{Nd}/gu, '')
  return cell === '' || digits.length >= 6 || cell.length > 60
    ? `column ${place + 1}`
    : cell.replace(/[\s\p{C}]+/gu, ' ')
}

/** More are counted and not named. */
const MOST_NAMED = 40

function shownHeaders(cells: readonly string[], places: readonly number[]): string {
  const shown = places.slice(0, MOST_NAMED).map((place) => shownHeader(cells[place] ?? '', place))
  return [...shown, ...(places.length > MOST_NAMED ? [`${places.length - MOST_NAMED} more`] : [])].join(', ')
}

const shownNames = ({ names, words = [] }: Column): string => [...names, ...words].slice(0, 2).join(' or ')

/** What a file lacks that no row of its begin names, and which of its columns may be meant. */
export function columnsAreMissing<Name extends string>(
  path: string,
  nearest: Header<Name> | null,
  columns: Columns<Name>,
): ImportError {
  if (nearest === null) return new ImportError(path, null, 'holds no line')
  const [whole = ''] = nearest.cells
  if (nearest.cells.length === 1 && /[;,\t|]/.test(whole) && columnsOfParts(whole, columns) > 1) {
    return new ImportError(
      path,
      nearest.line,
      'each line is one cell: its sep= line, or quotation marks around the whole line, hide what parts it; take them away',
    )
  }
  const missing = namesOf(columns).filter((name) => columns[name].required && !nearest.places.has(name))
  const names = missing.map((name) => shownNames(columns[name])).join(', nor ')
  const meant = proposals(nearest, columns).filter(({ name }) => missing.includes(name))
  return new ImportError(
    path,
    nearest.line,
    [`no row of the first twenty names a column ${names}`, ...meant.map(({ words }) => words)].join('; '),
  )
}

/** How many columns are named within one cell. */
const columnsOfParts = <Name extends string>(text: string, columns: Columns<Name>): number =>
  text.split(/[;,\t|]/).filter((part) => columnOf(part, columns) !== null).length

/** Two headers for one column: which is meant, only the user knows. */
export const columnIsDoubtful = (path: string, line: number, name: string, headers: readonly string[]): ImportError => {
  const shown = headers.map((header, index) => shownHeader(header, index))
  const [first = '', ...others] = shown
  if (new Set(headers.map(compared)).size < headers.length) {
    return new ImportError(path, line, `two columns are called ${first}: rename one of them in the file`)
  }
  return new ImportError(
    path,
    line,
    `${shown.join(' and ')} can both be ${name}: leave out what is not meant, as in --columns '${others[0] ?? first}='`,
  )
}

/** Why what a user says of columns does not fit the file; null where it does. */
export function unknownHeader<Name extends string>(cells: readonly string[], said: SaidOfColumns<Name>): string | null {
  const there = new Set(cells.map(compared))
  const unknown = [...said.keys()].find((header) => !there.has(compared(header)))
  if (unknown === undefined) return null
  const shown = shownHeaders(cells, [...cells.keys()])
  return `--columns names ${shownHeader(unknown, 0)}, which is no column of the file; it has ${shown}`
}

/** What a user should know of the columns of a file: which are left out, and which of these may be meant. */
export function headerRemarks<Name extends string>(header: Header<Name>, columns: Columns<Name>): string[] {
  const width = header.cells.findLastIndex((cell) => cell !== '') + 1
  const places = header.leftOut.filter((place) => place < width)
  const shown = shownHeaders(header.cells, places)
  const remarks = proposals(header, columns).map(({ words }) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`)
  return places.length === 0 ? [] : [`Columns left out: ${shown}.`, ...remarks]
}

/** A column that is left out and looks much like one that is known and not there. */
interface Proposal<Name extends string> {
  readonly name: Name
  readonly words: string
}

/** What headers may mean that are left out. */
export function proposals<Name extends string>(
  { cells, places, leftOut }: Header<Name>,
  columns: Columns<Name>,
): Proposal<Name>[] {
  return leftOut.flatMap((place) => {
    const header = cells[place] ?? ''
    if (header === '' || !['QUALIFIED', undefined].includes(columnOf(header, columns)?.role)) return []
    const name = namesOf(columns).find((each) => !places.has(each) && isNear(header, columns[each]))
    const shown = shownHeader(header, place)
    if (name === undefined || shown !== header) return []
    return [{ name, words: `did you mean ${name} by ${shown}? Then give --columns '${shown}=${name}'` }]
  })
}

/** Whether a header is a known one but for a slip, or holds it. */
function isNear(header: string, { names, codes = [], words = [] }: Column): boolean {
  const own = compared(header)
  const ownWords = folded(header).split(' ')
  return [...names, ...codes, ...words].map(compared).some((name) => {
    if (ownWords.includes(name)) return true
    return name.length >= 5 && (own.includes(name) || distance(own, name) <= (name.length < 8 ? 1 : 2))
  })
}
