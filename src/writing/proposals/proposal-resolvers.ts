import { may } from '../../accounts/capabilities.js'
import type { Resolvers } from '../../generated/resolvers.js'
import { nodeKinds } from '../../graph/vocabulary.js'
import { differencesIn } from '../changes/recorded.js'
import { draftIn } from '../drafts/stored-draft.js'
import { changeOf } from '../history/changes.js'
import { isProposed, proposalBehind } from './came-of.js'
import { decideProposal } from './decide-proposal.js'
import { proposalOf, proposalSeen, proposalsFor } from './proposals.js'

export const proposalResolvers: Resolvers = {
  Query: {
    proposals: (_, asked, { graph, viewer }) => proposalsFor(graph, viewer, asked),
    proposal: (_, { id }, { graph, viewer }) => proposalSeen(graph, viewer, id),
  },
  Mutation: {
    decideProposal: async (_, { input: { proposal, decision, reason } }, { graph, edition, viewer }) =>
      decideProposal({ graph, edition, viewer }, { proposal, decision, reason: reason ?? null }),
  },
  DecideProposalPayload: {
    proposal: ({ proposal }, _, { graph }) => proposalOf(graph, proposal),
    change: ({ change }, _, { graph }) => (change === null ? null : changeOf(graph, change)),
  },
  Change: {
    isProposed: (change, _, { graph }) => isProposed(graph, change),
    proposal: (change, _, { graph, viewer }) => proposalBehind(graph, viewer, change),
  },
  ProposalConnection: { totalCount: ({ counted }) => counted() },
  // Of a proposal that somebody does not see nothing is answered: what follows is for who does.
  Proposal: {
    entity: async ({ entity, together }, _, { composer }, info) => {
      const now = entity === null ? null : await together.now(entity)
      return now === null ? null : composer.entity(info, now)
    },
    forActor: async ({ for: actor, together }, _, { composer }, info) => {
      const now = actor === null ? null : await together.now(actor)
      return now === null ? null : composer.entity(info, now)
    },
    author: ({ account }, _, { viewer }) => (may(viewer, 'SEE_ACCOUNTS') || viewer?.name === account ? account : null),
    kind: ({ draft }) => nodeKinds[draftIn(draft).label].entityKind,
    source: ({ draft }) => draftIn(draft).source,
    locator: ({ draft }) => draftIn(draft).locator,
    asOf: ({ draft }) => draftIn(draft).asOf,
    // What is shown to some has a resolver, before which the guard stands.
    decidedBy: ({ decidedBy }) => decidedBy,
    fields: ({ differed }) => differencesIn(differed),
    change: ({ change, together }) => (change === null ? null : together.change(change)),
  },
}
