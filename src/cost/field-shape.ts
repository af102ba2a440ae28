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

/** How many values lists of arguments hold, with lists within these, and how many letters there are in all. */
export function heldIn(values: readonly unknown[]): { readonly items: number; readonly letters: number } {
  let [items, letters] = [0, 0]
  for (const value of values) {
    if (typeof value === 'string') letters += value.length
    if (typeof value !== 'object' || value === null) continue
    const within = heldIn(Object.values(value))
    items += within.items + (Array.isArray(value) ? value.length : 0)
    letters += within.letters
  }
  return { items, letters }
}
