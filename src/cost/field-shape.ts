import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  getArgumentValues,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql'

/** A field of a type by its name, those that every type has among them. */
export function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  const meta = [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].find((each) => each.name === name)
  if (meta) return meta
  return isUnionType(type) ? undefined : type.getFields()[name]
}

/** Whether a field gives a page: a connection, or a list that takes `first`. */
export const isPaged = (field: GraphQLField<unknown, unknown>): boolean =>
  getNamedType(field.type).name.endsWith('Connection') || field.args.some(({ name }) => name === 'first')

/** Whether a type is a list. */
export const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type)

/** Whether a field of a connection gives the rows of its page. */
export const isRowsOfConnection = (name: string): boolean => name === 'nodes' || name === 'edges'

/** The type of the nodes of a connection. */
export function nodeTypeOf(connection: ReturnType<typeof getNamedType>): string {
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined
  return nodes ? getNamedType(nodes.type).name : ''
}

/** The arguments of a field, defaults filled in; none where one cannot be meant, which is refused when the field is asked. */
export function argumentsOf(
  ...[field, node, variables]: Parameters<typeof getArgumentValues>
): Record<string, unknown> {
  try {
    return getArgumentValues(field, node, variables)
  } catch {
    return {}
  }
}

/** How many values lists of arguments hold, and lists within these. */
export function itemsIn(values: readonly unknown[]): number {
  let items = 0
  for (const value of values) {
    if (Array.isArray(value)) items += value.length + itemsIn(value)
    else if (typeof value === 'object' && value !== null) items += itemsIn(Object.values(value))
  }
  return items
}
