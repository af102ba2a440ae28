import type { SizeRule } from '../../classification/size-class.js'
import { idsInGraph } from '../../graph/entity-ids.js'
import type { GraphReader } from '../../graph/graph.js'
import { BadUserInputError, ConflictError } from '../../kernel/input-errors.js'
import { readTies, tieName } from '../changes/apply-ties.js'
import type { StoredChange } from '../changes/change-queries.js'
import {
  type EntityChange,
  opposite,
  type Piece,
  type StatementPiece,
  statementsAfter,
  type TiePiece,
} from '../changes/piece.js'
import { recordedPieces } from '../changes/recorded.js'
import { faultsOf } from '../forms/whole.js'
import { shownEntity } from '../statements/fold.js'
import { nameOfStatement, type Statement, type TieStatement } from '../statements/statement.js'
import { type EntityState, readStates } from '../statements/states.js'
import { endsOf, inTheWay } from './in-the-way.js'
import { changesLeftAfter, type Later } from './later-changes.js'
import { readStanding, takenOut } from './take-out.js'
import { isOtherByNow, takenBack } from './taken-back.js'
import { planUndoOfMerge } from './undo-merge.js'

/** A change, and what of it and after it decides whether it can be taken back. */
interface Undoing {
  readonly change: StoredChange
  readonly recorded: readonly EntityChange[]
  readonly later: readonly Later[]
}

/**
 * What takes a change back: what it made others is what it was, and whatever was said since of other fields stays. A source
 * that it made stays too.
 * @throws BadUserInputError for a whole file; ConflictError, with the changes that stand in the way, where the same was
 * changed since.
 */
export async function planUndo(graph: GraphReader, change: StoredChange, rule: SizeRule): Promise<EntityChange[]> {
  const { id, number, operation } = change
  if (change.redacted) throw new BadUserInputError('input.change', `${id} was redacted: nothing tells what it was`)
  if (operation === 'MERGE') return planUndoOfMerge(graph, id)
  if (operation === 'IMPORT' || operation === 'SEED' || change.entity === null) throw wholeFile(change)
  const recorded = (await recordedPieces(graph, id)).filter(({ label }) => label !== 'Source')
  if (recorded.some(({ pieces }) => pieces.some(isOfMerge))) {
    throw new BadUserInputError('input.change', `${id} undid a merge: merge the two again, by mergeEntities`)
  }
  const outs = recorded.filter(({ entity, pieces }) => pieces.some(isMaking(entity))).map(({ entity }) => entity)
  const ids = [...new Set(recorded.flatMap(({ entity, pieces }) => [entity, ...endsOf(pieces)]))]
  const undoing = { change, recorded, later: await changesLeftAfter(graph, number, ids) }
  const blocking = inTheWay(recorded, undoing.later)
  if (blocking.length > 0) throw standsInTheWay(id, blocking)
  const taken = await withoutThose(graph, outs, undoing)
  const others = recorded.filter(({ entity }) => !outs.includes(entity))
  const states = await readStates(
    graph,
    others.map(({ entity }) => entity),
  )
  const ties = await readTies(
    graph,
    others.flatMap(({ pieces }) => pieces.filter((piece) => piece.of === 'TIE')),
  )
  const changes = others.map(({ entity, label, pieces }) => ({
    ...{ entity, label },
    pieces: pieces.map((piece) => backOf(piece, undoing, { state: states.get(entity), ties })),
  }))
  await requireWhatTheyName(graph, undoing, changes)
  requireSound(undoing, changes, states, rule)
  return [...taken, ...changes]
}

const isOfMerge = (piece: Piece): boolean => piece.of === 'LIFE' && piece.now !== null

const isMaking =
  (entity: string) =>
  (piece: Piece): boolean =>
    piece.of === 'LIFE' && piece.entity === entity && piece.after === 'ENTITY'

const wholeFile = ({ id, operation }: StoredChange): BadUserInputError => {
  const ways: Partial<Record<StoredChange['operation'], string>> = {
    SEED: 'is an edition of the region’s folder: it is taken back by starting with the edition before it',
    UNDO: 'took a whole list back: import the list again',
  }
  const way = ways[operation] ?? 'is a whole list: it is taken back by takeBackImport, or norrgraph undo-import'
  return new BadUserInputError('input.change', `${id} ${way}`)
}

const standsInTheWay = (change: string, changes: readonly string[]): ConflictError =>
  new ConflictError(
    changes.length > 0
      ? `${change} cannot be taken back: ${changes.join(', ')} changed the same since`
      : `${change} cannot be taken back: what it made is another by now`,
    { changes },
  )

