import type { Knowledge } from '../edition/knowledge.js'
import type { Graph } from '../graph/graph.js'
import type { Imported } from '../import/firms/import-files.js'
import { lostParts } from '../import/firms/loss.js'
import type { PublishOptions } from '../import/firms/publish.js'
import { importReaders, type SaidOfList } from './import-readers.js'
import type { Compared, ImportKind } from './job.js'
import type { ShownChanges } from './shown-changes.js'

/** A list as it lies there to be read. */
export interface ListToRead {
  readonly kind: ImportKind
  readonly path: string
  readonly said: SaidOfList
}

/** Columns, remarks and the like that are kept of a job. */
const MOST_KEPT = 200

/**
 * Holds a list against the graph and stores nothing.
 * @throws ImportError, RefusedError where it cannot be brought in.
 */
export async function compareList(
  knowledge: Knowledge<Graph>,
  { kind, path, said }: ListToRead,
  watch: ShownChanges,
  options: Pick<PublishOptions, 'signal' | 'progress'>,
): Promise<Compared> {
  let isUntitled = false
  const imported = await importReaders[kind].read(knowledge, path, said, {
    ...{ ...options, dryRun: true, update: said.update, recordedAt: new Date().toISOString(), watch },
    confirmLoss: async () => false,
    async askTitle() {
      isUntitled = true
      return null
    },
  })
  return comparedOf(imported, isUntitled)
}

/**
 * Stores what a list changes, where that is what was shown.
 * @param said with the title that was shown.
 * @throws ChangedSinceError where it is not; nothing is stored then.
 */
export async function publishList(
  knowledge: Knowledge<Graph>,
  { kind, path, said }: ListToRead,
  watch: ShownChanges,
  options: Pick<PublishOptions, 'viewer' | 'signal' | 'progress'>,
): Promise<void> {
  await importReaders[kind].read(knowledge, path, said, {
    ...{ ...options, dryRun: false, update: said.update, recordedAt: new Date().toISOString(), watch },
    ...{ confirmLoss: async () => true, confirmUnusual: async () => true },
  })
}

function comparedOf({ source, outcome, remarks, unusual, columns }: Imported, isUntitled: boolean): Compared {
  const { added, changed, unchanged, gone, doubtful, refused, leftOut: byReason } = outcome
  const leftOut = [...byReason.values()].reduce((sum, count) => sum + count, 0)
  const cellsLost = outcome.columns.reduce((sum, { dropped }) => sum + dropped, 0)
  const asks = [
    ...(isUntitled ? [`Nothing says what the list is called: it is called ${source.title}, as the file is.`] : []),
    ...(doubtful ? lostParts(doubtful).map((part) => `It ${part}.`) : []),
    ...unusual.map((finding) => `Unusual: ${finding}.`),
  ]
  return {
    title: source.title,
    rows: added + changed + unchanged + refused.count + leftOut,
    summary: { added, changed, unchanged, gone, refused: refused.count, leftOut, cellsLost },
    columns: columns.slice(0, MOST_KEPT),
    remarks: remarks.filter((remark) => !remark.startsWith('Unusual: ')).slice(0, MOST_KEPT),
    asks,
  }
}
