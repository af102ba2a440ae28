import type { GraphReader } from '../graph/graph.js'
import { Kept } from './kept.js'
import { sectorsWithWholes } from './queries.js'

/** Which sectors are parts of which. */
export const sectorHierarchy = new Kept('sector hierarchy', ({ graph }) => readSectorHierarchy(graph))

/** Sectors with what they are parts of and what is part of them, over all levels. */
export class SectorHierarchy {
  private readonly below = new Map<string, string[]>()

  /**
   * @param wholes by the id of every sector those that it is a part of, a level up.
   * @param industries sectors of input–output tables, not of a classification.
   */
  constructor(
    private readonly wholes: ReadonlyMap<string, readonly string[]>,
    private readonly industries: ReadonlySet<string>,
  ) {
    for (const [sector, above] of wholes) {
      for (const whole of above) this.below.set(whole, [...(this.below.get(whole) ?? []), sector])
    }
  }

  /** Ids of all sectors. */
  sectors(): Iterable<string> {
    return this.wholes.keys()
  }

  has(sector: string): boolean {
    return this.wholes.has(sector)
  }

  isIndustry(sector: string): boolean {
    return this.industries.has(sector)
  }

  /** A sector and all that it is a part of. */
  wholesOf(sector: string): ReadonlySet<string> {
    return reached(sector, this.wholes)
  }

  /** A sector and all its parts. */
  partsOf(sector: string): ReadonlySet<string> {
    return reached(sector, this.below)
  }
}

function reached(start: string, next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set([start])
  for (const sector of found) for (const each of next.get(sector) ?? []) found.add(each)
  return found
}

/** Reads which sectors are parts of which. */
export async function readSectorHierarchy(graph: GraphReader): Promise<SectorHierarchy> {
  const rows = await graph.read(sectorsWithWholes, {})
  return new SectorHierarchy(
    new Map(rows.map(({ sector, wholes }) => [sector, wholes])),
    new Set(rows.filter(({ isIndustry }) => isIndustry).map(({ sector }) => sector)),
  )
}
