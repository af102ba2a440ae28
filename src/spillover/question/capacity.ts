import type { Knowledge } from '../../edition/knowledge.js'
import { idOfKind } from '../../graph/entity-ids.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { inTurns } from '../../kernel/turns.js'
import type { Warning } from '../../kernel/warning.js'
import { requireEmployment } from '../employment/read-employment.js'
import {
  type CapacityDimension,
  type CapacityRow,
  capacityDimensions,
  capacityRowsInSteps,
  DEFAULT_BOUND,
} from '../model/capacity.js'
import { effectsBy } from '../model/cube.js'
import type { SpilloverEffects } from '../model/effects.js'
import { groupsOfIndustries } from '../model/location-quotients.js'
import type { RegionalEmployment } from '../model/regional-employment.js'
import { capacityWarnings } from './capacity-warnings.js'
import { hasJobs } from './known-jobs.js'
import { namesOfAreas } from './queries.js'
import type { SpilloverAnswer } from './question.js'

/** What capacity is asked by. */
export interface CapacityQuestion {
  readonly by: readonly CapacityDimension[]
  readonly bound?: number | null
  /** Id of the employment data. */
  readonly employment?: string | null
}

/** Jobs that are needed against those who are employed; the employment is named by its id. */
export interface AnsweredCapacity {
  readonly employment: string
  readonly bound: number
  readonly rows: readonly CapacityRow[]
  readonly warnings: readonly Warning[]
}

/**
 * Where as many are needed that it presses; null where no employment is known, or the table does not state employed.
 * @throws BadUserInputError for a bound out of range; NotFoundError for employment that is not there; the
 * signal's reason once it is aborted.
 */
export async function capacityOf(
  { graph, edition }: Knowledge,
  answer: SpilloverAnswer,
  { by, bound: asked, employment: named }: CapacityQuestion,
  signal?: AbortSignal,
): Promise<AnsweredCapacity | null> {
  const bound = asked ?? DEFAULT_BOUND
  const id = idOfKind('employment', named, 'employment')
  const employment = id ? await requireEmployment(graph, edition, id) : answer.regionalEmployment
  if (employment === null || !hasJobs(answer)) return null
  const groupOf = groupsNamed(answer, employment)
  const rows = await inTurns(capacityRowsInSteps(answer.effects, employment, groupOf, by, bound), signal)
  const untold = untoldCounties(answer.effects, employment)
  const counties = [...new Set([...untold, ...rows.flatMap(({ county }) => county ?? [])])]
  const names = counties.length > 0 ? await graph.read(namesOfAreas, { ids: counties }) : []
  const isWholeByCounty = employment.region !== null && by.includes('COUNTY')
  const warnings = capacityWarnings({ employment, rows, bound, untold, isWholeByCounty, names })
  return { employment: employment.id, bound, rows, warnings }
}

/**
 * That more are needed in counties and groups than the default bound says, where that is so and employment is known.
 * @throws as `capacityOf`.
 */
export async function exceededCapacity(
  knowledge: Knowledge,
  answer: SpilloverAnswer,
  signal?: AbortSignal,
): Promise<Warning[]> {
  const found = await capacityOf(knowledge, answer, { by: capacityDimensions }, signal)
  return found?.warnings.filter(({ code }) => code === 'CAPACITY_EXCEEDED') ?? []
}

/** @throws BadUserInputError for employment with a key that is not for the table. */
function groupsNamed({ table }: SpilloverAnswer, employment: RegionalEmployment): (number | null)[] {
  try {
    return groupsOfIndustries(table.table, employment)
  } catch (error) {
    throw error instanceof BadUserInputError ? new BadUserInputError('employment', error.message) : error
  }
}

/** Counties where jobs are counted of which the data do not tell who is employed there. */
function untoldCounties(effects: SpilloverEffects, { counties, region }: RegionalEmployment): string[] {
  if (region !== null) return []
  return effectsBy(effects, ['COUNTY']).flatMap(({ county }) =>
    county === null || counties.has(county) ? [] : [county],
  )
}
