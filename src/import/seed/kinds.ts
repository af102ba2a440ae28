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
] as const

export const phaseKinds = ['PLANNING', 'CONSTRUCTION', 'RAMP_UP', 'OPERATION', 'MAINTENANCE_STOP'] as const

/** How a phase stood when its source was written. */
export const phaseStatuses = ['EXPECTED', 'POSTPONED', 'UNDER_WAY', 'COMPLETED', 'ENDED'] as const

export const sizeClasses = ['SMALL', 'MEDIUM', 'LARGE', 'UNKNOWN'] as const

export const sectorGroups = ['INDUSTRY', 'SERVICES', 'PUBLIC'] as const

/** What an initiative's amounts count: what it pays, or the size of what the firm wants to pay for. */
export const amountKinds = ['SUPPORT', 'INVESTMENT', 'NEED'] as const

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
] as const
