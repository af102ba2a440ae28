import type { GraphReader } from '../../graph/graph.js'
import type { Compared, Comparison, Filled, Gone, Holdings, Numbered, RowReading, Scope, Seen } from './holdings.js'
import type { ColumnLoss, Loss } from './loss.js'
import { RefusedRows, RowRefusal } from './refusal.js'

const ROWS_A_BATCH = 2_000

const EXAMPLES = 3

/** A file that can be read from its begin, more than once. */
export interface Readable<Item> {
  readonly holdings: Holdings<Item>
  readonly seen: () => Seen
  readonly readings: (onBytes: (bytes: number) => void) => AsyncIterable<RowReading<Item>>
}

/** What a file would change in the graph. */
export interface Survey {
  readonly counts: { readonly added: number; readonly changed: number; readonly unchanged: number }
  readonly gone: number
  readonly merged: number
  readonly examples: readonly string[]
  readonly columns: readonly ColumnLoss[]
  readonly refused: RefusedRows
  readonly leftOut: ReadonlyMap<string, number>
  readonly seen: Seen
}

/** Hears what a survey finds, some at a time. */
export interface Hearing<Item> {
  differs(differing: readonly Compared<Item>[]): Promise<void> | void
  gone(gone: readonly Gone[]): Promise<void> | void
}

/** Reads a file through and holds it against what its source says in the graph. */
export async function survey<Item>(
  graph: GraphReader,
  from: Readable<Item>,
  held: Filled,
  scope: Scope,
  onBytes: (bytes: number) => void,
  hearing: Hearing<Item>,
): Promise<Survey> {
  const { holdings } = from
  const seen = from.seen()
  const refused = new RefusedRows()
  const leftOut = new Map<string, number>()
  let merged = 0
  const counts = { ADDED: 0, CHANGED: 0, UNCHANGED: 0 }
  const tallies = new Map(holdings.columns.map((column) => [column, new ColumnTally()]))
  for await (const items of batches(from, seen, { refused, leftOut }, onBytes)) {
    const comparison = await holdings.compare(graph, items, held.count === 0)
    for (const { line, refusal } of comparison.refused) refused.add(line, refusal)
    for (const { item, state, states, stated, isMerged = false } of comparison.compared) {
      counts[state] += 1
      if (isMerged) merged += 1
      for (const column of states) tallies.get(column)?.states(stated.includes(column))
      for (const column of stated) {
        if (!states.includes(column)) tallies.get(column)?.drops(holdings.nameOf(item))
      }
    }
    await hearing.differs(differingOf(comparison))
  }
  const examples: string[] = []
  let gone = 0
  if (scope === 'WHOLE' && held.count > counts.CHANGED + counts.UNCHANGED) {
    for await (const some of holdings.gone(graph, seen)) {
      gone += some.length
      await hearing.gone(some)
      examples.push(...some.slice(0, EXAMPLES - examples.length).map(({ name }) => name))
    }
  }
  const columns = [...tallies].map(([column, tally]) =>
    tally.loss(column, held.byColumn[column] ?? 0, scope === 'WHOLE'),
  )
  const { ADDED: added, CHANGED: changed, UNCHANGED: unchanged } = counts
  return { counts: { added, changed, unchanged }, gone, merged, examples, columns, refused, leftOut, seen }
}

export const lossOf = (
  file: string,
  { counts, gone, examples, columns }: Survey,
  previous: number,
  items: string,
): Loss => {
  const accepted = counts.added + counts.changed + counts.unchanged
  return { file, items, previous, accepted, gone, examples, columns }
}

/** Counts the values of one column. */
class ColumnTally {
  private count = 0
  private kept = 0
  private dropped = 0
  private readonly examples: string[] = []

  states(wasStated: boolean): void {
    this.count += 1
    if (wasStated) this.kept += 1
  }

  drops(name: string): void {
    this.dropped += 1
    if (this.examples.length < EXAMPLES) this.examples.push(name)
  }

  /** @param isWhole whether values of items that the file does not name go. */
  loss(column: string, stated: number, isWhole: boolean): ColumnLoss {
    const lost = isWhole ? stated - this.kept : 0
    return { column, states: this.count, stated, lost, dropped: this.dropped, examples: this.examples }
  }
}

/** What was not taken of a file. */
interface NotTaken {
  readonly refused: RefusedRows
  readonly leftOut: Map<string, number>
}

/** Items of a file that differ from what is in the graph, read anew, some at a time. */
export async function* readDiffering<Item>(graph: GraphReader, from: Readable<Item>): AsyncGenerator<readonly Item[]> {
  const notTaken = { refused: new RefusedRows(), leftOut: new Map() }
  for await (const items of batches(from, from.seen(), notTaken, () => undefined)) {
    yield differingOf(await from.holdings.compare(graph, items, false)).map(({ item }) => item)
  }
}

const differingOf = <Item>({ compared }: Comparison<Item>): Compared<Item>[] =>
  compared.filter(({ state }) => state !== 'UNCHANGED')

/** What is taken of a file, each item once, some at a time. */
async function* batches<Item>(
  { holdings, readings }: Readable<Item>,
  seen: Seen,
  { refused, leftOut }: NotTaken,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Numbered<Item>[]> {
  let batch: Numbered<Item>[] = []
  for await (const reading of readings(onBytes)) {
    const { line, firm } = reading
    if ('refusal' in reading) refused.add(line, reading.refusal, firm, reading.cell)
    else if ('leftOut' in reading) {
      leftOut.set(reading.leftOut, (leftOut.get(reading.leftOut) ?? 0) + 1)
      refused.addLeftOut(line, reading.leftOut, firm)
    } else if (!holdings.note(reading.item, seen)) {
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
