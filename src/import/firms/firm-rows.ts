import { sizeClassOf, sizeClassWithin } from '../../firms/size-class.js'
import type { UserRow } from '../readers/user-file.js'
import { readAsOf } from './cells/dates.js'
import { readEmployees } from './cells/employees.js'
import { isEmpty, plainCell } from './cells/plain-cell.js'
import { readTurnover } from './cells/turnover.js'
import { municipality, organisationNumber, postTown, requiredText } from './cells.js'
import type { FirmColumn } from './firm-columns.js'
import type { FirmStatement } from './firm-statement.js'
import { cellOf, type FirmReading } from './firm-survey.js'
import { readOrganisationNumber } from './organisation-number.js'
import type { Municipalities } from './places.js'
import { type RefusedCell, RowRefusal } from './refusal.js'
import { readSniCodes } from './sni-codes.js'

/** What rows of firms are read with. */
export interface FirmRowContext {
  readonly source: { readonly file: string; readonly title: string }
  readonly reading: Pick<FirmReading, 'turnover' | 'employees' | 'sni' | 'differing'>
  readonly municipalities: Municipalities
  /** ISO. */
  readonly today: string
}

/**
 * What a row says of a firm. A cell that cannot be read is not taken; without number or name the row is not.
 * @throws RowRefusal
 */
export function firmOfRow(
  row: UserRow<FirmColumn>,
  { source, reading, municipalities, today }: FirmRowContext,
): { readonly item: FirmStatement; readonly cells: readonly RefusedCell[] } {
  const { line, cell } = row
  const number = organisationNumber('organisationNumber', cell('organisationNumber'))
  const name = requiredText('name', cell('name'))
  const lines = reading.differing.get(number)
  if (lines !== undefined) {
    throw new RowRefusal('row', 'another row says something else of the same firm', {
      detail: `lines ${lines.join(', ')}`,
    })
  }
  const cells: RefusedCell[] = []
  const read = <Value>(column: FirmColumn, reader: () => Value, otherwise: Value): Value => {
    try {
      return reader()
    } catch (error) {
      if (!(error instanceof RowRefusal)) throw error
      cells.push({ refusal: error, text: cell(column) })
      return otherwise
    }
  }
  const stated = read('employees', () => readEmployees('employees', cellOf(row, 'employees'), reading.employees), null)
  const turnover = read('turnover', () => readTurnover('turnover', cellOf(row, 'turnover'), reading.turnover), null)
  const employees = stated?.kind === 'COUNT' ? stated.count : null
  const employeeBounds = stated?.kind === 'BOUNDS' ? stated : null
  const said = read(
    'source',
    () => (['', source.title].includes(cell('source')) ? '' : requiredText('source', cell('source'))),
    '',
  )
  const sni = readSniCodes('sni', cell('sni'), reading.sni)
  cells.push(...sni.refusals.map((refusal) => ({ refusal, text: cell('sni') })))
  const isByPostTown = isEmpty(plainCell(cell('municipality'))) && !isEmpty(plainCell(cell('postTown')))
  const place = isByPostTown
    ? read('postTown', () => postTown('postTown', cell('postTown'), municipalities), null)
    : read('municipality', () => municipality('municipality', cell('municipality'), municipalities), null)
  const notes = [isByPostTown && place !== null ? '; place by post town' : '', said === '' ? '' : ` (${said})`]
  const item = {
    ...{ number, name, municipality: place, sni: sni.codes, employees, employeeBounds, turnover },
    sizeClass: employeeBounds === null ? sizeClassOf(employees, turnover) : sizeClassWithin(employeeBounds, turnover),
    asOf: read('asOf', () => readAsOf('asOf', cellOf(row, 'asOf'), today), null),
    locator: `${source.file}, line ${line}${notes.join('')}`,
  }
  return { item, cells }
}

/** What to call the firm of a row that is refused: its number where that is one, else its name. */
export function firmShown({ cell }: UserRow<FirmColumn>): string {
  const read = readOrganisationNumber(cell('organisationNumber'))
  return read.kind === 'NUMBER' ? read.number : cell('name')
}
