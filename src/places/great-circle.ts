/** Where a place lies, in degrees north and east (WGS 84). */
export interface Position {
  readonly latitude: number
  readonly longitude: number
}

/** The mean radius of the earth (IUGG). */
const EARTH_RADIUS_KM = 6_371.0088

/** Kilometres between two positions along a great circle, by the haversine formula. */
export function kilometresBetween(one: Position, other: Position): number {
  const latitudes = [radians(one.latitude), radians(other.latitude)] as const
  const byLatitude = Math.sin((latitudes[1] - latitudes[0]) / 2) ** 2
  const byLongitude = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2
  const chord = byLatitude + Math.cos(latitudes[0]) * Math.cos(latitudes[1]) * byLongitude
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)))
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180
