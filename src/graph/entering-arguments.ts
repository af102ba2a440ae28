import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
  isScalarType,
} from 'graphql'
import { BadUserInputError } from '../kernel/input-errors.js'
import { textFaults } from '../text/entering-text.js'
import { enteringValue } from '../text/entering-values.js'
import { tooLongIn } from '../text/longest.js'

/**
 * Arguments of a field with every text in them as it enters.
 * @throws BadUserInputError, naming the argument, for a text that may not.
 */
export function enteringArguments(given: Readonly<Record<string, unknown>>): unknown {
  const entering = enteringValue(given)
  if ('value' in entering) return entering.value
  const argument = argumentAt(entering.path)
  throw new BadUserInputError(argument, `${argument} ${textFaults[entering.fault]}`)
}

const argumentAt = ([first = 'text', ...rest]: readonly (string | number)[]): string =>
  rest.reduce<string>(
    (path, step) => (typeof step === 'number' ? `${path}[${step}]` : `${path}.${step}`),
    String(first),
  )

/**
 * Refuses what is too long to be written.
 * @throws BadUserInputError, naming the argument.
 */
function requireShort(given: Readonly<Record<string, unknown>>): void {
  const found = tooLongIn(given)
  if (!found) return
  const argument = argumentAt(found.path)
  throw new BadUserInputError(argument, `${argument} ${found.message}`)
}

/** Lets every resolver of a schema that takes texts get them as they enter; what is written has bounds beside. */
export function readTextsAsTheyEnter(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field
      if (!resolve || !field.args.some(({ type: argument }) => takesText(argument))) continue
      const isWritten = type === schema.getMutationType()
      field.resolve = (row, given, context, info) => {
        if (isWritten) requireShort(given)
        return resolve(row, enteringArguments(given), context, info)
      }
    }
  }
}

function takesText(argument: GraphQLInputType, seen: ReadonlySet<string> = new Set()): boolean {
  const type = getNamedType(argument)
  if (isScalarType(type)) return type.name === 'String' || type.name === 'ID'
  if (!isInputObjectType(type) || seen.has(type.name)) return false
  const within = new Set([...seen, type.name])
  return Object.values(type.getFields()).some((field) => takesText(field.type, within))
}
