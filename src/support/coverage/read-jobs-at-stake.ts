import type { Knowledge } from '../../edition/knowledge.js'
import type { GraphReader } from '../../graph/graph.js'
import { grouped } from '../../kernel/grouped.js'
import { type RunIndustry, readRunIndustries } from '../../spillover/runs/run-industries.js'
import { type JobsForSmes, jobsForSmes, type StatedNeeds } from './jobs-at-stake-rule.js'
import {
  smeSharesOfSections,
  smesBySector,
  smesIn,
  smesStatingNeeds,
  smesWithNeed,
  smesWithNeedBySector,
} from './queries.js'

/** What part of a run's spillover lies where SMEs could have it, and the industries of its table. */
export interface RunForSmes {
  readonly jobs: JobsForSmes
  /** By their codes. */
  readonly industries: readonly RunIndustry[]
}

/**
 * What part of a run's spillover lies where SMEs could have it.
 * @throws NotFoundError for an unknown run.
 */
export async function readRunForSmes({ graph, edition }: Knowledge, run: string): Promise<RunForSmes> {
  const [{ industries, jobs }, shares] = await Promise.all([
    readRunIndustries(graph, run),
    graph.read(smeSharesOfSections, { claims: edition.support.smeShares }),
  ])
  const byId = new Map(industries.map((each) => [each.industry, each]))
  const spillover = jobs.map((each) => {
    const { code = each.industry, group = null, section = null } = byId.get(each.industry) ?? {}
    return { ...each, code, group, section }
  })
  return { jobs: jobsForSmes(spillover, new Map(shares.map(({ section, share }) => [section, share]))), industries }
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

/** How many SMEs of places the graph knows by their main sector; of no sector those of which none is known. */
export interface SectorSmeCounts {
  in(place: string, sectors: ReadonlySet<string>): number
  withNeedIn(place: string, sectors: ReadonlySet<string>, need: string): number
}

/** Counts SMEs of places by their main sector, once for all sectors and needs. */
export async function readSectorSmeCounts(
  graph: GraphReader,
  places: readonly string[],
  needs: readonly string[],
): Promise<SectorSmeCounts> {
  const [allRows, needRows] = await Promise.all([
    graph.read(smesBySector, { places }),
    graph.read(smesWithNeedBySector, { places, needs }),
  ])
  const sum = (rows: readonly { readonly sector: string; readonly firms: number }[], sectors: ReadonlySet<string>) =>
    rows.reduce((firms, row) => firms + (sectors.has(row.sector) ? row.firms : 0), 0)
  const all = grouped(allRows, ({ place }) => place)
  const withNeed = grouped(needRows, ({ place, need }) => cellKey(place, need))
  return {
    in: (place, sectors) => sum(all.get(place) ?? [], sectors),
    withNeedIn: (place, sectors, need) => sum(withNeed.get(cellKey(place, need)) ?? [], sectors),
  }
}
