import { type SizeClass, sizeClasses } from '../classification/size-class.js'
import { idOfKind, requireInGraph } from '../graph/entity-ids.js'
import type { GraphReader } from '../graph/graph.js'
import { grouped } from '../kernel/grouped.js'
import { wholeNumber } from '../kernel/input-errors.js'
import type { Warning } from '../kernel/warning.js'
import { type BranchCarrier, branchCarriers } from './branch-carriers.js'
import { daysSupplied, firmsByMunicipality, firmsBySector, firmsBySize, type TierFirms } from './queries.js'
import { readSupplyTiers, type Supply } from './supply-tiers.js'
import { noSuppliers, suppliedOnOtherDays } from './supply-warnings.js'

const DEEPEST = 6
const DEFAULT_DEPTH = 3

export interface ExposureQuestion {
  /** A venture or firm. */
  readonly of: string
  readonly depth?: number | null | undefined
  readonly asOf: string
}

/** How many firms lie in a municipality or sector; null for those of which it is not known. */
export interface ExposureIn {
  readonly id: string | null
  readonly firms: number
}

/** The suppliers of one tier. */
export interface ExposureTier {
  readonly tier: number
  readonly firms: number
  /** Most firms first, then by id. */
  readonly byMunicipality: readonly ExposureIn[]
  readonly bySector: readonly ExposureIn[]
  readonly bySizeClass: readonly { readonly sizeClass: SizeClass; readonly firms: number }[]
}

/** The only known supplier of a category to a buyer; ids. */
export interface SoleSupplier {
  readonly firm: string
  readonly category: string
  readonly buyer: string
}

export interface ChainExposure {
  readonly firms: number
  readonly tiers: readonly ExposureTier[]
  /** By buyer, nearest tier first, then by category. */
  readonly soleSuppliers: readonly SoleSupplier[]
  readonly carriers: readonly BranchCarrier[]
  readonly truncated: boolean
  readonly warnings: readonly Warning[]
}

/**
 * Where the known suppliers of a venture or firm lie, by tier, and who alone carries a part of the chain.
 * @throws BadUserInputError for an id of another kind and a depth outside 1–6; NotFoundError for an unknown id.
 */
export async function chainExposure(
  graph: GraphReader,
  { of, depth: asked, asOf }: ExposureQuestion,
): Promise<ChainExposure> {
  idOfKind(['establishment', 'firm'], of, 'of')
  const depth = wholeNumber('depth', asked ?? DEFAULT_DEPTH, DEEPEST)
  await requireInGraph(graph, [of])
  const { tiers, supplies, truncated } = await readSupplyTiers(graph, of, depth, asOf)
  const firms = tiers.flatMap((tier, index) => tier.map((firm) => ({ firm, tier: index + 1 })))
  return {
    firms: firms.length,
    tiers: firms.length > 0 ? await describe(graph, { tiers: firms }, tiers.length) : [],
    soleSuppliers: soleSuppliers(supplies, [of, ...firms.map(({ firm }) => firm)]),
    carriers: branchCarriers(of, supplies),
    truncated,
    warnings: firms.length === 0 ? [await whyNone(graph, of, asOf)] : [],
  }
}

async function whyNone(graph: GraphReader, of: string, asOf: string): Promise<Warning> {
  const [days] = await graph.read(daysSupplied, { of })
  return days && days.count > 0 ? suppliedOnOtherDays(asOf, days) : noSuppliers
}

async function describe(graph: GraphReader, asked: TierFirms, count: number): Promise<ExposureTier[]> {
  const [municipalities, sectors, sizeRows] = await Promise.all([
    graph.read(firmsByMunicipality, asked),
    graph.read(firmsBySector, asked),
    graph.read(firmsBySize, asked),
  ])
  return Array.from({ length: count }, (_, index) => {
    const tier = index + 1
    return {
      tier,
      firms: asked.tiers.filter((row) => row.tier === tier).length,
      byMunicipality: ofTier(municipalities, tier),
      bySector: ofTier(sectors, tier),
      bySizeClass: sizeClasses.flatMap((sizeClass) => {
        const row = sizeRows.find((each) => each.tier === tier && each.id === sizeClass)
        return row ? [{ sizeClass, firms: row.firms }] : []
      }),
    }
  })
}

interface TierRow extends ExposureIn {
  readonly tier: number
}

function ofTier(rows: readonly TierRow[], tier: number): ExposureIn[] {
  return rows
    .filter((row) => row.tier === tier)
    .toSorted((left, right) => right.firms - left.firms || ((left.id ?? '') < (right.id ?? '') ? -1 : 1))
}

/** @param order buyers, nearest first. */
function soleSuppliers(supplies: readonly Supply[], order: readonly string[]): SoleSupplier[] {
  const known = supplies.flatMap(({ supplier, buyer, category }): SoleSupplier[] =>
    category === null ? [] : [{ firm: supplier, category, buyer }],
  )
  const suppliers = grouped(known, ({ buyer, category }) => `${buyer} ${category}`)
  const place = new Map(order.map((id, index) => [id, index]))
  return [...suppliers.values()]
    .flatMap((firms) => (firms.length === 1 ? firms : []))
    .toSorted(
      (left, right) =>
        (place.get(left.buyer) ?? 0) - (place.get(right.buyer) ?? 0) || (left.category < right.category ? -1 : 1),
    )
}
