import type { Knowledge } from '../../edition/knowledge.js'
import { idOfKind } from '../../graph/entity-ids.js'
import type { GraphReader } from '../../graph/graph.js'
import { NotFoundError } from '../../kernel/input-errors.js'
import type { TotalEffects } from '../model/cube.js'
import { directJobsOfRuns, effectsOfRuns, type RunDimension, runById } from './run-queries.js'

/** A stored run's effects added up by one dimension: by an id or a year; null stands for shocks that no venture makes. */
export type RunCut = ReadonlyMap<string | number | null, TotalEffects>

const nothing: TotalEffects = { direct: 0, indirect: 0, induced: 0, spillover: 0 }

/** What a cut holds for one key; zeros for one that it does not have. */
export const effectsAt = (cut: RunCut, key: string | number | null): TotalEffects => cut.get(key) ?? nothing

type Sums = Map<string | number | null, { direct: number; indirect: number; induced: number }>

/** Stored runs' effects by one dimension, in the order of the keys, by their ids; without runs that are not there. */
export async function readRunCuts(
  graph: GraphReader,
  runs: readonly string[],
  dimension: RunDimension,
): Promise<ReadonlyMap<string, RunCut>> {
  const [directRows, effectRows] = await Promise.all([
    graph.read(directJobsOfRuns, { runs }),
    graph.read(effectsOfRuns[dimension], { runs }),
  ])
  // A run itself gives one row even where no other shock is in it.
  const ofRuns = new Map<string, Sums>(directRows.map(({ run }) => [run, new Map()]))
  const at = (run: string, key: string | number | null) => {
    const sums = ofRuns.get(run)
    const known = sums?.get(key) ?? { direct: 0, indirect: 0, induced: 0 }
    sums?.set(key, known)
    return known
  }
  for (const { run, key, indirect, induced } of effectRows) {
    const sum = at(run, key === run ? null : key)
    sum.indirect += indirect
    sum.induced += induced
  }
  for (const { run, venture, industries, counties, years, jobs } of directRows) {
    const keys = { sector: industries, county: counties, year: years, establishment: jobs?.map(() => venture) }[
      dimension
    ]
    jobs?.forEach((direct, index) => {
      at(run, keys?.[index] ?? null).direct += direct
    })
  }
  return new Map([...ofRuns].map(([run, sums]) => [run, inOrder(sums)]))
}

const inOrder = (sums: Sums): RunCut =>
  new Map(
    [...sums]
      .sort(([left], [right]) => byKey(left, right))
      .map(([key, { direct, indirect, induced }]) => [
        key,
        { direct, indirect, induced, spillover: indirect + induced },
      ]),
  )

/** Keys in order: ids by their letters, years by their size, other shocks last. */
export function byKey(left: string | number | null, right: string | number | null): number {
  if (left === right) return 0
  if (left === null) return 1
  if (right === null) return -1
  return left < right ? -1 : 1
}

/**
 * Refuses a run that is not there; the region's standing one, the default, always is.
 * @throws NotFoundError
 */
export async function requireRun({ graph, edition }: Knowledge, run: string | null | undefined): Promise<void> {
  const named = idOfKind('run', run, 'run')
  if (named && named !== edition.spillover.run.id && (await graph.read(runById, { run: named })).length === 0) {
    throw new NotFoundError(named)
  }
}
