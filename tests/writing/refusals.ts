import { BadUserInputError, RequestTooLargeError } from '../../src/kernel/input-errors.js'

/** The argument of which reading an input complains, or the code of what is too large; null where it complains of nothing. */
export function refusedArgument(read: () => unknown): string | null {
  return refusal(read)?.argument ?? null
}

/** The argument and the message with which an input is refused; null where it is not. */
export function refusal(read: () => unknown): { readonly argument: string; readonly message: string } | null {
  try {
    read()
    return null
  } catch (error) {
    if (error instanceof BadUserInputError) return { argument: error.argument, message: error.message }
    if (error instanceof RequestTooLargeError)
      return { argument: `over ${error.details.bound}`, message: error.message }
    throw error
  }
}
