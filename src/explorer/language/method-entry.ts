/** What the page on method says of one word. No figure of a region or a graph stands in it: those are asked for. */
export interface MethodEntry {
  readonly title: string
  /** What it means, in two or three plain sentences. */
  readonly means: string
  /** How it is calculated or judged, in one. */
  readonly calculated: string
  /** What it does not say. */
  readonly not: string
}

/** Words that figures of the pages lead to, in the groups and the order of the page. */
export const methodGroups = [
  {
    group: 'jobs',
    terms: [
      ...(['direct', 'spillover', 'indirect', 'induced', 'type-i-and-ii', 'retention', 'after-the-inverse'] as const),
      ...(['location-quotients', 'interval', 'capacity', 'displacement', 'extraction', 'run'] as const),
    ],
  },
  { group: 'support', terms: ['coverage', 'level', 'evidence', 'match', 'jobs-at-stake', 'allocation'] },
  { group: 'supply', terms: ['supplier-score', 'basis', 'as-the-crow-flies', 'consortium'] },
  { group: 'firms', terms: ['sni', 'size-class'] },
] as const
