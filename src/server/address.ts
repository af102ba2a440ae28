import { z } from 'zod'
import { enteringArguments } from '../graph/entering-arguments.js'
import { BadUserInputError } from '../kernel/input-errors.js'

const parameters = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/**
 * The parameters of a request's address, each with its values as often as it is given.
 * @throws BadUserInputError naming one that is not known.
 */
export function addressValues(query: unknown, known: readonly string[]): Record<string, readonly string[]> {
  const given = Object.entries(parameters.parse(enteringArguments(parameters.parse(query))))
  const unknown = given.find(([name]) => !known.includes(name))
  if (unknown) {
    throw new BadUserInputError(unknown[0], `There is no parameter ${unknown[0]}: there are ${known.join(', ')}`)
  }
  return Object.fromEntries(given.map(([name, value]) => [name, [value].flat()]))
}

/**
 * A value that can be given once, null where it is left out.
 * @throws BadUserInputError where it is given twice.
 */
export function valueIn(given: Readonly<Record<string, readonly string[]>>, name: string): string | null {
  const [text, ...more] = given[name] ?? []
  if (more.length > 0) throw new BadUserInputError(name, `${name} is given more than once`)
  return text ?? null
}

/**
 * One of some words, null where it is left out.
 * @throws BadUserInputError where it is none of them, or given twice.
 */
export function wordIn<Word extends string>(
  given: Readonly<Record<string, readonly string[]>>,
  name: string,
  words: readonly Word[],
): Word | null {
  const text = valueIn(given, name)
  if (text === null) return null
  const word = words.find((each) => each === text)
  if (word === undefined) throw new BadUserInputError(name, `${name} is one of ${words.join(', ')}`)
  return word
}
