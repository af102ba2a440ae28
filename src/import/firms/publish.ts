import { localEditor, type Viewer } from '../../accounts/viewer.js'
import type { Edition } from '../../edition/edition.js'
import type { Graph } from '../../graph/graph.js'
import { type Progress, silent } from '../../kernel/progress.js'
import { RefusedError } from '../../kernel/refused-error.js'
import { requireWanted } from '../import-error.js'
import type { Compared, Filled, Gone, Scope } from './holdings.js'
import { type ImportSource, isStored, isWhollyRead } from './import-source.js'
import type { ImportWatch } from './import-watch.js'
import { type ColumnLoss, isDoubtful, type Loss, lostParts, waysOut } from './loss.js'
import { RefusedRows } from './refusal.js'
import { SourceWriter } from './source-writer.js'
import { lossOf, type Readable, readDiffering, type Survey, survey } from './survey.js'

/** What is imported. */
export interface Import<Item> extends Readable<Item> {
  readonly source: ImportSource
  readonly bytes: number
  /** What the reading depends on beside the file: the same again, and nothing has to be read. */
  readonly readAs: string
  /** Lists the refused rows for whoever sent the file, and returns where; null where there are none. */
  readonly list: (refused: RefusedRows) => Promise<string | null>
}

export interface PublishOptions {
  readonly dryRun: boolean
  /** Whether the file corrects what its source says: what it does not name stays. */
  readonly update?: boolean
  /** Asked before much of what the source said is taken away. */
  readonly confirmLoss: (loss: Loss) => Promise<boolean>
  /** Asked where nothing says what list the file is; null where nobody answers: then it is called as the file is. */
  readonly askTitle?: (file: string) => Promise<string | null>
  /** Asked before what looks as if it were read wrongly is believed. */
  readonly confirmUnusual?: (findings: readonly string[]) => Promise<boolean>
  readonly recordedAt: string
  /** Who brings the file; whoever works on the machine that holds the graph where nobody is named. */
  readonly viewer?: Viewer
  readonly progress?: Progress
  /** Ends the import once it is aborted: a transaction that runs is still stored, and none begins after it. */
  readonly signal?: AbortSignal
  /** Whoever looks on; the file is read to its end then before anything of it is stored. */
  readonly watch?: ImportWatch
}

/** What an import did, or would do. */
export interface Outcome {
  readonly previous: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly gone: number
  /** Of the rows that were taken, how many name firms that were merged into others, of which they are said now. */
  readonly merged: number
  /** What each column states now, and what of it goes. */
  readonly columns: readonly ColumnLoss[]
  /** What would be asked about, where that was not asked yet. */
  readonly doubtful: Loss | null
  readonly refused: RefusedRows
  /** Where these are listed. */
  readonly refusedFile: string | null
  /** The change that it became; null where nothing was stored. */
  readonly change: string | null
  /** Rows that nobody asked for, by why. */
  readonly leftOut: ReadonlyMap<string, number>
}

/** What is published to. */
export interface PublishingTo {
  readonly graph: Graph
  readonly edition: Pick<Edition, 'sizeRule'>
}

/** So many items that differ are kept for writing; where there are more, the file is read again. */
const MOST_KEPT = 65_536

/**
 * Brings a file's rows into the graph as what its source says: reads it to see what would change, then, where that adds
 * up and no great loss is refused, writes what differs. Where the source has nothing in the graph yet there is nothing to
 * lose, and rows are written as they are read. What other sources say stays.
 * @throws RefusedError; ImportEndedError once the signal is aborted.
 */
