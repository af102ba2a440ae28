import { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { ConflictError } from '../../kernel/input-errors.js'
import { tieName } from '../changes/apply-ties.js'
import { isSame } from '../changes/difference.js'
import { type EntityChange, type LifePiece, opposite, type Piece, type StatementPiece } from '../changes/piece.js'
import { recordedPieces } from '../changes/recorded.js'
import { isTold } from '../statements/fold.js'
import { inOwnAges, nameOfStatement, type Statement } from '../statements/statement.js'
import { readStates } from '../statements/states.js'
import { endsOf } from './in-the-way.js'
import { changesLeftNaming, type Later } from './later-changes.js'
import { agesLeft, isSameSaid, namesDiffering, namesMeant } from './taken-back.js'

/** A merge, and what its two are now: an entity, or what it became. */
const mergeRecorded = query<{ change: string }>()(
  'a merge as it was recorded',
  z.object({ number: z.number(), into: z.string(), from: z.string(), isStanding: z.boolean() }),
  `MATCH (change:Change {id: $change})
   MATCH (change)-[:CHANGED]->(former:Former)
   WHERE former.id <> change.entity
   RETURN change.number AS number, change.entity AS into, former.id AS from,
     EXISTS { MATCH (former)-[:NOW]->(entity:Entity) WHERE entity.id = change.entity } AS isStanding`,
)

/**
 * What takes a merge back: both are as they were before it, but for what others said since of the one that stayed. To be
 * applied by `applyChanges`.
 * @param change its id.
 * @throws ConflictError, with the changes that stand in the way: those after it that touch the same fields or
 * relationships, such as a merge of what it made, which is taken back first.
 */
export async function planUndoOfMerge(graph: GraphReader, change: string): Promise<EntityChange[]> {
  const [merge] = await graph.read(mergeRecorded, { change })
  if (!merge) throw new ConflictError(`${change} was taken back already`, { changes: [] })
  const { from, into, number, isStanding } = merge
  const recorded = await recordedPieces(graph, change)
  const piecesOf = (entity: string): readonly Piece[] => recorded.find((each) => each.entity === entity)?.pieces ?? []
  const ends = endsOf([...piecesOf(from), ...piecesOf(into)])
  const later = await changesLeftNaming(graph, { number, ids: [...new Set([from, into, ...ends])], entity: into })
  if (!isStanding) {
    const merges = later.filter(
      ({ operation, entity }) => operation === 'MERGE' && (entity === into || entity === from),
    )
    throw new ConflictError(`${into} was merged further since: take that back first`, { changes: idsOf(merges) })
  }
  const standing = later.filter(isTouching(piecesOf(into), into))
  if (standing.length > 0) {
    throw new ConflictError(`Of ${into} the same was changed since: take that back first`, { changes: idsOf(standing) })
  }
  const state = (await readStates(graph, [into])).get(into)
  const statements = new Map(state?.statements.map((each) => [nameOfStatement(each), each]))
  const back = (piece: Piece): Piece =>
    piece.of === 'STATEMENT' && piece.entity === into ? unmerged(piece, statements) : opposite(piece)
  return recorded.map(({ entity, label, pieces }) => ({
    ...{ entity, label },
    pieces: pieces.map(back),
    stood: pieces.find((piece): piece is LifePiece => piece.of === 'LIFE')?.stood,
  }))
}

/** Whether a change touches a field or relationship that a merge made another. */
function isTouching(pieces: readonly Piece[], into: string): (later: Later) => boolean {
  const ofInto = (piece: Piece): piece is StatementPiece => piece.of === 'STATEMENT' && piece.entity === into
  const namesOf = ({ before, after }: StatementPiece) => namesMeant(before, after)
  const fields = new Set(pieces.filter(ofInto).flatMap(namesOf))
  const ties = new Set(pieces.flatMap((piece) => (piece.of === 'TIE' ? [tieName(piece)] : [])))
  return ({ pieces: others }) =>
    others.some(
      (piece) =>
        (ofInto(piece) && namesOf(piece).some((name) => fields.has(name))) ||
        (piece.of === 'TIE' && ties.has(tieName(piece))),
    )
}

const idsOf = (changes: readonly Later[]): string[] => [...new Set(changes.map(({ id }) => id))]

/**
 * What takes a piece back where its source may have said more since: that stays.
 * @param now what sources say, by `nameOfStatement`; nobody has touched what the piece did.
 */
function unmerged(piece: StatementPiece, now: ReadonlyMap<string, Statement>): StatementPiece {
  const { entity, before, after } = piece
  const [named] = [after, before].flatMap((each) => (each ? [nameOfStatement(each)] : []))
  const standing = now.get(named ?? '') ?? null
  if (!standing || !after || isSameSaid(standing, after)) {
    return { of: 'STATEMENT', entity, before: standing, after: before }
  }
  const touched = new Set(namesDiffering(before, after))
  const kept = Object.entries(standing.values).filter(
    ([name, value]) => !touched.has(name) || (!isTold(name) && !isSame(after.values[name], value)),
  )
  const restored = Object.entries(before?.values ?? {}).filter(([name]) => touched.has(name))
  const emptied = [
    ...standing.emptied.filter((name) => !touched.has(name)),
    ...(before?.emptied ?? []).filter((name) => touched.has(name)),
  ].toSorted()
  const isConfirmedSince = standing.confirmedOn !== after.confirmedOn
  const confirmedOn = isConfirmedSince ? standing.confirmedOn : (before?.confirmedOn ?? null)
  const isSaidSince = standing.recordedAt !== after.recordedAt || standing.asOf !== after.asOf
  const { locator, recordedAt, asOf } = isSaidSince || !before ? standing : before
  const values = Object.fromEntries([...restored, ...kept])
  const ages = agesLeft({ before, now: standing }, touched)
  const left = inOwnAges({ ...standing, locator, recordedAt, asOf, values, emptied, confirmedOn, ...ages })
  const isSomething = before !== null || kept.length + emptied.length > 0 || confirmedOn !== null
  return { of: 'STATEMENT', entity, before: standing, after: isSomething ? left : null }
}
