import { atOnce, type Steps } from '../../kernel/turns.js'
import {
  type AreaInMaking,
  type AreaShocks,
  areaInMaking,
  areaInSteps,
  countyToTellBy,
  ownCounty,
  type PreparedArea,
  shocksByArea,
} from './areas.js'
import { type Assumptions, checkAssumptions } from './assumptions.js'
import { demandsOf, negativeDemands, recipeDifference, type ShockDemand } from './demand.js'
import { employmentCoefficients } from './households.js'
import { dot, type Vector } from './linear-algebra/leontief.js'
import type { Residence } from './placement.js'
import type { RegionalEmployment } from './regional-employment.js'
import { retainedShares } from './regional-model.js'
import { type DirectEffect, directEffect, type Shock } from './shocks.js'
import type { Industry, InputOutputTable } from './table.js'

/** What one shock sets off, after retention, in the order of the table's industries (each of length n). */
export interface ShockEffects {
  readonly shock: Shock
  readonly direct: DirectEffect
  /** Jobs, in the employment unit. */
  readonly indirect: Float64Array
  readonly induced: Float64Array
  /** Output that the jobs stand for, in the currency unit. */
  readonly indirectOutput: Float64Array
  readonly inducedOutput: Float64Array
}

/** What shocks set off, one by one. Every cut of them adds up to `totalEffects`. */
export interface SpilloverEffects {
  readonly industries: readonly Industry[]
  readonly byShock: readonly ShockEffects[]
  /** Industries for which the mixed model asks for negative final demand; none under FINAL_DEMAND. */
  readonly negativeDemand: readonly Industry[]
  /** Where induced jobs are placed; left out, in the county of the shock. */
  readonly residence?: Residence
}

/** A table made ready under one set of assumptions: factored once, each scenario answered from it. */
export interface PreparedTable {
  readonly table: InputOutputTable
  readonly assumptions: Assumptions
  /** e (length n): jobs for each unit of output; NaN where the table does not state employed, and so are jobs. */
  readonly employmentCoefficients: readonly number[]
  /** What of an industry's jobs stays after L (length n): r under AFTER, else 1. */
  readonly retainedAfter: Vector
  /**
   * The economy that a county's shocks are answered from.
   * @throws BadUserInputError for a county of which the employment data tell nothing.
   */
  areaOf(county: string): PreparedArea
  /** Shocks by their economies, in the order in which those come. */
  areasOf(shocks: readonly Shock[]): readonly AreaShocks[]
  /**
   * With direct output x̄ = d / e of industry k and the final demand g that the shock stands for (`demandsOf`):
   * indirect_i = r_i e_i ((L g)_i − [i = k] x̄), induced_i = r_i e_i κ (L h_c)_i (h_r L g).
   * @throws BadUserInputError for what `directEffect` and `recipeCoefficients` refuse.
   */
  effects(shocks: readonly Shock[]): SpilloverEffects
  /**
   * Solves for what `effects` of these shocks asks of their economies, in steps; it is at hand afterwards.
   * @throws as `effects`
   */
  solveInSteps(shocks: readonly Shock[]): Steps<void>
}

/** What is at hand when a table is made ready. */
export interface Preparation {
  /** What location quotients rest on; null where no method asks for them. */
  readonly regionalEmployment?: RegionalEmployment | null
  /** Makes an economy ready, or has one that was. */
  readonly makeArea?: (making: AreaInMaking) => PreparedArea
}

/**
 * Makes a table ready under a set of assumptions.
 * @throws BadUserInputError for assumptions that are out of range, or that need figures which the table, or the employment
 * data, lack.
 */
