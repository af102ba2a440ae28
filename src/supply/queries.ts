import { z } from 'zod'
import { isNoPublicBody } from '../classification/legal-form.js'
import { sizeClasses } from '../classification/size-class.js'
import { query } from '../graph/query.js'
import { firstDayOf, holdsOn, isThereOn, lastDayOf } from '../graph/relationship-days.js'
import { basisWeights } from './supplier-score.js'

/** Categories that a venture buys, in one phase where `phase` is not empty. */
export const categoriesProcured = query<{ establishment: string; phase: string }>()(
  'categories that a venture buys',
  z.object({ category: z.string() }),
  `MATCH (:Establishment {id: $establishment})-[procures:PROCURES]->(category:SupplyCategory)
   WHERE $phase = '' OR procures.phase = $phase
   RETURN DISTINCT category.id AS category`,
)

/** Categories with every sector that fits them; no row for one that is not there. */
export const categoriesWithSectors = query<{ categories: readonly string[] }>()(
  'categories with the sectors that fit them',
  z.object({ category: z.string(), sortName: z.string(), sectors: z.array(z.string()) }),
  `UNWIND $categories AS id
   MATCH (category:SupplyCategory {id: id})
   CALL (category) {
     MATCH (category)-[:FITS_SECTOR]->(sector:Sector)
     MATCH (sector)<-[:PART_OF*0..4]-(below:Sector)
     RETURN collect(DISTINCT below.id) AS sectors
   }
   RETURN category.id AS category, category.sortName AS sortName, sectors
   ORDER BY sortName, category`,
)

/** Names of categories. */
export const namesOfCategories = query<{ categories: readonly string[] }>()(
  'names of categories',
  z.object({ id: z.string(), nameSv: z.string(), nameEn: z.string(), sortName: z.string() }),
  `UNWIND $categories AS id
   MATCH (category:SupplyCategory {id: id})
   RETURN category.id AS id, coalesce(category.nameSv, category.nameEn, id) AS nameSv,
     coalesce(category.nameEn, category.nameSv, id) AS nameEn, category.sortName AS sortName`,
)

/** A venture's sites and what it asks of suppliers; no row for a venture that is not there. */
export const ventureAsBuyer = query<{ establishment: string }>()(
  'a venture as a buyer',
  z.object({ sites: z.array(z.string()), requirements: z.array(z.string()) }),
  `MATCH (venture:Establishment {id: $establishment})
   CALL (venture) {
     MATCH (venture)-[:LOCATED_IN]->(site:Municipality)
     RETURN collect(DISTINCT site.id) AS sites
   }
   CALL (venture) {
     MATCH (venture)-[:REQUIRES]->(requirement:Requirement)
     WITH DISTINCT requirement ORDER BY requirement.sortName, requirement.id
     RETURN collect(requirement.id) AS requirements
   }
   RETURN sites, requirements`,
)

/** What decides who could supply. */
export type CandidatesAsked = {
  readonly establishment: string
  /** Empty for any. */
  readonly phase: string
  readonly asOf: string
  readonly sizeClasses: readonly string[]
  readonly category: string
  /** That fit it: those that it names and those below them. */
  readonly sectors: readonly string[]
  /** From the venture's nearest site to municipalities. */
  readonly kilometres: Readonly<Record<string, number>>
}

/**
 * Firms that declare a category on a day or are of a sector that fits it, with the weight of that: a firm may come more than
 * once.
 */
export const ableToSupply = `MATCH (:SupplyCategory {id: $category})<-[declares:CAN_SUPPLY]-(firm:Firm)
     WHERE ${holdsOn('declares', '$asOf')}
     RETURN firm, ${basisWeights.DECLARED} AS weight
     UNION ALL
     UNWIND $sectors AS fitting
     MATCH (:Sector {id: fitting})<-[:IN_SECTOR]-(firm:Firm)
     RETURN firm, ${basisWeights.BY_SECTOR} AS weight`

/**
 * Which `supplies` of a venture are EXISTING ones: those of the phase, or of one that is not known, that hold on the
 * day.
 */
export const existingSupplies = (supplies: string, phase: string, asOf: string): string =>
  `(${phase} = '' OR coalesce(${supplies}.phase, ${phase}) = ${phase}) AND ${holdsOn(supplies, asOf)}`

/** The same of a relationship `supplies`, by the parameters of a statement. */
export const inPhaseOnDay = existingSupplies('supplies', '$phase', '$asOf')

/**
 * Binds each `firm` that could supply a category with the weight of its best basis. It starts from the venture, the
 * category and its sectors, each of which is few beside all firms; a category at a time, since both engines are then
 * faster.
 */
