/** How well it is known that a need is met, best first. */
export const evidences = ['IN_FORCE', 'LAST_SEEN', 'COMPETENCE', 'AREA'] as const
export type SupportEvidence = (typeof evidences)[number]

/** What counts where a question does not say: all that is more than a field that somebody works in. */
export const leastByDefault: SupportEvidence = 'COMPETENCE'

/** By how good it is; the best has the lowest. */
const rank: Readonly<Record<SupportEvidence, number>> = { IN_FORCE: 0, LAST_SEEN: 1, COMPETENCE: 2, AREA: 3 }

/** Whether some evidence is as good as the least that counts. */
export const suffices = (evidence: SupportEvidence, least: SupportEvidence): boolean => rank[evidence] <= rank[least]

/** The best of some evidence; null for none. */
export const bestOf = (found: readonly SupportEvidence[]): SupportEvidence | null =>
  evidences.find((evidence) => found.includes(evidence)) ?? null

/** The worst of some evidence; null for none. */
export const worstOf = (found: readonly SupportEvidence[]): SupportEvidence | null =>
  evidences.findLast((evidence) => found.includes(evidence)) ?? null
