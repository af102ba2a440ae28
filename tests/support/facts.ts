import type { Named } from '../../src/language/wording.js'
import type { Initiative, Provision, SupportActor, SupportArea } from '../../src/support/facts/actors.js'
import type { Level, Limit, Limits, NamedPlace } from '../../src/support/facts/limits.js'
import type { Sme, Standing } from '../../src/support/facts/sme.js'
import type { Terms } from '../../src/support/facts/terms.js'

/** Small hand-made facts: an id `kind:name` is its own name in both languages. */
export function named(id: string): Named {
  const name = id.slice(id.indexOf(':') + 1)
  return { id, nameSv: name, nameEn: name, sortName: name.toLowerCase() }
}

const levelOfPrefix: Readonly<Record<string, Level>> = { municipality: 'LOCAL', county: 'COUNTY', country: 'NATIONAL' }

export function place(id: string): NamedPlace {
  return { ...named(id), level: levelOfPrefix[id.slice(0, id.indexOf(':'))] ?? 'NATIONAL' }
}

export const boden = place('municipality:Boden')
export const luleå = place('municipality:Luleå')
export const norrbotten = place('county:Norrbotten')
export const västerbotten = place('county:Västerbotten')
export const sweden = place('country:SE')

export const finance = named('need:finance')
export const skills = named('need:skills')
export const transition = named('need:transition')

export const growth = area('area:growth', finance)
export const training = area('area:training', transition, skills)

export function area(id: string, ...meets: Named[]): SupportArea {
  return { ...named(id), meets }
}

/** An area that this project's assessment gives. */
export function assessed(given: SupportArea): Provision {
  return { area: given, sourced: false }
}

export function sourced(given: SupportArea): Provision {
  return { area: given, sourced: true }
}

export function unnamed<Of extends Named = Named>(): Limit<Of> {
  return { named: false, inForce: [] }
}

export function naming<Of extends Named>(...inForce: Of[]): Limit<Of> {
  return { named: true, inForce }
}

/** A limit that was named and has lapsed. */
export function lapsed<Of extends Named = Named>(): Limit<Of> {
  return { named: true, inForce: [] }
}

export function limits(given: Partial<Limits> = {}): Limits {
  return { places: unnamed(), sectors: unnamed(), sizes: unnamed(), ...given }
}

export function terms(given: Partial<Terms> = {}): Terms {
  return {
    minEmployees: null,
    maxEmployees: null,
    minTurnover: null,
    maxTurnover: null,
    maxShare: null,
    minAmount: null,
    maxAmount: null,
    amountOf: 'SUPPORT',
    lengthMonths: null,
    excluded: { wholly: [], partly: [], words: null },
    others: [],
    ...given,
  }
}

export function initiative(id: string, given: Partial<Initiative> = {}): Initiative {
  return { ...named(id), status: 'ACTIVE', limits: limits(), terms: terms(), addresses: [], ...given }
}

export function actor(id: string, given: Partial<SupportActor> = {}): SupportActor {
  return { ...named(id), limits: limits(), provides: [], offers: [], seats: [], ...given }
}

export function within(...entities: Named[]): Standing {
  return { within: new Set(entities.map(({ id }) => id)), perhapsWithin: new Set() }
}

export const unknown: Standing = { within: new Set(), perhapsWithin: 'ANYTHING' }

/** An SME in Boden of which nothing else is known. */
export function smeInBoden(given: Partial<Sme> = {}): Sme {
  return {
    places: within(boden, norrbotten, sweden),
    sectors: unknown,
    sizes: unknown,
    employees: null,
    turnover: null,
    ...given,
  }
}
