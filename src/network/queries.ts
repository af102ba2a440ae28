import { z } from 'zod'
import { type Query, type QueryValue, query } from '../graph/query.js'
import { entityKinds, relationshipTypes } from '../graph/vocabulary.js'
import { type EdgeFact, edgeFactColumns, edgeFactsRow } from './edge-facts.js'
import { isWalkedTo, matchFrom, matchOffDay, type Walk } from './walk.js'

const entityKind = z.enum(entityKinds)

const nodeRow = z.object({
  id: z.string(),
  kind: entityKind,
  nameSv: z.string().nullable(),
  nameEn: z.string().nullable(),
  level: z.string().nullable(),
})
export type NodeRow = z.infer<typeof nodeRow>

/** What a drawing says of some entities. */
export const drawnNodes = query<{ ids: readonly string[] }>()(
  'nodes of a drawing',
  nodeRow,
  `UNWIND $ids AS id
   MATCH (node:Entity {id: id})
   RETURN node.id AS id, node.entityKind AS kind, node.nameSv AS nameSv, node.nameEn AS nameEn, node.level AS level`,
)

/** How many relationships some entities have. Their types are named, since changes are related to them too: that costs nothing. */
export const relationshipCounts = query<{ ids: readonly string[] }>()(
  'relationships counted of nodes',
  z.object({ id: z.string(), count: z.number() }),
  `UNWIND $ids AS id
   MATCH (node:Entity {id: id})
   CALL (node) {
     MATCH (node)-[edge:${relationshipTypes.join('|')}]-()
     RETURN count(edge) AS count
   }
   RETURN id, count`,
)

const nearestRow = z.object({ id: z.string(), kind: z.string(), sortName: z.string() })

/** Neighbours of some nodes in the order in which a drawing keeps them, the first of them; those asked from may be among them. */
export const firstNeighbours = (walk: Walk): Query<Record<string, QueryValue>, z.infer<typeof nearestRow>> =>
  // Ordered and cut in RETURN, and nothing beyond the keys read: 3 times as fast over a hub on the embedded engine.
  query()(
    'first neighbours',
    nearestRow,
    `UNWIND $ids AS id
  MATCH (node:Entity {id: id})
  ${matchFrom(walk, isWalkedTo(walk))}
  WITH DISTINCT neighbour
  RETURN neighbour.id AS id, neighbour.entityKind AS kind, neighbour.sortName AS sortName
  ORDER BY kind, sortName, id LIMIT $limit`,
  )

const countRow = z.object({ id: z.string(), kind: entityKind, count: z.number() })

/** How many distinct neighbours each of some nodes has, by kind. */
export const neighbourCounts = (walk: Walk): Query<Record<string, QueryValue>, z.infer<typeof countRow>> =>
  // Counted apart rather than made distinct first: 3 quarters of the time over a hub on both engines.
  query()(
    'number of neighbours',
    countRow,
    `UNWIND $ids AS id
  MATCH (node:Entity {id: id})
  ${matchFrom(walk, `${isWalkedTo(walk)} AND neighbour.id <> node.id`)}
  RETURN id, neighbour.entityKind AS kind, count(DISTINCT neighbour) AS count`,
  )

/** How many relationships lead from some nodes where a walk goes, but do not hold on the day. */
export const offDayCount = (walk: Walk): Query<Record<string, QueryValue>, { count: number }> =>
  query()(
    'number of relationships of other days',
    z.object({ count: z.number() }),
    `UNWIND $ids AS id
  MATCH (node:Entity {id: id})
  ${matchOffDay(walk, `${isWalkedTo(walk)} AND neighbour.id <> node.id`)}
  RETURN count(DISTINCT edge) AS count`,
  )

const edgeRow = edgeFactsRow.extend({
  type: z.enum(relationshipTypes),
  from: z.string(),
  to: z.string(),
  key: z.string(),
})
export type EdgeRow = z.infer<typeof edgeRow>

/** The key of a relationship and the facts that are wanted: each takes 2 µs more. */
const told = (facts: readonly EdgeFact[]): string =>
  ["coalesce(edge.key, '') AS key", ...edgeFactColumns(facts)].join(', ')

/** Relationships from some nodes to some others. */
export const relationshipsOut = (walk: Walk, facts: readonly EdgeFact[]): Query<Record<string, QueryValue>, EdgeRow> =>
  query()(
    'relationships of a drawing',
    edgeRow,
    `UNWIND $ids AS id
  MATCH (node:Entity {id: id})
  ${matchFrom({ ...walk, direction: 'OUT' }, 'neighbour.id IN $among')}
  RETURN type(edge) AS type, id AS from, neighbour.id AS to, ${told(facts)}
  LIMIT $limit`,
  )

/** The same against their direction: relationships to some nodes from some others. */
export const relationshipsIn = (walk: Walk, facts: readonly EdgeFact[]): Query<Record<string, QueryValue>, EdgeRow> =>
  query()(
    'relationships of a drawing, from their end',
    edgeRow,
    `UNWIND $ids AS id
  MATCH (node:Entity {id: id})
  ${matchFrom({ ...walk, direction: 'IN' }, 'neighbour.id IN $among')}
  RETURN type(edge) AS type, neighbour.id AS from, id AS to, ${told(facts)}
  LIMIT $limit`,
  )

const stepRow = z.object({ from: z.string(), to: z.string() })

/** Nodes that are one step away from each of some, and that a path may lead through or end at. */
export const nextSteps = (walk: Walk): Query<Record<string, QueryValue>, z.infer<typeof stepRow>> =>
  query()(
    'next steps',
    stepRow,
    `UNWIND $ids AS id
  MATCH (node:Entity {id: id})
  ${matchFrom(walk, '(neighbour.entityKind IN $kinds OR neighbour.id IN $ends)')}
  WITH DISTINCT id, neighbour
  RETURN id AS from, neighbour.id AS to LIMIT $limit`,
  )

/** Pairs of some nodes and some others that are one step apart. */
export const stepsBetween = (walk: Walk): Query<Record<string, QueryValue>, z.infer<typeof stepRow>> =>
  query()(
    'steps between',
    stepRow,
    `UNWIND $ids AS id
  MATCH (node:Entity {id: id})
  ${matchFrom(walk, 'neighbour.id IN $among')}
  WITH DISTINCT id, neighbour
  RETURN id AS from, neighbour.id AS to LIMIT $limit`,
  )
