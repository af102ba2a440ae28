import { z } from 'zod'
import type { Properties } from '../../graph/elements.js'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { storedRelationship } from '../../graph/stored-properties.js'
import { tieName } from '../../writing/changes/apply-ties.js'
import type { TieIdentity } from '../../writing/changes/piece.js'
import type { TieStatement } from '../../writing/statements/statement.js'
import { type EntityState, readStates } from '../../writing/statements/states.js'
import { tieStatementsOf } from '../../writing/statements/stored-statement.js'
import type { Said } from './said.js'

const withId = z.object({ id: z.string() })

/** Entities of which the region's folder alone says something. */
const seededEntities = query<Record<never, never>>()(
  'entities that the seed alone describes',
  withId,
  'MATCH (entity:Entity) WHERE entity.seeded = true RETURN entity.id AS id',
)

/** Entities of which it says something beside others. */
const entitiesSeededToo = query<Record<never, never>>()(
  'entities that the seed describes beside others',
  withId,
  `MATCH (entity:Entity)-[stated:STATED_IN]->(:Source)
   WHERE stated.key = 'seeded'
   RETURN DISTINCT entity.id AS id`,
)

/** Relationships that the region's folder states, or that several sources do. */
const seededTies = query<Record<never, never>>()(
  'relationships that the seed states',
  storedRelationship,
  `MATCH (start:Entity)-[tie]->(end:Entity)
   WHERE tie.seeded = true OR tie.statements IS NOT NULL
   RETURN type(tie) AS type, start.id AS from, end.id AS to, coalesce(tie.key, '') AS key, properties(tie) AS properties`,
)

/** A relationship of which the seed says something, with all that is said of it. */
export interface StandingTie {
  readonly tie: TieIdentity
  readonly statements: readonly TieStatement[]
}

/** What stands in a graph of what the seed said, among what others say of the same. */
export interface Standing {
  readonly entities: ReadonlyMap<string, EntityState>
  /** By `tieName`. */
  readonly ties: ReadonlyMap<string, StandingTie>
}

/**
 * What stands in a graph of what the seed said.
 * @param ids further entities whose states are wanted.
 */
export async function readStanding(graph: GraphReader, ids: Iterable<string> = []): Promise<Standing> {
  const seeded = [...(await graph.read(seededEntities, {})), ...(await graph.read(entitiesSeededToo, {}))]
  const ties = await graph.read(seededTies, {})
  return {
    entities: await readStates(graph, [...new Set([...seeded.map(({ id }) => id), ...ids])]),
    ties: new Map(
      ties
        .filter(isTie)
        .map(({ properties, ...tie }) => [tieName(tie), { tie, statements: tieStatementsOf(properties) }]),
    ),
  }
}

/** What sources say of an entity stands on relationships too, which are none of its own. */
const isTie = ({ type, key }: { readonly type: string; readonly key: string; readonly properties: Properties }) =>
  !(type === 'STATED_IN' && key === 'seeded')

/** What the seed alone said, of what stands. */
export function saidBefore({ entities, ties }: Standing): Said {
  return {
    entities: new Map(
      [...entities].flatMap(([entity, { label, statements }]) => {
        const own = statements.filter(({ isSeeded }) => isSeeded)
        return own.length > 0 ? [[entity, { entity, label, statements: own }] as const] : []
      }),
    ),
    ties: new Map(
      [...ties].flatMap(([name, { tie, statements }]) => {
        const own = statements.filter(({ isSeeded }) => isSeeded)
        return own.length > 0 ? [[name, { tie, statements: own }] as const] : []
      }),
    ),
  }
}
