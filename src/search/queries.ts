import { z } from 'zod'
import { query } from '../graph/query.js'
import { entityKinds } from '../graph/vocabulary.js'

/** An entity that a text finds or may find, with its place in the order: smaller comes first. */
const foundRow = z.object({
  id: z.string(),
  /** 0 the name itself, 1 its beginning, 2 the beginning of a word in it, 3 none of these. */
  closeness: z.number(),
  /** Whether the text is a word of the region's list that means it. */
  meant: z.boolean(),
  kind: z.enum(entityKinds),
  kindRank: z.number(),
  sortName: z.string(),
  searchText: z.string(),
})
export type Found = z.infer<typeof foundRow>

const ofKinds = '(entity.entityKind IN $named OR (entity.entityKind IN $meant AND entity.searchText CONTAINS $means))'

const found = `(entity.searchText CONTAINS $word OR entity.searchText CONTAINS $wordJoined OR entity.searchText CONTAINS $means)
     AND ${ofKinds}`

const ranked = `
   WITH entity, entity.searchText CONTAINS $means AS meant,
     CASE WHEN entity.searchText CONTAINS $exact OR entity.searchText CONTAINS $exactJoined THEN 0
          WHEN entity.searchText CONTAINS $begins OR entity.searchText CONTAINS $beginsJoined THEN 1
          WHEN entity.searchText CONTAINS $word OR entity.searchText CONTAINS $wordJoined THEN 2
          ELSE 3 END AS closeness,
     CASE entity.entityKind
          WHEN 'MUNICIPALITY' THEN 0 WHEN 'COUNTY' THEN 1 WHEN 'ESTABLISHMENT' THEN 2
          WHEN 'SUPPORT_ACTOR' THEN 3 WHEN 'INITIATIVE' THEN 4 WHEN 'FIRM' THEN 5 ELSE 6 END AS kindRank
   ORDER BY CASE WHEN meant THEN 0 ELSE 1 END, closeness, kindRank, entity.sortName, entity.id
   LIMIT $limit
   RETURN entity.id AS id, closeness, meant, entity.entityKind AS kind, kindRank, entity.sortName AS sortName, entity.searchText AS searchText`

/** Which kinds are looked among: some by name, and some where a word means one of them. */
type Kinds = {
  readonly means: string
  readonly named: readonly string[]
  readonly meant: readonly string[]
}

/** What is looked for, as `searchText` is written. */
type Ranking = Kinds & {
  readonly exact: string
  readonly exactJoined: string
  readonly begins: string
  readonly beginsJoined: string
  readonly word: string
  readonly wordJoined: string
  readonly limit: number
}

/** Entities with a word in their names that begins as asked, the best of them first. */
export const namedLike = query<Ranking>()(
  'entities named like a text',
  foundRow,
  `MATCH (entity:Entity)
   WHERE ${found}${ranked}`,
)

/** How many entities have a word in their names that begins as asked. */
export const countNamedLike = query<Kinds & { word: string; wordJoined: string }>()(
  'number of entities named like a text',
  z.object({ count: z.number() }),
  `MATCH (entity:Entity)
   WHERE ${found}
   RETURN count(entity) AS count`,
)

/** Entities by id, ranked in the same way. */
export const rankedById = query<Ranking & { ids: readonly string[] }>()(
  'entities that a text may find',
  foundRow,
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})
   WHERE ${ofKinds}${ranked}`,
)
