import type { Graph, GraphReader, GraphTransaction } from '../../graph/graph.js'
import { type Progress, silent } from '../../progress.js'
import { RefusedError } from '../../refused-error.js'
import { type ImportSource, isStored, writeSource } from './import-source.js'
import { type RefusedCell, RefusedRows, RowRefusal } from './refusal.js'

const ROWS_A_BATCH = 2_000

/** A loss is asked about beyond this share of what was there, and this many. */
const DOUBTFUL = { share: 0.02, count: 1_000 }

/** What was made of a row: what it says but for cells that could not be read, why it is not taken, or why nobody asked for it. */
export type RowReading<Item> = {
  readonly line: number
  /** The firm that it is about, as it may be shown. */
  readonly firm?: string
} & (
  | { readonly item: Item; readonly cells?: readonly RefusedCell[] }
  | { readonly refusal: RowRefusal; readonly cell?: string }
  | { readonly leftOut: string }
)

/** Which of some items the graph does not hold as they are. */
export interface Comparison<Item> {
  readonly added: readonly Item[]
  readonly changed: readonly Item[]
  readonly unchanged: number
  /** By line, those that do not fit what is in the graph. */
  readonly refused: readonly { readonly line: number; readonly refusal: RowRefusal }[]
}

/** What of the graph is a source's own, for one kind of file. */
export interface Holdings<Item> {
  /** How many items the source has in the graph. */
  count(graph: GraphReader): Promise<number>
  /** Notes an item; false where it was noted before. */
  note(item: Item, seen: Seen): boolean
  compare(graph: GraphReader, items: readonly Numbered<Item>[]): Promise<Comparison<Item>>
  /** Items of the source that were not noted, some at a time. */
  gone(graph: GraphReader, seen: Seen): AsyncIterable<readonly Gone[]>
  write(transaction: GraphTransaction, items: readonly Item[], recordedAt: string): Promise<void>
  remove(transaction: GraphTransaction, gone: readonly Gone[], recordedAt: string): Promise<void>
}

export interface Numbered<Item> {
  readonly line: number
  readonly item: Item
}

/** A set of what was read. */
export interface Seen {
  add(identity: string): boolean
  has(identity: string): boolean
}

/** How an item that is gone is found. */
export type Gone = { readonly from: string; readonly to: string; readonly key: string }

/** What is imported. */
export interface Import<Item> {
  readonly source: ImportSource
  readonly holdings: Holdings<Item>
  readonly seen: () => Seen
  /** Reads the file from its begin. */
  readonly readings: (onBytes: (bytes: number) => void) => AsyncIterable<RowReading<Item>>
  readonly bytes: number
  /** Lists the refused rows for whoever sent the file, and returns where; null where there are none. */
  readonly list: (refused: RefusedRows) => Promise<string | null>
}

export interface PublishOptions {
  readonly dryRun: boolean
  /** Asked before much is taken away. */
  readonly confirmLoss: (gone: number, previous: number) => Promise<boolean>
  /** Asked before what looks as if it were read wrongly is believed. */
  readonly confirmUnusual?: (findings: readonly string[]) => Promise<boolean>
  readonly recordedAt: string
  readonly progress?: Progress
}

/** What an import did, or would do. */
export interface Outcome {
  readonly previous: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly gone: number
  readonly refused: RefusedRows
  /** Where these are listed. */
  readonly refusedFile: string | null
  /** Rows that nobody asked for, by why. */
  readonly leftOut: ReadonlyMap<string, number>
}

/**
 * Brings a file's rows into the graph as what its source says: reads it once to see what would change, then, where that
 * adds up and no great loss is refused, once more to write. What other sources say stays.
 * @throws RefusedError
 */
