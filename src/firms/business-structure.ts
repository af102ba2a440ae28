import type { SectorGroup } from '../classification/sector-group.js'
import type { SizeClass } from '../classification/size-class.js'
import type { Knowledge } from '../edition/knowledge.js'
import { today } from '../kernel/day.js'
import { Kept } from '../reference/kept.js'
import type { KeptKnowledge } from '../reference/reference.js'
import { countedStructure, statedStructure } from './queries.js'

export const structureDimensions = ['COUNTY', 'SECTOR_GROUP', 'SIZE_CLASS'] as const
export type StructureDimension = (typeof structureDimensions)[number]
export type StructureOrigin = 'REPORT' | 'GRAPH'

/** Firms and employees of one combination; a dimension that was not asked for is null. */
export interface BusinessStructureCell {
  readonly county: string | null
  readonly sectorGroup: SectorGroup | null
  readonly sizeClass: SizeClass | null
  /** Null where that is not stated. */
  readonly firms: number | null
  readonly employees: number | null
  /** Id of the entity whose provenance the numbers have. */
  readonly stated: string
}

export interface BusinessStructure {
  readonly origin: StructureOrigin
  readonly cells: readonly BusinessStructureCell[]
}

/**
 * Firms and employees by some dimensions: as the report's text states them, which it does by one dimension at a time, or
 * counted from the firms in the graph.
 */
export async function businessStructure(
  knowledge: KeptKnowledge,
  by: readonly StructureDimension[],
  origin: StructureOrigin,
): Promise<BusinessStructure> {
  const asked = structureDimensions.filter((dimension) => by.includes(dimension))
  return { origin, cells: origin === 'REPORT' ? await stated(knowledge, asked) : await counted(knowledge, asked) }
}

async function stated({ graph }: Knowledge, asked: readonly StructureDimension[]): Promise<BusinessStructureCell[]> {
  if (asked.length > 1) return []
  const cells = await graph.read(statedStructure, { dimensions: asked[0] ?? 'TOTAL' })
  return cells.map(({ id, ...cell }) => ({ ...cell, stated: id }))
}

/** Firms and employees by all dimensions together, as long as the graph is the same. */
const structureOfFirms = new Kept('structure of firms', ({ graph }) => graph.read(countedStructure, { day: today() }))

async function counted(
  { reference, edition }: KeptKnowledge,
  asked: readonly StructureDimension[],
): Promise<BusinessStructureCell[]> {
  const cells = new Map<string, BusinessStructureCell & { readonly firms: number; readonly employees: number }>()
  for (const row of await reference.of(structureOfFirms)) {
    const place = {
      county: asked.includes('COUNTY') ? row.county : null,
      sectorGroup: asked.includes('SECTOR_GROUP') ? row.sectorGroup : null,
      sizeClass: asked.includes('SIZE_CLASS') ? row.sizeClass : null,
    }
    const key = JSON.stringify(place)
    const before = cells.get(key) ?? { firms: 0, employees: 0 }
    cells.set(key, {
      ...place,
      firms: before.firms + row.firms,
      employees: before.employees + row.employees,
      stated: edition.counted,
    })
  }
  return [...cells.values()]
}
