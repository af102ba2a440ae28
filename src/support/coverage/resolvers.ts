import type { Resolvers } from '../../generated/resolvers.js'
import type { CursorValues } from '../../graph/compose/cursor.js'
import { byKeys, pageOf } from '../../graph/compose/page.js'
import { wantedFirst } from '../../language/language.js'
import { inLanguage, named } from '../../language/wording.js'
import type { KeptKnowledge } from '../../reference/reference.js'
import { supportCoverage } from './coverage-question.js'
import { actorFoundFor } from './found-for-question.js'
import { type Gap, type SharedGapWithActors, sharedGaps, supportGaps, type Warned } from './gaps-question.js'
import { byJobs } from './jobs-at-stake-rule.js'
import { supportCoverageBySector } from './sector-coverage-question.js'
import { idsKey } from './shared-gap-rule.js'
import { keysOfStale, staleOn } from './stale-question.js'
import { staleRunWarnings } from './warnings.js'
import { supportWhatIf } from './what-if-question.js'

export const coverageResolvers: Resolvers = {
  Query: {
    supportCoverage: (_, { asOf, ...question }, context) =>
      supportCoverage(context, { ...question, asOf: asOf ?? context.composer.today }),
    supportCoverageBySector: (_, { asOf, ...question }, context) =>
      supportCoverageBySector(context, { ...question, asOf: asOf ?? context.composer.today }),
    supportWhatIf: (_, { asOf, ...question }, context) =>
      supportWhatIf(context, { ...question, asOf: asOf ?? context.composer.today }),
    supportGaps: async (_, { asOf, first, after, ...question }, context) => {
      const { gaps, run, warnings } = await supportGaps(context, { ...question, asOf: asOf ?? context.composer.today })
      return { ...pageOf('supportGaps', gaps, { first, after }, gapKeys, byJobsAndNames), run, warnings }
    },
    foundFor: (_, { actor, asOf }, context) => actorFoundFor(context, { actor, asOf: asOf ?? context.composer.today }),
    stale: async (_, { asOf, first, after }, context) =>
      pageOf('stale', await staleOn(context, asOf ?? context.composer.today), { first, after }, keysOfStale),
    sharedGaps: async (_, { asOf, first, after, ...question }, context) => {
      const { gaps, run, warnings } = await sharedGaps(context, { ...question, asOf: asOf ?? context.composer.today })
      return { ...pageOf('sharedGaps', gaps, { first, after }, groupKeys, byJobsAndNames), run, warnings }
    },
  },
  FoundNeed: {
    need: ({ need }, _, { composer }, info) => composer.known(info, need),
    initiative: ({ initiative }, _, { composer }, info) =>
      initiative === null ? null : composer.known(info, initiative),
  },
  UnfoundOffer: {
    initiative: ({ initiative }, _, { composer }, info) =>
      initiative === null ? null : composer.known(info, initiative),
  },
  Stale: {
    entity: ({ id }, _, { composer }, info) => composer.known(info, id),
    lastSeenIn: ({ lastSeenIn }, _, { composer }, info) =>
      lastSeenIn === null ? null : composer.known(info, lastSeenIn),
  },
  Coverage: {
    allocation: ({ allocation }, asked, context) => inLanguage(allocation, asked, context),
    warnings: (answer, _, context) => allWarnings(context, answer),
  },
  CoverageCell: {
    place: ({ place }, _, { composer }, info) => composer.known(info, place),
    need: ({ need }, _, { composer }, info) => composer.known(info, need),
    levelIsPlanned: ({ planned }) => planned?.isLevelPlanned ?? false,
    evidenceIsPlanned: ({ planned }) => planned?.isEvidencePlanned ?? false,
    planned: ({ planned }) => [...(planned?.help ?? [])],
  },
  PlannedHelp: {
    name: ({ by }, { lang }, { composer }) => named(wantedFirst(lang ?? composer.lang)[0], by),
    initiative: ({ initiative }, _, { composer }, info) =>
      initiative === null ? null : composer.known(info, initiative),
  },
  SectorCoverage: {
    allocation: ({ allocation }, asked, context) => inLanguage(allocation, asked, context),
    warnings: (answer, _, context) => allWarnings(context, answer),
  },
  SectorCoverageCell: {
    place: ({ place }, _, { composer }, info) => composer.known(info, place),
    sector: ({ sector }, _, { composer }, info) => composer.known(info, sector),
    need: ({ need }, _, { composer }, info) => composer.known(info, need),
  },
  ChangedCell: {
    place: ({ place }, _, { composer }, info) => composer.known(info, place),
    need: ({ need }, _, { composer }, info) => composer.known(info, need),
  },
  SupportGapConnection: { warnings: (answer, _, context) => allWarnings(context, answer) },
  SupportGap: {
    place: ({ place }, _, { composer }, info) => composer.known(info, place),
    need: ({ need }, _, { composer }, info) => composer.known(info, need),
    nearestActor: ({ nearestActor }) => nearestActor(),
  },
  NearestActor: {
    actor: ({ actor }, _, { composer }, info) => composer.known(info, actor),
  },
  SharedGapConnection: { warnings: (answer, _, context) => allWarnings(context, answer) },
  SharedGap: {
    places: ({ places }, _, { composer }, info) => composer.entities(info, places),
    needs: ({ needs }, _, { composer }, info) => composer.entities(info, needs),
    actors: ({ actors }, _, { composer }, info) => composer.entities(info, actors()),
  },
}

async function allWarnings(knowledge: KeptKnowledge, { run, warnings }: Warned) {
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
