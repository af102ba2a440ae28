import { idOfKind } from '../entity-ids.js'
import type { GraphReader } from '../graph/graph.js'
import { NotFoundError } from '../input-errors.js'
import { REPORT_RUN } from '../spillover/report-run.js'
import { type CoveredPlace, coverageOf, type SupportCell } from './coverage.js'
import { coverageWarnings, type Warning } from './coverage-warnings.js'
import { byName } from './facts.js'
import { type AtStakeBasis, jobsAtStake, type MunicipalityAtStake } from './jobs-at-stake.js'
import { needsNamed } from './needs-named.js'
import { readJobsForSmes, readSmeCounts } from './read-at-stake.js'
import { type Place, readSupportSystem } from './read-system.js'
import type { Sentence } from './wording.js'

export interface CoverageQuestion {
  /** Both of the report's counties where it is left out. */
  readonly county?: string | null | undefined
  readonly by: 'MUNICIPALITY' | 'COUNTY'
  /** All where they are left out. */
  readonly needs?: readonly string[] | null | undefined
  /** `run:report` where it is left out. */
  readonly run?: string | null | undefined
  readonly asOf: string
}

/** A cell of the coverage with the SMEs and jobs that stand behind it. */
export interface CoverageCell extends SupportCell {
  /** SMEs that the graph knows in the place: firms that are not known to be large. */
  readonly firms: number
  /** Of these, those that state the need. */
  readonly firmsWithNeed: number
  readonly jobsAtStake: number
  readonly basis: AtStakeBasis
}

export interface Coverage {
  /** By what rule jobs are shared out among municipalities. */
  readonly allocation: Sentence
  readonly warnings: readonly Warning[]
  /** Places by name, and for each the needs in the order asked. */
  readonly cells: readonly CoverageCell[]
}

const allocation: Sentence = {
  textSv: 'Efter varje kommuns andel av länets folkmängd den 31 december 2024',
  textEn: "By each municipality's share of its county's population on 31 December 2024",
}

const reportCounties = ['county:24', 'county:25']

/**
 * From how near each need is met in each place, with the SMEs and jobs that stand behind it there.
 * @throws BadUserInputError for an id of the wrong kind; NotFoundError for a county, need or run that is not there.
 */
export async function supportCoverage(graph: GraphReader, question: CoverageQuestion): Promise<Coverage> {
  const run = idOfKind('run', question.run, 'run') ?? REPORT_RUN
  const [system, jobs] = await Promise.all([readSupportSystem(graph, question.asOf), readJobsForSmes(graph, run)])
  const needs = needsNamed('needs', question.needs, system)
  const counties = countiesAsked(question.county, system.places)
  const places = placesAsked(counties, question.by)
  const municipalities = counties.flatMap((county) => county.municipalities)
  const smes = await readSmeCounts(graph, idsOf(places), idsOf(municipalities), idsOf(needs))
  const countyOf = new Map(counties.flatMap((county) => withMunicipalities(county).map(({ id }) => [id, county])))
  const cells = coverageOf(system.actors, places, needs).map((cell): CoverageCell => {
    const { place, need } = cell
    const county = countyOf.get(place)
    const stake = county && jobsAtStake(county, place, need, jobs.byCounty.get(county.id) ?? 0, smes)
    return {
      ...cell,
      firms: smes.in(place),
      firmsWithNeed: smes.withNeedIn(place, need),
      jobsAtStake: stake?.jobs ?? 0,
      basis: stake?.basis ?? 'REPORT',
    }
  })
  return { allocation, warnings: coverageWarnings(jobs, cells), cells }
}

/** A county with its municipalities. */
interface CountyAsked extends Place {
  readonly municipalities: readonly MunicipalityAsked[]
}

type MunicipalityAsked = Place & MunicipalityAtStake

function countiesAsked(county: string | null | undefined, places: ReadonlyMap<string, Place>): CountyAsked[] {
  const asked = idOfKind('county', county, 'county')
  return (asked ? [asked] : reportCounties).map((id) => {
    const place = places.get(id)
    if (!place) throw new NotFoundError(id)
    return { ...place, municipalities: municipalitiesOf(id, places) }
  })
}

function municipalitiesOf(county: string, places: ReadonlyMap<string, Place>): MunicipalityAsked[] {
  return [...places.values()]
    .filter(({ level, within }) => level === 'LOCAL' && within.has(county))
    .map((place) => ({ ...place, population: place.population ?? 0 }))
}

function placesAsked(counties: readonly CountyAsked[], by: CoverageQuestion['by']): CoveredPlace[] {
  const places = by === 'COUNTY' ? counties : counties.flatMap(({ municipalities }) => municipalities)
  return places.toSorted(byName).map(({ id, within }) => {
    const parts = counties.find((county) => county.id === id)?.municipalities ?? []
    return { id, within, municipalities: new Set(idsOf(parts)) }
  })
}

function withMunicipalities(county: CountyAsked): readonly Place[] {
  return [county, ...county.municipalities]
}

function idsOf(entities: readonly { readonly id: string }[]): string[] {
  return entities.map(({ id }) => id)
}
