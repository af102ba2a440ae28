import { sizeClassOf } from '../../firms/size-class.js'
import { day, decimalNumber, organisationNumber, requiredText, wholeNumber } from './cells.js'
import type { FirmStatement } from './firm-statement.js'
import type { Municipalities } from './places.js'
import { RowRefusal } from './refusal.js'
import { readSniCodes } from './sni-codes.js'
import type { Columns, UserRow } from './user-file.js'

/** The columns of a file of firms. */
export const firmColumns = {
  organisationNumber: { names: ['organisationNumber', 'organisationsnummer'], required: true },
  name: { names: ['name', 'namn'], required: true },
  municipality: { names: ['municipality', 'kommun'] },
  sni: { names: ['sni'] },
  employees: { names: ['employees', 'anställda'] },
  turnover: { names: ['turnover', 'omsättning'] },
  source: { names: ['source', 'källa'] },
  asOf: { names: ['asOf', 'per'] },
} satisfies Columns<string>

export type FirmColumn = keyof typeof firmColumns

/**
 * What a row says of a firm.
 * @throws RowRefusal
 */
export function firmOfRow(
  { line, cell }: UserRow<FirmColumn>,
  from: { readonly file: string; readonly title: string },
  municipalities: Municipalities,
): FirmStatement {
  const number = organisationNumber('organisationNumber', cell('organisationNumber'))
  const employees = wholeNumber('employees', cell('employees'))
  const turnover = decimalNumber('turnover', cell('turnover'))
  const said = ['', from.title].includes(cell('source')) ? '' : ` (${requiredText('source', cell('source'))})`
  return {
    number,
    name: requiredText('name', cell('name')),
    municipality: municipalityOf(cell('municipality'), municipalities),
    sni: sniOf('sni', cell('sni')),
    employees,
    turnover,
    sizeClass: sizeClassOf(employees, turnover),
    asOf: day('asOf', cell('asOf'), 'firstDay'),
    locator: `${from.file}, line ${line}${said}`,
  }
}

function municipalityOf(text: string, municipalities: Municipalities): string | null {
  if (text === '') return null
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