export const candidates = `CALL () {
     MATCH (:Establishment {id: $establishment})<-[supplies:SUPPLIES]-(firm:Firm)
     WHERE supplies.category = $category AND ${inPhaseOnDay}
     RETURN firm, ${basisWeights.EXISTING} AS weight
     UNION ALL
     ${ableToSupply}
   }
   WITH firm, max(weight) AS weight
   WHERE coalesce(firm.sizeClass, 'UNKNOWN') IN $sizeClasses AND ${isNoPublicBody('firm')} AND
     ${isThereOn('firm', '$asOf')}`

/** How far the firm's municipality, the nearest where sources name several, lies from the venture; null for not known. */
const distance = `CALL (firm) {
     MATCH (firm)-[:LOCATED_IN]->(seat:Municipality)
     RETURN min($kilometres[seat.id]) AS distanceKm
   }`

/** How many firms could supply a category, by their distance: one row for each municipality that any lie in. */
export const candidatesByDistance = query<CandidatesAsked>()(
  'firms that could supply by distance',
  z.object({ distanceKm: z.number().nullable(), firms: z.number() }),
  `${candidates}
   ${distance}
   RETURN distanceKm, count(firm) AS firms`,
)

/** What a source says of a firm and a requirement. */
export const stance = z.object({ requirement: z.string(), status: z.string() })

const candidateRow = z.object({
  firm: z.string(),
  sortName: z.string(),
  employees: z.number().nullable(),
  weight: z.number(),
  distanceKm: z.number().nullable(),
  score: z.number(),
  municipalities: z.array(z.string()),
  stances: z.array(stance),
})

/** A firm that could supply a category. */
export type CandidateRow = z.infer<typeof candidateRow>

export type CandidatesScored = CandidatesAsked & {
  readonly requirements: readonly string[]
  /** What the score counts for each number of requirements that are fulfilled, from none to all. */
  readonly shares: readonly number[]
  /** The furthest distance; negative for any, which a firm whose municipality is not known has as well. */
  readonly withinKm: number
  readonly limit: number
}

/** A requirement is fulfilled where a source says so and none says that it is lacking. */
const scored = `${candidates}
   ${distance}
   WITH firm, weight, distanceKm
   WHERE $withinKm < 0 OR distanceKm <= $withinKm
   CALL (firm) {
     MATCH (firm)-[fulfils:FULFILS]->(requirement:Requirement)
     WHERE requirement.id IN $requirements
     WITH requirement, max(fulfils.status) AS status
     WHERE status = 'FULFILLED'
     RETURN count(requirement) AS fulfilled
   }
   WITH firm, weight, distanceKm,
     weight + $shares[fulfilled] + coalesce(0.1 / (1 + distanceKm / 100.0), 0.0) AS score`

/** Where firms lie, and what is known of their requirements. */
export const withPlacesAndStances = `CALL (firm) {
     MATCH (firm)-[:LOCATED_IN]->(seat:Municipality)
     RETURN collect(DISTINCT seat.id) AS municipalities
   }
   CALL (firm) {
     MATCH (firm)-[fulfils:FULFILS]->(requirement:Requirement)
     WHERE fulfils.status IS NOT NULL
     RETURN collect(DISTINCT {requirement: requirement.id, status: fulfils.status}) AS stances
   }`

const described = `${withPlacesAndStances}
   RETURN firm.id AS firm, firm.sortName AS sortName, firm.employees AS employees, weight, distanceKm, score,
     municipalities, stances`

type After = {
  /** Of the row after which to go on; a score above all others to begin. */
  readonly afterScore: number
  readonly afterName: string
  readonly afterFirm: string
  readonly afterCategory: string
}

/** Firms that could supply a category, best score first. All are scored in the database, and a page of them leaves it. */
export const bestCandidates = query<CandidatesScored & After>()(
  'best firms that could supply',
  candidateRow,
  `${scored}
   WHERE score < $afterScore OR (score = $afterScore AND (firm.sortName > $afterName OR (firm.sortName = $afterName AND
     (firm.id > $afterFirm OR (firm.id = $afterFirm AND $category > $afterCategory)))))
   WITH firm, weight, distanceKm, score
   ORDER BY score DESC, firm.sortName, firm.id LIMIT $limit
   ${described}
   ORDER BY score DESC, sortName, firm`,
)

/** The same by employees, most first; those of which the number is not known are left out. */
export const largestCandidates = query<CandidatesScored>()(
  'largest firms that could supply',
  candidateRow,
  `${scored}
   WHERE firm.employees IS NOT NULL
   WITH firm, weight, distanceKm, score
   ORDER BY firm.employees DESC, score DESC, firm.sortName, firm.id LIMIT $limit
   ${described}
   ORDER BY employees DESC, score DESC, sortName, firm`,
)

