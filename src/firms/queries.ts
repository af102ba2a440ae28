import { z } from 'zod'
import { isNoPublicBody } from '../classification/legal-form.js'
import { sectorGroups } from '../classification/sector-group.js'
import { sizeClasses } from '../classification/size-class.js'
import { query } from '../graph/query.js'
import { isThereOn } from '../graph/relationship-days.js'

/** Sectors with those below them. */
export const sectorsWithParts = query<{ ids: readonly string[] }>()(
  'sectors with those below them',
  z.object({ sector: z.string(), within: z.string() }),
  `UNWIND $ids AS id
   MATCH (sector:Sector {id: id})
   MATCH (sector)<-[:PART_OF*0..4]-(below)
   RETURN DISTINCT sector.id AS sector, below.id AS within
   ORDER BY sector, within`,
)

const sectorGroup = z.enum(sectorGroups).nullable()
const sizeClass = z.enum(sizeClasses).nullable()

/** Cells of the business structure that a source states, by the dimensions that each tells apart. */
export const statedStructure = query<{ dimensions: string }>()(
  'business structure that a source states',
  z.object({
    id: z.string(),
    county: z.string().nullable(),
    sectorGroup,
    sizeClass,
    firms: z.number().nullable(),
    employees: z.number().nullable(),
  }),
  `MATCH (cell:StructureCell)
   WHERE cell.dimensions = $dimensions
   CALL (cell) {
     MATCH (cell)-[:ABOUT]->(county:County)
     RETURN min(county.id) AS county
   }
   RETURN cell.id AS id, county, cell.sectorGroup AS sectorGroup, cell.sizeClass AS sizeClass,
     cell.firms AS firms, cell.employees AS employees
   ORDER BY county, sectorGroup, sizeClass`,
)

/**
 * Firms and employees counted in the graph, public bodies aside, each firm once: by the county of its seat, its main
 * sector's group and size.
 */
export const countedStructure = query<{ day: string }>()(
  'business structure counted',
  z.object({ county: z.string().nullable(), sectorGroup, sizeClass, firms: z.number(), employees: z.number() }),
  `MATCH (firm:Firm) WHERE ${isNoPublicBody('firm')} AND ${isThereOn('firm', '$day')}
   CALL (firm) {
     MATCH (firm)-[:LOCATED_IN]->(place)
     MATCH (place)-[:IN_COUNTY*0..1]->(county:County)
     RETURN min(county.id) AS county
   }
   CALL (firm) {
     MATCH (firm)-[main:IN_SECTOR]->(sector:Sector)
     WITH sector ORDER BY coalesce(main.rank, 1), sector.id LIMIT 1
     RETURN min(sector.group) AS sectorGroup
   }
   WITH county, sectorGroup, coalesce(firm.sizeClass, 'UNKNOWN') AS sizeClass, firm
   RETURN county, sectorGroup, sizeClass, count(firm) AS firms, coalesce(sum(firm.employees), 0) AS employees
   ORDER BY county, sectorGroup, sizeClass`,
)
