import { type Assumptions, checkAssumptions } from './assumptions.js'
import { demandsOf, negativeDemands, type ShockDemand } from './demand.js'
import { employmentCoefficients, householdClosure, type InducedRounds, inducedRounds } from './households.js'
import { dot, type Vector } from './leontief.js'
import type { Residence } from './placement.js'
import { type RegionalModel, regionalModel, retainedShares, scalingBefore } from './regional-model.js'
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
  readonly model: RegionalModel
  /** e (length n): jobs for each unit of output. */
  readonly employment: readonly number[]
  /** What households add; null under TYPE_I. */
  readonly rounds: InducedRounds | null
  /** What of an industry's jobs stays after L (length n): r under AFTER, 1 under IN_COEFFICIENTS. */
  readonly retainedAfter: Vector
  /**
   * With direct output x̄ = d / e of industry k and the final demand g that the shock stands for (`demandsOf`):
   * indirect_i = r_i e_i ((L g)_i − [i = k] x̄), induced_i = r_i e_i κ (L h_c)_i (h_r L g).
   * @throws BadUserInputError for what `directEffect` and `recipeCoefficients` refuse.
   */
  effects(shocks: readonly Shock[]): SpilloverEffects
}

/**
 * Makes a table ready under a set of assumptions.
 * @param model the table factored with `scalingBefore` of these assumptions, where that is at hand.
 * @throws BadUserInputError for assumptions that are out of range, or that need figures which the table lacks.
 */
export function prepareTable(table: InputOutputTable, assumptions: Assumptions, model?: RegionalModel): PreparedTable {
  checkAssumptions(table, assumptions)
  const factored = model ?? regionalModel(table, scalingBefore(table, assumptions))
  const employment = employmentCoefficients(table)
  const prepared = {
    table,
    assumptions,
    model: factored,
    employment,
    rounds: assumptions.closure === 'TYPE_II' ? regionalRounds(factored, assumptions) : null,
    retainedAfter:
      assumptions.retention.apply === 'AFTER' ? retainedShares(table, assumptions) : table.industries.map(() => 1),
  }
  return { ...prepared, effects: (shocks) => effectsOf(prepared, shocks) }
}

/** The household rounds, with the rows of h_c scaled as those of A are. */
function regionalRounds({ table, system, scaledBefore }: RegionalModel, assumptions: Assumptions): InducedRounds {
  const { incomeRow, purchaseColumn } = householdClosure(table, assumptions)
  return inducedRounds(system, {
    incomeRow,
    purchaseColumn: purchaseColumn.map((bought, i) => bought * (scaledBefore[i] ?? 1)),
  })
}

type Prepared = Omit<PreparedTable, 'effects'>

function effectsOf(prepared: Prepared, shocks: readonly Shock[]): SpilloverEffects {
  const { table, assumptions, model, employment } = prepared
  const direct = shocks.map((shock, index) => ({
    shock,
    direct: directEffect(table, employment, shock, `shocks[${index}]`),
  }))
  const demands = demandsOf(model, assumptions.shock, direct)
  return {
    industries: table.industries,
    byShock: demands.map((demand) => effectsOfDemand(prepared, demand)),
    negativeDemand: negativeDemands(demands).flatMap((position) => table.industries[position] ?? []),
  }
}

function effectsOfDemand(prepared: Prepared, { shock, direct, ofOwnIndustry, recipe }: ShockDemand): ShockEffects {
  const { model, employment, rounds, retainedAfter } = prepared
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
    const jobs = employment[i] ?? 0
    indirectOutput[i] = kept * set
    inducedOutput[i] = kept * (rounds?.outputOfSpending[i] ?? 0) * spent
    indirect[i] = jobs * kept * set
    induced[i] = jobs * (inducedOutput[i] ?? 0)
  }
  return { shock, direct, indirect, induced, indirectOutput, inducedOutput }
}