/** Takes out again what a change made. */
async function withoutThose(graph: GraphReader, outs: readonly string[], undoing: Undoing): Promise<EntityChange[]> {
  if (outs.length === 0) return []
  const standing = await readStanding(graph, outs)
  const own = new Set(
    undoing.recorded.flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.of === 'TIE' ? [tieName(piece)] : []))),
  )
  const foreign = [...standing.ties.values()].flat().filter((tie) => !own.has(tieName(tie)))
  if (foreign.length > 0) {
    const names = new Set(foreign.map(tieName))
    const ends = [...new Set(foreign.flatMap(({ from, to }) => [from, to]))]
    const later = await changesLeftAfter(graph, undoing.change.number, ends)
    const relating = later.filter(({ pieces }) =>
      pieces.some((piece) => piece.of === 'TIE' && names.has(tieName(piece))),
    )
    throw standsInTheWay(undoing.change.id, [...new Set(relating.map(({ id }) => id))])
  }
  return takenOut(standing)
}

function backOf(
  piece: Piece,
  undoing: Undoing,
  { state, ties }: { state: EntityState | undefined; ties: ReadonlyMap<string, readonly TieStatement[]> },
): Piece {
  if (piece.of === 'LIFE') return opposite(piece)
  if (piece.of === 'TIE') return { ...piece, ...said<TieStatement>(piece, ties.get(tieName(piece)) ?? [], undoing) }
  return { ...piece, ...said<Statement>(piece, state?.statements ?? [], undoing) }
}

/** What one source says before and after a change is taken back. */
function said<Some extends Statement | TieStatement>(
  piece: (StatementPiece | TiePiece) & { readonly before: Some | null; readonly after: Some | null },
  statements: readonly Some[],
  { change, later }: Undoing,
): { readonly before: Some | null; readonly after: Some | null } {
  const { before, after } = piece
  const [name] = [after, before].flatMap((each) => (each ? [nameOfStatement(each)] : []))
  const now = statements.find((each) => nameOfStatement(each) === name) ?? null
  const isHeardSince = later.some(({ pieces }) => pieces.some((other) => isOfSame(piece, other, name)))
  const standing = { before, after, now, isHeardSince }
  if (isOtherByNow<Some>(standing)) throw standsInTheWay(change.id, [])
  return { before: now, after: takenBack<Some>(standing) }
}

/** Whether a later piece is of what the same source says of the same. */
function isOfSame(piece: StatementPiece | TiePiece, other: Piece, name: string | undefined): boolean {
  if (other.of === 'LIFE') return false
  const isSame =
    piece.of === 'TIE'
      ? other.of === 'TIE' && tieName(other) === tieName(piece)
      : other.of === 'STATEMENT' && other.entity === piece.entity
  return isSame && other.after !== null && nameOfStatement(other.after) === name
}

/** @throws ConflictError where an end of a relationship that is brought back, or a source, is not there any more. */
async function requireWhatTheyName(
  graph: GraphReader,
  { change, later }: Undoing,
  changes: readonly EntityChange[],
): Promise<void> {
  const pieces = changes.flatMap((each) => each.pieces)
  const revived = new Set(pieces.flatMap((piece) => (piece.of === 'LIFE' ? [piece.entity] : [])))
  const stated = pieces.flatMap((piece) => (piece.of === 'LIFE' || piece.after === null ? [] : [piece.after.source]))
  const named = [...endsOf(pieces.filter((piece) => piece.of === 'TIE' && piece.after !== null)), ...stated]
  const ids = [...new Set(named)].filter((id) => !revived.has(id))
  if (ids.length === 0) return
  const there = await idsInGraph(graph, ids)
  const gone = ids.find((id) => !there.has(id))
  if (gone === undefined) return
  const changesOfIt = later.filter(({ entity }) => entity === gone).map(({ id }) => id)
  throw new ConflictError(`${change.id} cannot be taken back: there is no ${gone} any more`, { changes: changesOfIt })
}

/** @throws ConflictError where what is left would not go together, though it did before. */
function requireSound(
  { change, later }: Undoing,
  changes: readonly EntityChange[],
  states: ReadonlyMap<string, EntityState>,
  rule: SizeRule,
): void {
  for (const { entity, label, pieces } of changes) {
    const state = states.get(entity)
    if (!state || state.statements.length === 0) continue
    const statements = statementsAfter({ pieces }, state.statements)
    const faults = (some: readonly Statement[]) =>
      some.length === 0 ? [] : faultsOf(label, shownEntity(label, entity, some, rule).fields)
    const before = new Set(faults(state.statements).map(({ message }) => message))
    const fault = faults(statements).find(({ message }) => !before.has(message))
    if (!fault) continue
    const since = [...new Set(later.filter((each) => each.entity === entity).map(({ id }) => id))]
    throw new ConflictError(`${change.id} cannot be taken back: ${fault.message}`, { changes: since })
  }
}
