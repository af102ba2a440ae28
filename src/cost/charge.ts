import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql'
import type { Catalog, Connection, FieldDefinition, List, One } from '../graph/compose/fields.js'
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE } from '../graph/compose/page.js'
import { type CollectedField, collectedFields, type Looked } from './collected.js'
import { type Asked, type Costs, type FieldCost, within } from './field-cost.js'
import { followedBy } from './followed.js'
import type { GraphSize } from './graph-size.js'
import { introspectionRows } from './introspection.js'
import { bytesOf, memoryOf, units } from './units.js'

/** What is known of the API's fields. */
export interface Priced {
  readonly schema: GraphQLSchema
  readonly catalog: Catalog
  readonly costs: Costs
}

/** A request with what it is asked with. */
export interface Request {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>>
}

/** What a field costs by itself: of a list all of its rows with their values, without lists below them. */
export interface Share {
  /** Its path in the answer. */
  readonly field: string
  readonly argument?: string
  work: number
  memory: number
}

/** What a request costs. */
export interface Charge {
  /** Milliseconds of one core. */
  readonly work: number
  /** Bytes of memory. */
  readonly memory: number
  readonly shares: readonly Share[]
  readonly depth: number
  readonly aliases: number
}

/** How often something stands in an answer, or is read. */
interface Times {
  readonly count: number
  /** The same node at most. */
  readonly repeats: number
}

/** Where the look through a request stands. */
interface Standing {
  readonly type: GraphQLCompositeType
  /** In the statement that reads it, and in the answer. */
  readonly read: Times
  readonly answered: Times
  /** Of what stands in a connection: how many rows it has in each, and in all. */
  readonly page: { readonly read: Times; readonly answered: Times } | null
  readonly path: string
  readonly depth: number
  readonly rootArgs: Readonly<Record<string, unknown>>
  readonly share: Share
}

const once: Times = { count: 1, repeats: 1 }

/** In the place of infinity, of which nothing times is no number. */
const UNBOUNDED = Number.MAX_SAFE_INTEGER

/** Of a document whose fragments come to more fields than this, no more is looked at: it costs too much anyway. */
const MOST_FIELDS = 6_000

/** What a request costs at most on a graph of some size. */
export function chargeOf(priced: Priced, request: Request, size: GraphSize): Charge {
  return new Account(priced, request, size).charge()
}

class Account {
  private readonly looked: Looked
  private readonly shares: Share[] = []
  private depth = 0
  private aliases = 0
  private fields = 0

