import type { z } from 'zod'
import type { Properties, PropertyValue } from '../../graph/elements.js'
import { BadUserInputError } from '../../kernel/input-errors.js'

/** What an input says of an entity: values as they are stored, and names of values of which it says that there is none. */
export interface Stated {
  readonly values: Properties
  readonly emptied: readonly string[]
}

const nothing: Stated = { values: {}, emptied: [] }

/** All that is said, one after the other. */
export const together = (parts: readonly Stated[]): Stated => ({
  values: Object.assign({}, ...parts.map(({ values }) => values)),
  emptied: parts.flatMap(({ emptied }) => emptied),
})

/**
 * A value of an input by its rule.
 * @throws BadUserInputError, naming the argument.
 */
export function readValue<Value>(argument: string, rule: z.ZodType<Value>, given: unknown): Value {
  const read = rule.safeParse(given)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const within = (issue?.path ?? []).map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
  throw badValue(`${argument}${within.join('')}`, issue?.message ?? 'cannot be meant', given)
}

function badValue(argument: string, message: string, given: unknown): BadUserInputError {
  if (given === '') return new BadUserInputError(argument, `${argument} is empty: null says that there is none`)
  return new BadUserInputError(argument, `${argument}${/^[a-z]/.test(message) ? '' : ':'} ${message}`)
}

/**
 * What an argument says: nothing where it is left out, that there is none where it is null or an empty list.
 * @param names what it is stored as.
 */
export function stated<Given>(
  given: Given | null | undefined,
  names: readonly string[],
  read: (given: Given) => Properties,
): Stated {
  if (given === undefined) return nothing
  if (given === null || (Array.isArray(given) && given.length === 0)) return { values: {}, emptied: names }
  return { values: read(given), emptied: [] }
}

/** Fields of a form that are stored as they are called. */
export type Shape<Name extends string> = Readonly<Record<Name, z.ZodType<PropertyValue | undefined>>>

/** What arguments say that are stored as they are called, each by its rule in a form. */
export function statedPlainly<Name extends string>(
  within: string,
  input: { readonly [Each in Name]?: unknown },
  names: readonly Name[],
  shape: Shape<Name>,
): Stated {
  return together(
    names.map((name) =>
      stated(input[name], [name], (given) => {
        const value = readValue(`${within}.${name}`, shape[name], given)
        return value === undefined ? {} : { [name]: value }
      }),
    ),
  )
}

/** What arguments say that hold or do not: one that does not is stored as nothing. */
export function statedFlags<Name extends string>(
  input: { readonly [Each in Name]?: boolean | null | undefined },
  names: readonly Name[],
): Stated {
  return together(
    names.map((name) => stated(input[name] === false ? null : input[name], [name], () => ({ [name]: true }))),
  )
}

/**
 * Refuses null for what every entity of a kind has.
 * @throws BadUserInputError, naming the argument.
 */
export function requireThere<Name extends string>(
  input: { readonly [Each in Name]?: unknown },
  names: readonly Name[],
): void {
  const empty = names.find((name) => input[name] === null)
  if (empty === undefined) return
  throw new BadUserInputError(`input.${empty}`, `input.${empty} cannot be empty: leave it out for what it is`)
}
