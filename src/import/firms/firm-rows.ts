import { type SizeRule, sizeClassOf, sizeClassWithin } from '../../classification/size-class.js'
import { readOrganisationNumber } from '../../text/organisation-number.js'
import { type Cell, isEmpty, plainCell, textCell } from '../../text/plain-cell.js'
import type { UserRow } from '../readers/user-file.js'
import { readAsOf } from './cells/dates.js'
import { readEmployees } from './cells/employees.js'
import { rememberedCells } from './cells/remembered-cells.js'
import { readTurnover } from './cells/turnover.js'
import { turnoverCell } from './cells/unit-beside.js'
import { municipality, organisationNumber, postTown, requiredText } from './cells.js'
import { differingRows } from './duplicates.js'
import type { FirmColumn } from './firm-columns.js'
import type { FirmStatement } from './firm-statement.js'
import { cellOf, type FirmReading } from './firm-survey.js'
import type { Municipalities } from './places.js'
import { type RefusedCell, RowRefusal } from './refusal.js'
import { readSniCodes } from './sni-codes.js'

/** What rows of firms are read with. */
export interface FirmRowContext {
  readonly source: { readonly file: string; readonly title: string }
  readonly reading: Pick<FirmReading, 'turnover' | 'employees' | 'sni' | 'differing'>
  readonly municipalities: Municipalities
  /** ISO. */
  readonly sizeRule: SizeRule
  readonly today: string
  /** What the file calls a column. */
  readonly header: (column: FirmColumn) => string | null
}

/** What a row says of a firm, and the cells that are not taken. */
interface RowOfFirm {
  readonly item: FirmStatement
  readonly cells: readonly RefusedCell[]
}

/**
 * Reads what rows say of firms. A cell that cannot be read is not taken; without number or name the row is not, which is
 * thrown as RowRefusal.
 */
export function firmReader({
  source,
  reading,
  municipalities,
  sizeRule,
  today,
  header,
}: FirmRowContext): (row: UserRow<FirmColumn>) => RowOfFirm {
  const readers = {
    employees: forCells((cell) => readEmployees('employees', cell, reading.employees)),
    turnover: forCells((cell) => readTurnover('turnover', cell, reading.turnover)),
    asOf: forCells((cell) => readAsOf('asOf', cell, today)),
    sni: rememberedCells((text) => readSniCodes('sni', text, reading.sni)),
    municipality: rememberedCells((text) =>
      municipality('municipality', text, municipalities, header('municipality') ?? undefined),
    ),
    postTown: rememberedCells((text) => postTown('postTown', text, municipalities)),
    source: rememberedCells((text) => (['', source.title].includes(text) ? '' : requiredText('source', text))),
  }
  return (row) => {
    const { line, cell } = row
    const number = organisationNumber('organisationNumber', cell('organisationNumber'))
    const name = requiredText('name', cell('name'))
    const lines = reading.differing.get(number)
    if (lines !== undefined) throw differingRows(lines)
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
    const stated = read('employees', () => readers.employees(cellOf(row, 'employees')), null)
    const turnover = read('turnover', () => readers.turnover(turnoverCell(row)), null)
    const employees = stated?.kind === 'COUNT' ? stated.count : null
    const employeeBounds = stated?.kind === 'BOUNDS' ? stated : null
    const said = read('source', () => readers.source(cell('source')), '')
    const sni = readers.sni(cell('sni'))
    cells.push(...sni.refusals.map((refusal) => ({ refusal, text: cell('sni') })))
    const isByPostTown = isEmpty(plainCell(cell('municipality'))) && !isEmpty(plainCell(cell('postTown')))
    const place = isByPostTown
      ? read('postTown', () => readers.postTown(cell('postTown')), null)
      : read('municipality', () => readers.municipality(cell('municipality')), null)
    const notes = [isByPostTown && place !== null ? '; place by post town' : '', said === '' ? '' : ` (${said})`]
    const item = {
      ...{ number, name, municipality: place, sni: sni.codes, employees, employeeBounds, turnover },
      sizeClass:
        employeeBounds === null
          ? sizeClassOf(sizeRule, employees, turnover)
          : sizeClassWithin(sizeRule, employeeBounds, turnover),
      asOf: read('asOf', () => readers.asOf(cellOf(row, 'asOf')), null),
      locator: `${source.file}, line ${line}${notes.join('')}`,
    }
    return { item, cells }
  }
}

/** A number of a workbook is read as it is; texts are remembered. */
function forCells<Value>(read: (cell: Cell) => Value): (cell: Cell) => Value {
  const readText = rememberedCells((text) => read(textCell(text)))
  return (cell) => (cell.number === null ? readText(cell.text) : read(cell))
}

/** What to call the firm of a row that is refused: its number where that is one, else its name. */
export function firmShown({ cell }: UserRow<FirmColumn>): string {
  const read = readOrganisationNumber(cell('organisationNumber'))
  return read.kind === 'NUMBER' ? read.number : cell('name')
}
