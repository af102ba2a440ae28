import type { Graph, GraphReader, GraphTransaction } from '../../graph/graph.js'
import { known } from '../../graph/known.js'
import { BadUserInputError, ConflictError, NotFoundError } from '../../kernel/input-errors.js'
import { UNFINISHED } from '../../reference/unfinished-imports.js'
import { applyChanges } from '../changes/apply.js'
import { changesById, type StoredChange } from '../changes/change-queries.js'
import { type Batch, FileChange, type FileCounts } from '../changes/file-change.js'
import { TAKEN_BACK } from '../changes/file-source.js'
import type { Writer } from '../publishing/write-change.js'
import type { Statement } from '../statements/statement.js'
import { readStates } from '../statements/states.js'
import { changesOfSource, type SaidByList, saidByList, saidOf } from './import-pieces.js'
import { laterThanImport } from './later-than-import.js'
import { planTakingBack } from './plan-take-back.js'

/** What somebody takes back, and why. */
export interface AskedTakingBack {
  readonly change: string
  readonly reason: string | null
}

/** What took a list back. */
export interface TakenBack {
  /** Id of the change that took it back. */
  readonly change: string
  readonly counts: FileCounts
}

/** So many changes that stand in the way are named. */
const MOST_NAMED = 20

/**
 * Takes back what a list's change did, whole or broken off: what its source says is what it was before. It is looked
 * through first, and nothing is written where something stands in the way; then it is written a bounded transaction at a
 * time, as one change, while others read. Until the last of them the source says that it is unfinished. Where it is broken
 * off, the same again takes back the rest.
 * @param signal ends it between two transactions once it is aborted.
 * @returns the id of the change that takes it back, with its counts.
 * @throws NotFoundError for an id that no change has; BadUserInputError for a change that is no list's; ConflictError,
 * with the changes that stand in the way, where something later touched the same, or the list was taken back before.
 */
export async function takeBackImport(
  { graph, edition: { sizeRule }, viewer }: Writer,
  { change: id, reason }: AskedTakingBack,
  signal?: AbortSignal,
): Promise<TakenBack> {
  const { change, source } = await listToTakeBack(graph, id)
  const before = await sourceBefore(graph, change, source)
  await requireNothingInTheWay(graph, change, source)
  signal?.throwIfAborted()
  const file = new FileChange(graph, {
    ...{ at: new Date().toISOString(), operation: 'UNDO', entity: null, source, counts: null },
    ...{ for: viewer.actsFor[0] ?? null, by: viewer.name, reason, inverseOf: id },
  })
  const say = (wanted: (now: Statement) => Statement) => async (transaction: GraphTransaction) =>
    sayOfSource(transaction, source, wanted, sizeRule)
  await file.batch(say(asUnfinished))
  const counts = { added: 0, changed: 0, gone: 0 }
  for await (const said of saidByList(graph, { change: id, source })) {
    for (const some of slices(said, graph.rowsATransaction)) {
      signal?.throwIfAborted()
      let done = { added: 0, changed: 0, gone: 0 }
      await file.batch(async (transaction) => {
        const { changes, states, counts: own, inTheWay } = await planTakingBack(transaction, some)
        if (inTheWay.length > 0) throw standsInTheWay(id, [], inTheWay)
        done = own
        return { changed: await applyChanges(transaction, changes, sizeRule, states), made: [] }
      })
      counts.added += done.added
      counts.changed += done.changed
      counts.gone += done.gone
    }
  }
  signal?.throwIfAborted()
  await file.batch(async (transaction) => {
    await file.complete(transaction, counts)
    return say(before)(transaction)
  })
  return { change: file.id, counts }
}

/** @throws NotFoundError; BadUserInputError for a change that is no list's. */
async function listToTakeBack(
  graph: GraphReader,
  id: string,
): Promise<{ readonly change: StoredChange; readonly source: string }> {
  const [change] = await graph.read(changesById, { changes: [id] })
  if (!change) throw new NotFoundError(id)
  const { operation, source, redacted } = change
  if (redacted) throw new BadUserInputError('input.change', `${id} was redacted: nothing tells what it was`)
  if (operation === 'IMPORT' && source !== null) return { change, source }
  throw new BadUserInputError('input.change', `${id} is no list that was brought in: undoChange takes it back`)
}

