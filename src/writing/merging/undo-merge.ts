import type { GraphReader } from '../../graph/graph.js'
import { ConflictError } from '../../kernel/input-errors.js'
import { tieName } from '../changes/apply-ties.js'
import { type EntityChange, type LifePiece, opposite, type Piece, type StatementPiece } from '../changes/piece.js'
import { longTexts, partName, piecesIn, recordedPieces } from '../changes/recorded.js'
import { nameOfStatement } from '../statements/statement.js'
import { readStates } from '../statements/states.js'
import { laterChanges, mergeRecorded } from './merge-queries.js'
import { fieldsTouched, takenBack } from './take-back-statement.js'

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
  const ends = [...piecesOf(from), ...piecesOf(into)].flatMap((piece) =>
    piece.of === 'TIE' ? [piece.from, piece.to] : [],
  )
  const later = await laterThan(graph, { ids: [...new Set([from, into, ...ends])], entity: into, number })
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
    piece.of === 'STATEMENT' && piece.entity === into ? takenBack(piece, statements) : opposite(piece)
  return recorded.map(({ entity, label, pieces }) => ({
    ...{ entity, label },
    pieces: pieces.map(back),
    stood: pieces.find((piece): piece is LifePiece => piece.of === 'LIFE')?.stood,
  }))
}

/** A change after the merge, and what it did. */
interface Later {
  readonly id: string
  readonly number: number
  readonly entity: string
  readonly operation: string
  readonly pieces: readonly Piece[]
}

/** Later changes that were not taken back themselves. */
async function laterThan(
  graph: GraphReader,
  asked: { readonly ids: readonly string[]; readonly entity: string; readonly number: number },
): Promise<Later[]> {
  const rows = await graph.read(laterChanges, asked)
  const there = new Set(rows.map(({ id }) => id))
  const undoing = rows.filter(({ inverseOf }) => inverseOf !== null && there.has(inverseOf))
  const gone = new Set(undoing.flatMap(({ id, inverseOf }) => [id, inverseOf]))
  const left = rows.filter(({ id }) => !gone.has(id))
  const long = await longTexts(graph, [...new Set(left.flatMap(({ id, pieces }) => (pieces === null ? [id] : [])))])
  return left.map(({ pieces, ...row }) => ({
    ...row,
    pieces: piecesIn(pieces ?? long.get(partName(row.id, row.entity)) ?? '[]'),
  }))
}

/** Whether a change touches a field or relationship that a merge made another. */
function isTouching(pieces: readonly Piece[], into: string): (later: Later) => boolean {
  const ofInto = (piece: Piece): piece is StatementPiece => piece.of === 'STATEMENT' && piece.entity === into
  const fields = new Set(pieces.filter(ofInto).flatMap(fieldsTouched))
  const ties = new Set(pieces.flatMap((piece) => (piece.of === 'TIE' ? [tieName(piece)] : [])))
  return ({ pieces: others }) =>
    others.some(
      (piece) =>
        (ofInto(piece) && fieldsTouched(piece).some((name) => fields.has(name))) ||
        (piece.of === 'TIE' && ties.has(tieName(piece))),
    )
}

const idsOf = (changes: readonly Later[]): string[] => [
  ...new Set(changes.toSorted((left, right) => right.number - left.number).map(({ id }) => id)),
]
