import { type GraphQLNamedType, type GraphQLSchema, isEnumType, isInputObjectType, isUnionType } from 'graphql'
import { LARGEST_PAGE } from '../graph/compose/page.js'

interface Longest {
  readonly types: number
  readonly fields: number
  readonly args: number
  readonly enumValues: number
  readonly inputFields: number
  readonly possibleTypes: number
}

const known = new WeakMap<GraphQLSchema, Longest>()

/** How many items a list of the schema's own description has at most; lists of the API state theirs, as a test asks. */
export function introspectionRows(schema: GraphQLSchema, on: GraphQLNamedType, field: string): number {
  if (!on.name.startsWith('__')) return LARGEST_PAGE
  const longest = known.get(schema) ?? longestOf(schema)
  known.set(schema, longest)
  switch (field) {
    case 'types':
      return longest.types
    case 'fields':
      return longest.fields
    case 'args':
      return longest.args
    case 'enumValues':
      return longest.enumValues
    case 'inputFields':
      return longest.inputFields
    case 'interfaces':
      return 1
    case 'possibleTypes':
      return longest.possibleTypes
    default:
      return schema.getDirectives().length + 20
  }
}

function longestOf(schema: GraphQLSchema): Longest {
  const types = Object.values(schema.getTypeMap())
  return {
    types: types.length,
    ...averages(schema, types),
  }
}

/** On average over all types: what is asked of one type's is asked of each other's, too. */
function averages(schema: GraphQLSchema, types: readonly GraphQLNamedType[]): Omit<Longest, 'types'> {
  const mean = (count: (type: GraphQLNamedType) => number) =>
    Math.ceil(types.reduce((sum, type) => sum + count(type), 0) / types.length)
  const fieldsOf = (type: GraphQLNamedType) => ('getFields' in type ? Object.values(type.getFields()) : [])
  return {
    fields: mean((type) => (isInputObjectType(type) ? 0 : fieldsOf(type).length)),
    args: 2,
    enumValues: mean((type) => (isEnumType(type) ? type.getValues().length : 0)),
    inputFields: mean((type) => (isInputObjectType(type) ? fieldsOf(type).length : 0)),
    possibleTypes: mean((type) => (isUnionType(type) ? schema.getPossibleTypes(type).length : 1)),
  }
}
