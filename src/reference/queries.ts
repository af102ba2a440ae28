import { z } from 'zod'
import { isNoPublicBody } from '../classification/legal-form.js'
import { sizeClasses } from '../classification/size-class.js'
import { query } from '../graph/query.js'
import { holdsOn, isThereOn } from '../graph/relationship-days.js'

/** Every place with its parts: itself, and the municipalities of a county. */
export const placesWithParts = query<Record<never, never>>()(
  'places with their parts',
  z.object({ place: z.string(), parts: z.array(z.string()) }),
  `MATCH (place:Place)
   MATCH (place)<-[:IN_COUNTY*0..1]-(part)
   RETURN place.id AS place, collect(DISTINCT part.id) AS parts`,
)

const counted = z.object({ place: z.string(), size: z.enum(sizeClasses), firms: z.number() })
/** Public bodies are counted nowhere, nor firms that are there no longer. */
const counts = `${isNoPublicBody('firm')} AND ${isThereOn('firm', '$day')}`
/** That a firm still states a need. */
const states = holdsOn('states', '$day')
const sizeOfFirm = "coalesce(firm.sizeClass, 'UNKNOWN') AS size"

/** Firms by the place that they are located in, and by size. */
export const firmsByPlace = query<{ day: string }>()(
  'firms by place',
  counted,
  `MATCH (place:Place)
   MATCH (place)<-[:LOCATED_IN]-(firm:Firm) WHERE ${counts}
   RETURN place.id AS place, ${sizeOfFirm}, count(DISTINCT firm) AS firms`,
)

/** The same by their main sector too: the first by rank, or those that bear none. */
export const firmsByPlaceAndSector = query<{ day: string }>()(
  'firms by place and main sector',
  counted.extend({ sector: z.string() }),
  `MATCH (place:Place)
   MATCH (place)<-[:LOCATED_IN]-(firm:Firm) WHERE ${counts}
   MATCH (firm)-[main:IN_SECTOR]->(sector:Sector) WHERE coalesce(main.rank, 1) = 1
   RETURN place.id AS place, sector.id AS sector, ${sizeOfFirm}, count(DISTINCT firm) AS firms`,
)

/** Firms that state any need, by place. */
export const statingFirmsByPlace = query<{ day: string }>()(
  'firms that state a need, by place',
  counted,
  `MATCH (need:Need)
   MATCH (need)<-[states:HAS_NEED]-(firm:Firm) WHERE ${counts} AND ${states}
   WITH DISTINCT firm
   MATCH (firm)-[:LOCATED_IN]->(place:Place)
   RETURN place.id AS place, ${sizeOfFirm}, count(DISTINCT firm) AS firms`,
)

/** Firms by place and each need that they state. */
export const firmsByPlaceAndNeed = query<{ day: string }>()(
  'firms by place and need',
  counted.extend({ need: z.string() }),
  `MATCH (need:Need)
   MATCH (need)<-[states:HAS_NEED]-(firm:Firm) WHERE ${counts} AND ${states}
   MATCH (firm)-[:LOCATED_IN]->(place:Place)
   RETURN place.id AS place, need.id AS need, ${sizeOfFirm}, count(DISTINCT firm) AS firms`,
)

/** Firms that state a need, by place and main sector. */
export const firmsWithNeedByPlaceAndSector = query<{ need: string; day: string }>()(
  'firms with a need by place and main sector',
  counted.extend({ sector: z.string() }),
  `MATCH (need:Need {id: $need})
   MATCH (need)<-[states:HAS_NEED]-(firm:Firm) WHERE ${counts} AND ${states}
   MATCH (firm)-[:LOCATED_IN]->(place:Place)
   MATCH (firm)-[main:IN_SECTOR]->(sector:Sector) WHERE coalesce(main.rank, 1) = 1
   RETURN place.id AS place, sector.id AS sector, ${sizeOfFirm}, count(DISTINCT firm) AS firms`,
)

/** Firms that lie in several places, of which two may be parts of one: by all that they are counted by. */
export const firmsInSeveralPlaces = query<{ day: string }>()(
  'firms in several places',
  z.object({
    ...{ places: z.array(z.string()), sectors: z.array(z.string()), needs: z.array(z.string()) },
    ...{ size: z.enum(sizeClasses), firms: z.number() },
  }),
  `MATCH (firm:Firm) WHERE ${counts} AND COUNT { MATCH (firm)-[:LOCATED_IN]->(:Place) } > 1
   CALL (firm) {
     MATCH (firm)-[:LOCATED_IN]->(place:Place)
     WITH DISTINCT place.id AS place ORDER BY place
     RETURN collect(place) AS places
   }
   CALL (firm) {
     MATCH (firm)-[main:IN_SECTOR]->(sector:Sector) WHERE coalesce(main.rank, 1) = 1
     WITH DISTINCT sector.id AS sector ORDER BY sector
     RETURN collect(sector) AS sectors
   }
   CALL (firm) {
     MATCH (firm)-[states:HAS_NEED]->(need:Need) WHERE ${states}
     WITH DISTINCT need.id AS need ORDER BY need
     RETURN collect(need) AS needs
   }
   RETURN places, sectors, needs, ${sizeOfFirm}, count(firm) AS firms`,
)

/** Every sector with those that it is a part of, a level up. */
export const sectorsWithWholes = query<Record<never, never>>()(
  'sectors with what they are parts of',
  z.object({ sector: z.string(), isIndustry: z.boolean(), wholes: z.array(z.string()) }),
  `MATCH (sector:Sector)
   CALL (sector) {
     MATCH (sector)-[:PART_OF]->(whole:Sector)
     RETURN collect(DISTINCT whole.id) AS wholes
   }
   RETURN sector.id AS sector, coalesce(sector.level, '') = 'INDUSTRY' AS isIndustry, wholes ORDER BY sector`,
)