/**
 * What the source says of itself once the list is taken back.
 * @throws ConflictError where the list was taken back before, or another is being.
 */
async function sourceBefore(
  graph: GraphReader,
  { id, number }: StoredChange,
  source: string,
): Promise<(now: Statement) => Statement> {
  const later = await graph.read(changesOfSource, { source, number })
  const [whole] = later.filter(({ inverseOf, added }) => inverseOf === id && added !== null)
  if (whole) throw new ConflictError(`${id} was taken back already, by ${whole.id}`, { changes: [whole.id] })
  const ended = new Set(later.flatMap(({ inverseOf, added }) => (added === null ? [] : [inverseOf])))
  const open = later.flatMap(({ inverseOf, added }) =>
    inverseOf !== null && inverseOf !== id && added === null && !ended.has(inverseOf) ? [inverseOf] : [],
  )
  if (open.length > 0) {
    throw new ConflictError(
      `${id} cannot be taken back: ${open[0]} was begun to be taken back; take it back whole first`,
      {
        changes: [...new Set(open)],
      },
    )
  }
  const own = [id, ...later.flatMap((each) => (each.inverseOf === id ? [each.id] : []))]
  for (const change of own) {
    const [said] = await saidOf(graph, change, [source])
    if (said?.piece.of === 'STATEMENT') return sayingAgain(said.piece.before)
  }
  return (now) => now
}

/** A source that says again what it said; of one that was made, no more than what it is. */
const sayingAgain =
  (before: Statement | null) =>
  (now: Statement): Statement => {
    if (before) return before
    const { title, nameSv, nameEn, publisher, kind } = now.values
    return { ...now, values: known({ title, nameSv, nameEn, publisher, kind, fileHash: TAKEN_BACK, readAs: '' }) }
  }

const asUnfinished = (now: Statement): Statement => ({
  ...now,
  values: { ...now.values, fileHash: UNFINISHED, readAs: '' },
})

/** Changes what a source says of itself; recorded also where it says that already, for it is the sign of a taking back. */
async function sayOfSource(
  transaction: GraphTransaction,
  source: string,
  wanted: (now: Statement) => Statement,
  rule: Writer['edition']['sizeRule'],
): Promise<Batch> {
  const states = await readStates(transaction, [source])
  const [now] = states.get(source)?.statements ?? []
  if (!now) throw new NotFoundError(source)
  const pieces = [{ of: 'STATEMENT', entity: source, before: now, after: wanted(now) } as const]
  const changed = await applyChanges(transaction, [{ entity: source, label: 'Source', pieces }], rule, states)
  return { changed, made: [] }
}

/** @throws ConflictError before anything is written. */
async function requireNothingInTheWay(graph: Graph, change: StoredChange, source: string): Promise<void> {
  const later = new Set<string>()
  const others = new Set<string>()
  const see = async (said: readonly SaidByList[]) => {
    for (const id of await laterThanImport(graph, change, said)) later.add(id)
  }
  await see(await saidOf(graph, change.id, [source]))
  for await (const said of saidByList(graph, { change: change.id, source })) {
    await see(said)
    for (const id of (await planTakingBack(graph, said)).inTheWay) others.add(id)
    if (later.size >= MOST_NAMED) break
  }
  if (later.size + others.size > 0) throw standsInTheWay(change.id, [...later], [...others])
}

function standsInTheWay(id: string, later: readonly string[], others: readonly string[]): ConflictError {
  const named = later.slice(0, MOST_NAMED)
  const why =
    named.length > 0
      ? `${named.join(', ')} changed the same since`
      : `what it said of ${others.slice(0, MOST_NAMED).join(', ')} is another by now`
  return new ConflictError(`${id} cannot be taken back: ${why}`, { changes: named })
}

function* slices<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let begin = 0; begin < items.length; begin += size) yield items.slice(begin, begin + size)
}
