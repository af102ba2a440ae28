import { decodeCursor } from '../../graph/compose/cursor.js'
import { type Page, type PageArguments, pageRead, pageSize } from '../../graph/compose/page.js'
import { idOfKind } from '../../graph/entity-ids.js'
import type { GraphReader } from '../../graph/graph.js'
import { NotFoundError } from '../../kernel/input-errors.js'
import {
  changesById,
  changesForActors,
  changesNumbered,
  everOffered,
  idsThroughTime,
  lastChangeNumber,
  momentsOfChanges,
  numbersOfChanges,
  type StoredChange,
} from '../changes/change-queries.js'
import { changesSince } from './changes-since.js'
import { TogetherRead } from './together-read.js'

/** A change as it is answered. */
export interface ShownChange extends StoredChange {
  /** The entity whose difference it is shown with; null for a whole file. */
  readonly about: string | null
  /** Reads what is asked of all changes of a list together. */
  readonly together: TogetherRead<ShownChange>
}

/** Where a list of changes is read from: its numbers, newest first, as far as a page takes them. */
interface Numbers {
  readonly totalCount: number
  /** @param below only smaller ones; null for all. */
  readonly next: (below: number | null, most: number) => readonly number[]
}

/**
 * The changes of an entity, newest first, with those of what was merged into it; of what was withdrawn too.
 * @throws NotFoundError for an id that nothing has or had; BadUserInputError for a wrong `first` or `after`.
 */
export async function historyOf(graph: GraphReader, of: string, page: PageArguments): Promise<Page<ShownChange>> {
  pageSize(page)
  const ids = (await graph.read(idsThroughTime, { ids: [of] })).map(({ id }) => id)
  if (ids.length === 0) throw new NotFoundError(of)
  const abouts = new Map<number, string>()
  for (const { id, number } of await graph.read(numbersOfChanges, { ids })) {
    if (id === of || !abouts.has(number)) abouts.set(number, id)
  }
  return pageOfChanges(graph, 'history', page, listed([...abouts.keys()]), ({ number }) => abouts.get(number) ?? null)
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
  { since, for: actor, about: whom, ...page }: ChangesAsked,
): Promise<Page<ShownChange>> {
  pageSize(page)
  const ofOwn = ({ entity }: StoredChange) => entity
  if (typeof whom === 'string') {
    const abouts = await changesAbout(graph, whom, since ?? null)
    const made = typeof actor === 'string' ? new Set(await changesMadeFor(graph, actor, since ?? null)) : null
    const numbers = [...abouts.keys()].filter((number) => made === null || made.has(number))
    return pageOfChanges(graph, 'changes', page, listed(numbers), ({ number }) => abouts.get(number) ?? null)
  }
  if (typeof actor === 'string') {
    return pageOfChanges(graph, 'changes', page, listed(await changesMadeFor(graph, actor, since ?? null)), ofOwn)
  }
  const [{ last } = { last: 0 }] = await graph.read(lastChangeNumber, {})
  const { first, without } = await changesSince(graph, since ?? null, last)
  const counted = {
    totalCount: last - first + 1 - without.size,
    next: (below: number | null, most: number) =>
      countedDown(Math.min(below ?? last + 1, last + 1), first, without, most),
  }
  return pageOfChanges(graph, 'changes', page, counted, ofOwn)
}

/** Numbers of the changes that were made for an actor since a moment. @throws NotFoundError */
async function changesMadeFor(graph: GraphReader, actor: string, since: string | null): Promise<readonly number[]> {
  const actors = await throughTime(graph, [idOfKind('actor', actor, 'for')])
  if (actors.length === 0) throw new NotFoundError(actor)
  const made = await graph.read(changesForActors, { actors })
  return made.filter(({ at }) => at >= (since ?? '')).map(({ number }) => number)
}

/**
 * The changes since a moment of an actor and of what it offers or offered, by number, each with what it is shown of: the
 * actor itself where it changed several.
 * @throws NotFoundError
 */
async function changesAbout(
  graph: GraphReader,
  actor: string,
  since: string | null,
): Promise<ReadonlyMap<number, string>> {
  const id = idOfKind('actor', actor, 'about')
  const own = await throughTime(graph, [id])
  if (own.length === 0) throw new NotFoundError(actor)
  const offered = (await graph.read(everOffered, { actor: id })).map((each) => each.id)
  const offers = offered.length === 0 ? [] : await throughTime(graph, offered)
  const rows = await graph.read(numbersOfChanges, { ids: [...own, ...offers] })
  const abouts = new Map<number, string>()
  for (const row of rows) if (!abouts.has(row.number) || own.includes(row.id)) abouts.set(row.number, row.id)
  if (since === null || abouts.size === 0) return abouts
  const moments = await graph.read(momentsOfChanges, { numbers: [...abouts.keys()] })
  const early = new Set(moments.filter(({ at }) => at < since).map(({ number }) => number))
  return new Map([...abouts].filter(([number]) => !early.has(number)))
}

const throughTime = async (graph: GraphReader, ids: readonly string[]): Promise<readonly string[]> =>
  (await graph.read(idsThroughTime, { ids })).map(({ id }) => id)

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

function listed(numbers: readonly number[]): Numbers {
  const ordered = numbers.toSorted((left, right) => right - left)
  return {
    totalCount: ordered.length,
    next: (below, most) => ordered.filter((number) => below === null || number < below).slice(0, most),
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
  { totalCount, next }: Numbers,
  about: (change: StoredChange) => string | null,
): Promise<Page<ShownChange>> {
  const size = pageSize(page)
  const below = typeof page.after === 'string' ? Number(decodeCursor(page.after, list, 1)[0]) : null
  const numbers = next(below, size + 1)
  const wanted = numbers.slice(0, size)
  const found = wanted.length === 0 ? [] : await graph.read(changesNumbered, { numbers: wanted })
  const nodes = shown(
    graph,
    found.toSorted((left, right) => right.number - left.number),
    about,
  )
  const among = { hasPreviousPage: below !== null, hasNextPage: numbers.length > size }
  return { ...pageRead(list, nodes, among, ({ number }) => [number]), totalCount }
}
