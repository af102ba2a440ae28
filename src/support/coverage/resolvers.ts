import type { Knowledge } from '../../edition/knowledge.js'
import type { Resolvers } from '../../generated/resolvers.js'
import type { CursorValues } from '../../graph/compose/cursor.js'
import { byKeys, type Page, pageOf } from '../../graph/compose/page.js'
import { type OnDay, onDay } from '../../kernel/day.js'
import type { Warning } from '../../kernel/warning.js'
import { inLanguage } from '../../language/wording.js'
import type { ChangedCell } from './change-rule.js'
import { type Coverage, type CoverageCell, supportCoverage } from './coverage-question.js'
import type { NearestActor } from './elsewhere-rule.js'
import { type Gap, type SharedGapWithActors, sharedGaps, supportGaps } from './gaps-question.js'
import { byJobs } from './jobs-at-stake-rule.js'
import { type SectorCoverage, type SectorCoverageCell, supportCoverageBySector } from './sector-coverage-question.js'
import { idsKey } from './shared-gap-rule.js'
import { staleRunWarnings } from './warnings.js'
import { supportWhatIf, type WhatIf } from './what-if-question.js'

export type CoverageOnDay = Coverage & OnDay
export type CellOnDay = CoverageCell & OnDay
export type SectorCoverageOnDay = SectorCoverage & OnDay
export type SectorCellOnDay = SectorCoverageCell & OnDay
export type WhatIfOnDay = WhatIf & OnDay
export type ChangedOnDay = ChangedCell & OnDay
export type GapOnDay = Gap & OnDay
export type NearestOnDay = NearestActor & OnDay
export type SharedGapOnDay = SharedGapWithActors & OnDay

/** Warnings that are known, and the run that may be stale, which is looked up only where warnings are asked for. */
interface Warned {
  readonly run: string
  readonly warnings: readonly Warning[]
}

export interface GapPage extends Page<GapOnDay>, Warned {}
export interface SharedGapPage extends Page<SharedGapOnDay>, Warned {}

export const coverageResolvers: Resolvers = {
  Query: {
    supportCoverage: async (_, { asOf: day, ...question }, context) => {
      const asOf = day ?? context.composer.today
      return { ...(await supportCoverage(context, { ...question, asOf })), asOf }
    },
    supportCoverageBySector: async (_, { asOf: day, ...question }, context) => {
      const asOf = day ?? context.composer.today
      return { ...(await supportCoverageBySector(context, { ...question, asOf })), asOf }
    },
    supportWhatIf: async (_, { asOf: day, ...question }, context) => {
      const asOf = day ?? context.composer.today
      return { ...(await supportWhatIf(context, { ...question, asOf })), asOf }
    },
    supportGaps: async (_, { asOf: day, first, after, ...question }, context) => {
      const asOf = day ?? context.composer.today
      const { gaps, run, warnings } = await supportGaps(context, { ...question, asOf })
      return { ...pageOf('supportGaps', onDay(gaps, asOf), { first, after }, gapKeys, byJobsAndNames), run, warnings }
    },
    sharedGaps: async (_, { asOf: day, first, after, ...question }, context) => {
      const asOf = day ?? context.composer.today
      const { gaps, run, warnings } = await sharedGaps(context, { ...question, asOf })
      return { ...pageOf('sharedGaps', onDay(gaps, asOf), { first, after }, groupKeys, byJobsAndNames), run, warnings }
    },
  },
  Coverage: {
    allocation: ({ allocation }, { lang }) => inLanguage(allocation, { lang }),
    warnings: (answer, _, context) => allWarnings(context, answer),
    cells: ({ cells, asOf }) => onDay(cells, asOf),
  },
  CoverageCell: {
    place: ({ place, asOf }, _, { composer }, info) => composer.known(info, place, asOf),
    need: ({ need, asOf }, _, { composer }, info) => composer.known(info, need, asOf),
  },
  SectorCoverage: {
    allocation: ({ allocation }, { lang }) => inLanguage(allocation, { lang }),
    warnings: (answer, _, context) => allWarnings(context, answer),
    cells: ({ cells, asOf }) => onDay(cells, asOf),
  },
  SectorCoverageCell: {
    place: ({ place, asOf }, _, { composer }, info) => composer.known(info, place, asOf),
    sector: ({ sector, asOf }, _, { composer }, info) => composer.known(info, sector, asOf),
    need: ({ need, asOf }, _, { composer }, info) => composer.known(info, need, asOf),
  },
  WhatIf: {
    before: ({ before, asOf }) => ({ ...before, asOf }),
    after: ({ after, asOf }) => ({ ...after, asOf }),
    changed: ({ changed, asOf }) => onDay(changed, asOf),
  },
  ChangedCell: {
    place: ({ place, asOf }, _, { composer }, info) => composer.known(info, place, asOf),
    need: ({ need, asOf }, _, { composer }, info) => composer.known(info, need, asOf),
  },
  SupportGapConnection: { warnings: (answer, _, context) => allWarnings(context, answer) },
  SupportGap: {
    place: ({ place, asOf }, _, { composer }, info) => composer.known(info, place, asOf),
    need: ({ need, asOf }, _, { composer }, info) => composer.known(info, need, asOf),
    nearestActor: ({ nearestActor, asOf }) => {
      const nearest = nearestActor()
      return nearest && { ...nearest, asOf }
    },
  },
  NearestActor: {
    actor: ({ actor, asOf }, _, { composer }, info) => composer.known(info, actor, asOf),
  },
  SharedGapConnection: { warnings: (answer, _, context) => allWarnings(context, answer) },
  SharedGap: {
    places: ({ places, asOf }, _, { composer }, info) => composer.entities(info, places, asOf),
    needs: ({ needs, asOf }, _, { composer }, info) => composer.entities(info, needs, asOf),
    actors: ({ actors, asOf }, _, { composer }, info) => composer.entities(info, actors(), asOf),
  },
}

async function allWarnings(knowledge: Knowledge, { run, warnings }: Warned) {
  return [...warnings, ...(await staleRunWarnings(knowledge, run))]
}

const gapKeys = ({ jobsAtStake, sortName, need, place }: Gap): CursorValues => [jobsAtStake, sortName, need, place]

const groupKeys = ({ jobsAtStake, places, needs }: SharedGapWithActors): CursorValues => [
  ...[jobsAtStake, idsKey(places), idsKey(needs)],
]

/** Order of gaps by their keys: most jobs first, then names and ids. */
function byJobsAndNames([jobs, ...names]: CursorValues, [otherJobs, ...otherNames]: CursorValues): number {
  return byJobs(Number(jobs), Number(otherJobs)) || byKeys(names, otherNames)
}
