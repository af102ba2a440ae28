import { z } from 'zod'
import type { Properties } from '../../graph/elements.js'
import type { GraphTransaction } from '../../graph/graph.js'
import { known } from '../../graph/known.js'
import { type QueryValue, query } from '../../graph/query.js'
import { toldOf } from '../statements/fold.js'
import type { Statement } from '../statements/statement.js'
import type { Changed } from './apply.js'
import { differenceOf } from './apply-ties.js'
import { differences, type FieldChange } from './difference.js'
import type { ChangeOperation } from './operation.js'
import type { Piece } from './piece.js'
import { firstPart } from './recorded.js'

const counted = z.object({ count: z.number() })

/** A change as it is recorded. */
export interface NewChange {
  /** Made outside of the transaction, so that one that is run again after a cut finds what it stored. */
  readonly id: string
  readonly at: string
  readonly operation: ChangeOperation
  /** The entity that it is about; null for a whole file. */
  readonly entity: string | null
  /** The actor that it was made for; null for an editor. */
  readonly for: string | null
  /** Name of the account. */
  readonly by: string
  readonly source: string | null
  readonly reason: string | null
  readonly inverseOf: string | null
  /** Whether a proposal became it; left out for no. */
  readonly isProposed?: boolean
  /** How many entities a file or edition made, changed and took out; null for a change of one. */
  readonly counts: { readonly added: number; readonly changed: number; readonly gone: number } | null
}

/** What a change did to one entity, as it is recorded. */
export interface Recorded extends Omit<Changed, 'label' | 'differed'> {
  /** Null where it is what the pieces alone say. */
  readonly differed: readonly FieldChange[] | null
}

/** Above so many characters the pieces of a change stand in nodes of their own. */
const MOST_IN_ONE = 60_000

const ownOfChange = `{id: $recorded.id, number: next, generation: coalesce(state.generation, 0), at: $recorded.at,
     operation: $recorded.operation, entity: $recorded.entity, for: $recorded.for, by: $recorded.by, source: $recorded.source,
     reason: $recorded.reason, inverseOf: $recorded.inverseOf, proposed: $recorded.proposed, added: $recorded.added,
     changed: $recorded.changed, gone: $recorded.gone}`

/** Counts a change and records it. */
const createChange = query<{ recorded: QueryValue }>()(
  'record a change',
  counted,
  `MATCH (state:NorrgraphState {id: 'state'})
   WITH state, coalesce(state.changes, 0) + 1 AS next
   SET state.changes = next
   CREATE (change:Change ${ownOfChange})
   RETURN count(*) AS count`,
)

/** The same with the one entity that it changed: a statement less, on which whoever writes waits. */
const createChangeOfOne = query<{ recorded: QueryValue; row: QueryValue }>()(
  'record a change of one entity',
  counted,
  `MATCH (state:NorrgraphState {id: 'state'})
   MATCH (entity:Entity {id: $row.entity})
   WITH state, entity, coalesce(state.changes, 0) + 1 AS next
   SET state.changes = next
   CREATE (change:Change ${ownOfChange})-[:CHANGED {revision: $row.revision, differed: $row.differed, pieces: $row.pieces}]->(entity)
   RETURN count(*) AS count`,
)

const tieTo = (label: 'Entity' | 'Former'): string =>
  `MATCH (change:Change {id: $change})
   UNWIND $rows AS row
   MATCH (node:${label} {id: row.entity})
   CREATE (change)-[:CHANGED {revision: row.revision, differed: row.differed, pieces: row.pieces}]->(node)
   RETURN count(*) AS count`

/** Records which entities a change changed, and how. */
const createChanged = query<{ change: string; rows: readonly QueryValue[] }>()(
  'record what a change changed',
  counted,
  tieTo('Entity'),
)

/** The same for those that are no entities any more. */
const createChangedFormers = query<{ change: string; rows: readonly QueryValue[] }>()(
  'record which entities a change took out',
  counted,
  tieTo('Former'),
)

/** Keeps the pieces of a change that are too long for one property. */
const createParts = query<{ rows: readonly QueryValue[] }>()(
  'keep the pieces of a change',
  counted,
  `UNWIND $rows AS row
   CREATE (part:ChangePart {id: row.id, change: row.change, entity: row.entity, number: row.number, text: row.text})
   RETURN count(*) AS count`,
)