export async function publish<Item>(graph: Graph, from: Import<Item>, options: PublishOptions): Promise<Outcome> {
  const { source, holdings } = from
  const progress = options.progress ?? silent
  progress.begin(from.bytes * (options.dryRun ? 1 : 2))
  try {
    const { outcome, seen } = await survey(graph, from, progress)
    const { previous, added, changed, unchanged, gone, refused, refusedFile } = outcome
    const accepted = added + changed + unchanged
    const refusedRows = refusedFile === null ? '' : ` (refused rows: ${refused.count}, listed in ${refusedFile})`
    if (accepted === 0 && (previous === 0 || refused.count > 0)) {
      throw new RefusedError(`Nothing was imported: ${source.file} has no row to take${refusedRows}.`)
    }
    if (previous + added - gone !== accepted) {
      throw new RefusedError(
        `Nothing was imported: ${previous} were there, ${added} are new and ${gone} gone, which does not make the ${accepted} that ${source.file} counts.`,
      )
    }
    if (options.dryRun) return outcome
    if (isDoubtful(outcome, accepted) && !(await options.confirmLoss(gone, previous))) {
      throw new RefusedError(
        `Nothing was imported: ${source.file} no longer names ${gone} of ${previous}${refusedRows}. Give --confirm-loss if that is right.`,
      )
    }
    const isChanged = added + changed + gone > 0
    if (isChanged) {
      await graph.transaction((transaction) => writeSource(transaction, source, options.recordedAt, 'BEGUN'))
      await write(graph, from, options.recordedAt, progress)
      for await (const some of holdings.gone(graph, seen)) {
        await graph.transaction((transaction) => holdings.remove(transaction, some, options.recordedAt))
      }
    }
    if (isChanged || !(await isStored(graph, source))) {
      await graph.transaction((transaction) => writeSource(transaction, source, options.recordedAt, 'WHOLE'))
    }
    return outcome
  } finally {
    progress.end()
  }
}

/** A large share that is also very many, or all that is left, or perhaps only stands in refused rows. */
const isDoubtful = ({ gone, previous, refused }: Outcome, accepted: number): boolean =>
  gone > DOUBTFUL.share * previous && (gone > DOUBTFUL.count || accepted === 0 || refused.count > refused.persons)

async function survey<Item>(
  graph: Graph,
  from: Import<Item>,
  progress: Progress,
): Promise<{ outcome: Outcome; seen: Seen }> {
  const seen = from.seen()
  const refused = new RefusedRows()
  const leftOut = new Map<string, number>()
  const counts = { added: 0, changed: 0, unchanged: 0, gone: 0 }
  const notTaken: Tally = { refused, leftOut }
  for await (const items of batches(from, seen, notTaken, (bytes) => progress.reach(bytes))) {
    const compared = await from.holdings.compare(graph, items)
    counts.added += compared.added.length
    counts.changed += compared.changed.length
    counts.unchanged += compared.unchanged
    for (const { line, refusal } of compared.refused) refused.add(line, refusal)
  }
  const previous = await from.holdings.count(graph)
  for await (const some of from.holdings.gone(graph, seen)) counts.gone += some.length
  return { outcome: { previous, ...counts, refused, refusedFile: await from.list(refused), leftOut }, seen }
}

async function write<Item>(graph: Graph, from: Import<Item>, recordedAt: string, progress: Progress): Promise<void> {
  const tally: Tally = { refused: new RefusedRows(), leftOut: new Map() }
  for await (const items of batches(from, from.seen(), tally, (bytes) => progress.reach(from.bytes + bytes))) {
    const { added, changed } = await from.holdings.compare(graph, items)
    const differing = [...added, ...changed]
    if (differing.length === 0) continue
    await graph.transaction((transaction) => from.holdings.write(transaction, differing, recordedAt))
  }
}

interface Tally {
  readonly refused: RefusedRows
  readonly leftOut: Map<string, number>
}

/** What is taken of a file, each item once, some at a time. */
async function* batches<Item>(
  from: Import<Item>,
  seen: Seen,
  { refused, leftOut }: Tally,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Numbered<Item>[]> {
  let batch: Numbered<Item>[] = []
  for await (const reading of from.readings(onBytes)) {
    const { line, firm } = reading
    if ('refusal' in reading) refused.add(line, reading.refusal, firm, reading.cell)
    else if ('leftOut' in reading) {
      leftOut.set(reading.leftOut, (leftOut.get(reading.leftOut) ?? 0) + 1)
      refused.addLeftOut(line, reading.leftOut, firm)
    } else if (!from.holdings.note(reading.item, seen)) {
      refused.add(line, new RowRefusal('row', 'an earlier row is about the same'), firm)
    } else {
      for (const cell of reading.cells ?? []) refused.addCell(line, cell, firm)
      batch.push(reading)
    }
    if (batch.length < ROWS_A_BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
