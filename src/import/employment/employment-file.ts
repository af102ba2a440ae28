import { grouped } from '../../kernel/grouped.js'
import { enteringText, textFaults } from '../../text/entering-text.js'
import { ImportError } from '../import-error.js'
import { noNumber, numberIn } from '../input-output/decimal-point.js'
import { type TableRow, tableRows } from '../readers/table-rows.js'
import { balanceFaults, type EmployedRow } from './employment-faults.js'

/** A file of employment that was made out. */
export interface EmploymentFile {
  /** Codes as they are written, in the order in which they first appear, each with the line of that. */
  readonly groups: readonly { readonly code: string; readonly line: number }[]
  /** Employed in the nation, in the order of `groups`. */
  readonly nation: readonly number[]
  /** Employed in the region, in the order of `groups`; null where rows are of counties. */
  readonly region: readonly number[] | null
  /** Employed in each county, in the order of `groups`, with the line of its first row. */
  readonly counties: readonly { readonly code: string; readonly line: number; readonly employed: readonly number[] }[]
}

/** More than there are people. */
const MOST = 1e11

const needed = ['group', 'region', 'nation'] as const
const columns: readonly string[] = [...needed, 'county']

/**
 * Reads how many are employed by group from a file of `group,region,nation` and, where rows are of counties, `county`.
 * @param faults what is wrong with the file is added to it.
 * @returns null where something is.
 */
export async function readEmploymentFile(file: string, faults: ImportError[]): Promise<EmploymentFile | null> {
  const own: ImportError[] = []
  let rows: EmployedRow[] = []
  try {
    rows = await readRows(file, own)
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    own.push(error)
  }
  if (own.length === 0 && rows.length === 0) own.push(new ImportError(file, null, 'has no rows'))
  if (own.length === 0) own.push(...balanceFaults(file, rows))
  faults.push(...own)
  return own.length > 0 ? null : fileOf(rows)
}

async function readRows(file: string, faults: ImportError[]): Promise<EmployedRow[]> {
  const rows: EmployedRow[] = []
  let header: readonly string[] | null = null
  for await (const row of tableRows(file)) {
    if (header === null) {
      header = row.cells
      checkHeader(file, row)
      continue
    }
    const read = readRow(file, row, header, faults)
    if (read) rows.push(read)
  }
  return rows
}

/** @throws ImportError */
function checkHeader(file: string, { line, cells }: TableRow): void {
  const refuse = (reason: string) => new ImportError(file, line, reason)
  const repeated = cells.find((name, index) => cells.indexOf(name) !== index)
  if (repeated !== undefined) throw refuse(`column "${repeated}" is repeated`)
  const missing = needed.find((name) => !cells.includes(name))
  if (missing !== undefined) throw refuse(`column "${missing}" is missing`)
  const unknown = cells.find((name) => !columns.includes(name))
  if (unknown !== undefined) throw refuse(`column "${unknown}" is none of ${columns.join(', ')}`)
}

function readRow(
  file: string,
  { line, cells }: TableRow,
  header: readonly string[],
  faults: ImportError[],
): EmployedRow | null {
  const before = faults.length
  const refuse = (reason: string) => void faults.push(new ImportError(file, line, reason))
  if (cells.length !== header.length) {
    const commas = cells.length > header.length ? '; a decimal comma parts a number in two: use a decimal point' : ''
    refuse(`has ${cells.length} cells; the header has ${header.length}${commas}`)
    return null
  }
  const cell = (column: string): string => {
    const entering = enteringText(cells[header.indexOf(column)] ?? '')
    if ('text' in entering) return entering.text
    refuse(`${column} ${textFaults[entering.fault]}`)
    return ''
  }
  const employed = (column: 'region' | 'nation'): number => {
    const text = cell(column)
    const value = numberIn(text)
    if (text === '') refuse(`${column} is empty`)
    else if (value === null) refuse(`${column} is ${noNumber(text)}`)
    else if (value < 0) refuse(`${column} is ${value}; it cannot be negative`)
    else if (value > MOST) refuse(`${column} is ${value}, more than there are people`)
    return value ?? 0
  }
  const [group, county, here, nation] = [cell('group'), cell('county'), employed('region'), employed('nation')]
  if (group === '' && faults.length === before) refuse('group is empty')
  if (here > nation && faults.length === before) {
    refuse(`region is ${here}, more than the nation's ${nation} in group ${group}`)
  }
  return faults.length === before ? { line, group, county: county === '' ? null : county, here, nation } : null
}

/** What sound rows say together. */
function fileOf(rows: readonly EmployedRow[]): EmploymentFile {
  const groups = firsts(rows, ({ group }) => group)
  const counties = firsts(rows, ({ county }) => county).filter(({ county }) => county !== null)
  const here = new Map(rows.map((row) => [JSON.stringify([row.county, row.group]), row.here]))
  const employedIn = (county: string | null) =>
    groups.map(({ group }) => here.get(JSON.stringify([county, group])) ?? 0)
  return {
    groups: groups.map(({ group, line }) => ({ code: group, line })),
    nation: groups.map(({ nation }) => nation),
    region: counties.length > 0 ? null : employedIn(null),
    counties: counties.map(({ county, line }) => ({ code: county ?? '', line, employed: employedIn(county) })),
  }
}

/** The first row of each of what rows are told by. */
const firsts = (rows: readonly EmployedRow[], of: (row: EmployedRow) => string | null): EmployedRow[] =>
  [...grouped(rows, of).values()].flatMap(([first]) => (first ? [first] : []))
