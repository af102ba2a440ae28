import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql'
import { graphqlType, nodeKinds, nodeLabels } from '../../graph/vocabulary.js'
import { isEntity, isListOf } from './columns.js'
import { entityTables, noFiles, tableNames, tablesWithin, withFilesOfTheirOwn } from './names.js'
import type { Step } from './operation.js'
import { type NamedTable, namedTable } from './table.js'

/**
 * The tables there are, by name, all from the schema: each connection at the root, each list of what is calculated, each
 * kind of entity, and what an entity has many of.
 */
export function tablesOf(schema: GraphQLSchema): ReadonlyMap<string, NamedTable> {
  const query = schema.getQueryType()
  if (!query) return new Map()
  const tables = [...rootTables(query), ...kindTables(schema, query), ...tablesOfEntities(schema, query)]
  return new Map(tables.map((table) => [table.name, table]))
}

/** In addresses `for` says for which program the file is. */
const called = { for: 'actor' }

function rootTables(query: GraphQLObjectType): NamedTable[] {
  return Object.values(query.getFields()).flatMap((field) => {
    const type = getNamedType(field.type)
    if (!isObjectType(type) || isEntity(type)) return []
    if (withFilesOfTheirOwn.has(type.name) || noFiles.has(type.name)) return []
    if (isConnection(type) || isListOf(field.type)) return [namedTable(nameOf(field.name), [{ field, called }])]
    return [
      ...listsOf(type).map((list) => namedTable(nameOf(`${field.name}.${list.name}`), [{ field }, { field: list }])),
      ...tablesBelow(field, type),
    ]
  })
}

/** Tables of what an answer of the root tells in one field that holds a list. */
const tablesBelow = (field: GraphQLField<unknown, unknown>, type: GraphQLObjectType): NamedTable[] =>
  (tablesWithin[field.name] ?? []).flatMap(([name, listName]) => {
    const told = type.getFields()[name]
    const holder = told && getNamedType(told.type)
    const list = isObjectType(holder) ? holder.getFields()[listName] : undefined
    if (!told || !list) return []
    return [namedTable(nameOf(`${field.name}.${name}.${listName}`), [{ field }, { field: told }, { field: list }])]
  })

/** `entities` with the columns of one kind. */
function kindTables(schema: GraphQLSchema, query: GraphQLObjectType): NamedTable[] {
  const field = query.getFields().entities
  if (!field) return []
  return nodeLabels.flatMap((label) => {
    const kind = nodeKinds[label].entityKind
    const name = entityTables[kind]
    const type = schema.getType(graphqlType(label))
    return name === null || !isObjectType(type) ? [] : [namedTable(name, [{ field, fixed: { kind } }], type)]
  })
}

/** What an entity has many of: `firm-suppliers` of one firm. */
function tablesOfEntities(schema: GraphQLSchema, query: GraphQLObjectType): NamedTable[] {
  const field = query.getFields().node
  if (!field) return []
  const start: Step = { field, called: { id: 'of' } }
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && isEntity(type)
      ? listsOf(type).map((list) => namedTable(nameOf(`${type.name}.${list.name}`), [start, { field: list, on: type }]))
      : [],
  )
}

/** Fields that answer a connection, or a list of what is no entity. */
const listsOf = (type: GraphQLObjectType): GraphQLField<unknown, unknown>[] =>
  Object.values(type.getFields()).filter((field) => {
    const named = getNamedType(field.type)
    if (!isObjectType(named) || isEntity(named) || named.name === 'Warning') return false
    return isConnection(named) || isListOf(field.type)
  })

const isConnection = ({ name }: GraphQLObjectType): boolean => name.endsWith('Connection')

/** A table's name, as addresses are written, where it has none of its own. */
const nameOf = (path: string): string =>
  tableNames[path] ??
  path.replace(/\.?([A-Z])|\./g, (_, letter?: string) => `-${letter?.toLowerCase() ?? ''}`).replace(/^-/, '')
