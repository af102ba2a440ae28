import { above, type SupplyWorld, venture, type WorldFirm, type WorldInitiative, worldDay } from './world.js'

/** By the spherical law of cosines; null where either place is not known. */
export function kilometres({ points }: SupplyWorld, one: string, other: string): number | null {
  const [from, to] = [points[one], points[other]]
  if (!from || !to) return null
  const [a, b] = [(from.latitude * Math.PI) / 180, (to.latitude * Math.PI) / 180]
  const turn = ((to.longitude - from.longitude) * Math.PI) / 180
  const cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(turn)
  return 6371.0088 * Math.acos(Math.min(1, cosine))
}

/** From a firm to the venture's nearest site. */
function distanceOf(world: SupplyWorld, firm: WorldFirm): number | null {
  let nearest: number | null = null
  for (const site of world.sites) {
    for (const place of firm.municipalities) {
      const distance = kilometres(world, site, place)
      if (distance !== null && (nearest === null || distance < nearest)) nearest = distance
    }
  }
  return nearest
}

function isBelow(sector: string, upper: string): boolean {
  for (let at: string | null = sector; at !== null; at = above[at] ?? null) if (at === upper) return true
  return false
}

function inForce({ since, until }: { readonly since: string | null; readonly until: string | null }): boolean {
  return (since === null || since <= worldDay) && (until === null || until >= worldDay)
}

function basisFor(world: SupplyWorld, firm: WorldFirm, category: string, phase: string | null): string | null {
  for (const supply of world.supplies) {
    if (supply.supplier !== firm.id || supply.buyer !== venture || supply.category !== category) continue
    if (phase !== null && supply.phase !== null && supply.phase !== phase) continue
    if (inForce(supply)) return 'EXISTING'
  }
  if (firm.canSupply.includes(category)) return 'DECLARED'
  for (const fit of world.fits) {
    if (fit.category !== category) continue
    for (const sector of firm.sectors) if (isBelow(sector, fit.sector)) return 'BY_SECTOR'
  }
  return null
}

function wantedIn(world: SupplyWorld, phase: string | null): string[] {
  const wanted = new Set<string>()
  for (const bought of world.procures) if (phase === null || bought.phase === phase) wanted.add(bought.category)
  return [...wanted].sort()
}

/** FULFILLED, LACKING or UNKNOWN. */
function stands(firm: WorldFirm, requirement: string): string {
  const said = new Set<string>()
  for (const each of firm.says) if (each.requirement === requirement) said.add(each.status)
  return said.size === 1 ? [...said].join() : 'UNKNOWN'
}

const withStatus = (world: SupplyWorld, firm: WorldFirm, status: string) =>
  world.requires.filter((requirement) => stands(firm, requirement) === status)

/** Whether an initiative is open where a firm may be. */
function isOpen(
  initiative: WorldInitiative,
  firm: Pick<WorldFirm, 'municipalities' | 'sectors' | 'size' | 'employees'>,
) {
  if (!initiative.inForce) return false
  const { places, sectors, sizes } = initiative
  if (places.length > 0 && firm.municipalities.length > 0) {
    if (!places.some((place) => firm.municipalities.includes(place))) return false
  }
  if (sectors.length > 0 && firm.sectors.length > 0) {
    if (!sectors.some((sector) => firm.sectors.some((own) => isBelow(own, sector)))) return false
  }
  const size = firm.size ?? (firm.employees === null ? null : 'SMALL')
  return sizes.length === 0 || size === null || sizes.includes(size)
}

export interface ModelMatch {
  readonly firm: string
  readonly category: string
  readonly basis: string
  readonly distanceKm: number | null
  readonly score: number
  readonly fulfils: readonly string[]
  readonly missing: readonly { readonly requirement: string; readonly initiatives: readonly string[] }[]
  readonly unknown: readonly string[]
}

const weights: Readonly<Record<string, number>> = { EXISTING: 0.5, DECLARED: 0.3, BY_SECTOR: 0.1 }

const near = (distance: number | null, withinKm: number | null) =>
  withinKm === null || (distance !== null && distance <= withinKm)

/** In no order. */
export function modelMatches(world: SupplyWorld, phase: string | null, withinKm: number | null): ModelMatch[] {
  const matches: ModelMatch[] = []
  for (const category of wantedIn(world, phase)) {
    for (const firm of world.firms) {
      const basis = basisFor(world, firm, category, phase)
      const distanceKm = distanceOf(world, firm)
      if (basis === null || !near(distanceKm, withinKm)) continue
      const fulfils = withStatus(world, firm, 'FULFILLED')
      const share = world.requires.length === 0 ? 1 : fulfils.length / world.requires.length
      matches.push({
        ...{ firm: firm.id, category, basis, distanceKm, fulfils, unknown: withStatus(world, firm, 'UNKNOWN') },
        score: (weights[basis] ?? 0) + 0.4 * share + (distanceKm === null ? 0 : 0.1 / (1 + distanceKm / 100)),
        missing: withStatus(world, firm, 'LACKING').map((requirement) => ({
          requirement,
          initiatives: world.initiatives
            .filter((each) => each.requirements.includes(requirement) && isOpen(each, firm))
            .map(({ id }) => id),
        })),
      })
    }
  }
  return matches
}

