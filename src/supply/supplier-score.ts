import { figure, type Sentence, sentence } from '../language/wording.js'

/** How it is known that a firm could supply a category, best first. */
export const matchBases = ['EXISTING', 'DECLARED', 'BY_SECTOR'] as const
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

/** What a score is made of: it is their sum, in this order. */
export interface ScoreParts {
  readonly basis: number
  readonly requirements: number
  readonly distance: number
}

/** The same with a sentence that says it. */
export type ScoreInWords = ScoreParts & Sentence

/**
 * What the score of a firm is made of: weight of the best basis + 0.4 · fulfilled / asked + 0.1 / (1 + km / 100).
 * @param shares of `requirementShares`.
 */
export function scoreParts(
  weight: number,
  shares: readonly number[],
  fulfilled: number,
  distanceKm: number | null,
): ScoreParts {
  const distance = distanceKm === null ? 0 : 0.1 / (1 + distanceKm / 100)
  return { basis: weight, requirements: shares[fulfilled] ?? 0, distance }
}

export const scoreOf = ({ basis, requirements, distance }: ScoreParts): number => basis + requirements + distance

const basisWords: Readonly<Record<MatchBasis, { readonly Sv: string; readonly En: string }>> = {
  EXISTING: { Sv: 'levererar redan', En: 'supplies it already' },
  DECLARED: { Sv: 'uppger sig kunna leverera', En: 'states that it can supply' },
  BY_SECTOR: { Sv: 'finns i en näringsgren som passar', En: 'is in a sector that fits' },
}

/** What a score is made of, as a sentence. */
export function scoreInWords(
  { basis, requirements, distance }: ScoreParts,
  {
    fulfilled,
    asked,
    distanceKm,
  }: { readonly fulfilled: number; readonly asked: number; readonly distanceKm: number | null },
): Sentence {
  const known = basisWords[basisOf(basis)]
  return sentence((language) => {
    const rounded = (value: number) => figure(language, Math.round(value * 100) / 100)
    const parts = [rounded(basis), rounded(requirements), rounded(distance)]
    const km = distanceKm === null ? null : figure(language, Math.round(distanceKm))
    if (language === 'Sv') {
      const of = asked === 0 ? 'inga krav är kända' : `uppfyller ${fulfilled} av ${asked} krav`
      const far = km === null ? 'avståndet är inte känt' : `${km} km bort`
      return `${parts[0]} för underlaget (${known.Sv}), ${parts[1]} av 0,4 för krav (${of}) och ${parts[2]} av 0,1 för avstånd (${far}).`
    }
    const of = asked === 0 ? 'none is known' : `fulfils ${fulfilled} of ${asked}`
    const far = km === null ? 'not known' : `${km} km away`
    return `${parts[0]} for how it is known (${known.En}), ${parts[1]} of 0.4 for requirements (${of}) and ${parts[2]} of 0.1 for distance (${far}).`
  })
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
