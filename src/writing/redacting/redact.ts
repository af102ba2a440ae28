import type { GraphReader } from '../../graph/graph.js'
import { BadUserInputError, NotFoundError } from '../../kernel/input-errors.js'
import { changesById, idsThroughTime, type StoredChange } from '../changes/change-queries.js'
import type { EntityChange } from '../changes/piece.js'
import { idsOfChange, recordedPiecesOf } from '../changes/recorded.js'
import { endsOf } from '../corrections/in-the-way.js'
import { slugOf } from '../publishing/slug.js'
import type { Writer } from '../publishing/write-change.js'
import { blankEntitiesOf } from './blank-entities.js'
import { blankHistoryOf, blankProposalsOf } from './blank-history.js'
import { blankJobsOf } from './blank-jobs.js'
import { BLANK, textsSaidBy } from './blanked.js'
import { blankChanges, changedTogether, changesOfOne } from './redact-queries.js'

/** What is to be blanked. */
export interface AskedRedaction {
  readonly change: string
  /** Of a file's change the one entity; null for all that it did. */
  readonly entity: string | null
}

/** What was blanked. */
export interface Redacted {
  readonly change: string
  /** What remains, and what is still to be done, a sentence each. */
  readonly remarks: readonly string[]
}

/** So many entities of a file's change are blanked at once. */
const MOST_AT_ONCE = 200

/** Years for which an actor's own statements are looked for. */
const YEARS = { first: 2020, last: 2100 }

/**
 * Blanks what should never have been written: the texts that a change was the first to say, wherever they stand by now (the
 * change and why it was made, later ones, what sources say, what is shown, proposals, what entities were). Who did what to
 * which entity and when stays, and so do numbers, dates, codes and ids.
 * @throws NotFoundError for an id that no change has; BadUserInputError where it did nothing to the entity, or is of too
 * many to be blanked at once.
 */
export function redactChange(
  { graph, edition: { sizeRule } }: Pick<Writer, 'graph' | 'edition'>,
  { change: id, entity }: AskedRedaction,
): Promise<Redacted> {
  return graph.transaction(async (transaction) => {
    const [change] = await transaction.read(changesById, { changes: [id] })
    if (!change) throw new NotFoundError(id)
    const changes = await whatItDid(transaction, change, entity)
    const texts = textsSaidBy(change, changes)
    const own = changes.map((each) => each.entity)
    const entities = await throughTime(transaction, [
      ...(await withThoseItWasPartOf(transaction, own)),
      ...statedByActors(own),
      ...listOf(change),
    ])
    const tied = changes.flatMap(({ pieces }) => endsOf(pieces))
    const all = [...new Set([...entities, ...(await throughTime(transaction, tied))])]
    for (const hash of await hashesOf(transaction, change)) texts.set(hash, BLANK)
    if (all.length > 0) {
      await blankHistoryOf(transaction, all, texts)
      await blankEntitiesOf(transaction, entities, texts, sizeRule)
    }
    await blankProposalsOf(transaction, { change: id, ids: new Set(entities) }, texts)
    await blankJobsOf(transaction, texts)
    const isWhole = entity === null || change.entity !== null
    const reason = isWhole && change.reason !== null ? { reason: BLANK } : {}
    await transaction.write(blankChanges, {
      rows: [{ id, properties: { ...reason, redacted: isWhole ? true : null } }],
    })
    return { change: id, remarks: remarksOn(change, own, [...texts.keys()]) }
  })
}

/** What a change did, of the one entity that is asked about where one is. */
async function whatItDid(graph: GraphReader, change: StoredChange, entity: string | null): Promise<EntityChange[]> {
  if (entity !== null) {
    const did = await recordedPiecesOf(graph, change.id, await throughTime(graph, [entity]))
    if (did.length > 0) return did
    throw new BadUserInputError('input.entity', `${change.id} did nothing to ${entity}`)
  }
  const [ids = []] = await firstOf(idsOfChange(graph, change.id, MOST_AT_ONCE + 1))
  if (ids.length <= MOST_AT_ONCE) return recordedPiecesOf(graph, change.id, ids)
  throw new BadUserInputError(
    'input.entity',
    `${change.id} is of more than ${MOST_AT_ONCE} entities: name the one of which it should never have been written`,
  )
}

async function firstOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  for await (const item of items) return [item]
  return []
}

/** Entities with those that they were merged with, also where that was taken back, and what was made together with them. */
async function withThoseItWasPartOf(graph: GraphReader, ids: readonly string[]): Promise<string[]> {
  const found = new Set(ids)
  for (let latest = [...found]; latest.length > 0; ) {
    const changes = (await graph.read(changesOfOne, { ids: latest })).map(({ change }) => change)
    const together = changes.length === 0 ? [] : await graph.read(changedTogether, { changes })
    latest = [...new Set(together.map(({ id }) => id))].filter((id) => !found.has(id))
    for (const id of latest) found.add(id)
  }
  return [...found]
}

async function throughTime(graph: GraphReader, ids: readonly string[]): Promise<string[]> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return []
  return [...new Set((await graph.read(idsThroughTime, { ids: asked })).map(({ id }) => id))]
}

/** Sources in which actors state things themselves are called as they are. */
const statedByActors = (ids: readonly string[]): string[] =>
  ids
    .filter((id) => id.startsWith('actor:'))
    .flatMap((id) =>
      Array.from(
        { length: YEARS.last - YEARS.first },
        (_, index) => `source:stated-by-${id.replace('actor:', '')}-${YEARS.first + index}`,
      ),
    )

const isList = ({ operation }: StoredChange): boolean => operation === 'IMPORT'

const listOf = (change: StoredChange): string[] => (isList(change) && change.source !== null ? [change.source] : [])

/** Digests of the file that said it: what stood in a short one can be guessed from its digest. */
async function hashesOf(graph: GraphReader, change: StoredChange): Promise<string[]> {
  const changes = await recordedPiecesOf(graph, change.id, listOf(change))
  return changes
    .flatMap(({ pieces }) => pieces)
    .flatMap((piece) => (piece.of === 'STATEMENT' ? [piece.after?.values.fileHash] : []))
    .filter((hash) => typeof hash === 'string')
    .filter((hash) => /^[0-9a-f]{64}$/.test(hash))
}

function remarksOn(change: StoredChange, ids: readonly string[], texts: readonly string[]): string[] {
  const slugs = texts.map(slugOf).filter((slug) => slug.length > 2 && slug !== 'unnamed')
  const named = ids.filter((id) => slugs.some((slug) => id.includes(slug)))
  return [
    'Backups and files of the graph that were made before still hold it, and so may the database’s own log until it is written anew.',
    ...named.map(
      (id) => `The id ${id} was made of it, and stays: make it anew under another name, and withdraw this one.`,
    ),
    ...(isList(change) ? ['The file still says it: to import that again writes it again.'] : []),
  ]
}
