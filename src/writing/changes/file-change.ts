import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Graph, GraphReader, GraphTransaction } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import type { Changed } from './apply.js'
import { type NewChange, recordChange, recordChanged } from './record.js'

/** What a transaction of a file did. */
export interface Batch {
  /** Still to be recorded. */
  readonly changed: readonly Changed[]
  /** Entities that were made, each with its first revision recorded by the statement that made it. */
  readonly made: readonly string[]
}

export const emptyBatch: Batch = { changed: [], made: [] }

/** How many entities a file made, changed and took out. */
export type FileCounts = NonNullable<NewChange['counts']>

/** Which revision of an entity a change made. */
const revisionMade = query<{ change: string; entity: string; revision: number }>()(
  'whether a change made a revision',
  z.object({ number: z.number() }),
  `UNWIND [$entity] AS id
   CALL (id) {
     MATCH (entity:Entity {id: id})<-[changed:CHANGED]-(change:Change)
     WHERE changed.revision = $revision AND change.id = $change
     RETURN change.number AS number
     UNION
     MATCH (former:Former {id: id})<-[changed:CHANGED]-(change:Change)
     WHERE changed.revision = $revision AND change.id = $change
     RETURN change.number AS number
   }
   RETURN number`,
)

/** Whether a change was begun. */
const changeBegun = query<{ change: string }>()(
  'whether a change was begun',
  z.object({ number: z.number() }),
  'MATCH (change:Change {id: $change}) RETURN change.number AS number',
)

/**
 * Says of a file's change how much it did, once all of it is stored: of a source that is new, rows are written as they are
 * read, and nobody knows before. It is the one statement that adds to a change, and only where nothing was said.
 */
const completeCounts = query<{ change: string; counted: { readonly [name in keyof FileCounts]: number } }>()(
  'complete the counts of a file',
  z.object({ number: z.number() }),
  `MATCH (change:Change {id: $change})
   SET change.added = $counted.added, change.changed = $counted.changed, change.gone = $counted.gone
   RETURN change.number AS number`,
)

/**
 * The one change of a file, in as many transactions as the file takes: it is recorded with the first of them, and each
 * records what it changed. Until a file is stored whole, a change that was begun without counts has none.
 */
export class FileChange {
  readonly id = `change:${randomUUID()}`
  private isBegun = false
  private counts: FileCounts | null

  constructor(
    private readonly graph: Graph,
    private readonly about: Pick<NewChange, 'at' | 'operation' | 'entity' | 'for' | 'by' | 'source' | 'counts'> &
      Partial<Pick<NewChange, 'reason' | 'inverseOf'>>,
  ) {
    this.counts = about.counts
  }

  /** Says how much it will do, where that is known before it begins. */
  expect(counts: FileCounts): void {
    if (!this.isBegun) this.counts = counts
  }

  /**
   * Runs one transaction of the file. Where the engine runs it again after a cut, what it stored the first time stays, and
   * nothing is stored twice.
   */
  async batch(work: (transaction: GraphTransaction, change: string) => Promise<Batch>): Promise<void> {
    let first: { readonly entity: string; readonly revision: number } | null = null
    await this.graph.transaction(async (transaction) => {
      if (first !== null && (await this.hasMade(transaction, first))) return
      if (!this.isBegun) await this.begin(transaction)
      const { changed, made } = await work(transaction, this.id)
      await recordChanged(transaction, this.id, changed)
      first = changed[0] ?? (made[0] === undefined ? null : { entity: made[0], revision: 1 })
    })
    this.isBegun = true
  }

  /** Says how much it did, in the last transaction, where that was not known before. */
  async complete(transaction: GraphTransaction, counts: FileCounts): Promise<void> {
    if (this.counts !== null) return
    await transaction.write(completeCounts, { change: this.id, counted: { ...counts } })
  }

  private async begin(transaction: GraphTransaction): Promise<void> {
    if ((await transaction.read(changeBegun, { change: this.id })).length > 0) return
    const { id, about, counts } = this
    await recordChange(transaction, { reason: null, inverseOf: null, ...about, id, counts }, [])
  }

  private async hasMade(
    graph: GraphReader,
    { entity, revision }: { readonly entity: string; readonly revision: number },
  ): Promise<boolean> {
    return (await graph.read(revisionMade, { change: this.id, entity, revision })).length > 0
  }
}
