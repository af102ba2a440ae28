import type { SupportActorPayloadResolvers } from '../../generated/resolvers.js'
import { changeOf } from '../history/changes.js'
import { proposalOf } from '../proposals/proposals.js'

/** What every mutation of the register answers beside the entity that it is about. */
export const payload = {
  change: ({ change }, _, { graph }) => (change === null ? null : changeOf(graph, change)),
  proposal: ({ proposal }, _, { graph }) => (proposal === null ? null : proposalOf(graph, proposal)),
} satisfies Pick<SupportActorPayloadResolvers, 'change' | 'proposal'>
