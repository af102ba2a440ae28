import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'
import { z } from 'zod'

const day = z.iso.date()

/** Whether a day is of the years 1000 to 9999: days of others are no texts of one order with it. */
const isOfFourDigits = (text: string): boolean => /^[1-9]\d{3}-/.test(text)

function parseDay(value: unknown): string {
  const parsed = day.safeParse(value)
  if (!parsed.success || !isOfFourDigits(parsed.data)) throw new GraphQLError('Date must be a day such as 2022-06-30')
  return parsed.data
}

/** A day as an ISO string, inside and outside. */
export const dateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  serialize: String,
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : undefined),
})

const moment = z.iso.datetime({ offset: true })

/** A moment as it is stored: of Greenwich, to the millisecond. */
function parseMoment(value: unknown): string {
  const parsed = moment.safeParse(value)
  const text = parsed.success ? new Date(parsed.data).toISOString() : ''
  if (!isOfFourDigits(text)) throw new GraphQLError('DateTime must be a moment such as 2022-06-30T08:00:00Z')
  return text
}

/** A moment as an ISO string, inside and outside. */
export const dateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  serialize: String,
  parseValue: parseMoment,
  parseLiteral: (node) => parseMoment(node.kind === Kind.STRING ? node.value : undefined),
})
