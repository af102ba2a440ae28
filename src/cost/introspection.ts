import { type GraphQLNamedType, type GraphQLSchema, isEnumType, isInputObjectType, isUnionType } from 'graphql'
import { LARGEST_PAGE } from '../graph/compose/page.js'

type Lengths = Readonly<Record<string, number>>

const known = new WeakMap<GraphQLSchema, Lengths>()

/** How many items a list of the schema's own description has; lists of the API state theirs, as a test asks. */
export function introspectionRows(schema: GraphQLSchema, on: GraphQLNamedType, field: string): number {
  if (!on.name.startsWith('__')) return LARGEST_PAGE
  const lengths = known.get(schema) ?? lengthsOf(schema)
  known.set(schema, lengths)
  return lengths[field] ?? schema.getDirectives().length + 20
}

/** On average over all types: what is asked of one type's is asked of each other's, too. */
function lengthsOf(schema: GraphQLSchema): Lengths {
  const types = Object.values(schema.getTypeMap())
  const mean = (count: (type: GraphQLNamedType) => number) =>
    Math.ceil(types.reduce((sum, type) => sum + count(type), 0) / types.length)
  const fieldsOf = (type: GraphQLNamedType) => ('getFields' in type ? Object.values(type.getFields()) : [])
  return {
    types: types.length,
    fields: mean((type) => (isInputObjectType(type) ? 0 : fieldsOf(type).length)),
    args: 2,
    enumValues: mean((type) => (isEnumType(type) ? type.getValues().length : 0)),
    inputFields: mean((type) => (isInputObjectType(type) ? fieldsOf(type).length : 0)),
    interfaces: 1,
    possibleTypes: mean((type) => (isUnionType(type) ? schema.getPossibleTypes(type).length : 1)),
  }
}
