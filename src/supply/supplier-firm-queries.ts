import { z } from 'zod'
import { isNoPublicBody } from '../classification/legal-form.js'
import { sizeClasses } from '../classification/size-class.js'
import { query } from '../graph/query.js'
import { holdsOn, isThereOn } from '../graph/relationship-days.js'
import { type CandidatesAsked, candidates, inPhaseOnDay, stance, withPlacesAndStances } from './queries.js'
import { orderValueIn } from './supplier-order.js'
import { basisWeights } from './supplier-score.js'

type TextSought = { readonly word: string; readonly wordJoined: string }

/** Categories with some letters in a name. */
export const categoriesNamed = query<TextSought>()(
  'categories by letters of a name',
  z.object({ category: z.string() }),
  `MATCH (category:SupplyCategory)
   WHERE category.searchText CONTAINS $word OR category.searchText CONTAINS $wordJoined
   RETURN category.id AS category`,
)

/** Sectors with some letters in a name, and those below them. */
export const sectorsNamed = query<TextSought>()(
  'sectors by letters of a name',
  z.object({ sector: z.string() }),
  `MATCH (named:Sector)
   WHERE named.searchText CONTAINS $word OR named.searchText CONTAINS $wordJoined
   WITH named
   MATCH (named)<-[:PART_OF*0..4]-(sector:Sector)
   RETURN DISTINCT sector.id AS sector`,
)

/** For each requirement that is looked at, what it counts. */
type Counting = Readonly<Record<string, number>>

/** What all statements below hold firms against; lists that nothing is asked of name one that is nowhere. */
export type FirmsJudged = {
  /** Empty where none is looked for. */
  readonly word: string
  readonly wordJoined: string
  readonly sectorsSought: readonly string[]
  readonly leastEmployees: number
  /** Negative for any. */
  readonly mostEmployees: number
  readonly kilometres: Readonly<Record<string, number>>
  readonly requirements: readonly string[]
}

/** What else a page is filtered and ordered by. */
export type PageJudged = FirmsJudged & {
  readonly weights: readonly number[]
  readonly isAnywhere: boolean
  readonly places: readonly string[]
  /** 1 for each requirement that the venture asks, else 0. */
  readonly asks: Counting
  /** 1 for each that has to be fulfilled, else 0; and how many those are. */
  readonly needed: Counting
  readonly neededCount: number
  /** 1 for each that must not be lacking, else 0. */
  readonly unlacked: Counting
  readonly shares: readonly number[]
  readonly withinKm: number
  readonly order: string
  readonly limit: number
  readonly afterValue: number
  readonly afterName: string
  readonly afterFirm: string
  readonly afterCategory: string
}

/** The firm's municipality, the nearest where sources name several, with its distance. */
const seat = `CALL (firm) {
     MATCH (firm)-[:LOCATED_IN]->(seat:Municipality)
     WITH DISTINCT seat.id AS id, $kilometres[seat.id] AS away
     ORDER BY coalesce(away, 1000000000.0), id LIMIT 1
     RETURN min(id) AS place, min(away) AS distanceKm
   }`

/** Whether the firm's sectors are among those that are looked for. */
const sought = `CALL (firm) {
     MATCH (firm)-[:IN_SECTOR]->(fitting:Sector) WHERE fitting.id IN $sectorsSought
     RETURN count(fitting) AS fittingSectors
   }`

const isNamed = `($word = '' OR fittingSectors > 0 OR coalesce(firm.searchText, '') CONTAINS $word OR
     coalesce(firm.searchText, '') CONTAINS $wordJoined)`

const hasEmployees = `(($leastEmployees < 0 OR coalesce(firm.employees, -1) >= $leastEmployees) AND
     ($mostEmployees < 0 OR coalesce(firm.employees, $mostEmployees + 1) <= $mostEmployees))`

