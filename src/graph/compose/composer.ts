import DataLoader from 'dataloader'
import { type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql'
import { z } from 'zod'
import type { Lang } from '../../language/language.js'
import { GraphError } from '../failure.js'
import type { GraphReader } from '../graph.js'
import { query } from '../query.js'
import { graphqlType, labelOfId, nodeKinds, nodeLabels } from '../vocabulary.js'
import { Composition } from './composition.js'
import { type Catalog, type Found, type LeftOut, ownId } from './fields.js'
import { type ComposedRow, type ConnectionRow, composedRow, connectionRow } from './rows.js'
import { KIND, possibleTypes, selectedAt, selectedField, selectedFields } from './selection.js'
import { type Entry, mapOf, Statement, subquery } from './statement.js'

interface Wanted {
  readonly info: GraphQLResolveInfo
  readonly id: string
  /** Whether the id was just read from the graph. */
  readonly known: boolean
}

const foundEntities = z.object({
  found: z.record(z.string(), z.array(z.object({ id: z.string(), row: composedRow }))),
})
/** By the variable that they were found under, then by id. */
type FoundEntities = ReadonlyMap<string, ReadonlyMap<string, ComposedRow>>
const rootConnection = z.object({ connection: connectionRow })

/**
 * Answers what a request selects of entities, from one statement. One composer serves one request.
 */
export class Composer {
  private readonly loader = new DataLoader<Wanted, ComposedRow | null>((wanted) => this.load(wanted), { cache: false })

  /**
   * @param today the ISO date that `asOf` defaults to.
   * @param leftOut what is meant where a field does not say.
   */
  constructor(
    private readonly graph: GraphReader,
    private readonly catalog: Catalog,
    readonly today: string,
    private readonly leftOut: LeftOut,
  ) {}

  /** The language that is meant where a field does not say. */
  get lang(): Lang {
    return this.leftOut.lang
  }

  /**
   * A connection that no composed entity stands above: one statement. Paging arguments are read from the field.
   * @throws BadUserInputError for a wrong `first` or `after`.
   */
  async connection(info: GraphQLResolveInfo, fragment: Found['fragment']): Promise<ConnectionRow> {
    const statement = new Statement()
    const composition = new Composition(info, this.catalog, statement, this.leftOut)
    const asOf = selectedAt(info, info.path).asOf ?? this.today
    const { calls, expression } = composition.connection({ fragment }, selectedField(info), null, asOf)
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
   */
  entity(info: GraphQLResolveInfo, id: string): Promise<ComposedRow | null> {
    return this.loader.load({ info, id, known: false })
  }

  /** The same for an id that was just read from the graph; where nothing but the id is selected, nothing more is read. */
  async known(info: GraphQLResolveInfo, id: string): Promise<ComposedRow> {
    const row = await this.loader.load({ info, id, known: true })
    if (!row) throw new GraphError('FAILED', `${info.fieldName}: ${id} is not in the graph`)
    return row
  }

  /** The same for a list of such ids, in their order. */
  entities(info: GraphQLResolveInfo, ids: readonly string[]): Promise<ComposedRow[]> {
    return Promise.all(ids.map((id) => this.known(info, id)))
  }

  private async load(wanted: readonly Wanted[]): Promise<(ComposedRow | null | Error)[]> {
    const statement = new Statement()
    // A field has one list of syntax nodes, whatever object of a list it is asked on.
    const selections = new Map<readonly FieldNode[], EntitySelection>()
    for (const { info, id, known } of wanted) {
      const selection = selections.get(info.fieldNodes) ?? new EntitySelection(info, known)
      selections.set(info.fieldNodes, selection)
      selection.ids.add(id)
    }
    const blocks: Entry[] = []
    for (const selection of selections.values()) {
      const block = selection.compose(this.catalog, statement, { today: this.today, leftOut: this.leftOut })
      if (block) blocks.push(block)
    }
    const found = blocks.length > 0 ? await this.readBlocks(blocks, statement) : new Map()
    return wanted.map(({ info, id }) => selections.get(info.fieldNodes)?.answer(id, found) ?? null)
  }

  private async readBlocks(blocks: readonly Entry[], statement: Statement): Promise<FoundEntities> {
    const texts = blocks.map(([, text]) => text)
    const found = mapOf(blocks.map(([variable]) => [variable, variable]))
    const cypher = `${texts.join('\n')}\nRETURN ${found} AS found`
    const [row] = await this.graph.read(query()('entities', foundEntities, cypher), statement.parameters)
    const lists = Object.entries(row?.found ?? {})
    return new Map(lists.map(([variable, list]) => [variable, new Map(list.map((entity) => [entity.id, entity.row]))]))
  }
}

/** The entities that one field of a request asks for, and what it selects of them. */
class EntitySelection {
  readonly ids = new Set<string>()
  private variable = ''
  private refusal: Error | null = null
  /** The keys of a row of which the id is all that is asked; null where more is. */
  private idKeys: readonly string[] | null = null

  constructor(
    private readonly info: GraphQLResolveInfo,
    private readonly known: boolean,
  ) {}

  /** The variable that the entities are found under, and the text that finds them; null where there are none to find. */
  compose(
    catalog: Catalog,
    statement: Statement,
    { today, leftOut }: { today: string; leftOut: LeftOut },
  ): Entry | null {
    const { info, known } = this
    const types = this.typesOfIds()
    if (types.length === 0) return null
    if (known) this.idKeys = keysOfIdAlone(info, catalog, types)
    if (this.idKeys) return null
    const label = types.length === 1 ? nodeLabels.find((each) => graphqlType(each) === types[0]?.name) : undefined
    const node = statement.variable('node')
    const ids = statement.bind([...this.ids])
    this.variable = statement.variable('found')
    try {
      const asOf = selectedAt(info, info.path).asOf ?? today
      const composition = new Composition(info, catalog, statement, leftOut)
      const below = composition.object(info.returnType, [...info.fieldNodes], node, asOf, types)
      const text = subquery(null, [
        `UNWIND ${ids} AS id`,
        `MATCH (${node}:${label ?? 'Entity'} {id: id})`,
        ...below.calls,
        `RETURN collect({id: id, row: ${below.expression}}) AS ${this.variable}`,
      ])
      return [this.variable, text]
    } catch (error) {
      // Only this field's requests fail by it; others share the statement.
      this.refusal = error instanceof Error ? error : new Error(String(error))
      return null
    }
  }

  /** The types that these ids can be of: of an interface or union, those whose ids begin as some of these do. */
  private typesOfIds(): readonly GraphQLObjectType[] {
    const { info } = this
    const type = getNamedType(info.returnType)
    if (isObjectType(type)) return [type]
    const labels = [...this.ids].map(labelOfId).filter((label) => label !== undefined)
    const names = new Set(labels.map(graphqlType))
    return possibleTypes(info, type).filter(({ name }) => names.has(name))
  }

  answer(id: string, found: FoundEntities): ComposedRow | Error | null {
    if (this.idKeys) return rowOfId(id, this.idKeys)
    return this.refusal ?? found.get(this.variable)?.get(id) ?? null
  }
}

/** The keys of what is selected of some types if that is their ids and no more; else null. */
function keysOfIdAlone(
  info: GraphQLResolveInfo,
  catalog: Catalog,
  types: readonly GraphQLObjectType[],
): readonly string[] | null {
  const fields = selectedFields(info, catalog, types, [...info.fieldNodes])
  return fields.every(({ definition }) => definition === ownId) ? fields.map(({ rowKey }) => rowKey) : null
}

function rowOfId(id: string, keys: readonly string[]): ComposedRow {
  const label = labelOfId(id)
  return { ...Object.fromEntries(keys.map((key) => [key, id])), [KIND]: label && nodeKinds[label].entityKind }
}
