import { requireBetween } from '../../kernel/input-errors.js'
import { inTurns, nextTurn } from '../../kernel/turns.js'
import type { PreparedArea } from '../model/areas.js'
import { totalEffects } from '../model/cube.js'
import { jobsAreKnown } from '../model/households.js'
import { bySize, pathNetworkInSteps, type StructuralPath, structuralPathsInSteps } from '../model/structural-paths.js'
import { preparedTable } from '../table/stored-table.js'
import { industryNodeId } from '../table/table-elements.js'
import type { SpilloverAnswer } from './question.js'

/** A path, its industries named by their ids. */
export interface AnsweredPath {
  /** Id of the county whose economy it is of; null where all counties are one. */
  readonly county: string | null
  readonly sectors: readonly string[]
  readonly tier: number
  readonly jobs: number
  readonly share: number
}

export interface AnsweredPaths {
  readonly share: number
  readonly paths: readonly AnsweredPath[]
}

const MOST_PATHS = 200

/**
 * The paths that carry the most of an answer's indirect jobs; none where the table does not let jobs be told.
 * @throws BadUserInputError for a number of paths out of range; the signal's reason once it is aborted.
 */
export async function pathsOf(
  { table, assumptions, regionalEmployment, effects }: SpilloverAnswer,
  first: number,
  signal?: AbortSignal,
): Promise<AnsweredPaths> {
  requireBetween('first', first, 1, MOST_PATHS)
  if (!jobsAreKnown(table.table)) return { share: 0, paths: [] }
  const { indirect } = totalEffects(effects)
  const shareOf = (jobs: number) => (indirect === 0 ? 0 : jobs / indirect)
  const prepared = preparedTable({ table, assumptions, regionalEmployment })
  const found: (StructuralPath & Pick<PreparedArea, 'county'>)[] = []
  for (const { area, indexes } of prepared.areasOf(effects.byShock.map(({ shock }) => shock))) {
    await nextTurn(signal)
    const byShock = indexes.flatMap((index) => effects.byShock[index] ?? [])
    const network = await inTurns(pathNetworkInSteps(prepared, area, byShock), signal)
    const ofArea = await inTurns(structuralPathsInSteps(network, first), signal)
    found.push(...ofArea.map((path) => ({ ...path, county: area.county })))
  }
  const paths = found
    .sort(bySize)
    .slice(0, first)
    .map(({ industries, jobs, county }) => ({
      county,
      sectors: industries.flatMap((position) => {
        const industry = table.table.industries[position]
        return industry === undefined ? [] : [industryNodeId(table.table.id, industry.code)]
      }),
      tier: industries.length - 1,
      jobs,
      share: shareOf(jobs),
    }))
  return { share: shareOf(paths.reduce((sum, { jobs }) => sum + jobs, 0)), paths }
}
