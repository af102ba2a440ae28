/** Legal forms that are told apart; of others none is said. A sole trader is a person, and no firm of the graph. */
export const legalForms = [
  'LIMITED_COMPANY',
  'ECONOMIC_ASSOCIATION',
  'PARTNERSHIP',
  'LIMITED_PARTNERSHIP',
  'FOUNDATION',
  'NON_PROFIT_ASSOCIATION',
  'PUBLIC_BODY',
] as const

/** The condition on a firm's node that it is no agency, region or municipality: those are never SMEs. */
export const isNoPublicBody = (firm: string): string => `coalesce(${firm}.legalForm, '') <> 'PUBLIC_BODY'`