/** Records a change and what it changed. Without `changed` it is a file's, of which `recordChanged` records each batch. */
export async function recordChange(
  transaction: GraphTransaction,
  { counts, isProposed, ...change }: NewChange,
  changed: readonly Recorded[],
): Promise<void> {
  const { added = null, changed: other = null, gone = null } = counts ?? {}
  const recorded = { ...change, proposed: isProposed ? true : null, added, changed: other, gone }
  const [only, ...others] = changed
  if (only && others.length === 0 && !only.isFormer) {
    const text = JSON.stringify(only.pieces)
    if (!isLong(text)) {
      await transaction.write(createChangeOfOne, { recorded, row: rowOf(only, text) })
      return
    }
  }
  await transaction.write(createChange, { recorded })
  await recordChanged(transaction, change.id, changed)
}

/** Records what a change changed, in the transaction that changed it. */
export async function recordChanged(
  transaction: GraphTransaction,
  change: string,
  changed: readonly Recorded[],
): Promise<void> {
  const rows = { entities: [] as QueryValue[], formers: [] as QueryValue[] }
  const kept = await keepLongPieces(
    transaction,
    change,
    changed.map(({ entity, revision, pieces }) => ({ entity, revision, text: JSON.stringify(pieces) })),
  )
  for (const [index, each] of changed.entries()) {
    const row = rowOf(each, kept[index] ?? null)
    if (each.isFormer) rows.formers.push(row)
    else rows.entities.push(row)
  }
  if (rows.entities.length > 0) await transaction.write(createChanged, { change, rows: rows.entities })
  if (rows.formers.length > 0) await transaction.write(createChangedFormers, { change, rows: rows.formers })
}

/** What stands on the relationship to an entity. @param pieces null where they are too long for it. */
function rowOf({ entity, revision, differed, pieces: all }: Recorded, pieces: string | null) {
  const told = differed === null || isSaidByPieces(entity, differed, all) ? null : JSON.stringify(differed)
  return { entity, revision, differed: told, pieces }
}

/** Pieces, as a text, by which a change made a revision of an entity. */
export interface LongText {
  readonly entity: string
  readonly revision: number
  readonly text: string
}

/** Keeps pieces that are too long for one property in nodes of their own; null stands for these, the others are returned. */
export async function keepLongPieces(
  transaction: GraphTransaction,
  change: string,
  texts: readonly LongText[],
): Promise<(string | null)[]> {
  const parts = texts.flatMap((each) => (isLong(each.text) ? partsOf(change, each) : []))
  if (parts.length > 0) await transaction.write(createParts, { rows: parts })
  return texts.map(({ text }) => (isLong(text) ? null : text))
}

const isLong = (text: string): boolean => text.length > MOST_IN_ONE

/** Cut between letters: of half a letter outside of the first plane nothing would be left. */
function partsOf(change: string, { entity, revision, text }: LongText): QueryValue[] {
  const parts: QueryValue[] = []
  for (let begin = 0; begin < text.length; ) {
    const most = text.slice(begin, begin + MOST_IN_ONE)
    const part = begin + most.length < text.length ? most.replace(/[\uD800-\uDBFF]$/, '') : most
    const number = firstPart(revision) + parts.length
    parts.push({ id: `${change} ${entity} ${number}`, change, entity, number, text: part })
    begin += part.length
  }
  return parts
}

/** Whether what differed is what the statement says that was made or changed, so that it need not be kept twice. */
const isSaidByPieces = (entity: string, differed: readonly FieldChange[], pieces: readonly Piece[]): boolean =>
  JSON.stringify(differed) === JSON.stringify(fieldsOfPieces(entity, pieces))

/** What differs by pieces alone: were what they make of statements all that is said. */
export function fieldsOfPieces(entity: string, pieces: readonly Piece[]): FieldChange[] {
  return pieces.flatMap((piece) => {
    if (piece.of === 'TIE') {
      return differenceOf(entity, piece, [piece.before ?? []].flat(), [piece.after ?? []].flat())
    }
    if (piece.of !== 'STATEMENT' || piece.entity !== entity) return []
    const told = entity.startsWith('firm:') ? toldOfFirm : toldOfOthers
    return differences(told(piece.before), told(piece.after))
  })
}

const toldOfOthers = (said: Statement | null): Properties => toldOf(said?.values ?? {})

/** A firm's statement calls its name otherwise than all entities are told of, and says more of its employees. */
function toldOfFirm(said: Statement | null): Properties {
  const { name, employeesFrom: _, employeesTo: __, ...others } = said?.values ?? {}
  return toldOf(known({ ...others, nameSv: name, asOf: said?.asOf }))
}
