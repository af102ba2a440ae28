import type { Resolvers } from '../generated/resolvers.js'
import { inLanguage } from '../language/wording.js'
import { timeline } from './timeline.js'

export const timelineResolvers: Resolvers = {
  Query: {
    timeline: (_, { establishment, includeProposed, asOf }, context) =>
      timeline(context, {
        establishment,
        includeProposed: includeProposed ?? false,
        asOf: asOf ?? context.composer.today,
      }),
  },
  Timeline: {
    establishment: ({ establishment }, _, { composer }, info) => composer.known(info, establishment),
    unphased: ({ unphased }, _, { composer }, info) => composer.entities(info, unphased),
  },
  TimelinePhase: {
    phase: ({ phase }, _, { composer }, info) => (phase === null ? null : composer.known(info, phase)),
    categories: ({ categories }, _, { composer }, info) => composer.entities(info, categories),
    requirements: ({ requirements }, _, { composer }, info) => composer.entities(info, requirements),
  },
  Preparation: {
    area: ({ area }, _, { composer }, info) => composer.known(info, area),
    text: inLanguage,
    initiatives: ({ initiatives }, _, { composer }, info) => composer.entities(info, initiatives),
    actors: ({ actors }, _, { composer }, info) => composer.entities(info, actors),
  },
}
