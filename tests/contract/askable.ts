import {
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql'

const needsArgument = ({ args }: GraphQLField<unknown, unknown>): boolean =>
  args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)

/** Parts of a list, which are no step of their own. */
const isPartOfList = (name: string): boolean => /(?:Connection|Edge|Page|PageInfo)$/.test(name)

/** All that can be asked of a type without arguments, so many steps deep; of lists a row or two. */
function allOf(output: GraphQLOutputType, steps: number): string {
  const type = getNamedType(output)
  if (!isCompositeType(type)) return ''
  if (!isObjectType(type) && !isInterfaceType(type)) return '{ __typename }'
  const selected = Object.values(type.getFields()).flatMap((field) => {
    const far = getNamedType(field.type)
    if (needsArgument(field)) return []
    if (!isCompositeType(far)) return [field.name]
    const left = isPartOfList(type.name) ? steps : steps - 1
    if (left < 0) return []
    const page = field.args.some(({ name }) => name === 'first') ? '(first: 2)' : ''
    return [`${field.name}${page} ${allOf(field.type, left)}`]
  })
  return `{ __typename ${selected.join(' ')} }`
}

/**
 * A question for all of each root field.
 * @param given its arguments, by name, where it has some; a field that needs some and is not among them is thrown for.
 */
export function everyRoot(schema: GraphQLSchema, given: Readonly<Record<string, string>>, steps: number): string[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => {
    const isPaged = field.args.some(({ name }) => name === 'first')
    const args = given[field.name] ?? (isPaged ? 'first: 2' : undefined)
    if (given[field.name] === undefined && needsArgument(field)) throw new Error(`Say what ${field.name} is asked with`)
    return `{ ${field.name}${args === undefined ? '' : `(${args})`} ${allOf(field.type, steps)} }`
  })
}

/** A question for all of an entity. */
export function allOfEntity(schema: GraphQLSchema, type: string, id: string, steps: number): string {
  const found = schema.getType(type)
  if (!isObjectType(found)) throw new Error(`${type} is no type of entities`)
  return `{ node(id: "${id}") { ... on ${type} ${allOf(found, steps)} } }`
}

/** Each mutation, asked without the variables that it takes: whoever may ask it is told that these are missing. */
export function everyMutation(schema: GraphQLSchema): { readonly name: string; readonly document: string }[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => {
    if (!needsArgument(field)) throw new Error(`${field.name} would be carried out`)
    const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`)
    const passed = field.args.map(({ name }) => `${name}: $${name}`)
    const selected = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''
    return {
      name: field.name,
      document: `mutation (${declared.join(', ')}) { ${field.name}(${passed.join(', ')})${selected} }`,
    }
  })
}
