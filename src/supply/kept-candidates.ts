import { z } from 'zod'
import { isNoPublicBody } from '../classification/legal-form.js'
import { type SizeClass, sizeClasses } from '../classification/size-class.js'
import type { Knowledge } from '../edition/knowledge.js'
import type { PhaseKind } from '../establishments/phases.js'
import type { GraphReader } from '../graph/graph.js'
import { query } from '../graph/query.js'
import { isThereOn } from '../graph/relationship-days.js'
import { Kept } from '../reference/kept.js'
import { ableToSupply, inPhaseOnDay, stance, withPlacesAndStances } from './queries.js'
import { basisWeights, type Stance } from './supplier-score.js'
import { readCategories } from './venture.js'

/** A firm that could supply a category, with what decides its score for whichever venture. */
export interface KeptCandidate {
  readonly firm: string
  readonly sortName: string
  /** Of its best basis. */
  readonly weight: number
  readonly employees: number | null
  readonly sizeClass: SizeClass
  /** Its names, as they are searched. */
  readonly searchText: string
  readonly sectors: readonly string[]
  readonly municipalities: readonly string[]
  readonly stances: readonly Stance[]
}

/** Of more firms than these the database scores, so that no large part of all firms is held here. */
const MOST_CANDIDATES = 5_000
/** Rows that are read at once: reading them keeps others waiting. */
const ROWS_AT_ONCE = 500

const candidate = z.object({
  firm: z.string(),
  sortName: z.string(),
  weight: z.number(),
  employees: z.number().nullable(),
  sizeClass: z.enum(sizeClasses),
  searchText: z.string(),
  sectors: z.array(z.string()),
  municipalities: z.array(z.string()),
  stances: z.array(stance),
})

/** What is kept of a firm, whatever it could supply. */
const described = `${withPlacesAndStances}
   CALL (firm) {
     MATCH (firm)-[:IN_SECTOR]->(sector:Sector)
     WITH DISTINCT sector.id AS sector ORDER BY sector
     RETURN collect(sector) AS sectors
   }
   RETURN firm.id AS firm, firm.sortName AS sortName, firm.employees AS employees,
     coalesce(firm.sizeClass, 'UNKNOWN') AS sizeClass, coalesce(firm.searchText, '') AS searchText, sectors,
     municipalities, stances`

/** Firms that declare a category or are of a sector that fits it, a page of them by their ids. */
const categoryCandidates = query<{
  category: string
  sectors: readonly string[]
  asOf: string
  after: string
  limit: number
}>()(
  'firms that could supply a category',
  candidate,
  `CALL () {
     ${ableToSupply}
   }
   WITH firm, max(weight) AS weight
   WHERE firm.id > $after AND ${isNoPublicBody('firm')} AND ${isThereOn('firm', '$asOf')}
   WITH firm, weight ORDER BY firm.id LIMIT $limit
   ${described}, weight ORDER BY firm`,
)

/** Firms that supply a venture on a day, in one phase where `phase` is not empty, with the categories of what they supply. */
const suppliersOnDay = query<{ establishment: string; phase: string; asOf: string; limit: number }>()(
  'firms that supply a venture',
  candidate.extend({ categories: z.array(z.string()) }),
  `MATCH (:Establishment {id: $establishment})<-[supplies:SUPPLIES]-(firm:Firm)
   WHERE supplies.category IS NOT NULL AND ${inPhaseOnDay} AND ${isNoPublicBody('firm')} AND
     ${isThereOn('firm', '$asOf')}
   WITH firm, collect(DISTINCT supplies.category) AS categories
   ORDER BY firm.id LIMIT $limit
   ${described}, ${basisWeights.EXISTING} AS weight, categories`,
)

/** Firms that could supply a category, by its id, on a day, whoever buys; null where they are too many to be kept. */
export const candidatesOfCategory = new Kept('candidates of a category', ({ graph }, category: string, asOf: string) =>
  readCandidates(graph, category, asOf),
)

async function readCandidates(graph: GraphReader, category: string, asOf: string): Promise<KeptCandidate[] | null> {
  const sectors = (await readCategories(graph, [category])).flatMap((each) => each.sectors)
  const found: KeptCandidate[] = []
  const share = sharing()
  for (let more = true; more; ) {
    const after = found.at(-1)?.firm ?? ''
    const rows = await graph.read(categoryCandidates, { category, sectors, asOf, after, limit: ROWS_AT_ONCE })
    found.push(...rows.map(share))
    if (found.length > MOST_CANDIDATES) return null
    more = rows.length === ROWS_AT_ONCE
  }
  return found
}

/** Firms that supply a venture on a day, in one phase or any, by category; null where they are too many to be kept. */
export const suppliersOfVenture = new Kept('suppliers of a venture', readSuppliers)

async function readSuppliers({ graph }: Knowledge, establishment: string, phase: PhaseKind | null, asOf: string) {
  const rows = await graph.read(suppliersOnDay, { establishment, phase: phase ?? '', asOf, limit: ROWS_AT_ONCE + 1 })
  if (rows.length > ROWS_AT_ONCE) return null
  const byCategory = new Map<string, KeptCandidate[]>()
  for (const { categories, ...supplier } of rows) {
    for (const category of categories) byCategory.set(category, [...(byCategory.get(category) ?? []), supplier])
  }
  return byCategory
}

/** Lists that many firms have in common, such as where they lie, are held once. */
function sharing(): (row: KeptCandidate) => KeptCandidate {
  const held = new Map<string, readonly string[]>()
  const heldSectors = new Map<string, readonly string[]>()
  const heldStances = new Map<string, readonly Stance[]>()
  const once = <Item>(items: readonly Item[], all: Map<string, readonly Item[]>): readonly Item[] => {
    const key = JSON.stringify(items)
    const same = all.get(key) ?? items
    all.set(key, same)
    return same
  }
  return ({ municipalities, sectors, stances, ...row }) => ({
    ...row,
    sectors: once(sectors, heldSectors),
    municipalities: once(municipalities, held),
    stances: once(stances, heldStances),
  })
}
