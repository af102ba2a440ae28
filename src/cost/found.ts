import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isUnionType,
} from 'graphql'
import type { Catalog, Connection, FieldDefinition, List, One } from '../graph/compose/fields.js'
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE } from '../graph/compose/page.js'
import { type Asked, type FieldCost, within } from './field-cost.js'
import { isList, isPaged, isRowsOfConnection, nodeTypeOf } from './field-shape.js'
import { followedBy } from './followed.js'
import type { GraphSize } from './graph-size.js'
import { introspectionRows } from './introspection.js'
import { UNBOUNDED, units } from './units.js'

/** How often something stands in an answer, or is read. */
export interface Times {
  readonly count: number
  /** The same node at most. */
  readonly repeats: number
}

/** How often something is read in the statement, and how often it stands in the answer. */
export interface Occurrence {
  readonly read: Times
  readonly answered: Times
}

/** A field where it is asked. */
export interface FieldAsked extends Occurrence {
  readonly on: GraphQLCompositeType
  readonly field: GraphQLField<unknown, unknown>
  /** The type below it; null for a value. */
  readonly named: GraphQLCompositeType | null
  /** Of what stands in a connection: how many rows it has in each, and in all. */
  readonly page: Occurrence | null
}

/** What is known of a field's cost. */
export interface FieldKnown {
  readonly context: Asked
  readonly cost: FieldCost | undefined
  /** Null for a field that a resolver of its own answers. */
  readonly definition: FieldDefinition | null
}

/** How many nodes or objects a field comes to, and the milliseconds of work that finding them takes. */
export interface Found extends Occurrence {
  readonly work: number
}

/** Whether a field follows relationships from its parent. */
export const followsRelationships = (definition: FieldDefinition | null): definition is Connection | List | One =>
  definition?.kind === 'connection' || definition?.kind === 'list' || definition?.kind === 'one'

/** What a field finds at most. */
export function foundBy(
  { schema, catalog }: { readonly schema: GraphQLSchema; readonly catalog: Catalog },
  asked: FieldAsked,
  known: FieldKnown,
): Found {
  const { on, field, named, read, answered, page } = asked
  const { context, cost, definition } = known
  if (page && isRowsOfConnection(field.name)) return { ...page, work: 0 }
  if (page && field.name === 'node') return { read, answered, work: 0 }
  if (followsRelationships(definition)) return followed(asked, context, cost, definition)
  if (isPaged(field)) return paged(answered, known, on === schema.getQueryType())
  if (definition?.kind === 'embedded') return { read, answered, work: 0 }
  const rows = isList(field.type) ? (cost?.rows?.(context) ?? introspectionRows(schema, on, field.name)) : 1
  const count = answered.count * rows
  // Entities that a calculation names are read once each.
  if (named && isEntity(named, catalog)) {
    const each = Math.min(count, context.size.nodes(named.name))
    const work = each * units.subquery
    return { read: { count: each, repeats: 1 }, answered: { count, repeats: count }, work }
  }
  return { read: { count, repeats: count }, answered: { count, repeats: count }, work: 0 }
}

const isEntity = (type: GraphQLCompositeType, catalog: Catalog): boolean =>
  isInterfaceType(type) || isUnionType(type) || type.name in catalog

const pageOf = ({ args }: Asked): number => within(args.first, DEFAULT_PAGE_SIZE, LARGEST_PAGE)

/** A page of what a question or a root field finds; a root field looks at all that it pages through. */
function paged(answered: Times, { context, cost }: FieldKnown, isRoot: boolean): Found {
  const scanned = cost?.scanned?.(context)
  const rows = Math.min(pageOf(context), cost?.rows?.(context) ?? scanned ?? UNBOUNDED)
  const page = { count: answered.count * rows, repeats: answered.count }
  const each = (context.asksRows ? units.ordered : 0) + (context.asksTotal ? units.counted : 0)
  return { read: page, answered: page, work: isRoot ? each * (scanned ?? 0) : 0 }
}

/** What follows relationships from each node that it is asked of. */
function followed(
  { on, read, answered, field }: FieldAsked,
  context: Asked,
  cost: FieldCost | undefined,
  definition: Connection | List | One,
): Found {
  const { size, asksRows, asksTotal } = context
  const isCounted = definition.kind === 'connection'
  const bound = isCounted ? pageOf(context) : definition.kind === 'list' ? definition.limit : 1
  const target = getNamedType(field.type)
  const type = isCounted ? nodeTypeOf(target) : target.name
  const reach = reachOf(on.name, context, cost, definition)
  const back = reachBack(size, type, definition)
  const looked = (times: Times) => Math.min(times.count * reach.most, times.repeats * reach.total)
  const statements = isCounted ? Number(asksRows) + Number(asksTotal) : 1
  const each = (!isCounted || asksRows ? units.ordered : 0) + (asksTotal ? units.counted : 0)
  const work = read.count * units.subquery * statements + looked(read) * each
  const rowsOf = (times: Times): Times => {
    const count = Math.min(looked(times), times.count * Math.min(bound, size.nodes(type)))
    return { count, repeats: Math.min(count, times.repeats * back) }
  }
  return { read: rowsOf(read), answered: rowsOf(answered), work }
}

/** How many nodes one parent reaches at most, and all of them together. */
function reachOf(type: string, context: Asked, cost: FieldCost | undefined, definition: Connection | List | One) {
  const stated = cost?.rows?.(context)
  if (stated !== undefined) return { most: stated, total: cost?.inAll?.(context) ?? UNBOUNDED }
  const steps = followedBy(definition)
  if (!steps) return { most: context.size.nodes(''), total: UNBOUNDED }
  if (steps.along.length === 0) return { most: 1, total: UNBOUNDED }
  const ways = steps.direction ? [steps.direction] : (['IN', 'OUT'] as const)
  const degrees = ways.map((way) => context.size.degrees(type, steps.along, way))
  return {
    most: degrees.reduce((sum, { most }) => sum + most, 0),
    total: degrees.reduce((sum, { total }) => sum + total, 0),
  }
}

/** From how many parents the same node can be reached. */
function reachBack(size: GraphSize, type: string, definition: Connection | List | One): number {
  const steps = followedBy(definition)
  if (!steps?.direction) return UNBOUNDED
  return size.degrees(type, steps.along, steps.direction === 'IN' ? 'OUT' : 'IN').most
}
