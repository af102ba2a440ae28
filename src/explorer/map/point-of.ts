interface Degrees {
  readonly latitude: number
  readonly longitude: number
}

/** What is known of where a municipality lies. */
export interface Lying {
  readonly latitude: number | null
  readonly longitude: number | null
  readonly mainTown: Degrees | null
}

/** Where on the map a municipality's firms and ventures stand, as the API measures between main towns; null where nothing is known. */
export function pointOf({ latitude, longitude, mainTown }: Lying): Degrees | null {
  if (mainTown) return { latitude: mainTown.latitude, longitude: mainTown.longitude }
  return latitude === null || longitude === null ? null : { latitude, longitude }
}
