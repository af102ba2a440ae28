import type { Knowledge } from '../../edition/knowledge.js'
import { Kept } from '../../reference/kept.js'
import { smeSharesOfSections } from '../../spillover/question/queries.js'
import { type RunIndustry, readRunIndustries } from '../../spillover/runs/run-industries.js'
import { type JobsForSmes, jobsForSmes } from './jobs-at-stake-rule.js'

/** What part of a run's spillover lies where SMEs could have it, and the industries of its table. */
export interface RunForSmes {
  readonly jobs: JobsForSmes
  /** By their codes. */
  readonly industries: readonly RunIndustry[]
}

/** The same by the run's id, as long as the graph is the same. */
export const runForSmes = new Kept('jobs of a run for SMEs', readRunForSmes)

/** @throws NotFoundError for an unknown run. */
async function readRunForSmes({ graph, edition }: Knowledge, run: string): Promise<RunForSmes> {
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