export async function publish<Item>(
  { graph, edition: { sizeRule } }: PublishingTo,
  from: Import<Item>,
  options: PublishOptions,
): Promise<Outcome> {
  const { source, holdings } = from
  const unchanged = await alreadyThere(graph, from)
  if (unchanged) return unchanged
  const held = await holdings.held(graph)
  const { watch } = options
  const isNew = held.count === 0 && watch === undefined
  const isOneReading = isNew || options.dryRun
  const progress = options.progress ?? silent
  const { viewer = localEditor, recordedAt, signal } = options
  const total = from.bytes * (isOneReading ? 1 : 2)
  let toStore = 0
  // What is compared first is the first half; of the other half as much is done as of its rows.
  const onStored = (rows: number) => {
    if (toStore > 0) progress.reach(from.bytes * (1 + Math.min(1, rows / toStore)))
  }
  const writer = new SourceWriter(graph, source, holdings, sizeRule, { viewer, recordedAt, signal, watch, onStored })
  progress.begin(total)
  try {
    const scope = options.update ? 'CORRECTIONS' : 'WHOLE'
    let kept: Item[] | null = []
    const keep = (differing: readonly Item[]) => {
      requireWanted(signal)
      kept?.push(...differing)
      if (kept !== null && kept.length > MOST_KEPT) kept = null
    }
    const take = isNew && !options.dryRun ? (differing: readonly Item[]) => writer.write(differing) : keep
    const hearing = {
      async differs(compared: readonly Compared<Item>[]) {
        const differing = compared.map(({ item }) => item)
        const entities = differing.flatMap((item) => holdings.entitiesOf(item))
        await watch?.differs(graph, { entities, items: compared, gone: [] })
        await take(differing)
      },
      async gone(gone: readonly Gone[]) {
        const entities = gone.flatMap(({ from: id, to }) => [id, to])
        await watch?.differs(graph, { entities, items: [], gone })
      },
    }
    await watch?.differs(graph, { entities: [source.id], items: [], gone: [] })
    const seen = await survey(graph, from, held, scope, (bytes) => progress.reach(bytes), hearing)
    watch?.notTaken(seen.refused)
    const loss = lossOf(source.file, seen, held.count, holdings.items)
    const refusedFile = await from.list(seen.refused)
    requireSound(loss, seen, refusedFile, scope)
    const { counts, gone, merged, columns, refused, leftOut } = seen
    const done = { added: counts.added, changed: counts.changed, gone }
    const doubtful = isDoubtful(loss) ? loss : null
    const found = { previous: held.count, ...counts, gone, merged, columns, doubtful, refused, refusedFile, leftOut }
    const outcome = { ...found, change: null }
    if (options.dryRun) return outcome
    if (doubtful && !(await options.confirmLoss(doubtful))) throw lossRefused(doubtful, listedIn(refused, refusedFile))
    if (!isNew) {
      writer.expect(done)
      toStore = counts.added + counts.changed + gone
      if (counts.added + counts.changed > 0) {
        for await (const differing of kept === null ? readDiffering(graph, from) : [kept]) await writer.write(differing)
      }
      if (gone > 0) for await (const some of holdings.gone(graph, seen.seen)) await writer.remove(some)
    }
    const isWhollyTaken = refused.count + refused.cells + leftOut.size === 0 && scope === 'WHOLE'
    const isChanged = counts.added + counts.changed + gone > 0
    const isWritten = isChanged || isWhollyTaken || !(await isStored(graph, source))
    if (isWritten) await writer.end(isWhollyTaken ? readAs(from, loss.accepted) : null, done)
    progress.reach(total)
    return { ...outcome, doubtful: null, change: isWritten ? writer.changeId : null }
  } finally {
    await writer.settle()
    progress.end()
  }
}

const lossRefused = (loss: Loss, listed: string): RefusedError =>
  new RefusedError(
    [`Nothing was imported: ${loss.file} ${lostParts(loss).join('; ')}${listed}.`, ...waysOut(loss)].join(' '),
  )

const readAs = ({ source, readAs: how }: Pick<Import<unknown>, 'source' | 'readAs'>, count: number): string =>
  `${source.hash} ${count} ${how}`

/** What an import does where all that the file says is in the graph already; null where it has to be read. */
export async function alreadyThere(
  graph: Graph,
  from: Pick<Import<unknown>, 'source' | 'readAs'> & { readonly holdings: { held(graph: Graph): Promise<Filled> } },
): Promise<Outcome | null> {
  const held = await from.holdings.held(graph)
  return (await isWhollyRead(graph, from.source, readAs(from, held.count))) ? unchangedOutcome(held) : null
}

const unchangedOutcome = ({ count, byColumn }: Filled): Outcome => ({
  ...{ previous: count, added: 0, changed: 0, unchanged: count, gone: 0, merged: 0, doubtful: null },
  columns: Object.entries(byColumn).map(([column, stated]) => {
    return { column, states: stated, stated, lost: 0, dropped: 0, examples: [] }
  }),
  ...{ refused: new RefusedRows(), refusedFile: null, leftOut: new Map(), change: null },
})

function listedIn({ count, cells }: RefusedRows, refusedFile: string | null): string {
  if (refusedFile === null) return ''
  return ` (${count === 0 ? `cells not read: ${cells}` : `refused rows: ${count}`}, listed in ${refusedFile})`
}

/** @throws RefusedError for a file without a row to take, or of which the counts do not add up. */
function requireSound(
  { file, previous, accepted, gone }: Loss,
  { counts, refused }: Survey,
  refusedFile: string | null,
  scope: Scope,
): void {
  if (accepted === 0 && (previous === 0 || refused.count > 0 || scope === 'CORRECTIONS')) {
    throw new RefusedError(`Nothing was imported: ${file} has no row to take${listedIn(refused, refusedFile)}.`)
  }
  if (scope === 'WHOLE' && previous + counts.added - gone !== accepted) {
    throw new RefusedError(
      `Nothing was imported: ${previous} were there, ${counts.added} are new and ${gone} gone, which does not make the ${accepted} that ${file} counts.`,
    )
  }
}
