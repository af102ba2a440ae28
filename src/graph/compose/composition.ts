import { type FieldNode, type GraphQLOutputType, getNamedType, isObjectType } from 'graphql'
import { languages } from '../../language/language.js'
import { decodeCursor } from './cursor.js'
import type { Catalog, FieldContext, FieldDefinition, Found, LeftOut, List, Names, One } from './fields.js'
import { matchNext } from './known-nodes.js'
import { keysetCondition, matchText, orderOf, orderText } from './order.js'
import { pageSize } from './page.js'
import {
  definitionOf,
  KEYS,
  KIND,
  possibleTypes,
  type RequestInfo,
  type Selected,
  sameSelection,
  selectedFields,
  subFields,
} from './selection.js'
import { type Entry, mapOf, type Statement, subquery } from './statement.js'

/** Text that reads something: subqueries, and an expression over what they return. */
export interface Composed {
  readonly calls: readonly string[]
  readonly expression: string
}

/**
 * Nests the fragments of the selected fields: a subquery a field, which limits before it nests. What a row looks like:
 * each field under its response name; a connection as `ConnectionRow`.
 */
export class Composition {
  constructor(
    private readonly info: RequestInfo,
    private readonly catalog: Catalog,
    private readonly statement: Statement,
    private readonly leftOut: LeftOut,
  ) {}

  /**
   * A map of what is selected below `nodes`, read from the node or relationship called `variable`.
   * @param types those that it can have, where fewer than all of an interface or union.
   */
  object(
    type: GraphQLOutputType,
    nodes: FieldNode[],
    variable: string,
    asOf: string,
    types = possibleTypes(this.info, getNamedType(type)),
  ): Composed {
    const named = getNamedType(type)
    const fields = selectedFields(this.info, this.catalog, types, nodes)
    const read = fields.map(({ rowKey, ...selected }) => ({ rowKey, ...this.field(selected, variable, asOf) }))
    const kind: Entry[] = isObjectType(named) ? [] : [[KIND, `${variable}.entityKind`]]
    return {
      calls: read.flatMap(({ calls }) => calls),
      expression: mapOf([...kind, ...read.map(({ rowKey, expression }): Entry => [rowKey, expression])]),
    }
  }

  /** A connection from `parent`, or from nothing: one at the root, whose fragment binds no edge. */
  connection({ fragment }: Found, selected: Selected, parent: string | null, asOf: string): Composed {
    const names = this.names(parent)
    const context = this.context(selected, asOf)
    const found = fragment(names, context)
    const size = pageSize(selected.args)
    const bindsEdge = found.bindsEdge ?? parent !== null
    const list = `${getNamedType(selected.field.type).name} ${selected.args.orderBy ?? ''}`
    const fields = this.below(selected)
    const withCursors = fields.some((field) => this.asksForCursors(field))
    const order = orderOf(found, names, bindsEdge)
    const { after = null } = selected.args
    // Also where no row is asked for: a cursor that is none is never taken.
    const position = typeof after === 'string' ? decodeCursor(after, list, order.length) : null
    const keys = withCursors ? order.map(({ expression }) => expression) : null
    const item = new ConnectionItem(this, names, context.asOf, keys)
    const calls: string[] = []
    const entries: Entry[] = [
      ['first', context.bind(size)],
      ['after', context.bind(after)],
      ...(withCursors ? [['list', context.bind(list)] satisfies Entry] : []),
    ]
    for (const field of fields) item.add(field)
    if (item.isAsked) {
      const items = this.statement.variable('items')
      calls.push(
        subquery(parent, [
          'known' in found
            ? matchNext(found, names.node, position, size + 1, context)
            : matchText(found, keysetCondition(order, position, parent === null, context)),
          `WITH ${bindsEdge ? `${names.node}, ${names.edge}` : names.node}`,
          `ORDER BY ${orderText(order)} LIMIT ${context.bind(size + 1)}`,
          ...item.calls,
          `RETURN collect(${item.expression}) AS ${items}`,
        ]),
      )
      entries.push(['items', items])
    }
    if (fields.some(({ field }) => field.name === 'totalCount')) {
      if ('known' in found) {
        entries.push(['total', context.bind(found.known.length)])
      } else {
        const total = this.statement.variable('total')
        calls.push(subquery(parent, [matchText(found), `RETURN count(${names.node}) AS ${total}`]))
        entries.push(['total', total])
      }
    }
    return { calls, expression: mapOf(entries) }
  }

