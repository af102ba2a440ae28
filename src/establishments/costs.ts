import { all, type Costs, upTo } from '../cost/field-cost.js'

const PHASES = 12

export const establishmentCosts: Costs = {
  Query: {
    establishments: { scanned: ({ size }) => size.nodes('Establishment') },
    establishment: { work: () => 0.3 },
    timeline: { work: () => 20 },
  },
  Establishment: { expectedJobs: upTo(40), otherNames: upTo(10) },
  Timeline: { phases: upTo(PHASES), unphased: all('SupplyCategory'), warnings: upTo(3) },
  TimelinePhase: { categories: all('SupplyCategory'), requirements: all('Requirement'), before: all('SupportArea') },
  Preparation: { initiatives: all('Initiative'), actors: all('SupportActor') },
}
