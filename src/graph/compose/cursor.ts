import { createHash } from 'node:crypto'
import { z } from 'zod'
import { BadUserInputError } from '../../kernel/input-errors.js'

export const cursorValues = z.array(z.union([z.string(), z.number()]))

/** The values of a row's order keys, in order. */
export type CursorValues = z.infer<typeof cursorValues>

const CHECK_LENGTH = 6

/**
 * An opaque cursor for the row with these order keys: it stays valid while other rows come and go.
 * @param list what tells the list and its order from others.
 */
export function encodeCursor(list: string, values: CursorValues): string {
  const text = JSON.stringify(values)
  return Buffer.from(check(list, text) + text).toString('base64url')
}

/**
 * The order keys in a cursor.
 * @param keys how many the order has; null where no row of the list tells.
 * @throws BadUserInputError for a cursor that this program did not make, or made for another list.
 */
export function decodeCursor(cursor: string, list: string, keys: number | null): CursorValues {
  const text = Buffer.from(cursor, 'base64url').toString()
  const values = text.slice(CHECK_LENGTH)
  if (text.slice(0, CHECK_LENGTH) !== check(list, values)) throw notACursor()
  const parsed = cursorValues.safeParse(jsonOrNull(values))
  if (!parsed.success || (keys !== null && parsed.data.length !== keys)) throw notACursor()
  return parsed.data
}

const check = (list: string, text: string): string =>
  createHash('sha256').update(`${list} ${text}`).digest('base64url').slice(0, CHECK_LENGTH)

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const notACursor = () => new BadUserInputError('after', 'after is not a cursor of this list')
