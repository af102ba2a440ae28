import {
  type GraphQLArgument,
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  type GraphQLInputType,
  GraphQLInt,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'
import type { Redirects } from '../../graph/redirects.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { askedIn, type Step } from './operation.js'

/** What a table can be asked with in an address. */
export interface Parameter {
  /** As it stands in the address. */
  readonly name: string
  /** The variable that it fills, and the place within it. */
  readonly path: readonly string[]
  readonly type: GraphQLInputType
  readonly description: string
}

/** Values of an address, each name's as often as it was given. */
export type Given = Readonly<Record<string, readonly string[]>>

/**
 * What a table can be asked with: the arguments of its fields, those of their input objects each by itself
 * (`municipality`, not `filter.municipality`; `retention.share`).
 */
export function parametersOf(steps: readonly Step[], shared: readonly GraphQLArgument[]): Parameter[] {
  const asked = steps.flatMap(askedIn)
  const own = asked.flatMap(({ argument: { type, description }, variable }) => {
    const whole = { name: variable, path: [variable], type, description: description ?? '' }
    const parts = partsOf(whole)
    return parts ? parts.map((part) => ({ ...part, name: part.path.slice(1).join('.') })) : [whole]
  })
  const within = shared.filter(({ name }) => name !== 'lang' && !asked.some(({ variable }) => variable === name))
  return [
    ...own,
    ...within.map(({ name, type, description }) => ({ name, path: [name], type, description: description ?? '' })),
  ]
}

/** The parts of an object, each with its path; null for a value or a list. */
function partsOf({ path, type }: Parameter): Parameter[] | null {
  const object = getNullableType(type)
  if (!isInputObjectType(object)) return null
  return Object.values(object.getFields()).flatMap((field) => {
    const part = {
      name: field.name,
      path: [...path, field.name],
      type: field.type,
      description: field.description ?? '',
    }
    return partsOf(part) ?? [part]
  })
}

/**
 * Reads the values of an address as a request's variables. Whether they are right is for the API to say.
 * @throws BadUserInputError naming a parameter that is none, that is given twice, or that is no value of its type.
 */
export function variablesOf(parameters: readonly Parameter[], given: Given): Record<string, unknown> {
  const lacking = parameters.filter(({ name, path, type }) => path.length === 1 && isNonNullType(type) && !given[name])
  const [first] = lacking
  if (first) {
    const asked = lacking.map(({ name }) => `${name}=…`).join('&')
    throw new BadUserInputError(
      first.name,
      `Without these parameters there is no such table: add ${asked} to the address`,
    )
  }
  const variables: Record<string, unknown> = {}
  for (const { name, path, type } of parameters) {
    const texts = given[name]
    if (texts) place(variables, path, readValue(name, getNullableType(type), texts))
  }
  return variables
}

/** Values of an address with ids of what was merged away as they are now. */
export function givenNow(parameters: readonly Parameter[], given: Given, by: Redirects): Given {
  if (by.size === 0) return given
  const ids = new Set(parameters.flatMap(({ name, type }) => (getNamedType(type) === GraphQLID ? [name] : [])))
  const idNow = (id: string): string => by.get(id) ?? id
  const now = (text: string): string => text.split(',').map(idNow).join(',')
  return Object.fromEntries(
    Object.entries(given).map(([name, texts]) => [name, ids.has(name) ? texts.map(now) : texts]),
  )
}

function place(into: Record<string, unknown>, [first, ...rest]: readonly string[], value: unknown): void {
  if (first === undefined) return
  if (rest.length === 0) {
    into[first] = value
    return
  }
  const below: Record<string, unknown> = { ...Object(into[first]) }
  place(below, rest, value)
  into[first] = below
}

function readValue(name: string, type: GraphQLInputType, texts: readonly string[]): unknown {
  const [text, ...more] = texts
  if (isListType(type)) {
    const item = getNullableType(type.ofType)
    if (isInputObjectType(getNamedType(item))) return texts.flatMap((each) => readObjects(name, each))
    return texts
      .flatMap((each) => each.split(','))
      .filter((each) => each !== '')
      .map((each) => readOne(name, item, each))
  }
  if (text === undefined || more.length > 0) throw new BadUserInputError(name, `${name} is given more than once`)
  return readOne(name, type, text)
}

/** A list of objects, which an address holds as JSON. */
function readObjects(name: string, text: string): unknown[] {
  try {
    return [JSON.parse(text)].flat()
  } catch {
    throw new BadUserInputError(name, `${name} takes JSON, such as [{"…": …}]`)
  }
}

function readOne(name: string, type: GraphQLInputType, text: string): unknown {
  if (type === GraphQLInt || type === GraphQLFloat) {
    if (!/^-?\d+(\.\d+)?$/.test(text)) throw new BadUserInputError(name, `${name} takes a number, such as 12`)
    return Number(text)
  }
  if (type === GraphQLBoolean) {
    if (text !== 'true' && text !== 'false') throw new BadUserInputError(name, `${name} is true or false`)
    return text === 'true'
  }
  if (isEnumType(type) && !type.getValue(text)) {
    const words = type.getValues().map((value) => value.name)
    throw new BadUserInputError(name, `${name} takes ${words.join(', ')}, and no ${text}`)
  }
  return codes[name]?.test(text) ? `${name}:${text}` : text
}

/** Codes of Statistics Sweden that stand for ids where it is clear of what. */
const codes: Readonly<Record<string, RegExp>> = { county: /^\d{2}$/, municipality: /^\d{4}$/ }
