/** What sort of help an initiative is to a firm. What is no help to a firm has none of them. */
export const helpKinds = [
  'LOAN',
  'GUARANTEE',
  'EQUITY',
  'GRANT',
  'CHECK',
  'TRAINING',
  'VALIDATION',
  'COACHING',
  'ADVICE',
  'MENTORING',
  'MATCHMAKING',
  'NETWORK',
  'INFORMATION',
  'INCUBATION',
  'PREMISES',
] as const
export type HelpKind = (typeof helpKinds)[number]
