import { z } from 'zod'
import { query } from '../graph/query.js'
import { holdsOn } from '../graph/relationship-days.js'
import { phaseKinds, phaseStatuses } from './phases.js'

const precisions = ['DAY', 'MONTH', 'YEAR'] as const

const phaseRow = z.object({
  id: z.string(),
  kind: z.enum(phaseKinds),
  from: z.string().nullable(),
  fromPrecision: z.enum(precisions).nullable(),
  to: z.string().nullable(),
  status: z.enum(phaseStatuses),
})

/** A phase as its node has it. */
export type PhaseRow = z.infer<typeof phaseRow>

const named = z.object({ id: z.string(), nameSv: z.string(), nameEn: z.string(), sortName: z.string() })

/** A venture's phases, what it buys and asks of suppliers, which initiatives help with that, and where it lies; no row where there is none. */
export const timelineOfVenture = query<{ establishment: string; asOf: string }>()(
  'the timeline of a venture',
  z.object({
    phases: z.array(phaseRow),
    purchases: z.array(z.object({ category: z.string(), sortName: z.string(), phase: z.enum(phaseKinds).nullable() })),
    requirements: z.array(named),
    targeting: z.array(z.string()),
    sites: z.array(z.string()),
    counties: z.array(z.string()),
  }),
  `MATCH (venture:Establishment {id: $establishment})
   CALL (venture) {
     MATCH (venture)-[:HAS_PHASE]->(phase:Phase)
     WITH DISTINCT phase
     ORDER BY phase.id
     LIMIT 200
     RETURN collect({
       id: phase.id, kind: phase.kind, from: phase.from, fromPrecision: phase.fromPrecision, to: phase.to,
       status: phase.status}) AS phases
   }
   CALL (venture) {
     MATCH (venture)-[procures:PROCURES]->(category:SupplyCategory)
     RETURN collect({category: category.id, sortName: category.sortName, phase: procures.phase}) AS purchases
   }
   CALL (venture) {
     MATCH (venture)-[:REQUIRES]->(requirement:Requirement)
     RETURN collect(DISTINCT {
       id: requirement.id,
       nameSv: coalesce(requirement.nameSv, requirement.nameEn, requirement.id),
       nameEn: coalesce(requirement.nameEn, requirement.nameSv, requirement.id),
       sortName: requirement.sortName}) AS requirements
   }
   CALL (venture) {
     MATCH (venture)-[:REQUIRES]->(requirement:Requirement)
     MATCH (requirement)<-[targets:TARGETS]-(initiative:Initiative)
     WHERE ${holdsOn('targets', '$asOf')}
     RETURN collect(DISTINCT initiative.id) AS targeting
   }
   CALL (venture) {
     MATCH (venture)-[located:LOCATED_IN]->(site:Municipality)
     WHERE ${holdsOn('located', '$asOf')}
     RETURN collect(DISTINCT site.id) AS sites
   }
   CALL (venture) {
     MATCH (venture)-[:COUNTED_IN]->(county:County)
     RETURN collect(DISTINCT county.id) AS counties
   }
   RETURN phases, purchases, requirements, targeting, sites, counties`,
)
