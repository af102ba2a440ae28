import DataLoader from 'dataloader'
import { type FieldNode, type GraphQLResolveInfo, getNamedType } from 'graphql'
import { z } from 'zod'
import { GraphError, type GraphReader } from '../graph.js'
import { query } from '../query.js'
import { graphqlType, nodeLabels } from '../vocabulary.js'
import { Composition } from './composition.js'
import { type Catalog, type Connection, connection } from './fields.js'
import { type ComposedRow, type ConnectionRow, composedRow, connectionRow } from './rows.js'
import { selectedField } from './selection.js'
import { mapOf, Statement, subquery } from './statement.js'

interface Wanted {
  readonly info: GraphQLResolveInfo
  readonly id: string
  readonly asOf: string
}

const foundEntities = z.object({
  found: z.record(z.string(), z.array(z.object({ id: z.string(), row: composedRow }))),
})
const rootConnection = z.object({ connection: connectionRow })

/**
 * Answers what a request selects of entities, from one statement. One composer serves one request.
 */
export class Composer {
  private readonly loader = new DataLoader<Wanted, ComposedRow | null>((wanted) => this.load(wanted), { cache: false })

  /** @param today the ISO date that `asOf` defaults to. */
  constructor(
    private readonly graph: GraphReader,
    private readonly catalog: Catalog,
    readonly today: string,
  ) {}

  /**
   * A connection at the root: one statement. Paging arguments are read from the field.
   * @throws BadUserInputError for a wrong `first` or `after`.
   */
  async connection(info: GraphQLResolveInfo, fragment: Connection['fragment']): Promise<ConnectionRow> {
    const statement = new Statement()
    const composition = new Composition(info, this.catalog, statement)
    const { calls, expression } = composition.connection(connection(fragment), selectedField(info), null, this.today)
    const [row] = await this.graph.read(
      query()(info.fieldName, rootConnection, `${calls.join('\n')}\nRETURN ${expression} AS connection`),
      statement.parameters,
    )
    if (!row) throw new Error(`${info.fieldName}: the statement returned no row`)
    return row.connection
  }

  /**
   * What is selected of one entity, null where there is none of the field's type with this id. Everything that resolvers
   * ask for before the next answer arrives goes in one statement.
   * @param asOf the day that the fields below it ask about.
   */
  entity(info: GraphQLResolveInfo, id: string, asOf: string = this.today): Promise<ComposedRow | null> {
    return this.loader.load({ info, id, asOf })
  }

  /** The same for an id that was just read from the graph. */
  async known(info: GraphQLResolveInfo, id: string, asOf?: string): Promise<ComposedRow> {
    const row = await this.entity(info, id, asOf)
    if (!row) throw new GraphError('FAILED', `${info.fieldName}: ${id} is not in the graph`)
    return row
  }

  /** The same for a list of such ids, in their order. */
  entities(info: GraphQLResolveInfo, ids: readonly string[], asOf?: string): Promise<ComposedRow[]> {
    return Promise.all(ids.map((id) => this.known(info, id, asOf)))
  }

  private async load(wanted: readonly Wanted[]): Promise<(ComposedRow | null)[]> {
    const statement = new Statement()
    const selections = new Map<string, EntitySelection>()
    const chosen = wanted.map((item) => {
      const key = selectionKey(item)
      const selection = selections.get(key) ?? new EntitySelection(item, statement.variable('found'))
      selections.set(key, selection)
      selection.ids.add(item.id)
      return selection
    })
    const blocks = [...selections.values()].map((selection) => selection.block(this.catalog, statement))
    const found = mapOf([...selections.values()].map(({ variable }) => [variable, variable]))
    const cypher = `${blocks.join('\n')}\nRETURN ${found} AS found`
    const [row] = await this.graph.read(query()('entities', foundEntities, cypher), statement.parameters)
    const rows = new Map(
      Object.entries(row?.found ?? {}).map(([variable, entities]) => [
        variable,
        new Map(entities.map((entity) => [entity.id, entity.row])),
      ]),
    )
    return wanted.map(({ id }, index) => rows.get(chosen[index]?.variable ?? '')?.get(id) ?? null)
  }
}

/** The entities that one field of a request asks for, and what it selects of them. */
class EntitySelection {
  readonly ids = new Set<string>()

  constructor(
    private readonly wanted: Wanted,
    readonly variable: string,
  ) {}

  block(catalog: Catalog, statement: Statement): string {
    const { info, asOf } = this.wanted
    const type = getNamedType(info.returnType)
    const node = statement.variable('node')
    const ids = statement.bind([...this.ids])
    const below = new Composition(info, catalog, statement).object(type, [...info.fieldNodes], node, asOf)
    return subquery(null, [
      `UNWIND ${ids} AS id`,
      `MATCH (${node}:${nodeLabels.find((label) => graphqlType(label) === type.name) ?? 'Entity'} {id: id})`,
      ...below.calls,
      `RETURN collect({id: id, row: ${below.expression}}) AS ${this.variable}`,
    ])
  }
}

const nodeNumbers = new WeakMap<FieldNode, number>()
let nodesSeen = 0

/** Fields of one selection share their syntax nodes, whatever object they are asked on. */
function selectionKey({ info, asOf }: Wanted): string {
  const numbers = info.fieldNodes.map((node) => {
    const number = nodeNumbers.get(node) ?? ++nodesSeen
    nodeNumbers.set(node, number)
    return number
  })
  return `${numbers.join()} ${getNamedType(info.returnType).name} ${asOf}`
}
