import type { Resolvers } from '../../generated/resolvers.js'
import { inTurns } from '../../kernel/turns.js'
import { inLanguage } from '../../language/wording.js'
import { spilloverCubeInSteps, totalEffects } from '../model/cube.js'
import { requireEmployed } from '../model/households.js'
import { measuresOf } from '../model/measures.js'
import { jobYears } from '../model/temporary-work.js'
import { industryNodeId } from '../table/table-elements.js'
import { uncertainty } from '../uncertainty/uncertainty.js'
import { uncertaintySentence } from '../uncertainty/uncertainty-sentence.js'
import { alternatives, comparisons, sizeClassEffects, temporaryYears, warningsOf } from './answers.js'
import { exceededCapacity } from './capacity.js'
import { differencesFromUsual } from './differences-from-usual.js'
import { countyRows, establishmentRows, groupRows, sectorRows, yearRows } from './effect-rows.js'
import { hasJobs, whereJobs } from './known-jobs.js'
import { namingInput, spillover } from './question.js'
import { regionalAnswer } from './regional-answer.js'
import { sizeClassWords } from './size-class-words.js'

export const spilloverResolvers: Resolvers = {
  Query: {
    spillover: (_, { input }, context) => spillover(context, input, context.signal),
    inputOutputTable: (_, { id }, { composer }, info) => composer.entity(info, id),
    inputOutputTables: (_, __, { composer }, info) =>
      composer.connection(info, ({ node }) => ({ match: `MATCH (${node}:InputOutputTable)` })),
  },
  Spillover: {
    table: ({ table }, _, { composer }, info) => composer.known(info, table.id),
    assumptions: ({ table, ...answer }) => ({ ...answer, tableId: table.table.id }),
    total: (answer) => (hasJobs(answer) ? totalEffects(answer.effects) : null),
    measures: ({ table, effects }) => measuresOf(table.table, effects).measures,
    bySectorGroup: whereJobs(groupRows),
    bySector: whereJobs(sectorRows),
    byCounty: whereJobs(countyRows),
    byYear: whereJobs(yearRows),
    byEstablishment: whereJobs(establishmentRows),
    bySizeClass: (answer, _, { graph }) => (hasJobs(answer) ? sizeClassEffects(graph, answer) : []),
    temporaryJobYears: async (answer, _, { signal }) =>
      hasJobs(answer) ? jobYears(await namingInput(() => temporaryYears(answer, signal))) : null,
    temporaryByYear: (answer, _, { signal }) =>
      hasJobs(answer) ? namingInput(() => temporaryYears(answer, signal)) : [],
    comparisons: (answer, _, context) => (hasJobs(answer) ? comparisons(context, answer) : []),
    differs: (answer, _, { edition }) => differencesFromUsual(answer, edition.spillover),
    alternatives: (answer, _, { edition, signal }) => (hasJobs(answer) ? alternatives(edition, answer, signal) : []),
    regional: (answer, _, { edition, signal }) => (hasJobs(answer) ? regionalAnswer(edition, answer, signal) : null),
    warnings: async (answer, _, context) => [
      ...warningsOf(context.edition, answer),
      ...(await exceededCapacity(context, answer, context.signal)),
    ],
    cube: (answer, { by }, { signal }) =>
      hasJobs(answer)
        ? inTurns(spilloverCubeInSteps(answer.effects, by, { table: answer.table.table.id }), signal)
        : [],
    uncertainty: (answer, asked, { drawWorkers, signal, progress }) => {
      requireEmployed(answer.table.table, 'input.table')
      return uncertainty(answer, asked, drawWorkers, { signal, ...(progress ? { progress } : {}) })
    },
  },
  Uncertainty: {
    byCorrelation: (drawn) => drawn.byCorrelation(),
    text: (drawn, asked, context) => inLanguage(uncertaintySentence(drawn), asked, context),
  },
  Assumptions: {
    shock: ({ assumptions }) => assumptions.shock,
    closure: ({ assumptions }) => assumptions.closure,
    householdIncome: ({ assumptions }) => assumptions.householdIncome,
    incomeTax: ({ assumptions }) => assumptions.incomeTax,
    retention: ({ assumptions }) => assumptions.retention,
    regionalisation: ({ assumptions }) => assumptions.regionalisation ?? { method: 'RETENTION' },
    displacement: ({ assumptions }) => assumptions.displacement,
    nationalSectors: ({ assumptions, tableId }, _, { composer }, info) => {
      const codes = assumptions.retention.nationalIndustries ?? []
      return composer.entities(
        info,
        codes.map((code) => industryNodeId(tableId, code)),
      )
    },
    scenario: ({ scenario }, _, { composer }, info) => (scenario === null ? null : composer.entity(info, scenario)),
  },
  Regionalisation: {
    employment: (asked, _, { composer }, info) =>
      'employment' in asked ? composer.entity(info, asked.employment) : null,
  },
  RegionalAnswer: {
    text: inLanguage,
  },
  SectorEffects: {
    sector: ({ sector }, _, { composer }, info) => composer.known(info, sector),
  },
  CountyEffects: {
    county: ({ county }, _, { composer }, info) => composer.known(info, county),
  },
  EstablishmentEffects: {
    establishment: ({ establishment }, _, { composer }, info) =>
      establishment === null ? null : composer.known(info, establishment),
  },
  Alternative: {
    without: ({ without }, _, { composer }, info) => (without === null ? null : composer.known(info, without)),
  },
  Comparison: {
    claim: ({ claim }, _, { composer }, info) => composer.known(info, claim),
  },
  SizeClassEffects: {
    claims: ({ claims }, _, { composer }, info) => composer.entities(info, claims),
    text: (effects, asked, context) => inLanguage(sizeClassWords(effects), asked, context),
  },
  SpilloverCell: {
    county: ({ county }, _, { composer }, info) => (county === null ? null : composer.known(info, county)),
    sector: ({ industry, table }, _, { composer }, info) =>
      industry === null ? null : composer.known(info, industryNodeId(table, industry)),
    establishment: ({ establishment }, _, { composer }, info) =>
      establishment === null ? null : composer.known(info, establishment),
  },
}
