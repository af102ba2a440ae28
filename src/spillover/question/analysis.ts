import type { Knowledge } from '../../edition/knowledge.js'
import { requireBetween } from '../../kernel/input-errors.js'
import { inTurns, nextTurn } from '../../kernel/turns.js'
import { totalEffects } from '../model/cube.js'
import type { PreparedArea } from '../model/effects.js'
import { jobsAreKnown } from '../model/households.js'
import { type IndustryMultipliers, type MultiplierQuestion, multipliersInSteps } from '../model/multipliers.js'
import { bySize, pathNetworkInSteps, type StructuralPath, structuralPathsInSteps } from '../model/structural-paths.js'
import { sharesOfSuppliers } from '../model/trade-shares.js'
import { keptModelInSteps, preparedTable, readTable } from '../table/stored-table.js'
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

/** An industry's multipliers; the industry is named by its id. */
export interface AnsweredMultipliers extends IndustryMultipliers {
  readonly sector: string
}

const MOST_PATHS = 200

/**
 * The paths that carry the most of an answer's indirect jobs; none where the table does not let jobs be told.
 * @throws BadUserInputError for a number of paths out of range; the signal's reason once it is aborted.
 */
export async function pathsOf(
  { table, assumptions, regional, effects }: SpilloverAnswer,
  first: number,
  signal?: AbortSignal,
): Promise<AnsweredPaths> {
  requireBetween('first', first, 1, MOST_PATHS)
  if (!jobsAreKnown(table.table)) return { share: 0, paths: [] }
  const { indirect } = totalEffects(effects)
  const shareOf = (jobs: number) => (indirect === 0 ? 0 : jobs / indirect)
  const prepared = preparedTable({ table, assumptions, regional })
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

/**
 * Every industry's multipliers of a table in the graph, in the table's order.
 * @throws NotFoundError for an unknown table; BadUserInputError for a closure whose figures the table lacks; the signal's
 * reason once it is aborted.
 */
export async function multipliersOfTable(
  { graph, edition }: Knowledge,
  id: string,
  question: MultiplierQuestion,
  signal?: AbortSignal,
): Promise<AnsweredMultipliers[]> {
  const stored = await readTable(graph, id)
  const { assumptions } = edition.spillover
  const whole = sharesOfSuppliers(stored.table.industries.map(() => 1))
  const { system } = await inTurns(keptModelInSteps(stored, whole), signal)
  const found = await inTurns(multipliersInSteps(stored.table, system, question, assumptions), signal)
  return found.map((each) => ({
    ...each,
    sector: industryNodeId(stored.table.id, each.industry),
  }))
}
