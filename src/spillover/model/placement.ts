import type { Shock } from './shocks.js'

export const placements = ['VENTURE', 'COMMUTING'] as const
/** In which county jobs are counted. VENTURE: the venture's. COMMUTING: induced jobs where its county's workers live. */
export type Placement = (typeof placements)[number]

/** How many of those who work in a county live in each county. */
export interface Workers {
  /** Id of the county that they live in. */
  readonly county: string
  readonly workers: number
}

/** Where those who work in each county live, by the id of the county of work. */
export type Residence = ReadonlyMap<string, readonly Workers[]>

/** A part of what a shock sets off that falls in one county. */
export interface CountyPart {
  readonly county: string
  /** 1 in the shock's own county, else 0: direct and indirect jobs stay there. */
  readonly production: number
  /** Share of the induced jobs; over all parts they add up to 1. */
  readonly spending: number
}

/**
 * The counties that a shock's effects fall in. Households spend where they live: whoever works for the venture and its
 * suppliers is taken to live where all who work in its county live.
 */
export function countyParts({ county }: Shock, residence: Residence | null): readonly CountyPart[] {
  const homes = residence?.get(county)
  if (homes === undefined) return [{ county, production: 1, spending: 1 }]
  const all = homes.reduce((sum, { workers }) => sum + workers, 0)
  const parts = homes.map((home) => ({
    county: home.county,
    production: home.county === county ? 1 : 0,
    spending: home.workers / all,
  }))
  return parts.some(({ production }) => production === 1) ? parts : [{ county, production: 1, spending: 0 }, ...parts]
}

/** Counties of shocks of which it is not known where those who work there live. */
export const countiesWithoutResidence = (residence: Residence, shocks: readonly Shock[]): string[] =>
  [...new Set(shocks.map(({ county }) => county))].filter((county) => !residence.has(county))
