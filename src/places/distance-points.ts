import type { Position } from './great-circle.js'

/** Between which points of municipalities distances are measured. */
export const distancePoints = ['MAIN_TOWNS', 'MIDPOINTS'] as const
export type DistanceBetween = (typeof distancePoints)[number]

/** What is known of where a municipality lies; null what is not. */
interface MunicipalityPoints {
  readonly latitude: number | null
  readonly longitude: number | null
  readonly mainTownLatitude: number | null
  readonly mainTownLongitude: number | null
}

/**
 * The point of a municipality that distances are measured from and to: its main town where these are asked for and it is
 * known, else its midpoint; null where that is not known.
 */
export function pointOf(municipality: MunicipalityPoints, between: DistanceBetween): Position | null {
  const { latitude, longitude, mainTownLatitude, mainTownLongitude } = municipality
  const midpoint = position(latitude, longitude)
  return between === 'MAIN_TOWNS' ? (position(mainTownLatitude, mainTownLongitude) ?? midpoint) : midpoint
}

const position = (latitude: number | null, longitude: number | null): Position | null =>
  latitude === null || longitude === null ? null : { latitude, longitude }
