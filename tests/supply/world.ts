import type { GraphElements, GraphNode, GraphRelationship, Properties } from '../../src/graph/elements.js'
import { known } from '../../src/graph/known.js'
import { labelOfId, type RelationshipType } from '../../src/graph/vocabulary.js'
import { Random } from '../differential/random.js'

/** The day that tests ask about. */
export const worldDay = '2024-06-30'

const days = [null, null, null, '2024-06-29', '2024-06-30', '2024-07-01'] as const
const phases = [null, 'OPERATION', 'CONSTRUCTION'] as const
type Phase = (typeof phases)[number]

export interface WorldSupply {
  readonly supplier: string
  readonly buyer: string
  readonly category: string | null
  readonly phase: Phase
  readonly since: string | null
  readonly until: string | null
}

export interface WorldFirm {
  readonly id: string
  readonly name: string
  readonly size: string | null
  readonly employees: number | null
  readonly municipalities: readonly string[]
  readonly sectors: readonly string[]
  readonly canSupply: readonly string[]
  /** Each as a source says it; two sources may say otherwise. */
  readonly says: readonly { readonly requirement: string; readonly status: string }[]
}

export interface WorldInitiative {
  readonly id: string
  readonly requirements: readonly string[]
  readonly sectors: readonly string[]
  readonly places: readonly string[]
  readonly sizes: readonly string[]
  readonly inForce: boolean
}

interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** A small graph as lists of ids. */
export interface SupplyWorld {
  /** From where distances to each municipality are measured; null where nobody says. */
  readonly points: Readonly<Record<string, Point | null>>
  readonly sites: readonly string[]
  readonly procures: readonly { readonly category: string; readonly phase: Phase }[]
  readonly requires: readonly string[]
  readonly fits: readonly { readonly category: string; readonly sector: string }[]
  readonly firms: readonly WorldFirm[]
  readonly supplies: readonly WorldSupply[]
  readonly initiatives: readonly WorldInitiative[]
}

export const venture = 'establishment:v'
export const categories = ['category:a', 'category:b', 'category:c']
export const requirements = ['requirement:p', 'requirement:q', 'requirement:r']
/** Each sector with the one above it. */
export const above: Readonly<Record<string, string | null>> = {
  'sector:C': null,
  'sector:C24': 'sector:C',
  'sector:C25': 'sector:C',
  'sector:F': null,
  'sector:F43': 'sector:F',
}
/** Midpoints in degrees; null where nobody says. */
const midpoints: Readonly<Record<string, Point | null>> = {
  'municipality:k': { latitude: 65, longitude: 20 },
  'municipality:l': { latitude: 65.5, longitude: 21 },
  'municipality:m': { latitude: 67, longitude: 20 },
  'municipality:n': null,
}
/** Main towns, of those that have one: one is far from its midpoint, one nobody knows a midpoint of. */
const mainTowns: Readonly<Record<string, Point>> = {
  'municipality:k': { latitude: 65.9, longitude: 22.5 },
  'municipality:m': { latitude: 66.8, longitude: 20.3 },
  'municipality:n': { latitude: 65.2, longitude: 20.4 },
}
const sectors = Object.keys(above)
export const municipalities = Object.keys(midpoints)
const sizes = ['SMALL', 'MEDIUM', 'LARGE']

/** The same world with distances measured between these points. */
export const measuredBetween = (world: SupplyWorld, distances: string): SupplyWorld => ({
  ...world,
  points: distances === 'MAIN_TOWNS' ? { ...midpoints, ...mainTowns } : midpoints,
})

/** Whether something can lie within a distance of its venture. */
export const hasSite = ({ sites, points }: SupplyWorld): boolean => sites.some((site) => points[site])

