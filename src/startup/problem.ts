import { SeedError } from '../edition/problems.js'
import { GraphError } from '../graph/failure.js'
import { ImportError } from '../import/import-error.js'
import { AmbiguousSectorError, BadUserInputError, ConflictError, NotFoundError } from '../kernel/input-errors.js'
import { RefusedError } from '../kernel/refused-error.js'
import { withoutPersonNumbers } from '../text/person-number.js'
import { SettingsError } from './settings-error.js'

const expected = [
  ...[GraphError, ImportError, SeedError, SettingsError, RefusedError],
  ...[BadUserInputError, NotFoundError, AmbiguousSectorError, ConflictError],
]

const listeningProblems: ReadonlyMap<string, string> = new Map([
  ['EADDRINUSE', 'The port is in use: set PORT to another one, such as PORT=4001, or end the process that has it.'],
  ['EACCES', 'This port may not be listened on: set PORT to one above 1023.'],
  ['EADDRNOTAVAIL', 'HOST is no address of this machine: set it to one, such as 127.0.0.1 or 0.0.0.0.'],
  ['ENOTFOUND', 'HOST is no known host name: set it to an address of this machine, such as 127.0.0.1.'],
])

/**
 * What a command that failed says before it ends with exit code 1: one line for what a user can mend, all that is known
 * for what is a fault of this program.
 */
export function problemText(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const listening = 'code' in error ? listeningProblems.get(String(error.code)) : undefined
  if (listening !== undefined) return listening
  if (expected.some((type) => error instanceof type)) return error.message
  return error.stack ?? error.message
}

/** Ends the process with the problem in words. */
export function fail(error: unknown): void {
  console.error(withoutPersonNumbers(problemText(error)))
  process.exitCode = 1
}
