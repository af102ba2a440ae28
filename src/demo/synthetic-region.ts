import { type SizeClass, type SizeRule, sizeClassOf } from '../classification/size-class.js'
import type { GraphNode, GraphRelationship, Properties } from '../graph/elements.js'
import { known } from '../graph/known.js'
import type { RelationshipType } from '../graph/vocabulary.js'
import { Draws, type Weighted } from './draws.js'

/** What a synthetic region is drawn from. */
export interface RegionFacts {
  readonly sizeRule: SizeRule
  /** Ids, weighted by how many firms are there. */
  readonly municipalities: Weighted<string>
  readonly sectors: Weighted<string>
  /** How many firms are of each size class. */
  readonly sizeClasses: Readonly<Record<SizeClass, number>>
  /** Mean number of employees of a firm in each class. */
  readonly meanEmployees: Readonly<Record<SizeClass, number>>
  /** Ids of the categories that fit a sector. */
  readonly categories: ReadonlyMap<string, readonly string[]>
  readonly establishments: Weighted<string>
  readonly needs: readonly string[]
  readonly requirements: readonly string[]
}

const DEMO_SOURCE = 'source:norrgraph-demo'

/** The same from one seed, whenever it is drawn. */
const RECORDED = '2026-01-01T00:00:00.000Z'

/** How many buyers a supplier has in the mean, and which share of them are establishments. */
const SUPPLIES = { mean: 3, toEstablishments: 0.04 }
/** Buyers are drawn by the cube of a uniform number, so that how many suppliers they have falls off as a power. */
const CONCENTRATION = 3
const NEEDS_MEAN = 1
const REQUIREMENTS_MEAN = 0.6
const FULFILLED_SHARE = 0.7
const PHASES = ['CONSTRUCTION', 'RAMP_UP', 'OPERATION', 'MAINTENANCE_STOP']
/** SEK million for each who works there, in the mean. */
const TURNOVER_AN_EMPLOYEE = 1.8

/** A region of firms that do not exist. Firm `n` is drawn from the seed and `n` alone, so nothing is held but ranks. */
export class SyntheticRegion {
  /** The rank of each firm by size; the largest have most suppliers. */
  private readonly ranks: Uint32Array
  private readonly firmAtRank: Uint32Array

  constructor(
    private readonly facts: RegionFacts,
    readonly size: number,
    readonly seed: number,
  ) {
    this.firmAtRank = shuffled(size, seed)
    this.ranks = new Uint32Array(size)
    for (const [rank, firm] of this.firmAtRank.entries()) this.ranks[firm] = rank
  }

  source(): GraphNode {
    const title = `Påhittade företag (norrgraph demo, ${this.size} företag, frö ${this.seed})`
    const titleEn = `Made-up firms (norrgraph demo, ${this.size} firms, seed ${this.seed})`
    return {
      label: 'Source',
      id: DEMO_SOURCE,
      provenance: { source: DEMO_SOURCE, locator: `seed ${this.seed}`, recordedAt: RECORDED },
      properties: {
        title,
        nameSv: title,
        nameEn: titleEn,
        publisher: 'Norrgraph',
        kind: 'ASSESSMENT',
        synthetic: true,
      },
    }
  }

  /** A firm with where it is and what it does. */
  firm(number: number): { readonly node: GraphNode; readonly relationships: readonly GraphRelationship[] } {
    const { draws, municipality, sector } = this.drawn(number)
    const id = demoId(number)
    const digits = digitsOf(number)
    const names = { nameSv: `Demoföretag ${digits} (påhittat)`, nameEn: `Demo firm ${digits} (made up)` }
    return {
      node: {
        label: 'Firm',
        id,
        provenance: this.provenance(number),
        properties: { ...names, ...this.sizeOf(number, draws), synthetic: true },
      },
      relationships: [
        this.tie('LOCATED_IN', number, municipality, '', { rank: 1 }),
        this.tie('IN_SECTOR', number, sector, '', { rank: 1 }),
      ],
    }
  }

  /** Whom a firm supplies, what it needs, fulfils and can supply. */
  relationshipsOf(number: number): GraphRelationship[] {
    const { sector } = this.drawn(number)
    const draws = new Draws(this.seed, -number - 2)
    const fitting = this.facts.categories.get(sector) ?? []
    const canSupply = fitting.filter(() => draws.next() < 0.5)
    const needs = some(draws, this.facts.needs, draws.geometric(NEEDS_MEAN))
    const requirements = some(draws, this.facts.requirements, draws.geometric(REQUIREMENTS_MEAN))
    return [
      ...canSupply.map((category) => this.tie('CAN_SUPPLY', number, category, '')),
      ...needs.map((need) => this.tie('HAS_NEED', number, need, '')),
      ...requirements.map((requirement) =>
        this.tie('FULFILS', number, requirement, '', {
          status: draws.next() < FULFILLED_SHARE ? 'FULFILLED' : 'LACKING',
        }),
      ),
      ...this.supplies(number, draws, fitting),
    ]
  }

