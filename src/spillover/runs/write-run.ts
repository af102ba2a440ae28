import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { GraphError } from '../../graph/failure.js'
import type { Graph, GraphTransaction } from '../../graph/graph.js'
import { unfinishedRuns } from '../../graph/unfinished-runs.js'
import { writeElements } from '../../graph/write-elements.js'
import type { Progress } from '../../kernel/progress.js'
import { nextTurn } from '../../kernel/turns.js'
import type { EffectElement, RunElements } from './run.js'
import { forgetRunOwner, keepRunOwner, runOwner } from './run-owners.js'
import { runById, writeEffects } from './run-queries.js'
import {
  claimRun,
  forgetSomeEffects,
  forgetSomeOwnEffects,
  forgetUnfinishedRun,
  hideRun,
  originsOfRun,
  showRun,
  takeOverRun,
  touchRun,
  unfinishedRun,
  untieRun,
  writeOwnEffects,
} from './unfinished-queries.js'

/** A run that nobody wrote at for so long, in ms, is one whose writer has gone. */
const LEFT_ALONE = 30_000
const BETWEEN_LOOKS = 100
/** What looks on while a run is written. */
export interface WriteWatch {
  /** Ends it. */
  readonly signal?: AbortSignal
  /** Whether what is written then stays for the next start to take away. */
  readonly isLeft?: () => boolean
  /** Of the run's pieces. */
  readonly progress?: Progress
  /** Hears within the transaction that shows the run. */
  readonly ends?: (transaction: GraphTransaction, run: string) => Promise<void>
}

/** How often a run is begun that another server takes away as it starts. */
const ATTEMPTS = 3

/**
 * Writes a run that is there for readers once all of it is: its relationships a piece at a time, as an unfinished run, then
 * the run itself. Where another writes the same run, that one is waited for.
 * @param account whose it is then; null for nobody's.
 * @returns whether it was written; false where it is there by then.
 * @throws GraphError FAILED where it is taken away again and again; the signal's reason once it is aborted: nothing of it
 * is there then.
 */
export async function writeRunInPieces(
  graph: Graph,
  run: string,
  elements: RunElements,
  account: string | null,
  watch: WriteWatch = {},
): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const writer = await claimed(graph, run, elements.origins, watch.signal)
    if (writer === null) return false
    if (
      (await wroteEffects(graph, run, writer, elements, watch)) &&
      (await shown(graph, run, writer, elements, account, watch))
    )
      return true
  }
  throw new GraphError('FAILED', `${run} was taken away while it was written: store it again.`)
}

/** Begins a run, once no other writes it; null where it is there by then. */
async function claimed(
  graph: Graph,
  run: string,
  origins: readonly string[],
  signal: AbortSignal | undefined,
): Promise<string | null> {
  while (true) {
    signal?.throwIfAborted()
    const writer = randomUUID()
    const found = await graph.transaction(async (transaction) => {
      if ((await transaction.read(runById, { run })).length > 0) return 'THERE'
      const [other] = await transaction.read(unfinishedRun, { part: run })
      // One's own, where Neo4j runs this again after a commit that it did not tell of.
      if (other) return other.writer === writer ? 'BEGUN' : hasGone(other) ? 'LEFT' : 'WRITTEN'
      // Of a generation of its own: who reads which runs are unfinished, and then what they set off, reads both of one.
      await transaction.write(claimRun, { part: run, writer, now: now(), origins })
      return 'BEGUN'
    })
    if (found === 'THERE') return null
    if (found === 'BEGUN') return writer
    if (found === 'LEFT') await forgetInPieces(graph, run)
    else await wait(BETWEEN_LOOKS)
  }
}

const hasGone = ({ touchedAt }: { readonly touchedAt: string }): boolean =>
  Date.now() - Date.parse(touchedAt) > LEFT_ALONE

const now = (): string => new Date().toISOString()

/** Writes a run's relationships; false where another took the run away meanwhile. */
async function wroteEffects(
  graph: Graph,
  run: string,
  writer: string,
  { effects, pieces }: RunElements,
  { signal, isLeft, progress }: WriteWatch,
): Promise<boolean> {
  const rows: EffectElement[] = []
  let [written, made] = [0, 0]
  const write = async (piece: readonly EffectElement[]) => {
    written += piece.length
    return wrotePiece(graph, run, writer, piece, written)
  }
  progress?.begin(pieces)
  try {
    for (const { elements, ends } of effects()) {
      await nextTurn(signal)
      for (const effect of elements) rows.push(effect)
      while (rows.length >= graph.rowsATransaction) {
        signal?.throwIfAborted()
        if (!(await write(rows.splice(0, graph.rowsATransaction)))) return false
      }
      if (ends) made += 1
      progress?.reach(made)
    }
    return rows.length === 0 || (await write(rows))
  } catch (error) {
    if (signal?.aborted && !isLeft?.()) await forgetInPieces(graph, run)
    throw error
  }
}