/** Initiatives that help with requirements, by name. */
export const initiativesForRequirements = query<{ requirements: readonly string[]; asOf: string }>()(
  'initiatives that help with requirements',
  z.object({ requirement: z.string(), initiatives: z.array(z.string()) }),
  `UNWIND $requirements AS id
   MATCH (requirement:Requirement {id: id})
   CALL (requirement) {
     MATCH (requirement)<-[targets:TARGETS]-(initiative:Initiative)
     WHERE ${holdsOn('targets', '$asOf')}
     WITH DISTINCT initiative ORDER BY initiative.sortName, initiative.id
     RETURN collect(initiative.id) AS initiatives
   }
   RETURN requirement.id AS requirement, initiatives`,
)

/** Initiatives by name, each with a sector that it is meant for and those below it. */
export const initiativesForSectors = query<{ asOf: string }>()(
  'initiatives for sectors',
  z.object({ initiative: z.string(), sortName: z.string(), sectors: z.array(z.string()) }),
  `MATCH (initiative:Initiative)-[targets:TARGETS]->(sector:Sector)
   WHERE ${holdsOn('targets', '$asOf')}
   CALL (sector) {
     MATCH (sector)<-[:PART_OF*0..4]-(below:Sector)
     RETURN collect(DISTINCT below.id) AS sectors
   }
   RETURN initiative.id AS initiative, initiative.sortName AS sortName, sectors
   ORDER BY sortName, initiative`,
)

/** Who supplies buyers with what on a day, a row for each category; no more than the limit, by supplier. */
export const suppliesTo = query<{ buyers: readonly string[]; asOf: string; limit: number }>()(
  'who supplies buyers',
  z.object({ buyer: z.string(), firm: z.string(), category: z.string().nullable() }),
  `UNWIND $buyers AS id
   MATCH (buyer:Entity {id: id})<-[supplies:SUPPLIES]-(firm:Firm)
   WHERE ${holdsOn('supplies', '$asOf')}
   RETURN DISTINCT buyer.id AS buyer, firm.id AS firm, supplies.category AS category
   ORDER BY firm, buyer, category LIMIT $limit`,
)

/** When others supplied a buyer or will, on whatever day: a row also where nobody did. */
export const daysSupplied = query<{ of: string }>()(
  'days on which a buyer is supplied',
  z.object({ count: z.number(), first: z.string().nullable(), last: z.string().nullable() }),
  `MATCH (:Entity {id: $of})<-[supplies:SUPPLIES]-(:Firm)
   RETURN count(supplies) AS count, min(${firstDayOf('supplies')}) AS first, max(${lastDayOf('supplies')}) AS last`,
)

const counted = z.object({ tier: z.number(), id: z.string().nullable(), firms: z.number() })

export type TierFirms = { readonly tiers: readonly { readonly firm: string; readonly tier: number }[] }

/** Firms of tiers by the municipality of their seat, the first by name where sources name several. */
export const firmsByMunicipality = query<TierFirms>()(
  'firms of tiers by municipality',
  counted,
  `UNWIND $tiers AS row
   MATCH (firm:Firm {id: row.firm})
   CALL (firm) {
     MATCH (firm)-[:LOCATED_IN]->(seat:Municipality)
     WITH seat ORDER BY seat.sortName, seat.id LIMIT 1
     RETURN min(seat.id) AS id
   }
   RETURN row.tier AS tier, id, count(firm) AS firms`,
)

/** Firms of tiers by their main sector. */
export const firmsBySector = query<TierFirms>()(
  'firms of tiers by main sector',
  counted,
  `UNWIND $tiers AS row
   MATCH (firm:Firm {id: row.firm})
   CALL (firm) {
     MATCH (firm)-[main:IN_SECTOR]->(sector:Sector)
     WITH sector ORDER BY coalesce(main.rank, 1), sector.id LIMIT 1
     RETURN min(sector.id) AS id
   }
   RETURN row.tier AS tier, id, count(firm) AS firms`,
)

/** Firms of tiers by size class. */
export const firmsBySize = query<TierFirms>()(
  'firms of tiers by size class',
  z.object({ tier: z.number(), id: z.enum(sizeClasses), firms: z.number() }),
  `UNWIND $tiers AS row
   MATCH (firm:Firm {id: row.firm})
   RETURN row.tier AS tier, coalesce(firm.sizeClass, 'UNKNOWN') AS id, count(firm) AS firms`,
)
