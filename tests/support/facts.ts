import { matchingPart } from '../../src/edition/matching-part.js'
import type { Named } from '../../src/language/wording.js'
import type { Initiative, Meeting, OwnMeeting, SupportActor, SupportArea } from '../../src/support/facts/actors.js'
import type { Level, Limit, Limits, NamedPlace } from '../../src/support/facts/limits.js'
import type { Sme, Standing } from '../../src/support/facts/sme.js'
import type { Terms } from '../../src/support/facts/terms.js'
import type { WaysWanted } from '../../src/support/facts/ways.js'
import type { SupportQuestion } from '../../src/support/matching/match-rule.js'

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

/** That a need is met by what is there for it. */
export function core(need: Named, given: Partial<Meeting> = {}): Meeting {
  return { need, strength: 'CORE', viaBuyer: false, ifExporting: false, reservations: [], largeScale: false, ...given }
}

/** That an actor itself helps with a need. */
export function can(need: Named, given: Partial<OwnMeeting> = {}): OwnMeeting {
  return { ...core(need), evidence: 'COMPETENCE', ...given }
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
    maxAgeYears: null,
    ...{ forExporters: false, replacesSecurity: false, largeScale: false },
    excluded: { wholly: [], partly: [], words: null },
    others: [],
    presupposes: [],
    ...given,
  }
}

export function initiative(id: string, given: Partial<Initiative> = {}): Initiative {
  return {
    ...{ ...named(id), status: 'ACTIVE', evidence: 'IN_FORCE', lastSeen: { year: null, undatedPage: null } },
    ...{ help: [], reservations: [], meets: [], limits: limits(), terms: terms(), addresses: [] },
    ...given,
  }
}

export function actor(id: string, given: Partial<SupportActor> = {}): SupportActor {
  return {
    ...{ ...named(id), kind: 'ADVISER', limits: limits(), helpsWith: [], provides: [], offers: [], seats: [] },
    contact: { url: null, mailbox: null, telephone: null },
    buysFor: [],
    ...given,
  }
}

export function within(...entities: Named[]): Standing {
  return { within: new Set(entities.map(({ id }) => id)), perhapsWithin: new Set() }
}

export const unknown: Standing = { within: new Set(), perhapsWithin: 'ANYTHING' }

/** Everything that is known counts, by weights that weigh nothing. */
export const everyWay: WaysWanted = { region: [], evidence: 'AREA' }
export const asked: Omit<SupportQuestion, 'sme' | 'needs'> = {
  ...everyWay,
  ...{ wants: null, buyerSites: null, buyer: null, includeProposed: false, country: 'country:SE' },
  ...{ weights: matchingPart.parse({}), asOf: '2024-06-30', inland: false },
}

/** An SME in Boden of which nothing else is known. */
export function smeInBoden(given: Partial<Sme> = {}): Sme {
  return {
    places: within(boden, norrbotten, sweden),
    sectors: unknown,
    sizes: unknown,
    employees: null,
    turnover: null,
    ...{ most: { employees: null, turnover: null }, exports: null, ageYears: null },
    ...given,
  }
}
