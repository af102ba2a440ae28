import { z } from 'zod'
import { query } from '../graph/query.js'
import { entityKinds } from '../graph/vocabulary.js'

/** An entity that a text finds or may find, with its place in the order: smaller comes first. */
const foundRow = z.object({
  id: z.string(),
  kind: z.enum(entityKinds),
  /** 0 the name itself, 1 its beginning, 2 the beginning of a word in it, 3 none of these. */
  closeness: z.number(),
  kindRank: z.number(),
  sortName: z.string(),
  searchText: z.string(),
})
export type Found = z.infer<typeof foundRow>

/** What is looked for, as `searchText` is written: in words, and in one word. */
type Sought = {
  readonly exact: string
  readonly exactJoined: string
  readonly begins: string
  readonly beginsJoined: string
  readonly word: string
  readonly wordJoined: string
}

type Ranking = Sought & { readonly kinds: readonly string[]; readonly limit: number }

const ranked = `
   WITH entity,
     CASE WHEN entity.searchText CONTAINS $exact OR entity.searchText CONTAINS $exactJoined THEN 0
          WHEN entity.searchText CONTAINS $begins OR entity.searchText CONTAINS $beginsJoined THEN 1
          WHEN entity.searchText CONTAINS $word OR entity.searchText CONTAINS $wordJoined THEN 2
          ELSE 3 END AS closeness,
     CASE entity.entityKind
          WHEN 'MUNICIPALITY' THEN 0 WHEN 'COUNTY' THEN 1 WHEN 'ESTABLISHMENT' THEN 2
          WHEN 'SUPPORT_ACTOR' THEN 3 WHEN 'INITIATIVE' THEN 4 WHEN 'FIRM' THEN 5 ELSE 6 END AS kindRank
   ORDER BY closeness, kindRank, entity.sortName, entity.id
   LIMIT $limit
   RETURN entity.id AS id, entity.entityKind AS kind, closeness, kindRank, entity.sortName AS sortName,
     entity.searchText AS searchText`

const inOneWord = 'entity.searchText CONTAINS $word'
/** Every entity is looked at, so that a text of one word is looked for once. */
const inWords = '(entity.searchText CONTAINS $word OR entity.searchText CONTAINS $wordJoined)'

/** Entities with a word in their names that begins as asked, the best of them first. */
export const namedLike = query<Ranking>()(
  'entities named like a word',
  foundRow,
  `MATCH (entity:Entity)
   WHERE ${inOneWord} AND entity.entityKind IN $kinds${ranked}`,
)

/** Entities with words in their names that begin as asked, written apart or in one, the best of them first. */
export const namedLikeWords = query<Ranking>()(
  'entities named like some words',
  foundRow,
  `MATCH (entity:Entity)
   WHERE ${inWords} AND entity.entityKind IN $kinds${ranked}`,
)

const counted = z.object({ count: z.number() })

/** How many entities have a word in their names that begins as asked. */
export const countNamedLike = query<{ word: string; wordJoined: string; kinds: readonly string[] }>()(
  'number of entities named like a word',
  counted,
  `MATCH (entity:Entity)
   WHERE ${inOneWord} AND entity.entityKind IN $kinds
   RETURN count(entity) AS count`,
)

/** How many entities have words in their names that begin as asked, written apart or in one. */
export const countNamedLikeWords = query<{ word: string; wordJoined: string; kinds: readonly string[] }>()(
  'number of entities named like some words',
  counted,
  `MATCH (entity:Entity)
   WHERE ${inWords} AND entity.entityKind IN $kinds
   RETURN count(entity) AS count`,
)

/** Entities by id, ranked in the same way. */
export const rankedById = query<Ranking & { ids: readonly string[] }>()(
  'entities that a text may find',
  foundRow,
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})
   WHERE entity.entityKind IN $kinds${ranked}`,
)

const meantOf = (label: string) =>
  `MATCH (entity:${label}) WHERE entity.searchText CONTAINS $means RETURN entity.id AS id`

/** What a word of the region's list of synonyms means: few of few. */
export const meantBy = query<{ means: string }>()(
  'what a word means',
  z.object({ id: z.string() }),
  ['Need', 'Initiative', 'SupportActor', 'Method', 'Claim'].map(meantOf).join('\n   UNION\n   '),
)