  /** A connection's edge: what is selected of the relationship itself, and the node as `item` reads it. */
  edge(selected: Selected, item: ConnectionItem): Composed {
    const calls: string[] = []
    const entries: Entry[] = []
    for (const type of possibleTypes(this.info, getNamedType(selected.field.type))) {
      for (const field of subFields(this.info, type, selected.nodes)) {
        if (field.field.name === 'cursor') continue
        if (field.field.name === 'node') {
          entries.push([field.responseName, item.node(field)])
          continue
        }
        const definition = definitionOf(this.catalog, type.name, field.field.name)
        const read = this.field({ ...field, definition }, item.names.edge, item.asOf)
        calls.push(...read.calls)
        entries.push([field.responseName, read.expression])
      }
    }
    return { calls, expression: mapOf(entries) }
  }

  /** What is selected below a field, on every type that its value can have. */
  private below({ field, nodes }: Selected): Selected[] {
    return possibleTypes(this.info, getNamedType(field.type)).flatMap((type) => subFields(this.info, type, nodes))
  }

  /** Of a connection's fields: rows carry the keys of their order only for cursors, since they are half of a short row. */
  private asksForCursors(selected: Selected): boolean {
    if (selected.field.name === 'edges') return this.below(selected).some(({ field }) => field.name === 'cursor')
    if (selected.field.name !== 'pageInfo') return false
    return this.below(selected).some(({ field }) => field.name === 'startCursor' || field.name === 'endCursor')
  }

  private field(
    selected: Selected & { readonly definition: FieldDefinition },
    variable: string,
    asOf: string,
  ): Composed {
    const { definition } = selected
    const context = this.context(selected, asOf)
    switch (definition.kind) {
      case 'leaf':
        return { calls: [], expression: definition.expression(variable, context) }
      case 'embedded':
        return this.object(selected.field.type, selected.nodes, variable, context.asOf)
      case 'connection':
        return this.connection(definition, selected, variable, asOf)
      case 'one':
      case 'list':
        return this.related(definition, selected, variable, context)
    }
  }

  private related(definition: One | List, selected: Selected, parent: string, context: FieldContext): Composed {
    const names = this.names(parent)
    const fragment = definition.fragment(names, context)
    const order = orderOf(fragment, names, false)
    const bound = order.some(({ of }) => of === 'edge') ? `${names.node}, ${names.edge}` : names.node
    const below = this.object(selected.field.type, selected.nodes, names.node, context.asOf)
    const found = this.statement.variable('found')
    const call = subquery(parent, [
      matchText(fragment),
      `WITH ${bound} ORDER BY ${orderText(order)} LIMIT ${definition.kind === 'one' ? 1 : definition.limit}`,
      ...below.calls,
      `RETURN collect(${below.expression}) AS ${found}`,
    ])
    return { calls: [call], expression: definition.kind === 'one' ? `${found}[0]` : found }
  }

  private context({ args }: Selected, asOf: string): FieldContext {
    return {
      args,
      asOf: typeof args.asOf === 'string' ? args.asOf : asOf,
      lang: languages.find((each) => each === args.lang) ?? this.leftOut.lang,
      run: typeof args.run === 'string' ? args.run : this.leftOut.run,
      bind: (value) => this.statement.bind(value),
    }
  }

  private names(parent: string | null): Names {
    return { parent: parent ?? '', node: this.statement.variable('node'), edge: this.statement.variable('edge') }
  }
}

/** One row of a connection: under each response name of `nodes` and `edges` what was asked there, and its order keys. */
class ConnectionItem {
  readonly calls: string[] = []
  private readonly entries: Entry[] = []
  /** `nodes` and `edges { node }` that ask the same are read once. */
  private readonly nodesRead: { readonly nodes: readonly FieldNode[]; readonly expression: string }[] = []

  constructor(
    private readonly composition: Composition,
    readonly names: Names,
    readonly asOf: string,
    /** The expressions of its order, where cursors are asked for. */
    private readonly keys: readonly string[] | null,
  ) {}

  /** Whether any row has to be read at all: a count alone needs none. */
  isAsked = false

  add(selected: Selected): void {
    const { name } = selected.field
    if (name === 'nodes') this.entries.push([selected.responseName, this.node(selected)])
    if (name === 'edges') {
      const edge = this.composition.edge(selected, this)
      this.calls.push(...edge.calls)
      this.entries.push([selected.responseName, edge.expression])
    }
    this.isAsked ||= name === 'nodes' || name === 'edges' || name === 'pageInfo'
  }

  node({ field, nodes }: Selected): string {
    const earlier = this.nodesRead.find((each) => sameSelection(each.nodes, nodes))
    if (earlier) return earlier.expression
    const { calls, expression } = this.composition.object(field.type, nodes, this.names.node, this.asOf)
    this.calls.push(...calls)
    this.nodesRead.push({ nodes, expression })
    return expression
  }

  get expression(): string {
    return mapOf(this.keys ? [...this.entries, [KEYS, `[${this.keys.join(', ')}]`]] : this.entries)
  }
}
