import { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import type { EntityChange } from '../../writing/changes/piece.js'
import { ofPeople, tieStandsAlone } from './own-words.js'
import type { Dropped } from './plan-edition.js'
import type { Said } from './said.js'
import type { Standing } from './standing.js'

/** Those of some entities that something is related to which the seed does not state. */
const relatedToOthers = query<{ ids: readonly string[] }>()(
  'entities that others are related to',
  z.object({ id: z.string() }),
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})
   WITH entity
   WHERE EXISTS { (entity)-[tie]-(:Entity) WHERE tie.seeded IS NULL }
   RETURN entity.id AS id`,
)

/** Sources and categories of some ids that relationships name which the seed does not state. */
const namedByTies = query<{ ids: readonly string[] }>()(
  'sources and categories that others name on relationships',
  z.object({ source: z.string(), category: z.string() }),
  `MATCH (:Entity)-[tie]->(:Entity)
   WHERE tie.seeded IS NULL AND (tie.source IN $ids OR tie.category IN $ids)
   RETURN DISTINCT coalesce(tie.source, '') AS source, coalesce(tie.category, '') AS category`,
)

/** Entities that some sources describe. */
const describedBy = query<{ ids: readonly string[] }>()(
  'entities that sources describe',
  z.object({ source: z.string(), id: z.string() }),
  `UNWIND $ids AS id
   MATCH (entity:Entity {source: id})
   RETURN id AS source, entity.id AS id`,
)

/** Entities of which the seed says something by some sources, beside what people say. */
const seededBy = query<{ ids: readonly string[] }>()(
  'entities that the seed describes by sources',
  z.object({ source: z.string(), id: z.string() }),
  `UNWIND $ids AS id
   MATCH (source:Entity {id: id})<-[stated:STATED_IN {key: 'seeded'}]-(entity:Entity)
   RETURN id AS source, entity.id AS id`,
)

/**
 * What becomes of entities that an edition no longer speaks of, and people do not describe: they are taken out, unless
 * somebody related something to them, or named them as a source.
 */
export async function changesOfDropped(
  graph: GraphReader,
  dropped: readonly Dropped[],
  said: Said,
  standing: Standing,
): Promise<EntityChange[]> {
  const ids = dropped.map(({ entity }) => entity)
  if (ids.length === 0) return []
  const kept = new Set((await graph.read(relatedToOthers, { ids })).map(({ id }) => id))
  for (const { source, category } of await graph.read(namedByTies, { ids })) kept.add(source).add(category)
  for (const [name, { statements }] of standing.ties) {
    const isRestedOn = ofPeople(statements).length > 0 && !said.ties.has(name) && !tieStandsAlone(statements)
    for (const { source } of isRestedOn ? statements : ofPeople(statements)) kept.add(source)
  }
  const described = [...(await graph.read(describedBy, { ids })), ...(await graph.read(seededBy, { ids }))]
  const going = new Set(ids.filter((id) => !kept.has(id)))
  // What stays keeps its source, and that one its own.
  for (let size = -1; size !== going.size; ) {
    size = going.size
    for (const { source, id } of described) if (id !== source && !going.has(id)) going.delete(source)
  }
  return dropped.flatMap(({ entity, label, ties, end }) => {
    const pieces = going.has(entity) ? [...end, ...ties] : ties
    return pieces.length > 0 ? [{ entity, label, pieces }] : []
  })
}