  constructor(
    private readonly priced: Priced,
    private readonly request: Request,
    private readonly size: GraphSize,
  ) {
    const fragments = request.document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    )
    this.looked = { schema: priced.schema, fragments: Object.fromEntries(fragments), variables: request.variables }
  }

  charge(): Charge {
    const { operation } = this.request
    const type = this.priced.schema.getRootType(operation.operation)
    const share = this.newShare(operation.operation)
    share.work = units.request
    if (type) {
      const root = { type, read: once, answered: once, page: null, path: '', depth: 0, rootArgs: {}, share }
      this.selections(root, [operation.selectionSet])
    }
    const sum = (part: 'work' | 'memory') => this.shares.reduce((total, each) => total + each[part], 0)
    return { work: sum('work'), memory: sum('memory'), shares: this.shares, depth: this.depth, aliases: this.aliases }
  }

  private newShare(field: string, argument?: string): Share {
    const share = { field, ...(argument === undefined ? {} : { argument }), work: 0, memory: 0 }
    this.shares.push(share)
    return share
  }

  private selections(standing: Standing, sets: readonly SelectionSetNode[]): void {
    this.depth = Math.max(this.depth, standing.depth)
    for (const selected of collectedFields(this.looked, standing.type, sets)) {
      this.fields += 1
      if (this.fields > MOST_FIELDS) {
        standing.share.work = UNBOUNDED
        return
      }
      if (selected.nodes.some(({ alias, name }) => alias && alias.value !== name.value)) this.aliases += 1
      this.field(standing, selected)
    }
  }

  private field(standing: Standing, { responseName, on, nodes }: CollectedField): void {
    const [node] = nodes
    const field = node && fieldOf(on, node.name.value)
    // A document that is not valid is refused before.
    if (!field || !node) return
    const { share, answered } = standing
    const named = getNamedType(field.type)
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
    const depth = standing.depth + (field === SchemaMetaFieldDef || field === TypeMetaFieldDef ? -INTROSPECTED : 1)
    const path = standing.path === '' ? responseName : `${standing.path}.${responseName}`
    const at = { ...standing, on, path, depth }
    share.work += answered.count * units.value
    share.memory += answered.count * (memoryOf.value + 2 * bytesOf(node.name.value))
    this.depth = Math.max(this.depth, depth)
    const args = argumentsOf(field, node, this.request.variables)
    const rootArgs = standing.path === '' ? args : standing.rootArgs
    this.answer({ ...at, args, rootArgs, field, sets, named: isCompositeType(named) ? named : null })
  }

  /** Charges what a field finds, and what is selected of it. */
  private answer(asked: FieldAsked): void {
    const { on, field, args, rootArgs, sets, named, answered, path } = asked
    const cost = this.costOf(on, field.name)
    const definition = this.definitionOf(on, field.name)
    const below = named ? collectedFields(this.looked, named, sets) : []
    const names = new Set(below.flatMap(({ nodes }) => nodes.map(({ name }) => name.value)))
    const context: Asked = {
      size: this.size,
      args,
      rootArgs,
      asksRows: names.has('nodes') || names.has('edges') || names.has('pageInfo'),
      asksTotal: names.has('totalCount'),
    }
    const isMany = isList(field.type) || isPaged(field)
    const costsItself = isMany || cost !== undefined || (definition !== null && followed(definition))
    const argument = cost?.argument ?? (isPaged(field) ? 'first' : undefined)
    const share = costsItself ? this.newShare(path, argument) : asked.share
    share.work += answered.count * ((cost?.work?.(context) ?? 0) + itemsIn(Object.values(args)) * units.item)
    share.memory += answered.count * (cost?.memory?.(context) ?? 0)
    if (!named) return
    const found = this.found(asked, context, cost, definition, share)
    const objects = isPaged(field) ? { read: asked.read, answered } : found
    share.work += objects.answered.count * units.object
    share.memory += objects.answered.count * memoryOf.object
    this.selections(
      {
        ...{ type: named, path, depth: asked.depth, rootArgs, share },
        ...{
          read: objects.read,
          answered: objects.answered,
          page: isPaged(field) ? found : field.name === 'edges' ? asked.page : null,
        },
      },
      sets,
    )
  }

  /** How many nodes or objects a field comes to; what finding them costs is added to its share. */
  private found(
    asked: FieldAsked,
    context: Asked,
    cost: FieldCost | undefined,
    definition: FieldDefinition | null,
    share: Share,
  ): { read: Times; answered: Times } {
    const { on, field, read, answered, page } = asked
    if (page && isRowsOfConnection(field.name)) return page
    if (page && field.name === 'node') return { read, answered }
    const first = within(context.args.first, DEFAULT_PAGE_SIZE, LARGEST_PAGE)
    if (definition && followed(definition)) return this.followed(asked, context, cost, definition, first, share)
    const type = asked.named?.name ?? ''
    if (isPaged(field)) {
      const there = cost?.rows?.(context) ?? cost?.scanned?.(context) ?? UNBOUNDED
      const rows = Math.min(first, there)
      if (on === this.priced.schema.getQueryType() && cost?.scanned) {
        const scanned = cost.scanned(context)
        share.work +=
          (context.asksRows ? units.ordered : 0) * scanned + (context.asksTotal ? units.counted : 0) * scanned
      }
      const page = { count: answered.count * rows, repeats: answered.count }
      return { read: page, answered: page }
    }
    if (definition?.kind === 'embedded') return { read, answered }
    const rows = isList(field.type)
      ? (cost?.rows?.(context) ?? introspectionRows(this.priced.schema, on, field.name))
      : 1
    const count = answered.count * rows
    // Entities that a calculation names are read once each.
    if (this.isEntity(asked)) {
      const each = Math.min(count, this.size.nodes(type))
      share.work += each * units.subquery
      return { read: { count: each, repeats: 1 }, answered: { count, repeats: count } }
    }
    return { read: { count, repeats: count }, answered: { count, repeats: count } }
  }

  /** What follows relationships from each node that it is asked of. */
  private followed(
    { on, read, answered, field }: FieldAsked,
    context: Asked,
    cost: FieldCost | undefined,
    definition: Connection | List | One,
    first: number,
    share: Share,
  ): { read: Times; answered: Times } {
    const bound = definition.kind === 'connection' ? first : definition.kind === 'list' ? definition.limit : 1
    const target = getNamedType(field.type)
    const type = definition.kind === 'connection' ? nodeTypeOf(target) : target.name
    const reach = this.reach(on.name, context, cost, definition)
    const looked = (times: Times) => Math.min(times.count * reach.most, times.repeats * reach.total)
    const isCounted = definition.kind === 'connection'
    const statements = isCounted ? Number(context.asksRows) + Number(context.asksTotal) : 1
    const orders = !isCounted || context.asksRows
    share.work += read.count * units.subquery * statements
    share.work += looked(read) * ((orders ? units.ordered : 0) + (context.asksTotal ? units.counted : 0))
    const rowsOf = (times: Times): Times => {
      const count = Math.min(looked(times), times.count * Math.min(bound, this.size.nodes(type)))
      return { count, repeats: Math.min(count, times.repeats * this.reachBack(type, definition)) }
    }
    return { read: rowsOf(read), answered: rowsOf(answered) }
  }

  private reach(type: string, context: Asked, cost: FieldCost | undefined, definition: Connection | List | One) {
    const stated = cost?.rows?.(context)
    if (stated !== undefined) return { most: stated, total: cost?.inAll?.(context) ?? UNBOUNDED }
    const followed = followedBy(definition)
    if (!followed) return { most: this.size.nodes(''), total: UNBOUNDED }
    if (followed.along.length === 0) return { most: 1, total: UNBOUNDED }
    const ways = followed.direction ? [followed.direction] : (['IN', 'OUT'] as const)
    const degrees = ways.map((way) => this.size.degrees(type, followed.along, way))
    return {
      most: degrees.reduce((sum, { most }) => sum + most, 0),
      total: degrees.reduce((sum, { total }) => sum + total, 0),
    }
  }

  /** From how many parents the same node can be reached. */
  private reachBack(type: string, definition: Connection | List | One): number {
    const followed = followedBy(definition)
    if (!followed?.direction) return UNBOUNDED
    return this.size.degrees(type, followed.along, followed.direction === 'IN' ? 'OUT' : 'IN').most
  }

  private costOf(on: GraphQLCompositeType, field: string): FieldCost | undefined {
    return this.priced.costs[on.name]?.[field]
  }

  /** Null for a field that a resolver of its own answers. */
  private definitionOf(on: GraphQLCompositeType, field: string): FieldDefinition | null {
    const types = isObjectType(on) ? [on] : this.priced.schema.getPossibleTypes(on)
    for (const { name } of types) {
      const definition = this.priced.catalog[name]?.[field]
      if (definition) return definition
    }
    return null
  }

  private isEntity({ named }: FieldAsked): boolean {
    if (!named) return false
    if (isInterfaceType(named) || isUnionType(named)) return true
    return named.name in this.priced.catalog
  }
}

