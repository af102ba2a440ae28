import { z } from 'zod'
import { query } from '../../graph/query.js'
import { changeOperations } from './operation.js'

/** A change as it stands in the graph. */
const storedChange = z.object({
  id: z.string(),
  number: z.number(),
  at: z.string(),
  operation: z.enum(changeOperations),
  entity: z.string().nullable(),
  for: z.string().nullable(),
  /** Name of the account that made it; null where it came in a file that does not say who. */
  account: z.string().nullable(),
  source: z.string().nullable(),
  reason: z.string().nullable(),
  inverseOf: z.string().nullable(),
  added: z.number().nullable(),
  changed: z.number().nullable(),
  gone: z.number().nullable(),
  /** Whether a proposal became it, where that was recorded; null where it was not. */
  proposed: z.boolean().nullable(),
  /** Whether what it wrote was blanked; null where it was not. */
  redacted: z.boolean().nullable(),
})

export type StoredChange = z.infer<typeof storedChange>

const all = Object.keys(storedChange.shape)
  .map((name) => `change.${name === 'account' ? 'by' : name} AS ${name}`)
  .join(', ')

/** How many changes there are: they are numbered without gaps. */
export const lastChangeNumber = query<Record<never, never>>()(
  'how many changes there are',
  z.object({ last: z.number() }),
  "MATCH (state:NorrgraphState {id: 'state'}) RETURN coalesce(state.changes, 0) AS last",
)

/** Changes by their numbers. */
export const changesNumbered = query<{ numbers: readonly number[] }>()(
  'changes by number',
  storedChange,
  `UNWIND $numbers AS number
   MATCH (change:Change {number: number})
   RETURN ${all}`,
)

/** Changes by their ids. */
export const changesById = query<{ changes: readonly string[] }>()(
  'changes by id',
  storedChange,
  `UNWIND $changes AS id
   MATCH (change:Change {id: id})
   RETURN ${all}`,
)

/** When changes were made, by their numbers. */
export const momentsOfChanges = query<{ numbers: readonly number[] }>()(
  'when changes were made',
  z.object({ number: z.number(), at: z.string() }),
  `UNWIND $numbers AS number
   MATCH (change:Change {number: number})
   RETURN change.number AS number, change.at AS at`,
)

/** Changes that were made for some actors. */
export const changesForActors = query<{ actors: readonly string[] }>()(
  'changes made for actors',
  z.object({ number: z.number(), at: z.string() }),
  `UNWIND $actors AS actor
   MATCH (change:Change {for: actor})
   RETURN change.number AS number, change.at AS at`,
)

/** Under which ids something is or was: its own, and those that were merged into it. */
export const idsThroughTime = query<{ ids: readonly string[] }>()(
  'ids that something has and had',
  z.object({ id: z.string() }),
  `UNWIND $ids AS asked
   CALL (asked) {
     MATCH (entity:Entity {id: asked}) RETURN entity.id AS id
     UNION
     MATCH (former:Former {id: asked}) RETURN former.id AS id
     UNION
     MATCH (entity:Entity {id: asked})
     MATCH (entity)<-[:NOW*1..20]-(former:Former)
     RETURN former.id AS id
     UNION
     MATCH (former:Former {id: asked})
     MATCH (former)<-[:NOW*1..20]-(earlier:Former)
     RETURN earlier.id AS id
   }
   RETURN id`,
)

/** Which entity answers today for some ids; those for which none does are left out. */
export const answeringToday = query<{ ids: readonly string[] }>()(
  'entities that answer for ids today',
  z.object({ id: z.string(), now: z.string() }),
  `UNWIND $ids AS asked
   CALL (asked) {
     MATCH (entity:Entity {id: asked}) RETURN entity.id AS now
     UNION
     MATCH (former:Former {id: asked})
     MATCH (former)-[:NOW*1..20]->(entity:Entity)
     RETURN entity.id AS now
   }
   RETURN asked AS id, now`,
)

/** Which changes of some entities, or former ones, are asked for. */
export type ChangesOf = {
  /** Never empty. */
  readonly ids: readonly string[]
  /** Only those from a moment on; an empty text for all. */
  readonly moment: string
  /** Whether whom they were made for does not matter. */
  readonly ofAll: boolean
  /** Never empty. */
  readonly actors: readonly string[]
}

const changesOf = (more: string): string => {
  const asked = `change.at >= $moment AND ($ofAll OR coalesce(change.for, '') IN $actors)${more}`
  return `UNWIND $ids AS asked
   CALL (asked) {
     MATCH (entity:Entity {id: asked})<-[:CHANGED]-(change:Change)
     WHERE ${asked}
     RETURN change.number AS number
     UNION
     MATCH (former:Former {id: asked})<-[:CHANGED]-(change:Change)
     WHERE ${asked}
     RETURN change.number AS number
   }
   WITH DISTINCT number`
}

/** A page of the changes of some entities, newest first. */
export const numbersOfChanges = query<ChangesOf & { below: number; limit: number }>()(
  'numbers of changes of entities, newest first',
  z.object({ number: z.number() }),
  `${changesOf(' AND change.number < $below')}
   RETURN number ORDER BY number DESC LIMIT $limit`,
)

/** How many there are in all. */
export const changesCounted = query<ChangesOf>()(
  'how many changes of entities there are',
  z.object({ count: z.number() }),
  `${changesOf('')}
   RETURN count(number) AS count`,
)

/** Which of some entities, or former ones, some changes changed. */
export const changedAmong = query<{ ids: readonly string[]; numbers: readonly number[] }>()(
  'which entities changes changed',
  z.object({ id: z.string(), number: z.number() }),
  `UNWIND $ids AS asked
   CALL (asked) {
     MATCH (entity:Entity {id: asked})<-[:CHANGED]-(change:Change)
     WHERE change.number IN $numbers
     RETURN change.number AS number
     UNION
     MATCH (former:Former {id: asked})<-[:CHANGED]-(change:Change)
     WHERE change.number IN $numbers
     RETURN change.number AS number
   }
   RETURN asked AS id, number`,
)

/** What an actor offers or ever offered. */
export const everOffered = query<{ actor: string }>()(
  'what an actor ever offered',
  z.object({ id: z.string() }),
  `MATCH (actor:SupportActor {id: $actor})
   MATCH (actor)-[:OFFERS]->(initiative:Initiative)
   RETURN DISTINCT initiative.id AS id`,
)

/** What some changes did to some entities; the pieces alone where they say all. */
export const changedEntities = query<{ ids: readonly string[]; numbers: readonly number[] }>()(
  'what changes of a list did to entities',
  z.object({
    id: z.string(),
    number: z.number(),
    revision: z.number(),
    differed: z.string().nullable(),
    pieces: z.string().nullable(),
  }),
  `UNWIND $ids AS asked
   CALL (asked) {
     MATCH (entity:Entity {id: asked})<-[changed:CHANGED]-(change:Change)
     WHERE change.number IN $numbers
     RETURN change.number AS number, changed.revision AS revision, changed.differed AS differed,
       CASE WHEN changed.differed IS NULL THEN changed.pieces ELSE null END AS pieces
     UNION
     MATCH (former:Former {id: asked})<-[changed:CHANGED]-(change:Change)
     WHERE change.number IN $numbers
     RETURN change.number AS number, changed.revision AS revision, changed.differed AS differed,
       CASE WHEN changed.differed IS NULL THEN changed.pieces ELSE null END AS pieces
   }
   RETURN asked AS id, number, revision, differed, pieces`,
)
