import { z } from 'zod'
import type { GraphReader } from '../graph/graph.js'
import { query } from '../graph/query.js'
import { type DistanceBetween, pointOf } from '../places/distance-points.js'
import type { Position } from '../places/great-circle.js'

const degrees = z.number().nullable()

/** Where each municipality lies, and its main town. */
const municipalityPoints = query<Record<never, never>>()(
  'where municipalities and their main towns lie',
  z.object({
    municipality: z.string(),
    ...{ latitude: degrees, longitude: degrees, mainTownLatitude: degrees, mainTownLongitude: degrees },
  }),
  `MATCH (municipality:Municipality)
   RETURN municipality.id AS municipality, municipality.latitude AS latitude, municipality.longitude AS longitude,
     municipality.mainTownLatitude AS mainTownLatitude, municipality.mainTownLongitude AS mainTownLongitude`,
)

/** From where distances to each municipality are measured, by its id; those of which it is not known are left out. */
export async function readPositions(
  graph: GraphReader,
  between: DistanceBetween,
): Promise<ReadonlyMap<string, Position>> {
  const rows = await graph.read(municipalityPoints, {})
  return new Map(
    rows.flatMap(({ municipality, ...points }): [string, Position][] => {
      const position = pointOf(points, between)
      return position ? [[municipality, position]] : []
    }),
  )
}
