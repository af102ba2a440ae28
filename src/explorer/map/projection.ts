/** A point of the map's drawing, in its own units. */
export interface Point {
  readonly x: number
  readonly y: number
}

const CENTRAL_MERIDIAN = 18.5
const NORTH = 69.1
const WEST_METRES = -205_000
const EARTH_RADIUS_METRES = 6_371_000
const METRES_A_UNIT = 1_000

const radians = (degrees: number) => (degrees * Math.PI) / 180

/**
 * Transverse Mercator on a sphere (Snyder, Map Projections: A Working Manual, 1987, equations 8-1 and 8-3), around the
 * middle of the two counties; a unit is a kilometre, y grows southwards.
 */
export function project(longitude: number, latitude: number): Point {
  const east = radians(longitude - CENTRAL_MERIDIAN)
  const north = radians(latitude)
  const b = Math.cos(north) * Math.sin(east)
  const x = EARTH_RADIUS_METRES * Math.atanh(b)
  const y = EARTH_RADIUS_METRES * Math.atan2(Math.tan(north), Math.cos(east))
  return { x: (x - WEST_METRES) / METRES_A_UNIT, y: (EARTH_RADIUS_METRES * radians(NORTH) - y) / METRES_A_UNIT }
}