export function modelGaps(world: SupplyWorld, phase: string | null, withinKm: number | null, fewerThan: number) {
  const gaps = []
  for (const category of wantedIn(world, phase)) {
    const able = world.firms.filter((firm) => basisFor(world, firm, category, phase) !== null)
    const distances = able.map((firm) => distanceOf(world, firm))
    const firms = distances.filter((distance) => near(distance, withinKm)).length
    if (firms >= fewerThan) continue
    const known = distances.filter((distance) => distance !== null)
    const fitting = world.fits.filter((fit) => fit.category === category).map(({ sector }) => sector)
    const sites = world.sites.length > 0 ? world.sites.map((site) => [site]) : [[]]
    const initiatives = world.initiatives.filter(
      (each) =>
        each.sectors.some((sector) => fitting.some((fit) => isBelow(sector, fit) || isBelow(fit, sector))) &&
        sites.some((municipalities) => isOpen(each, { municipalities, sectors: [], size: null, employees: null })),
    )
    gaps.push({
      ...{ category, firms, nearestKm: known.length > 0 ? Math.min(...known) : null },
      initiatives: initiatives.map(({ id }) => id),
    })
  }
  return gaps
}

export interface ModelConsortium {
  readonly firms: readonly string[]
  readonly employees: number
  readonly spanKm: number
  readonly missing: readonly string[]
  readonly score: number
}

/** Every subset of the firms is tried. In no order. */
export function modelConsortia(
  world: SupplyWorld,
  wanted: readonly string[],
  minEmployees: number,
  maxFirms: number,
  withinKm: number | null,
): ModelConsortium[] {
  const able = world.firms.filter(
    (firm) =>
      firm.size !== 'LARGE' &&
      near(distanceOf(world, firm), withinKm) &&
      firm.municipalities.some((place) => world.points[place]) &&
      wanted.some((category) => basisFor(world, firm, category, null) !== null),
  )
  const enough = (group: readonly WorldFirm[]) =>
    wanted.every((category) => group.some((firm) => basisFor(world, firm, category, null) !== null)) &&
    sum(group.map(({ employees }) => employees ?? 0)) >= minEmployees
  const found: ModelConsortium[] = []
  for (let chosen = 1; chosen < 2 ** able.length; chosen += 1) {
    const group = able.filter((_, index) => Math.floor(chosen / 2 ** index) % 2 === 1)
    if (group.length > maxFirms || !enough(group)) continue
    if (group.some((left) => enough(group.filter((firm) => firm !== left)))) continue
    const seats = group.map((firm) => seatOf(world, firm))
    let spanKm = 0
    for (const one of seats) for (const other of seats) spanKm = Math.max(spanKm, kilometres(world, one, other) ?? 0)
    const missing = world.requires.filter((each) => group.every((firm) => stands(firm, each) !== 'FULFILLED'))
    const asked = world.requires.length
    found.push({
      ...{ firms: group.map(({ id }) => id), employees: sum(group.map(({ employees }) => employees ?? 0)) },
      ...{ spanKm, missing },
      score: 0.4 / group.length + 0.3 / (1 + spanKm / 100) + 0.3 * (asked === 0 ? 1 : (asked - missing.length) / asked),
    })
  }
  return found
}

/** Of a firm's municipalities that lie somewhere known the nearest to the venture, the first by id of several. */
function seatOf(world: SupplyWorld, firm: WorldFirm): string {
  let best = ''
  let least = Number.POSITIVE_INFINITY
  for (const place of [...firm.municipalities].sort()) {
    if (!world.points[place]) continue
    const distance = distanceOf(world, { ...firm, municipalities: [place] }) ?? 0
    if (best === '' || distance < least) [best, least] = [place, distance]
  }
  return best
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** Tiers by breadth; a firm carries those that nobody reaches once it is gone. */
export function modelExposure(world: SupplyWorld, of: string, depth: number) {
  const supplies = world.supplies.filter(inForce)
  const tierOf = tiersFrom(supplies, of, depth)
  const read = supplies.filter(({ buyer }) => (tierOf.get(buyer) ?? depth) < depth)
  const counts: string[] = []
  for (const firm of world.firms) {
    const tier = tierOf.get(firm.id) ?? 0
    if (tier === 0) continue
    counts.push(`${tier} ${[...firm.municipalities].sort()[0] ?? null}`)
    counts.push(`${tier} ${firm.sectors[0] ?? null}`)
    counts.push(`${tier} ${firm.size ?? 'UNKNOWN'}`)
  }
  const sole = new Set<string>()
  for (const { supplier, buyer, category } of read) {
    if (category === null) continue
    const same = read.filter((other) => other.buyer === buyer && other.category === category)
    if (same.every((other) => other.supplier === supplier)) sole.add(`${supplier} ${category} ${buyer}`)
  }
  const carriers: { firm: string; firms: number }[] = []
  for (const firm of tierOf.keys()) {
    if (firm === of) continue
    const left = tiersFrom(
      read.filter(({ supplier }) => supplier !== firm),
      of,
      Number.POSITIVE_INFINITY,
    )
    const firms = tierOf.size - left.size - 1
    if (firms > 0) carriers.push({ firm, firms })
  }
  return { firms: tierOf.size - 1, counts, sole: [...sole], carriers }
}

function tiersFrom(supplies: SupplyWorld['supplies'], of: string, depth: number): Map<string, number> {
  const tiers = new Map([[of, 0]])
  for (let changed = true; changed; ) {
    changed = false
    for (const { supplier, buyer } of supplies) {
      const tier = tiers.get(buyer)
      if (tier === undefined || tier >= depth || (tiers.get(supplier) ?? Number.POSITIVE_INFINITY) <= tier + 1) continue
      tiers.set(supplier, tier + 1)
      changed = true
    }
  }
  return tiers
}