  private supplies(number: number, draws: Draws, fitting: readonly string[]): GraphRelationship[] {
    const ties = new Map<string, GraphRelationship>()
    for (let left = draws.geometric(SUPPLIES.mean); left > 0; left -= 1) {
      const isToEstablishment = draws.next() < SUPPLIES.toEstablishments
      const buyer = isToEstablishment ? this.facts.establishments.draw(draws) : this.buyer(draws)
      const category = fitting[draws.below(fitting.length)]
      const phase = isToEstablishment ? PHASES[draws.below(PHASES.length)] : undefined
      const since = `${2015 + draws.below(11)}-01-01`
      if (buyer === demoId(number)) continue
      const key = [category ?? '', phase ?? ''].join(' ').trim()
      ties.set(`${buyer} ${key}`, this.tie('SUPPLIES', number, buyer, key, known({ category, phase, since })))
    }
    return [...ties.values()]
  }

  private buyer(draws: Draws): string {
    const rank = Math.floor(this.size * draws.next() ** CONCENTRATION)
    return demoId(this.firmAtRank[rank] ?? 0)
  }

  private drawn(number: number): { draws: Draws; municipality: string; sector: string } {
    const draws = new Draws(this.seed, number)
    return { draws, municipality: this.facts.municipalities.draw(draws), sector: this.facts.sectors.draw(draws) }
  }

  /** The classes fill the ranks from the largest down; of the small ones, some are not known. */
  private sizeOf(number: number, draws: Draws): Properties {
    const { LARGE, MEDIUM, SMALL, UNKNOWN } = this.facts.sizeClasses
    const all = LARGE + MEDIUM + SMALL + UNKNOWN
    const at = ((this.ranks[number] ?? 0) + 0.5) / this.size
    const isUnknown = draws.next() < UNKNOWN / (SMALL + UNKNOWN)
    if (at < LARGE / all) return this.employing(draws, 'LARGE', 250, 20_000, Number.MAX_VALUE)
    if (at < (LARGE + MEDIUM) / all) return this.employing(draws, 'MEDIUM', 50, 249, 525)
    return isUnknown ? { sizeClass: 'UNKNOWN' } : this.employing(draws, 'SMALL', 0, 49, 105)
  }

  private employing(draws: Draws, asked: SizeClass, least: number, most: number, mostTurnover: number): Properties {
    const employees = Math.min(most, least + draws.geometric(Math.max(0.1, this.facts.meanEmployees[asked] - least)))
    const wanted = (employees + 0.3) * TURNOVER_AN_EMPLOYEE * (0.5 + draws.next())
    const turnover = Math.min(mostTurnover, Math.round(10 * wanted) / 10)
    return { employees, turnover, sizeClass: sizeClassOf(this.facts.sizeRule, employees, turnover) }
  }

  private tie(
    type: RelationshipType,
    number: number,
    to: string,
    key: string,
    properties: Properties = {},
  ): GraphRelationship {
    const provenance = this.provenance(number)
    return { type, from: demoId(number), to, key, provenance, properties: { ...properties, synthetic: true } }
  }

  private provenance(number: number) {
    return { source: DEMO_SOURCE, locator: `seed ${this.seed}, firm ${number + 1}`, recordedAt: RECORDED }
  }
}

const digitsOf = (number: number): string => String(number + 1).padStart(6, '0')

/** The id of a firm counted from 0. */
const demoId = (number: number): string => `firm:demo-${digitsOf(number)}`

/** The numbers below `size`, in an order that the seed decides (Fisher and Yates). */
function shuffled(size: number, seed: number): Uint32Array {
  const draws = new Draws(seed, -1)
  const order = Uint32Array.from({ length: size }, (_, index) => index)
  for (let last = size - 1; last > 0; last -= 1) {
    const other = draws.below(last + 1)
    const moved = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = moved
  }
  return order
}

/** Some of the items, each at most once. */
function some<Item>(draws: Draws, items: readonly Item[], count: number): Item[] {
  const left = [...items]
  return Array.from({ length: Math.min(count, items.length) }, () => left.splice(draws.below(left.length), 1)).flat()
}
