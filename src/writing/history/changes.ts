import { decodeCursor } from '../../graph/compose/cursor.js'
import { type Page, type PageArguments, pageRead, pageSize } from '../../graph/compose/page.js'
import { idOfKind } from '../../graph/entity-ids.js'
import type { GraphReader } from '../../graph/graph.js'
import { NotFoundError } from '../../kernel/input-errors.js'
import {
  changesById,
  changesForActors,
  changesNumbered,
  lastChangeNumber,
  type StoredChange,
} from '../changes/change-queries.js'
import { changesSince } from './changes-since.js'
import { offersOf, throughTime } from './concerning.js'
import { changesOfEntities, type ListedChanges, ofOwn } from './listed-changes.js'
import { TogetherRead } from './together-read.js'

/** A change as it is answered. */
export interface ShownChange extends StoredChange {
  /** The entity whose difference it is shown with; null for a whole file. */
  readonly about: string | null
  /** Reads what is asked of all changes of a list together. */
  readonly together: TogetherRead<ShownChange>
}

/** What of an entity's history is asked for. */
export interface HistoryAsked extends PageArguments {
  /** Of an actor: whether what it offers or offered is meant too. */
  readonly withOffers?: boolean | null | undefined
}

/**
 * The changes of an entity, newest first, with those of what was merged into it; of what was withdrawn too.
 * @throws NotFoundError for an id that nothing has or had; BadUserInputError for a wrong `first` or `after`.
 */
export async function historyOf(
  graph: GraphReader,
  of: string,
  { withOffers, ...page }: HistoryAsked,
): Promise<Page<ShownChange>> {
  pageSize(page)
  const own = await throughTime(graph, [of])
  if (own.length === 0) throw new NotFoundError(of)
  const offers = withOffers ? await offersOf(graph, own) : []
  const ids = [...new Set([of, ...own, ...offers])]
  return pageOfChanges(graph, 'history', page, await changesOfEntities(graph, { ids }))
}

/** Which changes of the whole register are asked for. */
export interface ChangesAsked extends PageArguments {
  readonly since?: string | null | undefined
  /** The support actor that they were made for. */
  readonly for?: string | null | undefined
  /** The support actor that they changed, or something that it offers or offered. */
  readonly about?: string | null | undefined
}

/**
 * The changes of the whole register, newest first.
 * @throws BadUserInputError for a wrong argument; NotFoundError for an actor that is not there.
 */
export async function allChanges(
  graph: GraphReader,
  { since = null, for: actor, about: whom, ...page }: ChangesAsked,
): Promise<Page<ShownChange>> {
  pageSize(page)
  if (typeof whom === 'string') {
    const own = await idsOfActor(graph, whom, 'about')
    const ids = [...new Set([...own, ...(await offersOf(graph, own))])]
    const madeFor = typeof actor === 'string' ? await idsOfActor(graph, actor, 'for') : null
    return pageOfChanges(graph, 'changes', page, await changesOfEntities(graph, { ids, since, madeFor }))
  }
  if (typeof actor === 'string') {
    return pageOfChanges(graph, 'changes', page, listed(await changesMadeFor(graph, actor, since)))
  }
  const [{ last } = { last: 0 }] = await graph.read(lastChangeNumber, {})
  const { first, without } = await changesSince(graph, since, last)
  const counted: ListedChanges = {
    totalCount: last - first + 1 - without.size,
    next: (below, most) => countedDown(Math.min(below ?? last + 1, last + 1), first, without, most),
    abouts: ofOwn,
  }
  return pageOfChanges(graph, 'changes', page, counted)
}

/** Numbers of the changes that were made for an actor since a moment. @throws NotFoundError */
async function changesMadeFor(graph: GraphReader, actor: string, since: string | null): Promise<readonly number[]> {
  const made = await graph.read(changesForActors, { actors: await idsOfActor(graph, actor, 'for') })
  return made.filter(({ at }) => at >= (since ?? '')).map(({ number }) => number)
}

/** All ids that an actor has and had, its own first. @throws NotFoundError; BadUserInputError where it is of no actor. */
async function idsOfActor(graph: GraphReader, actor: string, argument: string): Promise<readonly string[]> {
  const id = idOfKind('actor', actor, argument)
  const ids = await throughTime(graph, [id])
  if (ids.length === 0) throw new NotFoundError(actor)
  return [...new Set([id, ...ids])]
}

/** Changes by their ids, in this order; those that are not there are left out. */
export async function changesOf(graph: GraphReader, ids: readonly string[]): Promise<ShownChange[]> {
  if (ids.length === 0) return []
  const found = new Map((await graph.read(changesById, { changes: ids })).map((change) => [change.id, change]))
  return shown(
    graph,
    ids.flatMap((id) => found.get(id) ?? []),
    ({ entity }) => entity,
  )
}

/**
 * A change that was just stored, as an answer shows it.
 * @throws NotFoundError for an id that no change has.
 */
export async function changeOf(graph: GraphReader, id: string): Promise<ShownChange> {
  const [change] = await changesOf(graph, [id])
  if (!change) throw new NotFoundError(id)
  return change
}

function shown(
  graph: GraphReader,
  changes: readonly StoredChange[],
  about: (change: StoredChange) => string | null,
): ShownChange[] {
  const abouts = changes.map((change) => ({ ...change, about: about(change) }))
  const together = new TogetherRead(graph, abouts, (ids) => changesOf(graph, ids))
  return abouts.map((change) => ({ ...change, together }))
}

function listed(numbers: readonly number[]): ListedChanges {
  const ordered = numbers.toSorted((left, right) => right - left)
  return {
    totalCount: ordered.length,
    next: (below, most) => ordered.filter((number) => below === null || number < below).slice(0, most),
    abouts: ofOwn,
  }
}

function countedDown(below: number, first: number, without: ReadonlySet<number>, most: number): number[] {
  const numbers: number[] = []
  for (let number = below - 1; number >= first && numbers.length < most; number--) {
    if (!without.has(number)) numbers.push(number)
  }
  return numbers
}

async function pageOfChanges(
  graph: GraphReader,
  list: string,
  page: PageArguments,
  { totalCount, next, abouts }: ListedChanges,
): Promise<Page<ShownChange>> {
  const size = pageSize(page)
  const below = typeof page.after === 'string' ? Number(decodeCursor(page.after, list, 1)[0]) : null
  const numbers = await next(below, size + 1)
  const wanted = numbers.slice(0, size)
  const found = wanted.length === 0 ? [] : await graph.read(changesNumbered, { numbers: wanted })
  const nodes = shown(
    graph,
    found.toSorted((left, right) => right.number - left.number),
    wanted.length === 0 ? () => null : await abouts(wanted),
  )
  const among = { hasPreviousPage: below !== null, hasNextPage: numbers.length > size }
  return { ...pageRead(list, nodes, among, ({ number }) => [number]), totalCount }
}
