import type { SupportEvidence } from '../generated/graphql.js'

/** How well it can be known that a need is met, best first. */
export const evidences: readonly SupportEvidence[] = ['IN_FORCE', 'LAST_SEEN', 'COMPETENCE', 'AREA']

/** How well it is known that an offer is there: the best of what it is known by for any need. */
export const evidenceOfOffer = ({
  meets,
}: {
  readonly meets: readonly { readonly evidence: SupportEvidence }[]
}): SupportEvidence => evidences.find((each) => meets.some(({ evidence }) => evidence === each)) ?? 'AREA'
