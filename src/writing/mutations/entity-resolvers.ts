import type { Resolvers } from '../../generated/resolvers.js'
import { actorWritingResolvers } from './actor-resolvers.js'
import { claimWritingResolvers } from './claim-resolvers.js'
import { establishmentWritingResolvers } from './establishment-resolvers.js'
import { firmWritingResolvers } from './firm-resolvers.js'
import { initiativeWritingResolvers } from './initiative-resolvers.js'

/** What makes, changes and ends entities of each kind. */
export const entityResolvers: readonly Resolvers[] = [
  ...[actorWritingResolvers, initiativeWritingResolvers, firmWritingResolvers],
  ...[establishmentWritingResolvers, claimWritingResolvers],
]
