/** How it is known that a firm could supply a category, best first. */
const matchBases = ['EXISTING', 'DECLARED', 'BY_SECTOR'] as const
export type MatchBasis = (typeof matchBases)[number]

/** What each basis counts in the score. */
export const basisWeights: Readonly<Record<MatchBasis, number>> = { EXISTING: 0.5, DECLARED: 0.3, BY_SECTOR: 0.1 }

/** What all requirements together count in the score. */
const REQUIREMENTS_WEIGHT = 0.4

/** The basis that has this weight. */
export function basisOf(weight: number): MatchBasis {
  return matchBases.find((basis) => basisWeights[basis] === weight) ?? 'BY_SECTOR'
}

/**
 * What the requirements count in the score, for each number of them that is fulfilled: 0.4 · fulfilled / asked. Where
 * nothing is asked, nothing is lacking, and it is the whole 0.4.
 */
export function requirementShares(asked: number): number[] {
  if (asked === 0) return [REQUIREMENTS_WEIGHT]
  return Array.from({ length: asked + 1 }, (_, fulfilled) => (REQUIREMENTS_WEIGHT * fulfilled) / asked)
}

/** What a source says of a firm and a requirement. */
export interface Stance {
  readonly requirement: string
  /** FULFILLED or LACKING. */
  readonly status: string
}

/** Requirements of a buyer, as a firm stands to them; each list in the order asked. */
export interface Standing {
  readonly fulfils: readonly string[]
  readonly missing: readonly string[]
  /** Those of which nothing is known, and those of which two sources say otherwise. */
  readonly unknown: readonly string[]
}

/** Sorts a buyer's requirements by what is known of a firm. */
export function standingOf(asked: readonly string[], stances: readonly Stance[]): Standing {
  const verdicts = asked.map((requirement) => {
    const said = new Set(stances.filter((stance) => stance.requirement === requirement).map(({ status }) => status))
    return { requirement, status: said.size === 1 ? [...said][0] : 'UNKNOWN' }
  })
  const having = (...statuses: string[]) =>
    verdicts.filter(({ status }) => statuses.includes(status ?? '')).map(({ requirement }) => requirement)
  return { fulfils: having('FULFILLED'), missing: having('LACKING'), unknown: having('UNKNOWN') }
}
