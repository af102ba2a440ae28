import { GraphError } from './graph/graph.js'
import { ImportError } from './import/import-error.js'
import { SeedError } from './import/seed/problems.js'
import { BadUserInputError, NotFoundError } from './input-errors.js'
import { SettingsError } from './settings.js'

const expected = [GraphError, ImportError, SeedError, BadUserInputError, NotFoundError, SettingsError]

/**
 * What a command that failed says before it ends with exit code 1: one line for what a user can mend, all that is known
 * for what is a fault of this program.
 */
export function problemText(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'The port is in use: set PORT to another one, or end the process that has it.'
  }
  if ('code' in error && error.code === 'EACCES') return 'The address may not be listened on: set HOST and PORT.'
  if (expected.some((type) => error instanceof type)) return error.message
  return error.stack ?? error.message
}

/** Ends the process with the problem in words. */
export function fail(error: unknown): void {
  console.error(problemText(error))
  process.exitCode = 1
}
