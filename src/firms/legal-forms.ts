/** Legal forms that are told apart; of others none is said. */
export const legalForms = ['PUBLIC_BODY'] as const
export type LegalForm = (typeof legalForms)[number]
