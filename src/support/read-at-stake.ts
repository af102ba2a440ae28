import type { GraphReader } from '../graph/graph.js'
import { NotFoundError } from '../input-errors.js'
import {
  industriesOfRun,
  smeSharesOfSections,
  smesIn,
  smesStatingNeeds,
  smesWithNeed,
  spilloverOfRun,
} from './coverage-queries.js'
import { type JobsForSmes, jobsForSmes, type StatedNeeds } from './jobs-at-stake.js'

/**
 * What part of a run's spillover lies where SMEs could have it.
 * @throws NotFoundError for an unknown run.
 */
export async function readJobsForSmes(graph: GraphReader, run: string): Promise<JobsForSmes> {
  const [industryRows, spillover] = await Promise.all([
    graph.read(industriesOfRun, { run }),
    graph.read(spilloverOfRun, { run }),
  ])
  if (industryRows.length === 0) throw new NotFoundError(run)
  const industries = new Map(industryRows.map((row) => [row.industry, row]))
  const sections = new Set(industryRows.flatMap(({ section }) => section ?? []))
  const shares = await graph.read(smeSharesOfSections, { claims: [...sections].map(claimOfShare) })
  return jobsForSmes(
    spillover.map(({ county, industry, jobs }) => {
      const { code = industry, group = null, section = null } = industries.get(industry) ?? {}
      return { county, industry: code, group, section, jobs }
    }),
    new Map(shares.map(({ section, share }) => [section, share])),
  )
}

/** The claim that says what part of a section's employees works in SMEs. */
function claimOfShare(section: string): string {
  return `claim:sme-share-${section.toLowerCase()}`
}

/** How many SMEs the graph knows, and how many of them state needs. */
export interface SmeCounts extends StatedNeeds {
  in(place: string): number
}

/**
 * Counts SMEs, once for all needs.
 * @param places those that are shown.
 * @param municipalities those whose jobs at stake are asked for.
 */
export async function readSmeCounts(
  graph: GraphReader,
  places: readonly string[],
  municipalities: readonly string[],
  needs: readonly string[],
): Promise<SmeCounts> {
  const [allRows, statingRows, needRows] = await Promise.all([
    graph.read(smesIn, { places }),
    graph.read(smesStatingNeeds, { places: municipalities }),
    graph.read(smesWithNeed, { places: [...new Set([...places, ...municipalities])], needs }),
  ])
  const all = new Map(allRows.map(({ place, firms }) => [place, firms]))
  const statingAny = new Map(statingRows.map(({ place, firms }) => [place, firms]))
  const withNeed = new Map(needRows.map(({ place, need, firms }) => [cellKey(place, need), firms]))
  return {
    in: (place) => all.get(place) ?? 0,
    statingIn: (place) => statingAny.get(place) ?? 0,
    withNeedIn: (place, need) => withNeed.get(cellKey(place, need)) ?? 0,
  }
}

const cellKey = (place: string, need: string): string => `${place} ${need}`
