/** Jobs of a run's spillover in one county and industry, over all years and ventures. */
export interface SpilloverJobs {
  readonly county: string
  /** The industry's id. */
  readonly industry: string
  readonly code: string
  /** INDUSTRY, SERVICES or PUBLIC; null where the table states none. */
  readonly group: string | null
  /** The letter of its section; null where the table states none. */
  readonly section: string | null
  /** Indirect and induced. */
  readonly jobs: number
}

/** What part of the spillover lies where SMEs could have it. */
export interface JobsForSmes {
  readonly byCounty: ReadonlyMap<string, number>
  /** The same by industry, within each county. */
  readonly byIndustry: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Sections whose share in SMEs no source states: all of their jobs are counted. */
  readonly sectionsOfUnknownShare: readonly string[]
  /** Codes of industries left out, since the table gives them no group or no section. */
  readonly industriesLeftOut: readonly string[]
}

/**
 * Σ jobs · smeShare over the industries of the groups INDUSTRY and SERVICES, by county.
 * @param smeShares what part of a section's jobs lies in SMEs, by section; 1 where it is not known.
 */
export function jobsForSmes(spillover: readonly SpilloverJobs[], smeShares: ReadonlyMap<string, number>): JobsForSmes {
  const byCounty = new Map<string, number>()
  const byIndustry = new Map<string, Map<string, number>>()
  const unknownShare = new Set<string>()
  const leftOut = new Set<string>()
  for (const { county, industry, code, group, section, jobs } of spillover) {
    if (group === null || section === null) {
      leftOut.add(code)
    } else if (holdsSmes(group)) {
      const share = smeShares.get(section)
      if (share === undefined) unknownShare.add(section)
      const forSmes = jobs * (share ?? 1)
      byCounty.set(county, (byCounty.get(county) ?? 0) + forSmes)
      const industries = byIndustry.get(county) ?? new Map<string, number>()
      byIndustry.set(county, industries.set(industry, (industries.get(industry) ?? 0) + forSmes))
    }
  }
  return {
    byCounty,
    byIndustry,
    sectionsOfUnknownShare: [...unknownShare].toSorted(),
    industriesLeftOut: [...leftOut].toSorted(),
  }
}

/** Whether jobs in industries of a group can be SMEs'. */
export function holdsSmes(group: string | null): boolean {
  return group === 'INDUSTRY' || group === 'SERVICES'
}

/** A county with what decides how its jobs are shared out among its municipalities. */
export interface CountyAtStake {
  readonly id: string
  readonly municipalities: readonly MunicipalityAtStake[]
}

export interface MunicipalityAtStake {
  readonly id: string
  /** On the day that the region's populations are of. */
  readonly population: number
  /** Neither at the coast nor with a venture's site. */
  readonly inland: boolean
}

/** How many SMEs of municipalities state needs. */
export interface StatedNeeds {
  /** Those that state any need. */
  statingIn(municipality: string): number
  /** Those that state this one. */
  withNeedIn(municipality: string, need: string): number
}

export type AtStakeBasis = 'REPORT' | 'FIRMS'

/** Jobs that a need holds back in a place, and whether the report or the firms' own statements say where it is felt. */
export interface AtStake {
  readonly jobs: number
  readonly basis: AtStakeBasis
}

/** By what the region says where needs are felt. */
export interface WhereFelt {
  /** Needs that press away from the coast and the ventures; the others are felt everywhere. */
  readonly inlandNeeds: readonly string[]
  /** From so many SMEs on, what they state themselves says how widely a need is felt. */
  readonly smesForAShare: number
}

/**
 * Jobs for SMEs in the county · how widely the need is felt in the municipality · its share of the county's population.
 * A county is the sum of its municipalities, and FIRMS only where all of them are.
 * @param place the county or one of its municipalities.
 * @param jobsInCounty what `jobsForSmes` gives for the county.
 */
export function jobsAtStake(
  county: CountyAtStake,
  place: string,
  need: string,
  jobsInCounty: number,
  stated: StatedNeeds,
  where: WhereFelt,
): AtStake {
  const population = county.municipalities.reduce((sum, municipality) => sum + municipality.population, 0)
  const parts = county.municipalities.filter(({ id }) => place === county.id || place === id)
  const felt = parts.map((municipality) => ({ municipality, ...feltIn(municipality, need, stated, where) }))
  const jobs = felt.map(({ applies, municipality }) =>
    population > 0 ? (jobsInCounty * applies * municipality.population) / population : 0,
  )
  return {
    jobs: jobs.reduce((sum, each) => sum + each, 0),
    basis: felt.length > 0 && felt.every(({ basis }) => basis === 'FIRMS') ? 'FIRMS' : 'REPORT',
  }
}

/** What share of a municipality's SMEs feels a need. */
function feltIn(
  { id, inland }: MunicipalityAtStake,
  need: string,
  stated: StatedNeeds,
  { inlandNeeds, smesForAShare }: WhereFelt,
): { readonly applies: number; readonly basis: AtStakeBasis } {
  const stating = stated.statingIn(id)
  if (stating >= smesForAShare) return { applies: stated.withNeedIn(id, need) / stating, basis: 'FIRMS' }
  return { applies: inland || !inlandNeeds.includes(need) ? 1 : 0, basis: 'REPORT' }
}

/** How far sums of the same jobs may lie apart by the order in which they were added up. */
const SAME_JOBS = 1e-9

/** Most jobs first; 0 where they differ by no more than their sums can. */
export function byJobs(left: number, right: number): number {
  return Math.abs(left - right) <= SAME_JOBS * Math.max(Math.abs(left), Math.abs(right)) ? 0 : right - left
}
