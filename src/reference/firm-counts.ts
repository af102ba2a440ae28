import { type SizeClass, sizeClasses, smeSizes } from '../classification/size-class.js'
import type { GraphReader } from '../graph/graph.js'
import { today } from '../kernel/day.js'
import { Kept } from './kept.js'
import {
  firmsByPlace,
  firmsByPlaceAndNeed,
  firmsByPlaceAndSector,
  firmsInSeveralPlaces,
  firmsWithNeedByPlaceAndSector,
  placesWithParts,
  statingFirmsByPlace,
} from './queries.js'

/** Which of a place's firms are counted: those of a main sector, those that state a need, or of both. */
export interface CountedBy {
  readonly sector?: string
  readonly need?: string
}

/**
 * Counts of firms by place × main sector × size × need, and by place × size of those that state any need: of those that
 * are there on the day on which they are counted.
 */
export const firmCounts = new Kept('counts of firms', ({ graph }) => readFirmCounts(graph))

/** In the place of a sector: whichever it is. */
const ANY_SECTOR = ''
/** In the place of a need: whether or not the firm states one, and whichever it states. */
const ALL_FIRMS = ''
const ANY_NEED = 'any'

/**
 * Counts of firms, each once in a place: a county's are not the sum of its municipalities' where a firm lies in two of
 * them. Of the sectors of a firm the first by rank count, or those that bear none; a firm with two such counts in both.
 */
export class FirmCounts {
  /** For each place, sector, need and size the firms, in this order. */
  private readonly cells: Uint32Array

  constructor(
    private readonly places: ReadonlyMap<string, number>,
    private readonly sectors: ReadonlyMap<string, number>,
    private readonly needs: ReadonlyMap<string, number>,
  ) {
    this.cells = new Uint32Array(places.size * sectors.size * needs.size * sizeClasses.length)
  }

  /** Firms of a place and some sizes, of a county also those of its municipalities. */
  in(place: string, { sector = ANY_SECTOR, need = ALL_FIRMS }: CountedBy = {}, sizes = smeSizes): number {
    return sizes.reduce((sum, size) => sum + (this.cells[this.at(place, sector, need, size) ?? -1] ?? 0), 0)
  }

  /** Those of them that state any need. */
  statingIn(place: string, sizes = smeSizes): number {
    return this.in(place, { need: ANY_NEED }, sizes)
  }

  /** @param firms below 0 where they were counted more than once. */
  add(place: string, sector: string, need: string, size: SizeClass, firms: number): void {
    const at = this.at(place, sector, need, size)
    if (at !== null) this.cells[at] = (this.cells[at] ?? 0) + firms
  }

  private at(place: string, sector: string, need: string, size: SizeClass): number | null {
    const [first, second, third] = [this.places.get(place), this.sectors.get(sector), this.needs.get(need)]
    if (first === undefined || second === undefined || third === undefined) return null
    const row = (first * this.sectors.size + second) * this.needs.size + third
    return row * sizeClasses.length + sizeClasses.indexOf(size)
  }
}

interface CountedRow {
  readonly place: string
  readonly sector?: string
  readonly need?: string
  readonly size: SizeClass
  readonly firms: number
}

async function readFirmCounts(graph: GraphReader): Promise<FirmCounts> {
  const day = today()
  const [parts, all, bySector, stating, byNeed, inSeveral] = await Promise.all([
    graph.read(placesWithParts, {}),
    graph.read(firmsByPlace, { day }),
    graph.read(firmsByPlaceAndSector, { day }),
    graph.read(statingFirmsByPlace, { day }),
    graph.read(firmsByPlaceAndNeed, { day }),
    graph.read(firmsInSeveralPlaces, { day }),
  ])
  const needs = [...new Set(byNeed.map(({ need }) => need))]
  const rows: CountedRow[][] = [all, bySector, stating.map((row) => ({ ...row, need: ANY_NEED })), byNeed]
  // A need at a time: all of them would be tens of thousands of rows, read at once.
  for (const need of needs) {
    const withNeed = await graph.read(firmsWithNeedByPlaceAndSector, { need, day })
    rows.push(withNeed.map((row) => ({ ...row, need })))
  }
  const counts = new FirmCounts(
    numbered(parts.map(({ place }) => place)),
    numbered([ANY_SECTOR, ...bySector.map(({ sector }) => sector)]),
    numbered([ALL_FIRMS, ANY_NEED, ...needs]),
  )
  const holders = holdersOf(parts)
  for (const { place: part, sector = ANY_SECTOR, need = ALL_FIRMS, size, firms } of rows.flat()) {
    for (const place of holders.get(part) ?? []) counts.add(place, sector, need, size, firms)
  }
  for (const { place, parts: within } of parts) {
    for (const { places, sectors, needs: stated, size, firms } of inSeveral) {
      const more = places.filter((each) => within.includes(each)).length - 1
      if (more < 1) continue
      for (const sector of [ANY_SECTOR, ...sectors]) {
        for (const need of [ALL_FIRMS, ...(stated.length > 0 && sector === ANY_SECTOR ? [ANY_NEED] : []), ...stated]) {
          counts.add(place, sector, need, size, -more * firms)
        }
      }
    }
  }
  return counts
}

const numbered = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...new Set(names)].map((name, index) => [name, index]))

/** For each place all that it is a part of, itself among them. */
function holdersOf(places: readonly { readonly place: string; readonly parts: readonly string[] }[]) {
  const holders = new Map<string, string[]>()
  for (const { place, parts } of places) {
    for (const part of parts) holders.set(part, [...(holders.get(part) ?? []), place])
  }
  return holders
}
