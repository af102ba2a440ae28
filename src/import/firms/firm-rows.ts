import { sizeClassOf } from '../../firms/size-class.js'
import type { UserRow } from '../readers/user-file.js'
import { day, decimalNumber, organisationNumber, requiredText, wholeNumber } from './cells.js'
import type { FirmColumn } from './firm-columns.js'
import type { FirmStatement } from './firm-statement.js'
import { readOrganisationNumber } from './organisation-number.js'
import type { Municipalities } from './places.js'
import { municipalityOfPostTown } from './post-towns.js'
import { type RefusedCell, RowRefusal } from './refusal.js'
import { readSniCodes } from './sni-codes.js'

/**
 * What a row says of a firm. A cell that cannot be read is not taken; without number or name the row is not.
 * @throws RowRefusal
 */
export function firmOfRow(
  { line, cell }: UserRow<FirmColumn>,
  from: { readonly file: string; readonly title: string },
  municipalities: Municipalities,
): { readonly item: FirmStatement; readonly cells: readonly RefusedCell[] } {
  const cells: RefusedCell[] = []
  const read = <Value>(column: FirmColumn, reader: (text: string) => Value, otherwise: Value): Value => {
    try {
      return reader(cell(column))
    } catch (error) {
      if (!(error instanceof RowRefusal)) throw error
      cells.push({ refusal: error, text: cell(column) })
      return otherwise
    }
  }
  const employees = read('employees', (text) => wholeNumber('employees', text), null)
  const turnover = read('turnover', (text) => decimalNumber('turnover', text), null)
  const said = read('source', (text) => (['', from.title].includes(text) ? '' : requiredText('source', text)), '')
  const item = {
    number: organisationNumber('organisationNumber', cell('organisationNumber')),
    name: requiredText('name', cell('name')),
    municipality: read('municipality', (text) => municipalityOf(text, cell('postTown'), municipalities), null),
    sni: read('sni', (text) => sniOf('sni', text), []),
    employees,
    turnover,
    sizeClass: sizeClassOf(employees, turnover),
    asOf: read('asOf', (text) => day('asOf', text, 'firstDay'), null),
    locator: `${from.file}, line ${line}${said === '' ? '' : ` (${said})`}`,
  }
  return { item, cells }
}

/** What to call the firm of a row that is refused: its number where that is one, else its name. */
export function firmShown({ cell }: UserRow<FirmColumn>): string {
  const read = readOrganisationNumber(cell('organisationNumber'))
  return read.kind === 'NUMBER' ? read.number : cell('name')
}

/** A municipality, or the one of a post town where the file has no municipalities. */
function municipalityOf(text: string, postTown: string, municipalities: Municipalities): string | null {
  if (text === '') return municipalityOfPostTown(postTown, municipalities)
  const municipality = municipalities.find(text)
  if (municipality === null) throw new RowRefusal('municipality', 'no municipality has this code or name')
  return municipality
}

/** The codes of a cell. @throws RowRefusal */
export function sniOf(column: string, text: string): FirmStatement['sni'] {
  const codes = readSniCodes(text)
  if (codes === null)
    throw new RowRefusal(column, 'holds what is no code of SNI 2007, such as C, 25, C25, 25110 or 25.110')
  return codes
}
