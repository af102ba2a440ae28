import type { GraphReader } from '../graph/graph.js'
import { type DistanceBetween, pointOf } from '../places/distance-points.js'
import type { Position } from '../places/great-circle.js'
import { municipalityPoints } from './queries.js'

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
