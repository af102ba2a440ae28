/** Legal forms that are told apart; of others none is said. */
export const legalForms = ['PUBLIC_BODY'] as const
export type LegalForm = (typeof legalForms)[number]

/** The condition on a firm's node that it is no agency, region or municipality: those are never SMEs. */
export const isNoPublicBody = (firm: string): string => `coalesce(${firm}.legalForm, '') <> 'PUBLIC_BODY'`