/** @param written how many are, with these. */
const wrotePiece = (
  graph: Graph,
  run: string,
  writer: string,
  piece: readonly EffectElement[],
  written: number,
): Promise<boolean> =>
  graph.transaction(async (transaction) => {
    const [claim] = await transaction.read(unfinishedRun, { part: run })
    if (claim?.writer !== writer) return false
    if (claim.written < written) {
      await transaction.writeUnshown(touchRun, { part: run, writer, now: now(), written })
      await writePiece(transaction, run, piece)
    }
    return true
  })

async function writePiece(transaction: GraphTransaction, run: string, piece: readonly EffectElement[]): Promise<void> {
  const own = piece.filter(({ origin }) => origin === run).map((effect) => ({ ...effect }))
  const ofVentures = piece.filter(({ origin }) => origin !== run).map((effect) => ({ ...effect }))
  if (own.length > 0) await transaction.writeUnshown(writeOwnEffects, { part: run, rows: own })
  if (ofVentures.length > 0) await transaction.writeUnshown(writeEffects, { rows: ofVentures })
}

/** Shows a run whose relationships are written; false where another took it away meanwhile. */
const shown = (
  graph: Graph,
  run: string,
  writer: string,
  elements: RunElements,
  account: string | null,
  { ends }: WriteWatch,
): Promise<boolean> =>
  graph.transaction(async (transaction) => {
    const [claim] = await transaction.read(unfinishedRun, { part: run })
    if (claim?.writer !== writer) return (await transaction.read(runById, { run })).length > 0
    await transaction.write(showRun, { part: run, writer })
    await writeElements(transaction, elements)
    if (account !== null) await transaction.writeUnshown(keepRunOwner, { run, account })
    await ends?.(transaction, run)
    return true
  })

/**
 * Takes a run away that is there: from the first piece on nobody sees it.
 * @param requireOwn throws where it may not be, of whose it is; null for nobody's.
 * @returns whether it was there.
 */
export async function deleteRunInPieces(
  graph: Graph,
  run: string,
  requireOwn: (account: string | null) => void,
): Promise<boolean> {
  const wasThere = await graph.transaction(async (transaction) => {
    if ((await transaction.read(runById, { run })).length === 0) return false
    requireOwn((await transaction.read(runOwner, { run }))[0]?.account ?? null)
    const origins = (await transaction.read(originsOfRun, { run })).map(({ id }) => id)
    await transaction.write(untieRun, { run })
    await transaction.write(forgetRunOwner, { run })
    await transaction.write(hideRun, { run, writer: randomUUID(), now: now(), origins })
    return true
  })
  if (wasThere) await forgetInPieces(graph, run)
  return wasThere
}

/** Takes away what was left of runs that were not written, or not taken away, to their end. */
export async function sweepUnfinishedRuns(graph: Graph): Promise<void> {
  for (const run of await unfinishedRuns(graph)) await forgetInPieces(graph, run)
}

async function forgetInPieces(graph: Graph, run: string): Promise<void> {
  const [claim] = await graph.read(unfinishedRun, { part: run })
  if (!claim) return
  const most = graph.rowsATransaction
  const writer = randomUUID()
  const pieces = [
    ...claim.origins.map(
      (origin) => (transaction: GraphTransaction) =>
        transaction.writeUnshown(forgetSomeEffects, { origin, run, piece: most }),
    ),
    (transaction: GraphTransaction) => transaction.writeUnshown(forgetSomeOwnEffects, { part: run, piece: most }),
  ]
  // Whoever wrote it finds that it is theirs no more.
  await graph.transaction((transaction) => transaction.writeUnshown(takeOverRun, { part: run, writer, now: now() }))
  for (const piece of pieces) {
    let isMore = true
    while (isMore) {
      const [forgotten] = await graph.transaction(piece)
      isMore = (forgotten?.count ?? 0) >= most
    }
  }
  await graph.transaction((transaction) => transaction.writeUnshown(forgetUnfinishedRun, { part: run }))
}
