import {
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql'
import { z } from 'zod'
import { graphqlType, nodeKinds, nodeLabels } from '../vocabulary.js'
import { cursorValues, encodeCursor } from './cursor.js'
import type { Catalog } from './fields.js'
import { KEYS, KIND, keyOnType, LIST } from './selection.js'

/** What a composed statement returns for an object: each selected field under its response name. */
export type ComposedRow = Readonly<Record<string, unknown>>

/** What such a row holds is checked where it is read: a list is not copied to see that it is one of rows. */
export const composedRow = z.custom<ComposedRow>((value) => value instanceof Object && !Array.isArray(value))

/** What a composed statement returns for a connection. */
export interface ConnectionRow {
  readonly first: number
  readonly after: string | null
  /** One more than the page has where there is a next page; left out where only the count was asked for. */
  readonly items: readonly ComposedRow[]
  readonly total: number | null
  /** What tells the list from others, for its cursors; null where none were asked for. */
  readonly list: string | null
}

export const connectionRow: z.ZodType<ConnectionRow> = z.object({
  first: z.number(),
  after: z.string().nullable(),
  items: z.array(composedRow).default([]),
  total: z.number().nullable().default(null),
  list: z.string().nullable().default(null),
})

const typesByKind = new Map<unknown, string>(
  nodeLabels.map((label) => [nodeKinds[label].entityKind, graphqlType(label)]),
)

/**
 * Gives every field of the composed types and their connections that has no resolver of its own one that reads its row,
 * and lets interfaces and unions tell a row's type by its node.
 */
export function readComposedRows(schema: GraphQLSchema, catalog: Catalog): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType ??= (row: ComposedRow) => typesByKind.get(row[KIND])
    if (!isObjectType(type)) continue
    const read = type.name in catalog ? readField : isConnectionOf(type, catalog) ? readConnection : undefined
    if (!read) continue
    for (const field of Object.values(type.getFields())) field.resolve ??= read
  }
}

function isConnectionOf(type: GraphQLObjectType, catalog: Catalog): boolean {
  const edges = type.name.endsWith('Connection') ? type.getFields().edges : undefined
  return edges !== undefined && getNamedType(edges.type).name in catalog
}

/** What a row holds for the field that a resolver is called for. */
export function ownValue(
  row: ComposedRow,
  { path, parentType }: Pick<GraphQLResolveInfo, 'path' | 'parentType'>,
): unknown {
  const typed = keyOnType(parentType.name, String(path.key))
  return typed in row ? row[typed] : row[String(path.key)]
}

const readField: GraphQLFieldResolver<ComposedRow, unknown> = (row, _, __, info) =>
  info.fieldName === 'cursor' ? cursorOf(row, row[LIST]) : ownValue(row, info)

const readConnection: GraphQLFieldResolver<unknown, unknown> = (value, _, __, { path, fieldName }) => {
  const { first, after, items, total, list } = connectionOf(value)
  const shown = items.slice(0, first)
  switch (fieldName) {
    case 'totalCount':
      return total
    case 'nodes':
      return shown.map((item) => item[String(path.key)])
    case 'edges':
      return shown.map((item) => ({ ...composedRow.parse(item[String(path.key)]), [KEYS]: item[KEYS], [LIST]: list }))
    case 'pageInfo':
      return {
        hasNextPage: items.length > first,
        hasPreviousPage: after !== null,
        startCursor: () => cursorOf(shown.at(0), list),
        endCursor: () => cursorOf(shown.at(-1), list),
      }
    default:
      return undefined
  }
}

const connectionsRead = new WeakMap<object, ConnectionRow>()

/** A connection's row, checked once for all the fields that read it. */
function connectionOf(value: unknown): ConnectionRow {
  const read = value instanceof Object ? connectionsRead.get(value) : undefined
  if (read) return read
  const checked = connectionRow.parse(value)
  if (value instanceof Object) connectionsRead.set(value, checked)
  return checked
}

const cursorOf = (row: ComposedRow | undefined, list: unknown): string | null =>
  row ? encodeCursor(String(list), cursorValues.parse(row[KEYS])) : null
