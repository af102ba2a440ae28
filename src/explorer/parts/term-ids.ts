/** What the page of method and terms explains, each under this name. */
export const termIds = [
  ...(['direct', 'indirect', 'induced', 'spillover', 'type-i-and-ii', 'jobs-at-stake', 'allocation'] as const),
  ...(['coverage', 'level', 'evidence', 'match', 'sni', 'size-class', 'retention', 'after-the-inverse'] as const),
  ...(['location-quotients', 'interval', 'capacity', 'displacement', 'extraction', 'run'] as const),
  ...(['supplier-score', 'basis', 'as-the-crow-flies', 'consortium'] as const),
] as const

export type TermId = (typeof termIds)[number]