/** A small random world, with distances between midpoints; the same for the same seed. */
export function worldOf(seed: number): SupplyWorld {
  const random = new Random(seed)
  const firms = random.list(random.whole(0, 8), (number): WorldFirm => {
    const stated = random.some(requirements, 3)
    return {
      id: `firm:${number}`,
      name: random.pick(['Å', 'A', 'Ö', 'b', 'A b']),
      size: random.chance(0.8) ? random.pick(sizes) : null,
      employees: random.chance(0.8) ? random.whole(0, 30) : null,
      municipalities: random.some(municipalities, random.pick([0, 1, 1, 1, 2])),
      sectors: random.some(sectors, 2),
      canSupply: random.some(categories, random.pick([0, 0, 1, 2])),
      says: [...stated, ...random.some(stated, 1)].map((requirement) => ({
        requirement,
        status: random.pick(['FULFILLED', 'LACKING']),
      })),
    }
  })
  const ids = firms.map(({ id }) => id)
  const supplies = random.list(ids.length === 0 ? 0 : random.whole(0, 14), (): WorldSupply => {
    const supplier = random.pick(ids)
    const buyer = random.chance(0.4) ? venture : random.pick(ids)
    return {
      ...{ supplier, buyer, category: random.chance(0.8) ? random.pick(categories) : null },
      ...{ phase: random.pick(phases), since: random.pick(days), until: random.pick(days) },
    }
  })
  return {
    points: midpoints,
    sites: random.some(municipalities, 2),
    procures: random.list(random.whole(0, 5), () => ({
      category: random.pick(categories),
      phase: random.pick(phases),
    })),
    requires: random.some(requirements, 3),
    fits: random.list(random.whole(0, 4), () => ({ category: random.pick(categories), sector: random.pick(sectors) })),
    firms,
    supplies: supplies.filter(({ supplier, buyer }) => supplier !== buyer),
    initiatives: random.list(random.whole(0, 3), (number) => ({
      id: `initiative:${number}`,
      requirements: random.some(requirements, 2),
      sectors: random.some(sectors, random.pick([0, 0, 1])),
      places: random.some(municipalities, random.pick([0, 0, 1])),
      sizes: random.some(sizes, random.pick([0, 0, 1])),
      inForce: random.chance(0.7),
    })),
  }
}

function townOf(id: string): Properties {
  const town = mainTowns[id]
  return town
    ? {
        mainTownName: id,
        mainTownLatitude: town.latitude,
        mainTownLongitude: town.longitude,
        mainTownSource: 'source:test',
      }
    : {}
}

const provenance = { source: 'source:test', locator: 'a test', recordedAt: '2024-01-01T00:00:00.000Z' }

/** A world as the graph holds it. */
export function elementsOf(world: SupplyWorld): GraphElements {
  const node = (id: string, properties: Properties): GraphNode => {
    return { label: labelOfId(id) ?? 'Source', id, provenance, properties: { nameSv: id, ...properties } }
  }
  const tie = (type: RelationshipType, from: string, to: string, key = '', properties: Properties = {}) =>
    ({ type, from, to, key, provenance, properties }) satisfies GraphRelationship
  const sizeNode = (size: string) => `size-class:${size.toLowerCase()}`
  return {
    nodes: [
      node('source:test', { title: 'a test' }),
      node(venture, { totalJobs: 0, expectedYears: [2024], expectedJobs: [0] }),
      ...[...categories, ...requirements].map((id) => node(id, {})),
      ...sectors.map((id) => node(id, { code: id.slice('sector:'.length) })),
      ...Object.entries(midpoints).map(([id, midpoint]) => node(id, { ...midpoint, ...townOf(id) })),
      ...sizes.map((size) => node(sizeNode(size), { code: size })),
      ...world.firms.map(({ id, name, size, employees }) =>
        node(id, known({ nameSv: name, sizeClass: size, employees })),
      ),
      ...world.initiatives.map(({ id, inForce }) =>
        node(id, { kind: 'TRAINING', endsOn: inForce ? worldDay : '2024-06-29' }),
      ),
    ],
    relationships: [
      ...Object.entries(above).flatMap(([sector, upper]) => (upper === null ? [] : [tie('PART_OF', sector, upper)])),
      ...world.sites.map((site) => tie('LOCATED_IN', venture, site)),
      ...world.procures.map(({ category, phase }) => tie('PROCURES', venture, category, phase ?? '', known({ phase }))),
      ...world.requires.map((requirement) => tie('REQUIRES', venture, requirement)),
      ...world.fits.map(({ category, sector }) => tie('FITS_SECTOR', category, sector)),
      ...world.firms.flatMap((firm) => [
        ...firm.municipalities.map((place) => tie('LOCATED_IN', firm.id, place)),
        ...firm.sectors.map((sector, index) => tie('IN_SECTOR', firm.id, sector, '', { rank: index + 1 })),
        ...firm.canSupply.map((category) => tie('CAN_SUPPLY', firm.id, category)),
        ...firm.says.map(({ requirement, status }, index) =>
          tie('FULFILS', firm.id, requirement, `source ${index}`, { status }),
        ),
      ]),
      ...world.supplies.map(({ supplier, buyer, ...supply }, index) =>
        tie('SUPPLIES', supplier, buyer, `supply ${index}`, known(supply)),
      ),
      ...world.initiatives.flatMap(({ id, ...initiative }) => [
        ...initiative.requirements.map((requirement) => tie('TARGETS', id, requirement)),
        ...initiative.sectors.map((sector) => tie('TARGETS', id, sector)),
        ...initiative.sizes.map((size) => tie('TARGETS', id, sizeNode(size))),
        ...initiative.places.map((place) => tie('COVERS', id, place)),
      ]),
    ],
  }
}