export function prepareTable(
  table: InputOutputTable,
  assumptions: Assumptions,
  { regionalEmployment = null, makeArea = (making) => atOnce(areaInSteps(making)) }: Preparation = {},
): PreparedTable {
  checkAssumptions(table, assumptions)
  const { regionalisation, retention } = assumptions
  const isAfter = regionalisation === null && retention.apply === 'AFTER'
  const areas = new Map<string | null, PreparedArea>()
  const areaOf = (county: string): PreparedArea => {
    const own = ownCounty(assumptions, county)
    const ready = areas.get(own) ?? makeArea(areaInMaking(table, assumptions, regionalEmployment, own))
    areas.set(own, ready)
    return ready
  }
  const prepared = {
    table,
    assumptions,
    employmentCoefficients: employmentCoefficients(table),
    retainedAfter: isAfter ? retainedShares(table, assumptions) : table.industries.map(() => 1),
    areaOf,
    areasOf: (shocks: readonly Shock[]) => shocksByArea(areaOf, shocks),
  }
  // What the table cannot serve is told at once.
  areaOf(countyToTellBy(regionalEmployment))
  return {
    ...prepared,
    effects: (shocks) => effectsOf(prepared, shocks),
    solveInSteps: (shocks) => solveInSteps(prepared, shocks),
  }
}

type Prepared = Omit<PreparedTable, 'effects' | 'solveInSteps'>

function* solveInSteps({ table, employmentCoefficients, areasOf }: Prepared, shocks: readonly Shock[]): Steps<void> {
  for (const { area, indexes, shocks: those } of areasOf(shocks)) {
    const { system } = area.model
    for (const [at, shock] of those.entries()) {
      const path = `shocks[${indexes[at] ?? at}]`
      const direct = directEffect(table, employmentCoefficients, shock, path)
      yield* system.inSteps.column(direct.position)
      const difference = recipeDifference(area.model, { shock, direct }, path)
      if (difference !== null) yield* system.inSteps.outputOf(difference)
    }
  }
}

function effectsOf(prepared: Prepared, shocks: readonly Shock[]): SpilloverEffects {
  const { table, assumptions, employmentCoefficients } = prepared
  const direct = shocks.map((shock, index) => ({
    shock,
    direct: directEffect(table, employmentCoefficients, shock, `shocks[${index}]`),
  }))
  const byShock: ShockEffects[] = []
  const negative = new Set<number>()
  for (const { area, indexes } of prepared.areasOf(shocks)) {
    const those = indexes.flatMap((index) => direct[index] ?? [])
    const demands = demandsOf(area.model, assumptions.shock, those)
    for (const position of negativeDemands(demands)) negative.add(position)
    for (const [at, demand] of demands.entries()) {
      byShock[indexes[at] ?? 0] = effectsOfDemand(prepared, area, demand)
    }
  }
  return {
    industries: table.industries,
    byShock,
    negativeDemand: [...negative].flatMap((position) => table.industries[position] ?? []),
  }
}

function effectsOfDemand(
  { employmentCoefficients, retainedAfter }: Prepared,
  { model, rounds }: PreparedArea,
  { shock, direct, ofOwnIndustry, recipe }: ShockDemand,
): ShockEffects {
  const { position } = direct
  const column = model.system.column(position)
  const ofRecipe = recipe === null || rounds === null ? 0 : dot(rounds.incomeOfDemand, recipe.difference)
  const income = (rounds?.incomeOfDemand[position] ?? 0) * ofOwnIndustry + ofRecipe
  const spent = (rounds?.kappa ?? 0) * income

  const indirect = new Float64Array(column.length)
  const induced = new Float64Array(column.length)
  const indirectOutput = new Float64Array(column.length)
  const inducedOutput = new Float64Array(column.length)
  for (let i = 0; i < column.length; i++) {
    // The direct output is taken out before rounding can hide it: L g − x̄ = (l_kk − 1) f + (f − x̄) where i = k.
    const own = i === position ? ofOwnIndustry - direct.output : 0
    const perDemand = (column[i] ?? 0) - (i === position ? 1 : 0)
    const set = perDemand * ofOwnIndustry + own + (recipe?.output[i] ?? 0)
    const kept = retainedAfter[i] ?? 1
    const jobs = employmentCoefficients[i] ?? 0
    indirectOutput[i] = kept * set
    inducedOutput[i] = kept * (rounds?.outputOfSpending[i] ?? 0) * spent
    indirect[i] = jobs * kept * set
    induced[i] = jobs * (inducedOutput[i] ?? 0)
  }
  return { shock, direct, indirect, induced, indirectOutput, inducedOutput }
}
