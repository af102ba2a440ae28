import type { Viewer } from '../../accounts/viewer.js'
import type { SizeRule } from '../../classification/size-class.js'
import type { Graph, GraphTransaction } from '../../graph/graph.js'
import { type Batch, FileChange, type FileCounts } from '../../writing/changes/file-change.js'
import { requireWanted } from '../import-error.js'
import type { Gone, Holdings } from './holdings.js'
import { type ImportSource, writeSource } from './import-source.js'
import type { ImportWatch } from './import-watch.js'

/** Who brings a file, and when. */
export interface Bringing {
  readonly viewer: Viewer
  readonly recordedAt: string
  /** Aborted once nobody wants it any more. */
  readonly signal?: AbortSignal | undefined
  readonly watch?: ImportWatch | undefined
  /** Hears how many rows are stored, or taken away, by now. */
  readonly onStored?: ((rows: number) => void) | undefined
}

/** The change of a file of a source, for the actor of whoever brings it. */
export const changeOfSource = (graph: Graph, source: string, { viewer, recordedAt }: Bringing): FileChange =>
  new FileChange(graph, {
    ...{ at: recordedAt, operation: 'IMPORT', entity: null, source, counts: null },
    ...{ for: viewer.actsFor[0] ?? null, by: viewer.name },
  })

/**
 * Writes what differs of a source, one transaction at a time, while whoever reads goes on reading: all of it as one change.
 * From the first of them until `end` the source says that it is not whole.
 */
export class SourceWriter<Item> {
  private last: Promise<void> | null = null
  private readonly change: FileChange
  private handed = 0

  constructor(
    graph: Graph,
    private readonly source: ImportSource,
    private readonly holdings: Holdings<Item>,
    private readonly rule: SizeRule,
    private readonly bringing: Bringing,
  ) {
    this.change = changeOfSource(graph, source.id, bringing)
    this.size = graph.rowsATransaction
  }

  private readonly size: number

  /** The id of the change that all of it is, once something is written. */
  get changeId(): string {
    return this.change.id
  }

  /** Says how much will be written, where that is known before any of it is. */
  expect(counts: FileCounts): void {
    this.change.expect(counts)
  }

  async write(items: readonly Item[]): Promise<void> {
    const { recordedAt } = this.bringing
    for (const some of slices(items, this.size)) {
      await this.next((transaction, change) => this.holdings.write(transaction, change, some, recordedAt))
      this.hand(some.length)
    }
  }

  async remove(gone: readonly Gone[]): Promise<void> {
    const { recordedAt } = this.bringing
    for (const some of slices(gone, this.size)) {
      await this.next((transaction, change) => this.holdings.remove(transaction, change, some, recordedAt))
      this.hand(some.length)
    }
  }

  /**
   * @param readAs how the file was read, where every row of it was taken; null where not.
   * @param counts what was written in all.
   */
  async end(readAs: string | null, counts: FileCounts): Promise<void> {
    await this.next(async (transaction) => {
      await this.change.complete(transaction, counts)
      await this.bringing.watch?.ends(transaction)
      return this.writeSource(transaction, readAs)
    }, true)
    await this.last
  }

  /** Waits until nothing is being stored any more, however it ends. */
  async settle(): Promise<void> {
    await this.last?.catch(() => undefined)
  }

  /** Those before these are stored once these can begin. */
  private hand(rows: number): void {
    this.bringing.onStored?.(this.handed)
    this.handed += rows
  }

  private async writeSource(transaction: GraphTransaction, readAs: string | null): Promise<Batch> {
    const { source, rule, bringing } = this
    return writeSource(transaction, source, bringing.recordedAt, { isWhole: true, readAs }, rule)
  }

  /** The first transaction: who looks on may keep all of it from being stored. */
  private begin(work: (transaction: GraphTransaction, change: string) => Promise<Batch>): Promise<void> {
    return this.change.batch(async (transaction, change) => {
      await this.bringing.watch?.begins(transaction, { source: this.source.id, change })
      return work(transaction, change)
    })
  }

  /**
   * Begins a transaction once the one before it is stored, and does not wait for it.
   * @throws ImportEndedError where nobody wants it any more.
   */
  private async next(
    work: (transaction: GraphTransaction, change: string) => Promise<Batch>,
    isLast = false,
  ): Promise<void> {
    const { source, rule, bringing } = this
    await this.last
    requireWanted(bringing.signal)
    // What is written whole in one transaction was never unfinished.
    if (!isLast && this.last === null) {
      this.last = this.begin((transaction) =>
        writeSource(transaction, source, bringing.recordedAt, { isWhole: false, readAs: null }, rule),
      )
      await this.last
    }
    this.last = this.last === null ? this.begin(work) : this.change.batch(work)
    // What goes wrong is told to whoever comes next.
    this.last.catch(() => undefined)
  }
}

function* slices<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let begin = 0; begin < items.length; begin += size) yield items.slice(begin, begin + size)
}
