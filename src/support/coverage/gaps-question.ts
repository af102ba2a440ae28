import type { Page } from '../../graph/compose/page.js'
import { compare } from '../../graph/sort-name.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import type { Warning } from '../../kernel/warning.js'
import type { KeptKnowledge } from '../../reference/reference.js'
import type { SupportActor } from '../facts/actors.js'
import { byName } from '../facts/by-name.js'
import { Elsewhere, type NearestActor } from '../facts/elsewhere-rule.js'
import type { SupportEvidence } from '../facts/evidence.js'
import { municipalitiesAmong, type Place } from '../facts/geography.js'
import { actorsAfter, type Changing } from './actors-after.js'
import { isFurther, type SupportLevel } from './cell-rule.js'
import { type CoverageCell, type CoverageGrounds, coverageFrom, readCoverageGrounds } from './coverage-question.js'
import { byJobs } from './jobs-at-stake-rule.js'
import { municipalitiesIn } from './places-asked.js'
import { MOST_SHARED_NEEDS, placesLackingTogether, type SharedGap } from './shared-gap-rule.js'

export interface GapsQuestion extends Changing {
  /** The region's counties where it is left out. */
  readonly county?: string | null | undefined
  /** What lacks support nearer than this counts; only what nobody meets where it is left out. */
  readonly nearerThan?: SupportLevel | null | undefined
  /** All where they are left out. */
  readonly needs?: readonly string[] | null | undefined
  /** The region's own run where it is left out. */
  readonly run?: string | null | undefined
  readonly asOf: string
  /** The least that counts; COMPETENCE where it is left out. */
  readonly evidence?: SupportEvidence | null | undefined
}

/** A need that a municipality lacks. */
export interface Gap {
  readonly place: string
  /** The place's name as it is ordered. */
  readonly sortName: string
  readonly need: string
  readonly level: SupportLevel
  readonly jobsAtStake: number
  readonly nearestActor: () => NearestActor | null
}

/** Warnings that are known, and the run that may be stale, which is looked up only where warnings are asked for. */
export interface Warned {
  readonly run: string
  readonly warnings: readonly Warning[]
}

/** What is said of gaps as a whole, with the run whose jobs are at stake. */
interface GapsAnswer<Item> extends Warned {
  readonly gaps: readonly Item[]
}

export interface GapPage extends Page<Gap>, Warned {}
export interface SharedGapPage extends Page<SharedGapWithActors>, Warned {}

/**
 * Needs in municipalities that nobody meets, or nobody from nearer than asked; most jobs first.
 * @throws BadUserInputError for a wrong argument; NotFoundError for a county, need or run that is not there.
 */
export async function supportGaps(knowledge: KeptKnowledge, question: GapsQuestion): Promise<GapsAnswer<Gap>> {
  const { grounds, run, warnings, cells, actors } = await readGaps(knowledge, question)
  const { places } = grounds.system
  const elsewhere = new Elsewhere(actors, municipalitiesAmong(places), grounds.wanted)
  const gaps = cells.flatMap(({ place: id, need, level, jobsAtStake }) =>
    found([id], places).map(
      (place): Gap => ({
        ...{ place: id, sortName: place.sortName, need, level, jobsAtStake },
        nearestActor: () => elsewhere.nearestTo(place, need),
      }),
    ),
  )
  return { run, warnings, gaps: gaps.toSorted(byJobsPlaceAndNeed) }
}

/** Municipalities that lack the same needs, with the actors that meet one of them elsewhere. */
export interface SharedGapWithActors extends SharedGap {
  readonly actors: () => readonly string[]
}

export interface SharedGapsQuestion extends GapsQuestion {
  /** How many municipalities a group has at least; 2 where it is left out. */
  readonly minPlaces?: number | null | undefined
}

/**
 * Groups of municipalities that lack the same needs; most jobs first.
 * @throws BadUserInputError for a wrong argument; NotFoundError for a county, need or run that is not there.
 */
export async function sharedGaps(
  knowledge: KeptKnowledge,
  { minPlaces: asked, ...question }: SharedGapsQuestion,
): Promise<GapsAnswer<SharedGapWithActors>> {
  const minPlaces = asked ?? 2
  if (minPlaces < 2) throw new BadUserInputError('minPlaces', 'minPlaces must be 2 or more')
  const { grounds, run, warnings, cells, actors } = await readGaps(knowledge, question)
  if (grounds.needs.length > MOST_SHARED_NEEDS) {
    throw new BadUserInputError('needs', `needs names at most ${MOST_SHARED_NEEDS} of the ${grounds.needs.length}`)
  }
  const { places } = grounds.system
  const counties = new Set([...knowledge.edition.counties, ...[...grounds.countyOf.values()].map(({ id }) => id)])
  const elsewhere = new Elsewhere(actors, municipalitiesIn([...counties], places), grounds.wanted)
  const gaps = placesLackingTogether(cells, minPlaces).map((gap) => ({
    ...gap,
    needs: gap.needs
      .flatMap((id) => grounds.system.needs.get(id) ?? [])
      .toSorted(byName)
      .map(({ id }) => id),
    actors: () => elsewhere.meetingAny(found(gap.places, places), gap.needs),
  }))
  return { run, warnings, gaps }
}

async function readGaps(
  knowledge: KeptKnowledge,
  { nearerThan, change, ...question }: GapsQuestion,
): Promise<{
  readonly grounds: CoverageGrounds
  readonly run: string
  readonly warnings: readonly Warning[]
  readonly cells: readonly CoverageCell[]
  /** Who can be turned to elsewhere. */
  readonly actors: readonly SupportActor[]
}> {
  if (nearerThan === 'NONE') {
    throw new BadUserInputError(
      'nearerThan',
      'nearerThan takes LOCAL, COUNTY or NATIONAL: nothing is further than none',
    )
  }
  const grounds = await readCoverageGrounds(knowledge, { ...question, by: 'MUNICIPALITY' })
  const changed = await actorsAfter(knowledge, change, grounds.system)
  const { run, warnings, cells } = coverageFrom(changed.actors, grounds)
  return {
    ...{ grounds, run, warnings: [...warnings, ...changed.warnings], actors: changed.known },
    cells: cells.filter(({ level }) => isFurther(level, nearerThan ?? 'NATIONAL')),
  }
}

function found(ids: readonly string[], places: ReadonlyMap<string, Place>): Place[] {
  return ids.flatMap((id) => places.get(id) ?? [])
}

function byJobsPlaceAndNeed(left: Gap, right: Gap): number {
  return (
    byJobs(left.jobsAtStake, right.jobsAtStake) ||
    compare(left.sortName, right.sortName) ||
    compare(left.need, right.need) ||
    compare(left.place, right.place)
  )
}
