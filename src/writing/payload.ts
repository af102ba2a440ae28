import type { SupportActorPayloadResolvers } from '../generated/resolvers.js'
import { changeOf } from './changes.js'

/** What every mutation of the register answers beside the entity that it is about. */
export const payload = {
  change: ({ change }, _, { graph }) => (change === null ? null : changeOf(graph, change)),
  proposal: () => null,
} satisfies Pick<SupportActorPayloadResolvers, 'change' | 'proposal'>
