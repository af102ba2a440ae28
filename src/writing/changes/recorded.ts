import { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { propertyValue, storedProperties } from '../../graph/stored-properties.js'
import { labelOfKind, nodeLabels, relationshipTypes } from '../../graph/vocabulary.js'
import type { Statement } from '../statements/statement.js'
import { tieStatement } from '../statements/stored-statement.js'
import type { FieldChange } from './difference.js'
import type { EntityChange, Piece, Stood } from './piece.js'

const statement = z.object({
  source: z.string(),
  locator: z.string(),
  recordedAt: z.string(),
  asOf: z.string().nullable(),
  confirmedOn: z.string().nullable(),
  isSeeded: z.boolean(),
  values: storedProperties,
  emptied: z.array(z.string()),
  earlier: z.record(z.string(), z.string()).optional(),
}) satisfies z.ZodType<Statement>

const life = z.enum(['NONE', 'ENTITY', 'FORMER'])

const stood = z.object({
  isImplicit: z.boolean(),
  beside: storedProperties,
  lacked: z.array(z.string()),
  places: z.array(
    z.object({ type: z.enum(relationshipTypes), to: z.string(), properties: storedProperties, isStated: z.boolean() }),
  ),
}) satisfies z.ZodType<Stood>

const pieces: z.ZodType<Piece[]> = z.array(
  z.discriminatedUnion('of', [
    z.object({
      of: z.literal('STATEMENT'),
      entity: z.string(),
      before: statement.nullable(),
      after: statement.nullable(),
    }),
    z.object({
      of: z.literal('TIE'),
      type: z.enum(relationshipTypes),
      from: z.string(),
      to: z.string(),
      key: z.string(),
      before: tieStatement.nullable(),
      after: tieStatement.nullable(),
    }),
    z.object({
      of: z.literal('LIFE'),
      entity: z.string(),
      label: z.enum(nodeLabels),
      before: life,
      after: life,
      now: z.string().nullable(),
      stood: stood.optional(),
    }),
  ]),
)

const fieldChanges: z.ZodType<FieldChange[]> = z.array(
  z.object({
    name: z.string(),
    before: z.union([propertyValue, storedProperties]).nullable(),
    after: z.union([propertyValue, storedProperties]).nullable(),
  }),
)

/** Pieces from the text that they are kept as. */
export const piecesIn = (text: string): Piece[] => pieces.parse(JSON.parse(text))

/** Differences from the text that they are kept as. */
export const differencesIn = (text: string): FieldChange[] => fieldChanges.parse(JSON.parse(text))

const keptPart = z.object({ change: z.string(), entity: z.string(), number: z.number(), text: z.string() })
type KeptPart = z.infer<typeof keptPart>

/** The texts of pieces that are too long for one property. */
const partsOfChanges = query<{ changes: readonly string[] }>()(
  'kept pieces of changes',
  keptPart,
  `UNWIND $changes AS change
   MATCH (part:ChangePart {change: change})
   RETURN part.change AS change, part.entity AS entity, part.number AS number, part.text AS text`,
)

/** More parts than one text has. */
const PARTS_A_TEXT = 10_000

/**
 * The number of the first part of what made a revision: a file changes an entity once a transaction, and each of these may
 * be long.
 */
export const firstPart = (revision: number): number => revision * PARTS_A_TEXT

/** The revision that a part's text made. */
export const revisionOfPart = (number: number): number => Math.floor(number / PARTS_A_TEXT)

/** What tells a long text of pieces from the others. */
export const partName = (change: string, entity: string, revision: number): string => `${change} ${entity} ${revision}`

/** The texts of pieces of some changes that are too long for one property, by `partName`. */
export async function longTexts(graph: GraphReader, changes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (changes.length === 0) return new Map()
  return joined(await graph.read(partsOfChanges, { changes: [...new Set(changes)] }))
}

/** Texts from their parts, by `partName`. */
function joined(parts: readonly KeptPart[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const { change, entity, number, text } of parts.toSorted((left, right) => left.number - right.number)) {
    const name = partName(change, entity, revisionOfPart(number))
    texts.set(name, (texts.get(name) ?? '') + text)
  }
  return texts
}

/** The same, of some of its entities. */
const partsOfEntities = query<{ change: string; ids: readonly string[] }>()(
  'kept pieces of a change of entities',
  z.object({ entity: z.string(), number: z.number(), text: z.string() }),
  `MATCH (part:ChangePart {change: $change})
   WHERE part.entity IN $ids
   RETURN part.entity AS entity, part.number AS number, part.text AS text`,
)

const recordedRow = z.object({
  entity: z.string(),
  kind: z.string(),
  revision: z.number(),
  pieces: z.string().nullable(),
})

/** What a change did to some entities, and former ones, by the revisions that it made. */
const piecesOfEntities = query<{ change: string; ids: readonly string[] }>()(
  'pieces of a change of entities',
  recordedRow,
  `UNWIND $ids AS asked
   CALL (asked) {
     MATCH (entity:Entity {id: asked})<-[changed:CHANGED]-(change:Change)
     WHERE change.id = $change
     RETURN entity.entityKind AS kind, changed.revision AS revision, changed.pieces AS pieces
     UNION
     MATCH (former:Former {id: asked})<-[changed:CHANGED]-(change:Change)
     WHERE change.id = $change
     RETURN former.entityKind AS kind, changed.revision AS revision, changed.pieces AS pieces
   }
   RETURN asked AS entity, kind, revision, pieces`,
)

/** The entities, and former ones, that a change changed, page by page. */
const entitiesOfChange = query<{ change: string; after: string; limit: number }>()(
  'entities of a change',
  z.object({ id: z.string() }),
  `MATCH (change:Change {id: $change})
   MATCH (change)-[:CHANGED]->(node)
   WHERE node.id > $after
   WITH DISTINCT node.id AS id
   RETURN id ORDER BY id LIMIT $limit`,
)

/** What a change did to each of its entities, and former ones, by the revisions that it made. */
const piecesOfChange = query<{ change: string }>()(
  'pieces of a change',
  recordedRow,
  `MATCH (change:Change {id: $change})
   MATCH (change)-[changed:CHANGED]->(entity)
   RETURN entity.id AS entity, entity.entityKind AS kind, changed.revision AS revision,
     changed.pieces AS pieces`,
)

/** What a change of one entity, or of a few, did to each, by its pieces. */
export async function recordedPieces(graph: GraphReader, change: string): Promise<EntityChange[]> {
  const rows = await graph.read(piecesOfChange, { change })
  const isLong = rows.some((row) => row.pieces === null)
  const long = await longTexts(graph, isLong ? [change] : [])
  return inPieces(rows, (entity, revision) => long.get(partName(change, entity, revision)))
}

/** Ids of what a change changed, whether it is an entity still or was one, some at a time in their order. */
export async function* idsOfChange(graph: GraphReader, change: string, limit: number): AsyncGenerator<string[]> {
  let after = ''
  let isMore = true
  while (isMore) {
    const ids = (await graph.read(entitiesOfChange, { change, after, limit })).map(({ id }) => id)
    if (ids.length > 0) yield ids
    after = ids.at(-1) ?? after
    isMore = ids.length === limit
  }
}

/** What a change did to some entities, by its pieces: one for each revision that it made, the first of them first. */
export async function recordedPiecesOf(
  graph: GraphReader,
  change: string,
  ids: readonly string[],
): Promise<EntityChange[]> {
  if (ids.length === 0) return []
  const rows = await graph.read(piecesOfEntities, { change, ids })
  const isLong = rows.some(({ pieces }) => pieces === null)
  const parts = isLong ? await graph.read(partsOfEntities, { change, ids }) : []
  const long = joined(parts.map((part) => ({ change, ...part })))
  return inPieces(
    rows.toSorted((left, right) => left.revision - right.revision),
    (entity, revision) => long.get(partName(change, entity, revision)),
  )
}

function inPieces(
  rows: readonly z.infer<typeof recordedRow>[],
  long: (entity: string, revision: number) => string | undefined,
): EntityChange[] {
  return rows.map(({ entity, kind, revision, pieces: text }) => {
    const label = labelOfKind(kind)
    if (!label) throw new Error(`${entity} is of the kind ${kind}, which is none`)
    return { entity, label, pieces: piecesIn(text ?? long(entity, revision) ?? '[]') }
  })
}
