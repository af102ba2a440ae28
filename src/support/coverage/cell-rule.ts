import type { Named } from '../../language/wording.js'
import type { SupportActor } from '../facts/actors.js'
import { bestOf, type SupportEvidence } from '../facts/evidence.js'
import { type Level, levels } from '../facts/limits.js'
import { nearestLevel } from '../facts/reach.js'
import type { Standing } from '../facts/sme.js'
import type { WaysWanted } from '../facts/ways.js'
import { type CoveredPlace, isForEverySector, meansInto, meansOf, type Supply, suppliesByNeed } from './means-rule.js'

export type SupportLevel = Level | 'NONE'

/** How near support can come from, nearest first. */
const nearestFirst: readonly SupportLevel[] = [...levels, 'NONE']

/** Whether one level is further than another; nothing is further than none. */
export const isFurther = (level: SupportLevel, other: SupportLevel): boolean =>
  nearestFirst.indexOf(level) > nearestFirst.indexOf(other)

/** From how near and by how many a need is met in a place. */
export interface SupportCell {
  readonly place: string
  readonly need: string
  readonly level: SupportLevel
  /** Actors that meet the need themselves and that any SME of the place can turn to. */
  readonly actors: number
  /** Initiatives that any SME of the place can use. */
  readonly initiatives: number
  /**
   * Actors and initiatives that reach the place for some SMEs only: they name a sector, a size or a term, or lead by a
   * buyer elsewhere. They lift nothing.
   */
  readonly restricted: number
  /** Of a county: actors for any SME of some of its municipalities that serve neither the county nor the country. */
  readonly localActors: number
  readonly covered: boolean
  /** Of what any SME of the place can use. */
  readonly bestEvidence: SupportEvidence | null
  /** Whether it would be covered if less evidence counted, where it is not. */
  readonly coveredWithLess: boolean
}

/** The same for the SMEs of one sector in the place. */
export interface SectorSupportCell extends SupportCell {
  readonly sector: string
}

/** A sector with where each of the parts that it is made of stands; an SME of it belongs to one of them. */
export interface CoveredSector {
  readonly id: string
  readonly parts: readonly Standing[]
}

/**
 * One cell for each place and need, in the order given. Cells of a place are the same whatever stands beside it.
 * @param wanted which ways count.
 */
export function supportCells(
  actors: readonly SupportActor[],
  places: readonly CoveredPlace[],
  needs: readonly Named[],
  { region, evidence }: WaysWanted,
): SupportCell[] {
  const means = meansOf(actors, region)
  return places.flatMap((place) => {
    const supplies = suppliesByNeed(meansInto(place, means), [null], evidence)
    return needs.map(({ id }) => cellOf(place.id, id, supplies.get(id) ?? []))
  })
}

/**
 * One cell for each place, sector and need, in the order given. What is for the whole of a sector counts as open to any
 * SME of it; what is for a part of it, or also names a size or a term, as restricted; what is for others not at all.
 */
export function sectorSupportCells(
  actors: readonly SupportActor[],
  places: readonly CoveredPlace[],
  sectors: readonly CoveredSector[],
  needs: readonly Named[],
  { region, evidence }: WaysWanted,
): SectorSupportCell[] {
  const means = meansOf(actors, region)
  return places.flatMap((place) => {
    const into = meansInto(place, means)
    const toEvery = suppliesByNeed(into.filter(isForEverySector), [null], evidence)
    const others = into.filter((each) => !isForEverySector(each))
    return sectors.flatMap(({ id: sector, parts }) => {
      const toSome = suppliesByNeed(others, parts, evidence)
      return needs.map(({ id }) => ({
        ...cellOf(place.id, id, [...(toEvery.get(id) ?? []), ...(toSome.get(id) ?? [])]),
        sector,
      }))
    })
  })
}

function cellOf(place: string, need: string, supplies: readonly Supply[]): SupportCell {
  const forAny = supplies.filter((supply) => supply.forAny !== null)
  const level = nearestLevel(forAny.flatMap((supply) => supply.forAny?.level ?? [])) ?? 'NONE'
  const covered = level !== 'NONE'
  const actors = forAny.filter(({ kind }) => kind === 'ACTOR').length
  return {
    ...{ place, need, level, covered, actors, initiatives: forAny.length - actors },
    restricted: supplies.filter(({ forSome }) => forSome).length,
    localActors: supplies.filter(({ forPart }) => forPart).length,
    bestEvidence: bestOf(forAny.flatMap((supply) => supply.forAny?.evidence ?? [])),
    coveredWithLess: !covered && supplies.some(({ forAnyWithLess }) => forAnyWithLess),
  }
}
