import { z } from 'zod'
import type { Properties } from '../../graph/elements.js'
import { GraphError } from '../../graph/failure.js'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { storedProperties } from '../../graph/stored-properties.js'
import { labelOfKind, type NodeLabel, type RelationshipType, relationshipTypes } from '../../graph/vocabulary.js'
import { nameOfStatement, type Statement } from './statement.js'
import { isStatementKey, statementOf } from './stored-statement.js'

/** A relationship to a place or sector as it stands in the graph. */
export interface StandingTie {
  readonly type: RelationshipType
  readonly to: string
  readonly properties: Properties
}

/** Whether a relationship says where a firm is, or what it does: what sources say of the firm makes it. */
export const isPlaceOrSector = ({ type }: Pick<StandingTie, 'type'>): boolean =>
  type === 'LOCATED_IN' || type === 'IN_SECTOR'

/** Whether two relationships of one firm lead to the same place or sector. */
export const isSamePlace =
  (one: Pick<StandingTie, 'type' | 'to'>) =>
  (other: Pick<StandingTie, 'type' | 'to'>): boolean =>
    one.type === other.type && one.to === other.to

/** An entity as it is in the graph, with what each source says of it. */
export interface EntityState {
  readonly id: string
  readonly label: NodeLabel
  readonly revision: number
  readonly properties: Properties
  readonly statements: readonly Statement[]
  /** Those statements that stand on a relationship of their own, as they stand there, by `nameOfStatement`. */
  readonly explicit: ReadonlyMap<string, Properties>
  /** Where it is and what it does. */
  readonly ties: readonly StandingTie[]
}

const stateRow = z.object({
  id: z.string(),
  properties: storedProperties,
  stated: z.array(storedProperties),
  ties: z.array(z.object({ type: z.enum(relationshipTypes), to: z.string(), properties: storedProperties })),
})

/** Entities with what each source says of them, where they are and what they do. */
const statesOf = query<{ ids: readonly string[] }>()(
  'entities with what sources say of them',
  stateRow,
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})
   CALL (entity) {
     MATCH (entity)-[stated:STATED_IN]->(:Source)
     RETURN collect(properties(stated)) AS stated
   }
   CALL (entity) {
     MATCH (entity)-[tie:LOCATED_IN|IN_SECTOR]->(end:Entity)
     RETURN collect({type: type(tie), to: end.id, properties: properties(tie)}) AS ties
   }
   RETURN entity.id AS id, properties(entity) AS properties, stated, ties`,
)

/** What stands on a node beside what sources say. */
const besideStatements: ReadonlySet<string> = new Set([
  ...['id', 'entityKind', 'source', 'locator', 'recordedAt', 'revision', 'seeded', 'confirmedOn'],
  ...['sortName', 'searchText', 'letterPairs'],
])

/** What of a firm's node is made of all its statements, or says that there is none. */
const madeOfFirms: ReadonlySet<string> = new Set(['statedNames', 'undescribed', 'nameSv', 'asOf'])

/** Whether a property of a node is what a statement says, and not what is made of all of them. */
export const isStated = (label: NodeLabel, name: string): boolean =>
  !besideStatements.has(name) && !(label === 'Firm' && madeOfFirms.has(name))

/** Entities as they are in the graph, by their ids; those that are not there are left out. */
export async function readStates(
  graph: GraphReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EntityState>> {
  if (ids.length === 0) return new Map()
  const rows = await graph.read(statesOf, { ids: [...new Set(ids)] })
  return new Map(rows.map((row) => [row.id, stateOf(row)]))
}

function stateOf({ id, properties: own, stated, ties }: z.infer<typeof stateRow>): EntityState {
  const label = labelOfKind(String(own.entityKind))
  if (!label) throw new GraphError('FAILED', `${id} is of the kind ${own.entityKind}, which is none`)
  const explicit = label === 'Source' ? [] : stated.filter(({ key }) => isStatementKey(label, key))
  const statements = explicit.map(statementOf)
  const isSaid = statements.some(({ source }) => source === own.source)
  const isNamed = own.undescribed !== true && own.nameSv !== undefined && own.nameSv !== id
  const isDescribed = label !== 'Firm' || own.seeded === true || isNamed
  const implicit = isSaid || !isDescribed ? [] : [implicitStatement(label, own, ties)]
  return {
    id,
    label,
    revision: typeof own.revision === 'number' ? own.revision : 1,
    properties: own,
    statements: [...statements, ...implicit],
    explicit: new Map(explicit.map((each) => [nameOfStatement(statementOf(each)), each])),
    ties,
  }
}

/** What a node's own source says of it, where that stands on no relationship. */
function implicitStatement(label: NodeLabel, own: Properties, ties: readonly StandingTie[]): Statement {
  const values = Object.fromEntries(Object.entries(own).filter(([name]) => isStated(label, name)))
  return {
    source: String(own.source ?? ''),
    locator: String(own.locator ?? ''),
    recordedAt: String(own.recordedAt ?? ''),
    asOf: label === 'Firm' && typeof own.asOf === 'string' ? own.asOf : null,
    confirmedOn: typeof own.confirmedOn === 'string' ? own.confirmedOn : null,
    isSeeded: own.seeded === true,
    values: label === 'Firm' ? { ...values, ...firmValues(own, ties) } : values,
    emptied: [],
  }
}

/**
 * A firm's name, and the places and sectors that its own source gives, the main ones first. Those of the seed are
 * relationships by themselves, each with a source of its own.
 */
function firmValues({ nameSv, source }: Properties, ties: readonly StandingTie[]): Properties {
  const endsOf = (type: StandingTie['type']): string[] =>
    ties
      .filter((tie) => tie.type === type && tie.properties.source === source && tie.properties.seeded !== true)
      .toSorted((left, right) => Number(left.properties.rank ?? 1) - Number(right.properties.rank ?? 1))
      .map(({ to }) => to)
  const [municipality] = endsOf('LOCATED_IN')
  const sectors = endsOf('IN_SECTOR')
  return {
    ...(nameSv === undefined ? {} : { name: nameSv }),
    ...(municipality === undefined ? {} : { municipality }),
    ...(sectors.length > 0 ? { sectors } : {}),
  }
}
