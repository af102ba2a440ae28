import type { Resolvers } from '../generated/resolvers.js'
import { type OnDay, onDay } from '../kernel/day.js'
import { inLanguage } from '../language/wording.js'
import { type TimelinePhase, type TimelinePreparation, timeline } from './timeline.js'

export type PhaseOnDay = TimelinePhase & OnDay
export type PreparationOnDay = TimelinePreparation & OnDay

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
    establishment: ({ establishment, asOf }, _, { composer }, info) => composer.known(info, establishment, asOf),
    phases: ({ phases, asOf }) => onDay(phases, asOf),
    unphased: ({ unphased, asOf }, _, { composer }, info) => composer.entities(info, unphased, asOf),
  },
  TimelinePhase: {
    phase: ({ phase, asOf }, _, { composer }, info) => (phase === null ? null : composer.known(info, phase, asOf)),
    categories: ({ categories, asOf }, _, { composer }, info) => composer.entities(info, categories, asOf),
    requirements: ({ requirements, asOf }, _, { composer }, info) => composer.entities(info, requirements, asOf),
    before: ({ before, asOf }) => onDay(before, asOf),
  },
  Preparation: {
    area: ({ area, asOf }, _, { composer }, info) => composer.known(info, area, asOf),
    text: inLanguage,
    initiatives: ({ initiatives, asOf }, _, { composer }, info) => composer.entities(info, initiatives, asOf),
    actors: ({ actors, asOf }, _, { composer }, info) => composer.entities(info, actors, asOf),
  },
}
