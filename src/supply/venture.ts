import type { PhaseKind } from '../establishments/phases.js'
import { idOfKind } from '../graph/entity-ids.js'
import type { GraphReader } from '../graph/graph.js'
import { BadUserInputError, NotFoundError } from '../kernel/input-errors.js'
import type { DistanceBetween } from '../places/distance-points.js'
import { kilometresBetween } from '../places/great-circle.js'
import { Kept } from '../reference/kept.js'
import { readPositions } from './positions.js'
import { categoriesProcured, categoriesWithSectors, ventureAsBuyer } from './queries.js'

/** A category with the sectors that fit it, and its place among categories. */
export interface SoughtCategory {
  readonly category: string
  readonly sortName: string
  /** Sectors that it names, and those below them. */
  readonly sectors: readonly string[]
}

/** When it buys. */
export interface SuppliersOnDay {
  /** Any where it is null. */
  readonly phase: PhaseKind | null
  readonly asOf: string
}

/** A venture that looks for suppliers. */
export interface SeekingVenture {
  readonly establishment: string
  /** Municipalities in which it has a site. */
  readonly sites: readonly string[]
  /** By name. */
  readonly requirements: readonly string[]
  /** From its nearest site to every municipality whose position is known; empty for a venture without a site. */
  readonly kilometres: Readonly<Record<string, number>>
}

/**
 * What a venture asks of suppliers and how far it lies from where.
 * @param withinKm how far suppliers may lie; null for anywhere.
 * @param between which points distances are measured.
 * @throws NotFoundError for a venture that is not there; BadUserInputError for an id of another kind, a distance that is
 * none, and a distance from a venture without a site.
 */
export async function readVenture(
  graph: GraphReader,
  id: string,
  withinKm: number | null,
  between: DistanceBetween,
): Promise<SeekingVenture> {
  const establishment = idOfKind('establishment', id, 'establishment')
  checkDistance(withinKm)
  const [[venture], positions] = await Promise.all([
    graph.read(ventureAsBuyer, { establishment }),
    readPositions(graph, between),
  ])
  if (!venture) throw new NotFoundError(establishment)
  const sites = venture.sites.flatMap((site) => positions.get(site) ?? [])
  const distances = [...positions].map(([municipality, position]): [string, number] => [
    municipality,
    Math.min(...sites.map((site) => kilometresBetween(site, position))),
  ])
  const seeking = { establishment, ...venture, kilometres: sites.length > 0 ? Object.fromEntries(distances) : {} }
  requireSite(seeking, withinKm)
  return seeking
}

/** @throws BadUserInputError for a distance that is none. */
export function checkDistance(withinKm: number | null): void {
  if (withinKm !== null && !(Number.isFinite(withinKm) && withinKm >= 0)) {
    throw new BadUserInputError('withinKm', 'withinKm must be 0 or more')
  }
}

/** @throws BadUserInputError for a distance from a venture without a site. */
export function requireSite({ establishment, kilometres }: SeekingVenture, withinKm: number | null): void {
  if (withinKm !== null && Object.keys(kilometres).length === 0) {
    throw new BadUserInputError('withinKm', `${establishment} has no site, so nothing lies within a distance of it`)
  }
}

/** A venture that looks for suppliers, by its id and what distances are measured between, as long as the graph is the same. */
export const seekingVenture = new Kept(
  'ventures that look for suppliers',
  ({ graph }, establishment: string, between: DistanceBetween) => readVenture(graph, establishment, null, between),
)

/** What a venture buys, by its id and a phase, or null for any. */
export const procuredByVenture = new Kept(
  'what ventures buy',
  ({ graph }, establishment: string, phase: string | null) => readProcured(graph, establishment, phase),
)

/** What a venture buys, by name: in one phase, or in any where it is left out. */
export async function readProcured(
  graph: GraphReader,
  establishment: string,
  phase: string | null,
): Promise<SoughtCategory[]> {
  const procured = await graph.read(categoriesProcured, { establishment, phase: phase ?? '' })
  const categories = procured.map(({ category }) => category)
  return categories.length > 0 ? graph.read(categoriesWithSectors, { categories }) : []
}

/**
 * Categories by their ids, by name.
 * @throws NotFoundError for one that is not there; BadUserInputError for an id of another kind.
 */
export async function readCategories(graph: GraphReader, ids: readonly string[]): Promise<SoughtCategory[]> {
  const categories = [...new Set(ids.map((id) => idOfKind('category', id, 'categories')))]
  const found = await graph.read(categoriesWithSectors, { categories })
  const unknown = categories.find((id) => !found.some(({ category }) => category === id))
  if (unknown !== undefined) throw new NotFoundError(unknown)
  return found
}