/** Requirements of which all that is said of the firm is the same, with what is said. */
const agreed = `MATCH (firm)-[fulfils:FULFILS]->(requirement:Requirement)
     WHERE requirement.id IN $requirements
     WITH requirement.id AS requirement, min(fulfils.status) AS least, max(fulfils.status) AS most
     WHERE least = most`

/** What of the firm's requirements counts. */
const standing = `CALL (firm) {
     ${agreed}
     RETURN coalesce(sum(CASE WHEN most = 'FULFILLED' THEN $asks[requirement] ELSE 0 END), 0) AS fulfilled,
       coalesce(sum(CASE WHEN most = 'FULFILLED' THEN $needed[requirement] ELSE 0 END), 0) AS met,
       coalesce(sum(CASE WHEN most = 'LACKING' THEN $unlacked[requirement] ELSE 0 END), 0) AS lacked
   }`

const passes = `met = $neededCount AND lacked = 0 AND ($withinKm < 0 OR distanceKm <= $withinKm) AND
     ($isAnywhere OR place IN $places) AND ${hasEmployees}`

const valued = `weight + $shares[fulfilled] + coalesce(0.1 / (1 + distanceKm / 100.0), 0.0)`

const isAfter = (category: string) =>
  `value < $afterValue OR (value = $afterValue AND (firm.sortName > $afterName OR (firm.sortName = $afterName AND
     (firm.id > $afterFirm OR (firm.id = $afterFirm AND ${category} > $afterCategory)))))`

const row = z.object({
  ...{ firm: z.string(), sortName: z.string(), employees: z.number().nullable(), sizeClass: z.enum(sizeClasses) },
  ...{ weight: z.number(), distanceKm: z.number().nullable(), value: z.number(), fulfilled: z.number() },
  ...{ municipality: z.string().nullable(), stances: z.array(stance) },
})

/** A firm of a page. */
export type FilteredRow = z.infer<typeof row>

const columns = `firm.id AS firm, firm.sortName AS sortName, firm.employees AS employees,
     coalesce(firm.sizeClass, 'UNKNOWN') AS sizeClass, weight, distanceKm, value, fulfilled, place AS municipality, stances`

/** Firms that could supply one category, as they are filtered and ordered. */
export const filteredCandidates = query<CandidatesAsked & PageJudged>()(
  'filtered firms that could supply',
  row,
  `${candidates} AND weight IN $weights
   ${seat}
   ${standing}
   ${sought}
   WITH firm, weight, place, distanceKm, fulfilled, met, lacked, fittingSectors
   WHERE ${passes} AND ${isNamed}
   WITH firm, weight, place, distanceKm, fulfilled, ${valued} AS score
   WITH firm, weight, place, distanceKm, fulfilled, ${orderValueIn} AS value
   WHERE ${isAfter('$category')}
   WITH firm, weight, place, distanceKm, fulfilled, value
   ORDER BY value DESC, firm.sortName, firm.id LIMIT $limit
   ${withPlacesAndStances}
   RETURN ${columns}
   ORDER BY value DESC, sortName, firm`,
)

/** What decides which firms could supply any of some categories. */
export type AbleAsked = {
  readonly establishment: string
  readonly phase: string
  readonly asOf: string
  readonly categories: readonly string[]
  /** Each category with a sector that fits it. */
  readonly fits: readonly { readonly category: string; readonly sector: string }[]
  /** By category a power of 4, so that which of them a firm could supply, and how that is known, is one number. */
  readonly digits: Readonly<Record<string, number>>
}

