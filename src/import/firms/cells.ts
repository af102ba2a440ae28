import { enteringText, textFaults } from '../../text/entering-text.js'
import { readOrganisationNumber } from '../../text/organisation-number.js'
import { isEmpty, namesNothing, plainCell, textCell } from '../../text/plain-cell.js'
import { readPartialDate } from '../../writing/forms/partial-date.js'
import { readDate } from './cells/dates.js'
import type { Municipalities } from './places.js'
import { RowRefusal } from './refusal.js'

/** Reads an organisation number. @throws RowRefusal */
export function organisationNumber(column: string, text: string): string {
  const read = readOrganisationNumber(text)
  switch (read.kind) {
    case 'NUMBER':
      return read.number
    case 'PERSON':
      throw new RowRefusal(column, "the number can be a person's: sole traders are left out", { person: true })
    case 'CHECK_DIGIT':
      throw new RowRefusal(column, 'the last digit does not fit the nine before it')
    case 'LOST_DIGITS':
      throw new RowRefusal(column, 'Excel has taken it for a number and lost digits: format the column as text')
    case 'NO_NUMBER':
      throw new RowRefusal(column, 'an organisation number of ten digits is asked for')
  }
}

/** A text that is asked for, on one line and without anything that can be a person's number. @throws RowRefusal */
export function requiredText(column: string, text: string): string {
  const entering = enteringText(text)
  if ('fault' in entering)
    throw new RowRefusal(column, textFaults[entering.fault], { person: entering.fault === 'PERSON_NUMBER' })
  if (namesNothing(entering.text)) throw new RowRefusal(column, 'is empty')
  if (entering.text.length > 300) throw new RowRefusal(column, 'is longer than 300 signs')
  return entering.text
}

/** The first or last day that a date or two years can mean, or null for an empty cell. @throws RowRefusal */
export function day(column: string, text: string, which: 'firstDay' | 'lastDay'): string | null {
  const years = readPartialDate(plainCell(text))
  return (years ?? readDate(column, textCell(text)))?.[which] ?? null
}

/**
 * The id of a municipality from its code or name, or null for a cell that says nothing.
 * @param header what the file calls the column.
 * @throws RowRefusal
 */
export function municipality(
  column: string,
  text: string,
  municipalities: Municipalities,
  header: string = column,
): string | null {
  if (isEmpty(plainCell(text))) return null
  const found = municipalities.find(text)
  if (found !== null) return found
  if (municipalities.isCounty(text)) throw new RowRefusal(column, 'names a county, not a municipality')
  if (municipalities.findPostTown(plainCell(text)) !== null) {
    throw new RowRefusal(column, `is a post town and no municipality: give --columns '${header}=postTown'`)
  }
  const parts = plainCell(text).split(/ ?[/;,&|+] ?| och | and | samt /)
  if (parts.length > 1 && parts.every((part) => municipalities.find(part) !== null)) {
    throw new RowRefusal(column, 'names two places')
  }
  throw new RowRefusal(column, 'no municipality has this code or name')
}

/** The id of the municipality that a post town lies in, or null for a cell that says nothing. @throws RowRefusal */
export function postTown(column: string, text: string, municipalities: Municipalities): string | null {
  const plain = plainCell(text)
  if (isEmpty(plain)) return null
  const found = municipalities.findPostTown(plain.replace(/^(?:SE?-)?\d{3} ?\d{2} /i, ''))
  if (found !== null) return found
  throw new RowRefusal(column, 'of this post town it is not known which municipality it lies in')
}
