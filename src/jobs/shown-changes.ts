import { createHash, type Hash } from 'node:crypto'
import { readGeneration } from '../graph/generation.js'
import type { GraphReader, GraphTransaction } from '../graph/graph.js'
import type { Begun, Differing, ImportWatch } from '../import/firms/import-watch.js'
import { RefusedRows } from '../import/firms/refusal.js'
import { requireWanted } from '../import/import-error.js'
import { Pauses } from '../kernel/turns.js'
import { revisionsOf } from './job-queries.js'

/** Ids that are looked up at a time: rows are taken up at one go, and nobody is answered meanwhile. */
const IDS_AT_ONCE = 200

/** That the graph is another than the one that a list was held against. */
export class ChangedSinceError extends Error {
  override readonly name = 'ChangedSinceError'
  constructor() {
    super('The graph has changed since this was shown')
  }
}

/** Some entities, in one text, with a digest of their revisions. */
interface Touched {
  readonly ids: string
  readonly revisions: string
}

/**
 * Looks on while a list is held against the graph. What it would change, and the revisions of all entities that this
 * touches, come into one digest, in the order of the file, which is the same for the same file: what is unrelated may be
 * written meanwhile, and changes nothing of it.
 */
export class ShownChanges implements ImportWatch {
  refused = new RefusedRows()
  private readonly hash: Hash = createHash('sha256')
  private readonly touched: Touched[] = []

  /**
   * @param signal once it is aborted nothing is begun any more.
   * @param generation of the graph before anything of the list was read.
   * @param expected the digest of what was shown, without which nothing may be stored; null where nothing was.
   * @param stored hears within the first and the last transaction of what is stored.
   */
  constructor(
    private readonly signal: AbortSignal,
    private readonly generation: number,
    private readonly expected: string | null,
    private readonly stored: {
      readonly begins: (transaction: GraphTransaction, begun: Begun) => Promise<void>
      readonly ends: (transaction: GraphTransaction) => Promise<void>
    },
  ) {}

  async differs(graph: GraphReader, { entities, items, gone }: Differing): Promise<void> {
    const pauses = new Pauses()
    for (const { item, state } of items) {
      if (pauses.isDue) await pauses.take()
      this.hash.update(`${state} ${JSON.stringify(item)}\n`)
    }
    for (const { from, to, key } of gone) this.hash.update(`GONE ${from} ${to} ${key}\n`)
    const ids = [...new Set(entities)]
    for (let begin = 0; begin < ids.length; begin += IDS_AT_ONCE) {
      const some = ids.slice(begin, begin + IDS_AT_ONCE)
      const revisions = await revisionsDigest(graph, some)
      this.hash.update(`${revisions}\n`)
      this.touched.push({ ids: some.join(' '), revisions })
    }
  }

  notTaken(refused: RefusedRows): void {
    this.refused = refused
  }

  /** The digest of all that was heard so far. */
  digest(): string {
    return this.hash.copy().digest('hex')
  }

  /**
   * Within the transaction that stores the first of it, whose lock keeps all others from writing: what was read is what
   * was shown, and what it touches was not written to while it was read.
   * @throws ChangedSinceError
   */
  async begins(transaction: GraphTransaction, begun: Begun): Promise<void> {
    requireWanted(this.signal)
    this.requireShown()
    // The change itself is recorded by now, and has raised it by one: then nothing else was written at all.
    if ((await readGeneration(transaction)) !== this.generation + 1) {
      for (const { ids, revisions } of this.touched) {
        if ((await revisionsDigest(transaction, ids.split(' '))) !== revisions) throw new ChangedSinceError()
      }
    }
    await this.stored.begins(transaction, begun)
  }

  /** @throws ChangedSinceError where what was heard is not what was shown. */
  requireShown(): void {
    if (this.digest() !== this.expected) throw new ChangedSinceError()
  }

  ends(transaction: GraphTransaction): Promise<void> {
    return this.stored.ends(transaction)
  }
}

async function revisionsDigest(graph: GraphReader, ids: readonly string[]): Promise<string> {
  const rows = await graph.read(revisionsOf, { ids })
  const found = rows.map(({ id, revision }) => `${id} ${revision}`).toSorted()
  return createHash('sha256').update(found.join('\n')).digest('base64')
}
