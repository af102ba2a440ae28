import type { Graph, GraphTransaction } from '../../graph/graph.js'
import type { Gone, Holdings } from './holdings.js'
import { type ImportSource, writeSource } from './import-source.js'

/**
 * Writes what differs of a source, one transaction at a time, while whoever reads goes on reading. From the first of them
 * until `end` the source says that it is not whole.
 */
export class SourceWriter<Item> {
  private last: Promise<void> | null = null

  constructor(
    private readonly graph: Graph,
    private readonly source: ImportSource,
    private readonly holdings: Holdings<Item>,
    private readonly recordedAt: string,
  ) {}

  async write(items: readonly Item[]): Promise<void> {
    for (const some of slices(items, this.graph.rowsATransaction)) {
      await this.next((transaction) => this.holdings.write(transaction, some, this.recordedAt))
    }
  }

  async remove(gone: readonly Gone[]): Promise<void> {
    for (const some of slices(gone, this.graph.rowsATransaction)) {
      await this.next((transaction) => this.holdings.remove(transaction, some, this.recordedAt))
    }
  }

  /** @param readAs how the file was read, where every row of it was taken; null where not. */
  async end(readAs: string | null): Promise<void> {
    await this.next((transaction) => writeSource(transaction, this.source, this.recordedAt, { isWhole: true, readAs }))
    await this.last
  }

  /** Begins a transaction once the one before it is stored, and does not wait for it. */
  private async next(work: (transaction: GraphTransaction) => Promise<void>): Promise<void> {
    this.last ??= this.graph.transaction((transaction) =>
      writeSource(transaction, this.source, this.recordedAt, { isWhole: false, readAs: null }),
    )
    await this.last
    this.last = this.graph.transaction(work)
    // What goes wrong is told to whoever comes next.
    this.last.catch(() => undefined)
  }
}

function* slices<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let begin = 0; begin < items.length; begin += size) yield items.slice(begin, begin + size)
}