/** Each firm that could supply one of some categories, with the weight of its best basis for each. */
const able = `CALL () {
     MATCH (:Establishment {id: $establishment})<-[supplies:SUPPLIES]-(firm:Firm)
     WHERE supplies.category IN $categories AND ${inPhaseOnDay}
     RETURN firm, supplies.category AS category, ${basisWeights.EXISTING} AS weight
     UNION ALL
     UNWIND $categories AS id
     MATCH (:SupplyCategory {id: id})<-[declares:CAN_SUPPLY]-(firm:Firm)
     WHERE ${holdsOn('declares', '$asOf')}
     RETURN firm, id AS category, ${basisWeights.DECLARED} AS weight
     UNION ALL
     UNWIND $fits AS fit
     MATCH (:Sector {id: fit.sector})<-[:IN_SECTOR]-(firm:Firm)
     RETURN firm, fit.category AS category, ${basisWeights.BY_SECTOR} AS weight
   }
   WITH firm, category, max(weight) AS weight
   WHERE ${isNoPublicBody('firm')} AND ${isThereOn('firm', '$asOf')}`

/** A digit for each basis. */
const digit = `CASE WHEN weight > 0.4 THEN 3 WHEN weight > 0.2 THEN 2 ELSE 1 END`

/** Firms that could supply some categories, as they are filtered and ordered, each once. */
export const filteredFirms = query<
  AbleAsked &
    PageJudged & {
      readonly sizeClasses: readonly string[]
      /** 1 for each category whose name holds what is looked for, else 0. */
      readonly named: Readonly<Record<string, number>>
    }
>()(
  'filtered firms that could supply, each once',
  row.extend({ abilities: z.number() }),
  `${able} AND weight IN $weights AND coalesce(firm.sizeClass, 'UNKNOWN') IN $sizeClasses
   WITH firm, max(weight) AS best, coalesce(sum($digits[category] * ${digit}), 0) AS every,
     max(weight * $named[category]) AS namedBest, coalesce(sum($digits[category] * $named[category] * ${digit}), 0) AS namedEvery
   ${seat}
   ${standing}
   ${sought}
   WITH firm, place, distanceKm, fulfilled, met, lacked, CASE WHEN ${isNamed} THEN best ELSE namedBest END AS weight,
     CASE WHEN ${isNamed} THEN every ELSE namedEvery END AS abilities
   WHERE abilities > 0 AND ${passes}
   WITH firm, weight, place, distanceKm, fulfilled, abilities, ${valued} AS score
   WITH firm, weight, place, distanceKm, fulfilled, abilities, ${orderValueIn} AS value
   WHERE ${isAfter("''")}
   WITH firm, weight, place, distanceKm, fulfilled, abilities, value
   ORDER BY value DESC, firm.sortName, firm.id LIMIT $limit
   ${withPlacesAndStances}
   RETURN ${columns}, abilities
   ORDER BY value DESC, sortName, firm`,
)

/** How many firms there are of which the same is known: few beside all firms, and all that counts are made of. */
export const likeFirms = query<
  AbleAsked &
    FirmsJudged & {
      /** By requirement a power of 3, so that how a firm stands to all of them is one number. */
      readonly standings: Counting
    }
>()(
  'firms that could supply by what is known of them',
  z.object({
    ...{ abilities: z.number(), sizeClass: z.enum(sizeClasses), municipality: z.string().nullable() },
    ...{ distanceKm: z.number().nullable(), standing: z.number(), hasEmployees: z.boolean(), isNamed: z.boolean() },
    firms: z.number(),
  }),
  `${able}
   WITH firm, coalesce(sum($digits[category] * ${digit}), 0) AS abilities
   ${seat}
   CALL (firm) {
     ${agreed}
     RETURN coalesce(sum(CASE WHEN most = 'FULFILLED' THEN $standings[requirement] ELSE 2 * $standings[requirement] END), 0) AS standing
   }
   ${sought}
   WITH firm, abilities, coalesce(firm.sizeClass, 'UNKNOWN') AS sizeClass, place, distanceKm, standing,
     ${hasEmployees} AS hasEmployees, ${isNamed} AS isNamed
   RETURN abilities, sizeClass, place AS municipality, distanceKm, standing, hasEmployees, isNamed, count(firm) AS firms`,
)
