import type { Resolvers } from '../../generated/resolvers.js'
import { ownValue } from '../../graph/compose/rows.js'
import { inLanguage } from '../../language/wording.js'
import { netByCounty, netByGroup, netOf } from '../model/displacement.js'
import { capacityOf } from './capacity.js'
import { displacementOf } from './displacement.js'
import { extractionOf } from './extraction.js'
import { statedDisplacement } from './scenario.js'

/** Of an account, as extraction tells it. */
const employed = 'employed'

/** What an answer means for its region: what presses, what is displaced, and what goes without a part of it. */
export const regionResolvers: Resolvers = {
  Spillover: {
    capacity: (answer, asked, context) => capacityOf(context, answer, asked, context.signal),
    displacement: (answer) => displacementOf(answer),
    extraction: (answer, asked, context) => extractionOf(context, answer, asked, context.signal),
  },
  Capacity: {
    employment: ({ employment }, _, { composer }, info) => composer.known(info, employment),
  },
  CapacityRow: {
    county: ({ county }, _, { composer }, info) => (county === null ? null : composer.known(info, county)),
  },
  Displacement: {
    byCounty: ({ cells }) => netByCounty(cells),
    byGroup: ({ cells }) => netByGroup(cells),
    byCountyAndGroup: ({ cells }) => cells.map((cell) => ({ ...cell, ...netOf([cell]) })),
    text: inLanguage,
  },
  CountyDisplacement: {
    county: ({ county }, _, { composer }, info) => composer.known(info, county),
  },
  DisplacementCell: {
    county: ({ county }, _, { composer }, info) => composer.known(info, county),
  },
  Scenario: {
    displacement: (row, _, __, info) => statedDisplacement(ownValue(row, info)),
  },
  Extraction: {
    text: inLanguage,
    of: ({ of }, _, { composer }, info) => composer.entities(info, of),
    own: ({ accounts }) => accounts.find(({ name }) => name === employed)?.own ?? null,
    others: ({ accounts }) => accounts.find(({ name }) => name === employed)?.others ?? null,
    jobs: ({ accounts }) => {
      const jobs = accounts.find(({ name }) => name === employed)
      return jobs === undefined ? null : jobs.own + jobs.others
    },
  },
  ExtractedAccount: { all: ({ own, others }) => own + others },
  ExtractionArea: {
    counties: ({ counties }, _, { composer }, info) => composer.entities(info, counties),
  },
  ExtractedSector: {
    sector: ({ sector }, _, { composer }, info) => composer.known(info, sector),
  },
}
