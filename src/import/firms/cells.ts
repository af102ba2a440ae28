import { enteringText, textFaults } from '../../text/entering-text.js'
import { readPartialDate } from '../seed/partial-date.js'
import { readOrganisationNumber } from './organisation-number.js'
import { RowRefusal } from './refusal.js'

/** Reads an organisation number. @throws RowRefusal */
export function organisationNumber(column: string, text: string): string {
  const read = readOrganisationNumber(text)
  if (read.kind === 'NUMBER') return read.number
  if (read.kind === 'PERSON') throw personRefusal(column)
  if (read.kind === 'CHECK_DIGIT') throw new RowRefusal(column, 'the last digit does not fit the nine before it')
  throw new RowRefusal(column, 'an organisation number of ten digits is asked for')
}

const personRefusal = (column: string): RowRefusal =>
  new RowRefusal(column, "the number can be a person's: sole traders are left out", { person: true })

/** A text that is asked for, on one line and without anything that can be a person's number. @throws RowRefusal */
export function requiredText(column: string, text: string): string {
  const entering = enteringText(text)
  if ('fault' in entering)
    throw new RowRefusal(column, textFaults[entering.fault], { person: entering.fault === 'PERSON_NUMBER' })
  if (entering.text === '') throw new RowRefusal(column, 'is empty')
  if (entering.text.length > 300) throw new RowRefusal(column, 'is longer than 300 signs')
  return entering.text
}

/** A whole number from 0 on, or null for an empty cell. @throws RowRefusal */
export function wholeNumber(column: string, text: string): number | null {
  const value = decimalNumber(column, text)
  if (value !== null && !Number.isSafeInteger(value)) throw new RowRefusal(column, 'a whole number is asked for')
  return value
}

const decimal = /^\d+([.,]\d+)?$/

/** A number from 0 on with decimal point or comma, or null for an empty cell; blanks may group its digits. @throws RowRefusal */
export function decimalNumber(column: string, text: string): number | null {
  const digits = text.replace(/(?<=\d)\s(?=\d{3}(?!\d))/gu, '')
  if (digits === '') return null
  if (!decimal.test(digits) || digits.length > 15) throw new RowRefusal(column, 'a number from 0 on is asked for')
  return Number(digits.replace(',', '.'))
}

/** The first or last day that a date can mean, or null for an empty cell. @throws RowRefusal */
export function day(column: string, text: string, which: 'firstDay' | 'lastDay'): string | null {
  if (text === '') return null
  const date = readPartialDate(text)
  if (date === undefined) throw new RowRefusal(column, 'a date such as 2026-11-24, 2026-11 or 2026 is asked for')
  return date[which]
}
