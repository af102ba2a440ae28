import { withCheckDigit } from '../src/text/check-digit.js'

/** A number of a made-up firm. */
export const firmNumber = (index: number): string => withCheckDigit(String(559_900_000 + index))

/** A list of made-up firms, a row each. */
export const listOf = (rows: readonly (readonly [index: number, name: string, employees?: number])[]): string =>
  [
    'Organisationsnummer;Namn;Kommun;Anställda',
    ...rows.map(([index, name, employees = 12]) => `${firmNumber(index)};${name};Luleå;${employees}`),
    '',
  ].join('\r\n')
