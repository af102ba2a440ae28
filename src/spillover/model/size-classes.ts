import { type SizeClass, sizeClasses } from '../../classification/size-class.js'
import type { SpilloverEffects } from './effects.js'

/** What a claim states of a section: the share of its employees in firms of one class, or in small and medium ones. */
export interface StatedShare {
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
  if (rest < -1e-9) return unknown
  return { SMALL: small, MEDIUM: medium, LARGE: large, UNKNOWN: Math.max(0, rest) }
}

/** In whose firms the spillover falls, by what is stated of each section; all four classes, UNKNOWN last. */
export function effectsBySizeClass(
  { industries, byShock }: SpilloverEffects,
  stated: readonly StatedShare[],
): SizeClassEffects[] {
  const shares = industries.map(({ section }) => sectionShares(stated, section))
  const jobs = { SMALL: 0, MEDIUM: 0, LARGE: 0, UNKNOWN: 0 }
  for (const { indirect, induced } of byShock) {
    for (const [i, ofSection] of shares.entries()) {
      const set = (indirect[i] ?? 0) + (induced[i] ?? 0)
      for (const sizeClass of sizeClasses) jobs[sizeClass] += ofSection[sizeClass] * set
    }
  }
  return sizeClasses.map((sizeClass) => ({ sizeClass, spillover: jobs[sizeClass] }))
}
