import { may } from '../accounts/capabilities.js'
import type { Viewer } from '../accounts/viewer.js'
import { decodeCursor } from '../graph/compose/cursor.js'
import { type Page, type PageArguments, pageRead, pageSize } from '../graph/compose/page.js'
import type { GraphReader } from '../graph/graph.js'
import { NotFoundError } from '../kernel/input-errors.js'
import type { AnsweredUncertainty, Uncertainty } from '../spillover/uncertainty/uncertainty.js'
import { keptUncertainty } from './calculation.js'
import {
  type CalculationRow,
  calculationsById,
  calculationsCounted,
  calculationsCountedOf,
  calculationsListed,
  calculationsOf,
} from './calculation-queries.js'
import { progressOfJobs } from './job-queries.js'

/** A calculation as it is answered: how far those of its list have come is read once for all of them. */
export interface ShownCalculation extends Omit<CalculationRow, 'uncertainty' | 'run'> {
  readonly uncertainty: AnsweredUncertainty | null
  /** Id of the run that was stored. */
  readonly stored: string | null
  readonly progress: () => Promise<{ readonly done: number; readonly total: number }>
}

/** A page of calculations. */
export interface CalculationPage extends Omit<Page<ShownCalculation>, 'totalCount'> {
  /** How many there are in all, counted where it is asked. */
  readonly counted: () => Promise<number>
}

const LIST = 'calculationJobs'

/** Whether somebody may see a calculation, and end it. */
export const maySee = (viewer: Viewer, { author }: Pick<CalculationRow, 'author'>): boolean =>
  author === viewer.name || may(viewer, 'SEE_CALCULATIONS')

/** A calculation; null for an id that none has which the viewer may see. */
export async function calculationOf(graph: GraphReader, id: string, viewer: Viewer): Promise<ShownCalculation | null> {
  const rows = await graph.read(calculationsById, { jobs: [id] })
  const [found] = shown(
    graph,
    rows.filter((row) => maySee(viewer, row)),
  )
  return found ?? null
}

/**
 * A calculation that something was just done with.
 * @throws NotFoundError for an id that none has which the viewer may see.
 */
export async function calculationThere(graph: GraphReader, id: string, viewer: Viewer): Promise<ShownCalculation> {
  const found = await calculationOf(graph, id, viewer)
  if (!found) throw new NotFoundError(id)
  return found
}

/**
 * Calculations that somebody may see, newest first.
 * @throws BadUserInputError for a wrong `first` or `after`.
 */
export async function calculationsSeen(
  graph: GraphReader,
  page: PageArguments,
  viewer: Viewer,
): Promise<CalculationPage> {
  const size = pageSize(page)
  const after = typeof page.after === 'string' ? Number(decodeCursor(page.after, LIST, 1)[0]) : null
  const asked = { below: after ?? Number.MAX_SAFE_INTEGER, limit: size + 1 }
  const own = { account: viewer.name }
  const seesAll = may(viewer, 'SEE_CALCULATIONS')
  const rows = await (seesAll
    ? graph.read(calculationsListed, asked)
    : graph.read(calculationsOf, { ...asked, ...own }))
  const among = { hasPreviousPage: after !== null, hasNextPage: rows.length > size }
  return {
    ...pageRead(LIST, shown(graph, rows.slice(0, size)), among, ({ number }) => [number]),
    async counted() {
      const [all] = await (seesAll ? graph.read(calculationsCounted, {}) : graph.read(calculationsCountedOf, own))
      return all?.count ?? 0
    },
  }
}

function shown(graph: GraphReader, rows: readonly CalculationRow[]): ShownCalculation[] {
  let read: Promise<ReadonlyMap<string, { done: number; total: number }>> | null = null
  const progresses = async () =>
    new Map((await graph.read(progressOfJobs, { jobs: rows.map(({ id }) => id) })).map(({ id, ...far }) => [id, far]))
  return rows.map(({ run, uncertainty, ...row }) => ({
    ...row,
    stored: run,
    uncertainty: uncertainty === null ? null : answered(keptUncertainty.parse(JSON.parse(uncertainty))),
    async progress() {
      read ??= progresses()
      return (await read).get(row.id) ?? { done: 0, total: 0 }
    },
  }))
}

const answered = ({ byCorrelation, ...drawn }: Uncertainty): AnsweredUncertainty => ({
  ...drawn,
  byCorrelation: async () => byCorrelation,
})
