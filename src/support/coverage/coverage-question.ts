import { idOfKind } from '../../graph/entity-ids.js'
import type { Warning } from '../../kernel/warning.js'
import { dayInWords, type Named, type Sentence } from '../../language/wording.js'
import { firmCounts } from '../../reference/firm-counts.js'
import type { KeptKnowledge } from '../../reference/reference.js'
import type { SupportActor } from '../facts/actors.js'
import { leastByDefault, type SupportEvidence } from '../facts/evidence.js'
import { needsNamed } from '../facts/needs-named.js'
import { supportSystem } from '../facts/read-system.js'
import type { SupportSystem } from '../facts/system.js'
import type { WaysWanted } from '../facts/ways.js'
import { type ActorsAfter, actorsAfter, type Changing } from './actors-after.js'
import { type SupportCell, supportCells } from './cell-rule.js'
import { type AtStakeBasis, type JobsForSmes, jobsAtStake, type WhereFelt } from './jobs-at-stake-rule.js'
import type { CoveredPlace } from './means-rule.js'
import { type CountyAsked, countiesAsked, countyOfEach, placesOf } from './places-asked.js'
import { type PlannedInCell, plannedInCells } from './planned-rule.js'
import { runForSmes } from './read-jobs-at-stake.js'
import { type SmeCounts, smeCounts } from './sme-counts.js'
import { coverageWarnings } from './warnings.js'

export interface CoverageQuestion {
  /** The region's counties where it is left out. */
  readonly county?: string | null | undefined
  readonly by: 'MUNICIPALITY' | 'COUNTY'
  /** All where they are left out. */
  readonly needs?: readonly string[] | null | undefined
  /** The region's own run where it is left out. */
  readonly run?: string | null | undefined
  readonly asOf: string
  /** The least that counts; COMPETENCE where it is left out. */
  readonly evidence?: SupportEvidence | null | undefined
}

/** A cell of the coverage with the SMEs and jobs that stand behind it. */
export interface CoverageCell extends SupportCell {
  /** SMEs that the graph knows in the place: firms that are not known to be large. */
  readonly firms: number
  /** Of these, those that state the need. */
  readonly firmsWithNeed: number
  readonly jobsAtStake: number
  readonly basis: AtStakeBasis
  /** What is there by a change alone; left out where none adds anything. */
  readonly planned?: PlannedInCell
}

export interface Coverage {
  /** By what rule jobs are shared out among municipalities. */
  readonly allocation: Sentence
  /** The run whose jobs are at stake. */
  readonly run: string
  readonly warnings: readonly Warning[]
  /** Places by name, and for each the needs in the order asked. */
  readonly cells: readonly CoverageCell[]
}

/** How jobs are shared out among municipalities. @param populationOn the day that populations are of, ISO. */
export const allocationBy = (populationOn: string): Sentence => ({
  textSv: `Efter varje kommuns andel av länets folkmängd den ${dayInWords('Sv', populationOn)}`,
  textEn: `By each municipality's share of its county's population on ${dayInWords('En', populationOn)}`,
})

/** What is read for a question about coverage, whoever the actors are. */
export interface CoverageGrounds {
  readonly system: SupportSystem
  /** Which ways count. */
  readonly wanted: WaysWanted
  readonly places: readonly CoveredPlace[]
  readonly needs: readonly Named[]
  readonly run: string
  readonly jobs: JobsForSmes
  readonly smes: SmeCounts
  readonly felt: WhereFelt
  readonly allocation: Sentence
  /** The county that each place is, or lies in. */
  readonly countyOf: ReadonlyMap<string, CountyAsked>
}

/**
 * Reads what a question about coverage rests on.
 * @throws BadUserInputError for an id of the wrong kind; NotFoundError for a county, need or run that is not there.
 */
export async function readCoverageGrounds(
  knowledge: KeptKnowledge,
  question: CoverageQuestion,
): Promise<CoverageGrounds> {
  const { edition, reference } = knowledge
  const run = idOfKind('run', question.run, 'run') ?? edition.spillover.run.id
  const [system, { jobs }, firms] = await reference.together((of) =>
    Promise.all([of(supportSystem, question.asOf), of(runForSmes, run), of(firmCounts)]),
  )
  const needs = needsNamed('needs', question.needs, system)
  const counties = countiesAsked(question.county, edition, system)
  const places = placesOf(counties, question.by)
  const countyOf = countyOfEach(counties)
  const allocation = allocationBy(edition.populationOn)
  const wanted = { region: system.region, evidence: question.evidence ?? leastByDefault }
  const known = { jobs, smes: smeCounts(firms), felt: edition.support }
  return { system, wanted, places, needs, run, ...known, allocation, countyOf }
}

/**
 * The SMEs and jobs that stand behind a cell.
 * @param jobsInCounty those in its county, of the sectors that are meant.
 * @param sectors of the SMEs that are meant; all where they are left out.
 */
export function behindCell(
  { place, need }: Pick<SupportCell, 'place' | 'need'>,
  county: CountyAsked | undefined,
  jobsInCounty: number,
  { smes, felt }: Pick<CoverageGrounds, 'smes' | 'felt'>,
  sectors?: ReadonlySet<string>,
): Omit<CoverageCell, keyof SupportCell> {
  const stake = county && jobsAtStake(county, place, need, jobsInCounty, smes, felt)
  return {
    firms: smes.in(place, sectors),
    firmsWithNeed: smes.withNeedIn(place, need, sectors),
    jobsAtStake: stake?.jobs ?? 0,
    basis: stake?.basis ?? 'REPORT',
  }
}

/** From how near each need is met in each place by these actors, with the SMEs and jobs that stand behind it there. */
export function coverageFrom(actors: readonly SupportActor[], grounds: CoverageGrounds): Coverage {
  const { wanted, places, needs, run, jobs, allocation, countyOf } = grounds
  const cells = supportCells(actors, places, needs, wanted).map((cell): CoverageCell => {
    const county = countyOf.get(cell.place)
    return { ...cell, ...behindCell(cell, county, jobs.byCounty.get(county?.id ?? '') ?? 0, grounds) }
  })
  return { allocation, run, warnings: coverageWarnings(jobs, cells), cells }
}

/** The same as a change would leave it, with what of each cell is there by the change alone. */
export function coverageAfter({ actors, added, warnings }: ActorsAfter, grounds: CoverageGrounds): Coverage {
  const coverage = coverageFrom(actors, grounds)
  const said = [...coverage.warnings, ...warnings]
  if (added === null) return { ...coverage, warnings: said }
  const planned = plannedInCells(coverage.cells, grounds.places, grounds.needs, grounds.wanted, added)
  const cells = coverage.cells.map((cell, index): CoverageCell => {
    const inCell = planned[index]
    return inCell ? { ...cell, planned: inCell } : cell
  })
  return { ...coverage, cells, warnings: said }
}

/**
 * From how near each need is met in each place, with the SMEs and jobs that stand behind it there; as it would be where
 * a change is named.
 * @throws what `readCoverageGrounds` and `actorsAfter` throw.
 */
export async function supportCoverage(
  knowledge: KeptKnowledge,
  { change, ...question }: CoverageQuestion & Changing,
): Promise<Coverage> {
  const grounds = await readCoverageGrounds(knowledge, question)
  return coverageAfter(await actorsAfter(knowledge, change, grounds.system), grounds)
}
