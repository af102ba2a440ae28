import { expect } from 'vitest'
import { RowRefusal } from '../../src/import/firms/refusal.js'

/** What a reader makes of a cell: a value, or why not with what is particular to it. */
export function outcome(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof RowRefusal)) throw error
    return `refused: ${[error.reason, ...(error.detail === null ? [] : [error.detail])].join(': ')}`
  }
}

/** How a refusal in these words is expected. */
export const refused = (words: RegExp | string) =>
  expect.stringMatching(new RegExp(`^refused: .*${typeof words === 'string' ? words : words.source}`))
