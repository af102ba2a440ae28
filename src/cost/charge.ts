import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql'
import type { Catalog, FieldDefinition } from '../graph/compose/fields.js'
import { type CollectedField, collectedFields, type Looked } from './collected.js'
import type { Asked, Costs, FieldCost } from './field-cost.js'
import { argumentsOf, fieldOf, heldIn, isList, isPaged } from './field-shape.js'
import { type FieldAsked, followsRelationships, foundBy, type Occurrence, type Times } from './found.js'
import type { GraphSize } from './graph-size.js'
import { bytesOf, memoryOf, UNBOUNDED, units } from './units.js'

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
  /** What does what is too much for a request. */
  readonly instead?: string
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

/** Where the look through a request stands. */
interface Standing extends Occurrence {
  readonly type: GraphQLCompositeType
  /** Of what stands in a connection: how many rows it has in each, and in all. */
  readonly page: Occurrence | null
  readonly path: string
  readonly depth: number
  readonly rootArgs: Readonly<Record<string, unknown>>
  readonly share: Share
}

/** A field with what is selected of it. */
interface Selected extends FieldAsked, Omit<Standing, 'type'> {
  readonly args: Readonly<Record<string, unknown>>
  readonly sets: readonly SelectionSetNode[]
}

const once: Times = { count: 1, repeats: 1 }

/** Levels that a look into the schema itself may have beside those of other requests: tools ask deep. */
const INTROSPECTED = 8

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

  private newShare(field: string, argument?: string, instead?: string): Share {
    const share = {
      field,
      ...(argument === undefined ? {} : { argument }),
      ...(instead === undefined ? {} : { instead }),
      ...{ work: 0, memory: 0 },
    }
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
  private answer(asked: Selected): void {
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
      below: names,
    }
    const isMany = isList(field.type) || isPaged(field)
    const costsItself = isMany || cost !== undefined || followsRelationships(definition)
    const argument = cost?.argument ?? (isPaged(field) ? 'first' : undefined)
    const share = costsItself ? this.newShare(path, argument, cost?.instead) : asked.share
    const given = heldIn(Object.values(args))
    const reading = given.items * units.item + given.letters * units.letter
    share.work += answered.count * ((cost?.work?.(context) ?? 0) + reading)
    share.memory += answered.count * ((cost?.memory?.(context) ?? 0) + given.letters * memoryOf.letter)
    if (!named) return
    const found = foundBy(this.priced, asked, { context, cost, definition })
    share.work += found.work
    const objects = isPaged(field) ? { read: asked.read, answered } : found
    share.work += objects.answered.count * units.object
    share.memory += objects.answered.count * memoryOf.object
    const page = isPaged(field) ? found : field.name === 'edges' ? asked.page : null
    const { read } = objects
    this.selections(
      { type: named, path, depth: asked.depth, rootArgs, share, page, read, answered: objects.answered },
      sets,
    )
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
}
