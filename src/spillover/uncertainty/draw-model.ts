import type { SectorGroup } from '../../classification/sector-group.js'
import { type RegionalisationMethod, takesDelta } from '../../edition/assumption-kinds.js'
import type { AreaShocks } from '../model/areas.js'
import type { Assumptions } from '../model/assumptions.js'
import type { PreparedTable } from '../model/effects.js'
import { householdClosure } from '../model/households.js'
import type { RegionalQuotients } from '../model/location-quotients.js'
import { retainedShares } from '../model/regional-model.js'
import { directEffect, recipeCoefficients, type Shock } from '../model/shocks.js'
import type { Ranges } from './ranges.js'

/** Purchases of shocks with recipes of their own in one industry, added up. */
export interface OwnPurchases {
  /** The position of their industry. */
  readonly position: number
  readonly jobs: number
  readonly output: number
  /** Σ a* d and Σ a* x̄ over shocks known by their jobs and by their output (each of length n), domestic coefficients. */
  readonly ofJobs: Float64Array
  readonly ofOutput: Float64Array
}

/** Shocks that are calculated with by one set of coefficients, solved for apart from those of other areas. */
export interface DrawArea {
  /** Direct jobs, and output of shocks known by it (each of length n). */
  readonly jobs: Float64Array
  readonly output: Float64Array
  readonly ownPurchases: readonly OwnPurchases[]
  /** Where an industry stands in the order of elimination: those whose output the shocks fix (mixed model) come last. */
  readonly place: Int32Array
  /** How many do not have their output fixed; n under FINAL_DEMAND. */
  readonly free: number
  /** What the area has of each industry, where location quotients say what stays. */
  readonly quotients: RegionalQuotients | null
}

/**
 * All that a draw needs, in lists of numbers that go to a worker as they are. A list of length n is in the table's order;
 * the coefficients are shared among workers.
 */
export interface DrawModel {
  readonly size: number
  readonly ranges: Ranges
  /** How far errors of coefficients go together: every draw is calculated with each of these. */
  readonly correlations: readonly number[]
  /** A (n × n, row by row), before retention. */
  readonly coefficients: Float64Array
  /** Whether a cell of A is negative, so that pivots alone do not tell its spectral radius. */
  readonly negativeCells: boolean
  /** e (length n). */
  readonly employmentCoefficients: Float64Array
  /** 1 for national industries, else 0. */
  readonly national: Uint8Array
  readonly retainedBefore: boolean
  /** How location quotients are used, with the δ of households where it is not half of the other; null where they are not. */
  readonly regionalisation: { readonly method: RegionalisationMethod; readonly householdDelta: number | null } | null
  /** h_r before income tax and h_c before retention (each of length n); null under TYPE_I. */
  readonly households: { readonly income: Float64Array; readonly purchases: Float64Array } | null
  readonly areas: readonly DrawArea[]
  /** Of each industry, an index of `groups`. */
  readonly group: Uint8Array
  readonly groups: readonly (SectorGroup | null)[]
}

/** How many numbers a draw gives: see `drawn`. */
export const columnsOf = ({ groups, correlations }: Pick<DrawModel, 'groups' | 'correlations'>): number =>
  groups.length + correlations.length - 1

/**
 * Brings a table, assumptions and shocks into the form that draws are made from.
 * @param correlations the one that is asked for first.
 * @throws BadUserInputError as `effects` of the prepared table does.
 */
export function drawModel(
  prepared: PreparedTable,
  shocks: readonly Shock[],
  ranges: Ranges,
  correlations: readonly number[],
): DrawModel {
  const { table, assumptions, employmentCoefficients } = prepared
  const { industries, flows } = table
  const groups = [...new Set(industries.map(({ group }) => group))]
  const coefficients = sharedCoefficients(
    flows,
    industries.map((industry) => industry.output),
  )
  return {
    size: industries.length,
    ranges,
    correlations,
    coefficients,
    negativeCells: coefficients.some((cell) => cell < 0),
    employmentCoefficients: Float64Array.from(employmentCoefficients),
    national: nationalIn(prepared),
    retainedBefore: assumptions.retention.apply === 'IN_COEFFICIENTS',
    households: assumptions.closure === 'TYPE_I' ? null : householdsBeforeTax(prepared),
    regionalisation: drawnRegionalisation(assumptions),
    areas: prepared.areasOf(shocks).map((those) => drawArea(prepared, those)),
    group: Uint8Array.from(industries, ({ group }) => groups.indexOf(group)),
    groups,
  }
}

