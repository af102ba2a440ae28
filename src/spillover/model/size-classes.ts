import { type SizeClass, sizeClasses } from '../../classification/size-class.js'
import type { SpilloverEffects } from './effects.js'

/** What a claim states of a section: the share of its employees in firms of one class, or in small and medium ones. */
export interface StatedShare {
  /** Id of the claim. */
  readonly claim: string
  /** Letter of the SNI section. */
  readonly section: string
  /** The class; null where the share is that of small and medium firms together. */
  readonly sizeClass: SizeClass | null
  /** 0–1. */
  readonly share: number
}

/** Shares of a section's jobs by class; they add up to 1, and what is not stated is UNKNOWN. */
export type SectionShares = Readonly<Record<SizeClass, number>>

export interface SizeClassEffects {
  readonly sizeClass: SizeClass
  /** Indirect and induced jobs. */
  readonly spillover: number
  /** Ids of the claims that its shares are from; for UNKNOWN none. */
  readonly claims: readonly string[]
  /** Letters of the sections with jobs that have a share in it; for UNKNOWN those of which nothing is stated. */
  readonly sections: readonly string[]
  /** For UNKNOWN, sections with jobs of which a part is stated. */
  readonly inPart: readonly string[]
  /** For UNKNOWN, whether some industries with jobs are of no section. */
  readonly withoutSection: boolean
}

const unknown: SectionShares = { SMALL: 0, MEDIUM: 0, LARGE: 0, UNKNOWN: 1 }

/**
 * What is known of a section's classes. Shares that are stated class by class are taken as they stand; of small and medium
 * firms together only the rest is known, which is that of large ones, unless they have none.
 */
export function sectionShares(stated: readonly StatedShare[], section: string | null): SectionShares {
  const ofSection = stated.filter((each) => each.section === section)
  const shareOf = (sizeClass: SizeClass) => ofSection.find((each) => each.sizeClass === sizeClass)?.share
  const together = ofSection.find(({ sizeClass }) => sizeClass === null)?.share
  const [small, medium] = [shareOf('SMALL') ?? 0, shareOf('MEDIUM') ?? 0]
  const large = shareOf('LARGE') ?? (together === undefined ? 0 : 1 - together)
  const rest = 1 - small - medium - large
  if (rest < -ROUNDING) return unknown
  return { SMALL: small, MEDIUM: medium, LARGE: large, UNKNOWN: Math.max(0, rest) }
}

/** In whose firms the spillover falls, by what is stated of each section; all four classes, UNKNOWN last. */
export function effectsBySizeClass(
  { industries, byShock }: SpilloverEffects,
  stated: readonly StatedShare[],
): SizeClassEffects[] {
  const shares = industries.map(({ section }) => sectionShares(stated, section))
  const jobs = { SMALL: 0, MEDIUM: 0, LARGE: 0, UNKNOWN: 0 }
  const withJobs = new Set<number>()
  for (const { indirect, induced } of byShock) {
    for (const [i, ofSection] of shares.entries()) {
      const set = (indirect[i] ?? 0) + (induced[i] ?? 0)
      if (set !== 0) withJobs.add(i)
      for (const sizeClass of sizeClasses) jobs[sizeClass] += ofSection[sizeClass] * set
    }
  }
  const sectionsOf = (isIn: (of: SectionShares) => boolean): string[] => {
    const found = [...withJobs].flatMap((i) => {
      const [section, of] = [industries[i]?.section ?? null, shares[i]]
      return section !== null && of !== undefined && isIn(of) ? [section] : []
    })
    return [...new Set(found)].sort()
  }
  const ofUnknown = {
    claims: [],
    sections: sectionsOf(({ UNKNOWN }) => UNKNOWN === 1),
    inPart: sectionsOf(({ UNKNOWN }) => UNKNOWN > ROUNDING && UNKNOWN < 1),
    withoutSection: [...withJobs].some((i) => industries[i]?.section === null),
  }
  return sizeClasses.map((sizeClass): SizeClassEffects => {
    const spillover = jobs[sizeClass]
    if (sizeClass === 'UNKNOWN') return { sizeClass, spillover, ...ofUnknown }
    const sections = sectionsOf((of) => of[sizeClass] > 0)
    const claims = sections.flatMap((section) => claimsBehind(stated, section, sizeClass))
    return { sizeClass, spillover, claims, sections, inPart: [], withoutSection: false }
  })
}

/** The claim that a section's share of a class is from: the class's own, or for large firms that of the others together. */
function claimsBehind(stated: readonly StatedShare[], section: string, sizeClass: SizeClass): string[] {
  const ofSection = stated.filter((each) => each.section === section)
  const own = ofSection.find((each) => each.sizeClass === sizeClass)
  const claim = own ?? (sizeClass === 'LARGE' ? ofSection.find((each) => each.sizeClass === null) : undefined)
  return claim === undefined ? [] : [claim.claim]
}

/** What is left of a whole by rounding. */
const ROUNDING = 1e-9
