import { z } from 'zod'
import { idOfKind } from '../../graph/entity-ids.js'
import type { GraphReader } from '../../graph/graph.js'
import { NotFoundError } from '../../kernel/input-errors.js'
import type { Displacement } from '../model/assumptions.js'
import { scenarioById } from './queries.js'

/** What a scenario puts in the place of what the graph states. */
export interface AskedScenario {
  /** Yearly jobs of ventures, by their ids. */
  readonly adjustments: readonly {
    readonly establishment: string
    readonly years: readonly number[]
    readonly jobs: readonly number[]
  }[]
  /** Whom ventures hire from; null for from nobody. */
  readonly displacement: Displacement | null
}

const none: AskedScenario = { adjustments: [], displacement: null }

/**
 * What the scenario of a question says; nothing where it names none.
 * @throws BadUserInputError for an id of another kind; NotFoundError.
 */
export async function readScenario(graph: GraphReader, named: string | null | undefined): Promise<AskedScenario> {
  const scenario = idOfKind('scenario', named, 'input.scenario')
  if (!scenario) return none
  const [found] = await graph.read(scenarioById, { scenario })
  if (!found) throw new NotFoundError(scenario)
  return { adjustments: found.adjustments, displacement: statedDisplacement(found.stated) }
}

const stated = z.object({
  displacementFromRegionalSmes: z.number().nullish(),
  displacementRefilled: z.number().nullish(),
})

/** Whom ventures hire from, by the properties of a scenario's or a run's node; null for from nobody. */
export function statedDisplacement(node: unknown): Displacement | null {
  const { displacementFromRegionalSmes: fromRegionalSmes, displacementRefilled: refilled } = stated.parse(node)
  return fromRegionalSmes == null || refilled == null ? null : { fromRegionalSmes, refilled }
}
