import { sectorId } from '../../edition/classification.js'
import type { Edition } from '../../edition/edition.js'
import { idOfKind } from '../../graph/entity-ids.js'
import { BadUserInputError, NotFoundError, requireSome } from '../../kernel/input-errors.js'
import { nextTurn } from '../../kernel/turns.js'
import { firmCounts } from '../../reference/firm-counts.js'
import type { KeptKnowledge } from '../../reference/reference.js'
import { type SectorHierarchy, sectorHierarchy } from '../../reference/sectors.js'
import type { RunIndustry } from '../../spillover/runs/run-industries.js'
import { leastByDefault, type SupportEvidence } from '../facts/evidence.js'
import { needsNamed } from '../facts/needs-named.js'
import { supportSystem } from '../facts/read-system.js'
import type { Standing } from '../facts/sme.js'
import type { SupportSystem } from '../facts/system.js'
import { type CoveredSector, type SectorSupportCell, sectorSupportCells } from './cell-rule.js'
import { allocationBy, behindCell, type Coverage, type CoverageCell } from './coverage-question.js'
import { holdsSmes } from './jobs-at-stake-rule.js'
import { countiesAsked, countyAsked, countyOfEach, placesOf } from './places-asked.js'
import { runForSmes } from './read-jobs-at-stake.js'
import { smeCounts } from './sme-counts.js'
import { coverageWarnings } from './warnings.js'

export interface SectorCoverageQuestion {
  /** A municipality or county; the region's counties where it is left out. */
  readonly place?: string | null | undefined
  /** Industries of the run's table; all that can hold SMEs where they are left out. */
  readonly sectors?: readonly string[] | null | undefined
  readonly needs?: readonly string[] | null | undefined
  readonly run?: string | null | undefined
  readonly asOf: string
  /** The least that counts; COMPETENCE where it is left out. */
  readonly evidence?: SupportEvidence | null | undefined
}

export type SectorCoverageCell = SectorSupportCell & CoverageCell

export interface SectorCoverage extends Omit<Coverage, 'cells'> {
  /** Places by name, for each the industries by code, and for each of these the needs in the order asked. */
  readonly cells: readonly SectorCoverageCell[]
}

/**
 * From how near each need of the SMEs of each industry of a run's table is met, with the jobs that fall there.
 * @throws BadUserInputError for a wrong argument; NotFoundError for a place, sector, need or run that is not there.
 */
export async function supportCoverageBySector(
  knowledge: KeptKnowledge,
  question: SectorCoverageQuestion,
): Promise<SectorCoverage> {
  const { edition, reference } = knowledge
  const run = idOfKind('run', question.run, 'run') ?? edition.spillover.run.id
  const [system, { jobs, industries }, hierarchy, firms] = await reference.together((of) =>
    Promise.all([of(supportSystem, question.asOf), of(runForSmes, run), of(sectorHierarchy), of(firmCounts)]),
  )
  const needs = needsNamed('needs', question.needs, system)
  const asked = industriesAsked(question.sectors, industries)
  const { counties, places } = placesAsked(question.place, system, edition)
  const wanted = { region: system.region, evidence: question.evidence ?? leastByDefault }
  const smes = smeCounts(firms)
  const countyOf = countyOfEach(counties)
  const divisions = new Map(asked.map((industry) => [industry.industry, new Set(industry.divisions)]))
  const sectors = asked.map((industry) => coveredSector(industry, hierarchy, edition))
  const withJobs = (cell: SectorSupportCell): SectorCoverageCell => {
    const { place, sector } = cell
    const county = countyOf.get(place)
    const jobsInCounty = jobs.byIndustry.get(county?.id ?? '')?.get(sector) ?? 0
    const within = divisions.get(sector) ?? new Set()
    return { ...cell, ...behindCell(cell, county, jobsInCounty, { smes, felt: edition.support }, within) }
  }
  const cells: SectorCoverageCell[] = []
  for (const place of places) {
    const ofPlace = sectorSupportCells(system.actors, [place], sectors, needs, wanted)
    await nextTurn(undefined)
    cells.push(...ofPlace.map(withJobs))
    await nextTurn(undefined)
  }
  const allocation = allocationBy(edition.populationOn)
  return { allocation, run, warnings: coverageWarnings(jobs, cells), cells }
}

/** The place as one that can be covered, with its county; the region's counties where it is left out. */
function placesAsked(asked: string | null | undefined, system: SupportSystem, edition: Edition) {
  const place = idOfKind(['municipality', 'county'], asked, 'place')
  const { places } = system
  if (!place) {
    const counties = countiesAsked(null, edition, system)
    return { counties, places: placesOf(counties, 'COUNTY') }
  }
  const found = places.get(place)
  if (!found) throw new NotFoundError(place)
  const holder = [...found.within].find((id) => id.startsWith('county:'))
  const counties = holder ? [countyAsked(holder, places)] : []
  const by = found.level === 'COUNTY' ? 'COUNTY' : 'MUNICIPALITY'
  return { counties, places: placesOf(counties, by).filter(({ id }) => id === place) }
}

function industriesAsked(
  sectors: readonly string[] | null | undefined,
  industries: readonly RunIndustry[],
): readonly RunIndustry[] {
  requireSome('sectors', sectors)
  const forSmes = industries.filter(({ group, section }) => section !== null && holdsSmes(group))
  if (!sectors) return forSmes
  const asked = new Set(sectors.map((id) => idOfKind('sector', id, 'sectors')))
  for (const id of asked) {
    if (!industries.some(({ industry }) => industry === id)) throw new NotFoundError(id)
    if (!forSmes.some(({ industry }) => industry === id)) {
      throw new BadUserInputError('sectors', `sectors takes industries in which SMEs have jobs at stake, and not ${id}`)
    }
  }
  return forSmes.filter(({ industry }) => asked.has(industry))
}

/** An industry as the divisions that it is made of, or as its section where the table does not say which. */
function coveredSector(
  { industry, section, divisions }: RunIndustry,
  hierarchy: SectorHierarchy,
  edition: Edition,
): CoveredSector {
  if (divisions.length > 0) {
    return {
      id: industry,
      parts: divisions.map((id) => ({ within: hierarchy.wholesOf(id), perhapsWithin: new Set() })),
    }
  }
  const whole = sectorId(edition, section ?? '')
  const parts = [...hierarchy.partsOf(whole)].filter((id) => id !== whole)
  const part: Standing = { within: new Set([whole]), perhapsWithin: new Set(parts) }
  return { id: industry, parts: [part] }
}
