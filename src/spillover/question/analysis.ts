import type { Knowledge } from '../../edition/knowledge.js'
import { requireBetween } from '../../kernel/input-errors.js'
import { inTurns, nextTurn } from '../../kernel/turns.js'
import { totalEffects } from '../model/cube.js'
import { type IndustryMultipliers, type MultiplierQuestion, multipliersInSteps } from '../model/multipliers.js'
import { pathNetwork, structuralPathsInSteps } from '../model/structural-paths.js'
import { keptModel, preparedTable, readTable } from '../table/stored-table.js'
import { industryNodeId } from '../table/table-elements.js'
import type { SpilloverAnswer } from './question.js'

/** A path, its industries named by their ids. */
export interface AnsweredPath {
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
 * The paths that carry the most of an answer's indirect jobs.
 * @throws BadUserInputError for a number of paths out of range; the signal's reason once it is aborted.
 */
export async function pathsOf(
  { table, assumptions, effects }: SpilloverAnswer,
  first: number,
  signal?: AbortSignal,
): Promise<AnsweredPaths> {
  requireBetween('first', first, 1, MOST_PATHS)
  const { indirect } = totalEffects(effects)
  const shareOf = (jobs: number) => (indirect === 0 ? 0 : jobs / indirect)
  await nextTurn(signal)
  const network = pathNetwork(preparedTable(table, assumptions), effects)
  const found = await inTurns(structuralPathsInSteps(network, first), signal)
  const paths = found.map(({ industries, jobs }) => ({
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
  const { system } = keptModel(stored, { ...assumptions, retention: { ...assumptions.retention, apply: 'AFTER' } })
  const found = await inTurns(multipliersInSteps(stored.table, system, question, assumptions), signal)
  return found.map((each) => ({
    ...each,
    sector: industryNodeId(stored.table.id, each.industry),
  }))
}
