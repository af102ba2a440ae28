import type { Edition } from '../../edition/edition.js'
import { idOfKind } from '../../graph/entity-ids.js'
import { NotFoundError } from '../../kernel/input-errors.js'
import { byName } from '../facts/by-name.js'
import { municipalitiesAmong, type Place } from '../facts/geography.js'
import type { SupportSystem } from '../facts/system.js'
import type { MunicipalityAtStake } from './jobs-at-stake-rule.js'
import type { CoveredPlace } from './means-rule.js'

/** A county with its municipalities. */
export interface CountyAsked extends Place {
  readonly municipalities: readonly MunicipalityAsked[]
}

type MunicipalityAsked = Place & MunicipalityAtStake

/**
 * The county that an argument names, the region's own where it is left out.
 * @throws BadUserInputError for an id of another kind; NotFoundError for a county that is not there.
 */
export function countiesAsked(
  county: string | null | undefined,
  { counties }: Pick<Edition, 'counties'>,
  { places }: Pick<SupportSystem, 'places'>,
): readonly CountyAsked[] {
  const asked = idOfKind('county', county, 'county')
  return (asked ? [asked] : counties).map((id) => countyAsked(id, places))
}

/** @throws NotFoundError for a county that is not there. */
export function countyAsked(id: string, places: ReadonlyMap<string, Place>): CountyAsked {
  const place = places.get(id)
  if (!place) throw new NotFoundError(id)
  const municipalities = municipalitiesIn([id], places)
  return { ...place, municipalities: municipalities.map((each) => ({ ...each, population: each.population ?? 0 })) }
}

/** The municipalities of some counties. */
export function municipalitiesIn(counties: readonly string[], places: ReadonlyMap<string, Place>): Place[] {
  return municipalitiesAmong(places).filter(({ within }) => counties.some((county) => within.has(county)))
}

/** The county that each place is, or lies in. */
export const countyOfEach = (counties: readonly CountyAsked[]): ReadonlyMap<string, CountyAsked> =>
  new Map(counties.flatMap((county) => [county, ...county.municipalities].map(({ id }) => [id, county] as const)))

/** A county as a place that can be covered, or its municipalities; by name. */
export function placesOf(counties: readonly CountyAsked[], by: 'MUNICIPALITY' | 'COUNTY'): CoveredPlace[] {
  const places = by === 'COUNTY' ? counties : counties.flatMap(({ municipalities }) => municipalities)
  return places.toSorted(byName).map(({ id, within }) => {
    const parts = counties.find((county) => county.id === id)?.municipalities ?? []
    return { id, within, municipalities: new Set(parts.map((part) => part.id)) }
  })
}
