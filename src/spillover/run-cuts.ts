import { idOfKind } from '../entity-ids.js'
import type { GraphReader } from '../graph/graph.js'
import { NotFoundError } from '../input-errors.js'
import type { TotalEffects } from './cube.js'
import { REPORT_RUN } from './report-run.js'
import { directJobsOfRun, effectsOfRun, type RunDimension, runById } from './run-queries.js'

/** A stored run's effects added up by one dimension: by an id or a year; null stands for shocks that no venture makes. */
export type RunCut = ReadonlyMap<string | number | null, TotalEffects>

const nothing: TotalEffects = { direct: 0, indirect: 0, induced: 0, spillover: 0 }

/** What a cut holds for one key; zeros for one that it does not have. */
export const effectsAt = (cut: RunCut, key: string | number | null): TotalEffects => cut.get(key) ?? nothing

/**
 * A stored run's effects by one dimension, from the graph alone. In the order of the keys.
 * @throws NotFoundError
 */
export async function readRunCut(graph: GraphReader, run: string, dimension: RunDimension): Promise<RunCut> {
  const [directRows, effectRows] = await Promise.all([
    graph.read(directJobsOfRun, { run }),
    graph.read(effectsOfRun[dimension], { run }),
  ])
  // The run itself gives one row even where no other shock is in it.
  if (directRows.length === 0) throw new NotFoundError(run)
  const sums = new Map<string | number | null, { direct: number; indirect: number; induced: number }>()
  const at = (key: string | number | null) => {
    const known = sums.get(key) ?? { direct: 0, indirect: 0, induced: 0 }
    sums.set(key, known)
    return known
  }
  for (const { key, indirect, induced } of effectRows) {
    const sum = at(key === run ? null : key)
    sum.indirect += indirect
    sum.induced += induced
  }
  for (const { venture, industries, counties, years, jobs } of directRows) {
    const keys = { sector: industries, county: counties, year: years, establishment: jobs?.map(() => venture) }[
      dimension
    ]
    jobs?.forEach((direct, index) => {
      at(keys?.[index] ?? null).direct += direct
    })
  }
  return new Map(
    [...sums]
      .sort(([left], [right]) => byKey(left, right))
      .map(([key, { direct, indirect, induced }]) => [
        key,
        { direct, indirect, induced, spillover: indirect + induced },
      ]),
  )
}

/** Keys in order: ids by their letters, years by their size, other shocks last. */
export function byKey(left: string | number | null, right: string | number | null): number {
  if (left === right) return 0
  if (left === null) return 1
  if (right === null) return -1
  return left < right ? -1 : 1
}

/** Cuts that were read for one request, so that every county of a list is answered from one. */
const cutsOfRequest = new WeakMap<object, Map<string, Promise<RunCut>>>()

/** The same, read once a request. @param request what stands for the request, such as its composer. */
export function runCutOfRequest(
  request: object,
  graph: GraphReader,
  run: string,
  dimension: RunDimension,
): Promise<RunCut> {
  const cuts = cutsOfRequest.get(request) ?? new Map<string, Promise<RunCut>>()
  cutsOfRequest.set(request, cuts)
  const key = `${dimension} ${run}`
  const cut = cuts.get(key) ?? readRunCut(graph, run, dimension)
  cuts.set(key, cut)
  return cut
}

/**
 * Refuses a run that is not there; `run:report`, the default, always is.
 * @throws NotFoundError
 */
export async function requireRun(graph: GraphReader, run: string | null | undefined): Promise<void> {
  const named = idOfKind('run', run, 'run')
  if (named && named !== REPORT_RUN && (await graph.read(runById, { run: named })).length === 0) {
    throw new NotFoundError(named)
  }
}
