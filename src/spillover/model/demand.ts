import type { ShockKind } from '../../edition/assumption-kinds.js'
import type { LeontiefSystem, Vector } from './linear-algebra/leontief.js'
import { demandForOutputs } from './linear-algebra/leontief-system.js'
import type { RegionalModel } from './regional-model.js'
import { type DirectEffect, recipeCoefficients, type Shock } from './shocks.js'
import { tradeShare } from './trade-shares.js'

/** A shock with what it is by itself. */
export interface DirectShock {
  readonly shock: Shock
  readonly direct: DirectEffect
}

/** What takes the place of its industry's average purchases where a shock has a recipe of its own (each of length n). */
export interface OwnRecipe {
  /** Δ = (a* − a_k) x̄: its first-round purchases less those of its industry's column of A. */
  readonly difference: Vector
  /** L Δ. */
  readonly output: Vector
}

/** The final demand g = f + Δ for which x = L g is what one shock sets off, itself included. */
export interface ShockDemand extends DirectShock {
  /** f: final demand for the shock's own industry. */
  readonly ofOwnIndustry: number
  readonly recipe: OwnRecipe | null
}

/**
 * Under FINAL_DEMAND each shock's output is final demand, f = x̄. Under OUTPUT the outputs of all shocks are those of their
 * industries S, and are solved for together: f_S = (L_SS)⁻¹ (x̄_S − (L Δ)_S), where Δ adds up all own recipes; f_i is then
 * shared among the shocks of industry i by their direct output.
 * @throws BadUserInputError for a recipe that cannot be.
 */
export function demandsOf(model: RegionalModel, reading: ShockKind, shocks: readonly DirectShock[]): ShockDemand[] {
  const known = shocks.map((each, index) => ({ ...each, recipe: ownRecipe(model, each, `shocks[${index}]`) }))
  if (reading === 'FINAL_DEMAND') return known.map((each) => ({ ...each, ofOwnIndustry: each.direct.output }))
  const byIndustry = demandsForOutputs(model.system, known)
  return known.map((each) => {
    const { demand, output } = byIndustry.get(each.direct.position) ?? { demand: 0, output: 0 }
    // The share first: with next to no output the quotient demand / output would leave the range of numbers.
    return { ...each, ofOwnIndustry: output > 0 ? demand * (each.direct.output / output) : 0 }
  })
}

/** f_i and x̄_i for the industries whose output the shocks fix, by their positions. */
function demandsForOutputs(
  system: LeontiefSystem,
  shocks: readonly (DirectShock & { readonly recipe: OwnRecipe | null })[],
): ReadonlyMap<number, { readonly demand: number; readonly output: number }> {
  const outputs = new Map<number, number>()
  for (const { direct } of shocks) {
    if (direct.output > 0) outputs.set(direct.position, (outputs.get(direct.position) ?? 0) + direct.output)
  }
  const industries = [...outputs.keys()]
  const ofRecipes = (i: number) => shocks.reduce((sum, { recipe }) => sum + (recipe?.output[i] ?? 0), 0)
  const fixed = industries.map((i) => (outputs.get(i) ?? 0) - ofRecipes(i))
  const demands = demandForOutputs(system, industries, fixed)
  return new Map(industries.map((i, index) => [i, { demand: demands[index] ?? 0, output: outputs.get(i) ?? 0 }]))
}

function ownRecipe(model: RegionalModel, shock: DirectShock, at: string): OwnRecipe | null {
  const difference = recipeDifference(model, shock, at)
  return difference === null ? null : { difference, output: model.system.outputOf(difference) }
}

/**
 * The difference that a shock's own recipe makes, Δ (length n); purchases are cut to what stays in the region as A is. Null
 * without one.
 * @throws BadUserInputError for a recipe that cannot be.
 */
export function recipeDifference(
  { table, coefficients, shares }: RegionalModel,
  { shock, direct }: DirectShock,
  at: string,
): Vector | null {
  if (shock.purchases === undefined) return null
  return recipeCoefficients(table, shock.purchases, at).map(
    (share, i) =>
      (tradeShare(shares, i, direct.position) * share - (coefficients[i]?.[direct.position] ?? 0)) * direct.output,
  )
}

/** Positions of the industries for which final demand comes out negative: the others take more than the shocks make. */
export function negativeDemands(demands: readonly ShockDemand[]): readonly number[] {
  const negative = demands.filter(({ ofOwnIndustry }) => ofOwnIndustry < 0).map(({ direct }) => direct.position)
  return [...new Set(negative)]
}