function drawArea(prepared: PreparedTable, those: AreaShocks): DrawArea {
  const added = addedShocks(prepared, those)
  const isOutput = prepared.assumptions.shock === 'OUTPUT'
  const fixed = (i: number) => isOutput && (added.jobs[i] ?? 0) + (added.output[i] ?? 0) > 0
  const { quotients } = those.area
  return { ...added, ...eliminationOrder(prepared.table.industries.length, fixed), quotients }
}

/** Shocks added up by their industries: however many there are, a draw takes no longer. */
function addedShocks({ table, employmentCoefficients }: PreparedTable, { indexes, shocks }: AreaShocks) {
  const list = () => new Float64Array(table.industries.length)
  const [jobs, output] = [list(), list()]
  const purchases = new Map<number, { jobs: number; output: number; ofJobs: Float64Array; ofOutput: Float64Array }>()
  for (const [index, shock] of shocks.entries()) {
    const at = `shocks[${indexes[index]}]`
    const { position } = directEffect(table, employmentCoefficients, shock, at)
    const [byJobs, byOutput] = [shock.jobs ?? 0, shock.output ?? 0]
    jobs[position] = (jobs[position] ?? 0) + byJobs
    output[position] = (output[position] ?? 0) + byOutput
    if (shock.purchases === undefined) continue
    const own = purchases.get(position) ?? { jobs: 0, output: 0, ofJobs: list(), ofOutput: list() }
    purchases.set(position, own)
    own.jobs += byJobs
    own.output += byOutput
    for (const [i, share] of recipeCoefficients(table, shock.purchases, at).entries()) {
      own.ofJobs[i] = (own.ofJobs[i] ?? 0) + share * byJobs
      own.ofOutput[i] = (own.ofOutput[i] ?? 0) + share * byOutput
    }
  }
  return { jobs, output, ownPurchases: [...purchases].map(([position, own]) => ({ position, ...own })) }
}

/** Industries whose output is fixed come last, so that the factors of the others are the first part of those of all. */
function eliminationOrder(size: number, fixed: (industry: number) => boolean) {
  const positions = Array.from({ length: size }, (_, i) => i)
  const free = positions.filter((i) => !fixed(i))
  const place = new Int32Array(size)
  for (const [at, i] of [...free, ...positions.filter(fixed)].entries()) place[i] = at
  return { place, free: free.length }
}

/** A = Z x̂⁻¹ in memory that threads share; an industry of zero output takes no part. */
function sharedCoefficients(flows: PreparedTable['table']['flows'], output: readonly number[]): Float64Array {
  const size = output.length
  const coefficients = new Float64Array(new SharedArrayBuffer(8 * size * size))
  for (const [i, row] of flows.entries()) {
    if (output[i] === 0) continue
    for (let j = 0; j < size; j++) {
      const produced = output[j] ?? 0
      if (produced !== 0) coefficients[i * size + j] = (row[j] ?? 0) / produced
    }
  }
  return coefficients
}

/** Households' δ is half of the other in each draw, unless they have one of their own. */
function drawnRegionalisation({ regionalisation }: Assumptions): DrawModel['regionalisation'] {
  if (regionalisation === null) return null
  const { method, delta, householdDelta } = regionalisation
  return { method, householdDelta: takesDelta(method) && householdDelta === delta / 2 ? null : householdDelta }
}

/** 1 for industries of which only the retention share stays, else 0; none of it staying tells them apart. */
function nationalIn({ table, assumptions }: PreparedTable): Uint8Array {
  const none = { ...assumptions, retention: { ...assumptions.retention, share: 0 } }
  return Uint8Array.from(retainedShares(table, none), (kept) => 1 - kept)
}

function householdsBeforeTax({ table, assumptions }: PreparedTable) {
  const { incomeRow, purchaseColumn } = householdClosure(table, { ...assumptions, incomeTax: 0 })
  return { income: Float64Array.from(incomeRow), purchases: Float64Array.from(purchaseColumn) }
}