interface FieldAsked extends Omit<Standing, 'type'> {
  readonly on: GraphQLCompositeType
  readonly field: GraphQLField<unknown, unknown>
  readonly args: Readonly<Record<string, unknown>>
  readonly sets: readonly SelectionSetNode[]
  /** The type below it; null for a value. */
  readonly named: GraphQLCompositeType | null
}

/** Levels that a look into the schema itself may have beside those of other requests: tools ask deep. */
const INTROSPECTED = 8

const isRowsOfConnection = (name: string): boolean => name === 'nodes' || name === 'edges'

const followed = (definition: FieldDefinition): definition is Connection | List | One =>
  definition.kind === 'connection' || definition.kind === 'list' || definition.kind === 'one'

const isPaged = (field: GraphQLField<unknown, unknown>): boolean =>
  getNamedType(field.type).name.endsWith('Connection') || field.args.some(({ name }) => name === 'first')

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type)

/** The type of the nodes of a connection. */
function nodeTypeOf(connection: ReturnType<typeof getNamedType>): string {
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined
  return nodes ? getNamedType(nodes.type).name : ''
}

function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  const meta = [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].find((each) => each.name === name)
  if (meta) return meta
  return isUnionType(type) ? undefined : type.getFields()[name]
}

/** How many values lists of arguments hold, and lists within these. */
function itemsIn(values: readonly unknown[]): number {
  let items = 0
  for (const value of values) {
    if (Array.isArray(value)) items += value.length + itemsIn(value)
    else if (typeof value === 'object' && value !== null) items += itemsIn(Object.values(value))
  }
  return items
}

/** Values that cannot be meant are refused when the field is asked. */
function argumentsOf(...[field, node, variables]: Parameters<typeof getArgumentValues>): Record<string, unknown> {
  try {
    return getArgumentValues(field, node, variables)
  } catch {
    return {}
  }
}
