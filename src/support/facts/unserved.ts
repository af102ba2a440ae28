import { isNoPublicBody } from '../../classification/legal-form.js'
import { holdsOn, isThereOn } from '../../graph/relationship-days.js'
import type { SectorHierarchy } from '../../reference/sectors.js'
import type { SupportEvidence } from './evidence.js'
import { type Bind, type FirmsLetIn, firmsLetIn, isLetIn, type LetInPlaces, standingsIn } from './firms-let-in.js'
import type { SupportSystem } from './system.js'
import { needsMetBy, waysOf } from './ways.js'

/** Needs that are not met for every SME, and whom the ways to them let in; none where nobody meets them. */
export interface PartlyMetNeeds {
  readonly needs: readonly string[]
  readonly ways: readonly FirmsLetIn[]
}

/**
 * Needs that some SMEs, or all, have nobody for: what decides is a few lists, however many firms there are. Needs that
 * are met by the same ways stand together.
 * @param evidence the least that counts.
 */
export function needsNotMetForAll(
  system: SupportSystem,
  hierarchy: SectorHierarchy,
  evidence: SupportEvidence,
): PartlyMetNeeds[] {
  const standings = standingsIn(system, hierarchy)
  const ways = system.actors
    .flatMap((actor) => waysOf(actor, { region: system.region, evidence }))
    .flatMap((way) => {
      const letIn = firmsLetIn(way, standings)
      return letIn ? [{ letIn, meets: needsMetBy(way) }] : []
    })
  const byWays = new Map<string, PartlyMetNeeds>()
  for (const need of system.needs.keys()) {
    const toNeed = joined(ways.filter(({ meets }) => meets.has(need)).map(({ letIn }) => letIn))
    if (toNeed.some(isForAll)) continue
    const key = JSON.stringify(toNeed)
    byWays.set(key, { needs: [...(byWays.get(key)?.needs ?? []), need], ways: toNeed })
  }
  return [...byWays.values()]
}

/** Ways that differ in their places alone become one. */
function joined(ways: readonly FirmsLetIn[]): FirmsLetIn[] {
  const byRest = new Map<string, FirmsLetIn>()
  for (const way of ways) {
    const { places, ...rest } = way
    const key = JSON.stringify(rest)
    const before = byRest.get(key)
    byRest.set(key, before ? { ...way, places: eitherPlaces(before.places, places) } : way)
  }
  return [...byRest.values()]
}

function eitherPlaces(left: LetInPlaces | null, right: LetInPlaces | null): LetInPlaces | null {
  if (left === null || right === null) return null
  return {
    certain: [...new Set([...left.certain, ...right.certain])].toSorted(),
    perhaps: [...new Set([...left.perhaps, ...right.perhaps])].toSorted(),
  }
}

function isForAll({ places, excluded, sectors, sizes, employees, turnover }: FirmsLetIn): boolean {
  const figures = [employees.from, employees.to, turnover.from, turnover.to]
  return [places, sectors, sizes, ...figures].every((limit) => limit === null) && excluded.length === 0
}

/** The condition on a firm that it is, on a day, an SME with a need for which none of the ways is for it. */
export function isUnserved(firm: string, found: readonly PartlyMetNeeds[], day: string, bind: Bind): string {
  const on = bind(day)
  const lacking = found.map(({ needs, ways }) => {
    const inNeed = `EXISTS { MATCH (${firm})-[states:HAS_NEED]->(need:Need) WHERE need.id IN ${bind(needs)} AND ${holdsOn('states', on)} }`
    const served = ways.map((way) => `(${isLetIn(firm, way, bind)})`)
    return served.length === 0 ? inNeed : `(${inNeed} AND NOT (${served.join(' OR ')}))`
  })
  if (lacking.length === 0) return 'false'
  return `(coalesce(${firm}.sizeClass, 'UNKNOWN') <> 'LARGE' AND ${isNoPublicBody(firm)} AND ${isThereOn(firm, on)} AND (${lacking.join(' OR ')}))`
}
