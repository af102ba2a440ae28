/** What sort of organisation a support actor is. */
export const actorKinds = [
  'REGION',
  'BUSINESS_OFFICE',
  'BUSINESS_COMPANY',
  'CHAMBER',
  'AGENCY',
  'GOVERNMENT_ROLE',
  'PARTNERSHIP',
  'FUND',
  'BANK',
  'ADVISER',
  'INDUSTRIAL_DEVELOPMENT',
  'INVESTMENT_PROMOTION',
  'CLUSTER',
  'INCUBATOR',
  'SCIENCE_PARK',
  'UNIVERSITY',
  'RESEARCH_INSTITUTE',
  'EDUCATION',
  'NETWORK',
  'BUYER',
  'GROUP',
] as const

/** What sort of thing an initiative is. */
export const initiativeKinds = [
  'PROGRAMME',
  'TRAINING',
  'ADVICE',
  'MEETING_PLACE',
  'COLLABORATION',
  'LOAN',
  'GRANT',
  'CHECK',
  'FUNDING_CALL',
  'FUND',
  'STUDY',
  'GUARANTEE',
  'EQUITY',
  'COACHING',
  'MENTORING',
  'MATCHMAKING',
  'INCUBATION',
  'PREMISES',
  'OTHER',
] as const

/** To whom, or to what, the report's recommendations are: lists and passages of its summary and chapters 2, 4 and 5. */
export const recommendationKinds = ['SUPPORT_SYSTEM', 'REGIONS', 'STRATEGY', 'SPILLOVER'] as const

/**
 * What the report calls strong: industries that a county is specialised in, new ones that its strengths can be linked to,
 * and those that make people want to live there.
 */
export const strengthKinds = ['SPECIALISATION', 'LINKED_INDUSTRY', 'ATTRACTIVENESS'] as const

/** By what a cell of the business structure tells firms apart; `TOTAL` for none. */
export const structureDimensions = ['TOTAL', 'COUNTY', 'SECTOR_GROUP', 'SIZE_CLASS'] as const

/** What sort of document a source is; of public pages, whether the actor's own, another body's or a news page. */
export const sourceKinds = [
  'REPORT',
  'REGISTER',
  'STATISTICS',
  'OWN_PAGE',
  'PAGE_OF_OTHERS',
  'NEWS',
  'ASSESSMENT',
  'COUNT',
  'STATEMENT',
] as const
