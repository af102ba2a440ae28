import fc from 'fast-check'
import { type HelpKind, helpKinds } from '../../src/classification/help-kind.js'
import { needStrengths } from '../../src/classification/need-strength.js'
import { type Reservation, reservations } from '../../src/classification/reservation.js'
import type { SupportEvidence } from '../../src/support/facts/evidence.js'

/** The day on which worlds are asked about. */
export const worldDay = '2024-06-30'

/** A relationship of a small world: what it leads to, and whether it has lapsed. */
export interface Tie {
  readonly to: string
  readonly lapsed: boolean
}

/** That an actor or initiative meets a need by itself. */
export interface WorldMeeting {
  readonly need: string
  readonly strength: 'CORE' | 'SIDE'
  readonly viaBuyer: boolean
  readonly ifExporting: boolean
  readonly reservations: readonly Reservation[]
  readonly largeScale: boolean
}

/** What an actor can itself; of what a change adds it is known better. */
export interface WorldOwnMeeting extends WorldMeeting {
  readonly evidence?: SupportEvidence
}

export interface WorldInitiative {
  readonly id: string
  readonly names: readonly Tie[]
  readonly addresses: readonly string[]
  readonly meets: readonly WorldMeeting[]
  readonly help: readonly HelpKind[]
  readonly time: 'OPEN' | 'ENDS_LATER' | 'ENDED' | 'PLANNED' | 'PROPOSED'
  readonly lastSeenYear: number | null
  readonly undatedPage: 'OWN' | 'OTHERS' | null
  readonly maxEmployees: number | null
  readonly maxAgeYears: number | null
  readonly replacesSecurity: boolean
  readonly largeScale: boolean
  readonly reservations: readonly Reservation[]
  /** How many terms it states in words. */
  readonly others: number
  /** Terms that not every suite's worlds have. */
  readonly terms?: WorldTerms
}

export interface WorldTerms {
  /** SEK million. */
  readonly minTurnover: number | null
  readonly excludedPlaces: readonly string[]
  /** Of which a part is left out. */
  readonly partlyExcludedPlaces: readonly string[]
}

export interface WorldActor {
  readonly id: string
  readonly kind: string
  readonly names: readonly Tie[]
  readonly helpsWith: readonly WorldOwnMeeting[]
  readonly provides: readonly string[]
  readonly offers: readonly string[]
  /** The municipality of its seat. */
  readonly seat: string | null
  /** The venture for which it buys, where it is a buyer. */
  readonly buysFor: string | null
}

/** A small graph as lists of ids, which the rules' facts and the model that they are held against both read. */
export interface World {
  readonly actors: readonly WorldActor[]
  readonly initiatives: readonly WorldInitiative[]
}

/** What holds what; a sector and size class that nobody names are among them. */
export const holders: Readonly<Record<string, readonly string[]>> = {
  'municipality:a': ['municipality:a', 'county:25', 'country:SE'],
  'municipality:b': ['municipality:b', 'county:25', 'country:SE'],
  'municipality:c': ['municipality:c', 'county:24', 'country:SE'],
  'municipality:d': ['municipality:d', 'county:1', 'country:SE'],
  'county:25': ['county:25', 'country:SE'],
  'county:24': ['county:24', 'country:SE'],
  'county:1': ['county:1', 'country:SE'],
  'country:SE': ['country:SE'],
  'sector:sni2007-C': ['sector:sni2007-C'],
  'sector:sni2007-C25': ['sector:sni2007-C25', 'sector:sni2007-C'],
  'sector:sni2007-C26': ['sector:sni2007-C26', 'sector:sni2007-C'],
  'sector:sni2007-G47': ['sector:sni2007-G47'],
  'size-class:small': ['size-class:small'],
  'size-class:medium': ['size-class:medium'],
  'size-class:large': ['size-class:large'],
}

/** Degrees north and east. */
export const positions: Readonly<Record<string, readonly [number, number]>> = {
  'municipality:a': [66, 22],
  'municipality:b': [65, 21.5],
  'municipality:c': [64.75, 20.25],
  'municipality:d': [63, 15],
}

/** The municipality that is marked as inland. */
export const INLAND = 'municipality:b'

/** Where establishment:e has its site. */
export const BUYER_SITE = 'municipality:a'

/** The region of its counties. */
export const regionCounties = ['county:25', 'county:24']

/** Inhabitants. */
export const populations: Readonly<Record<string, number>> = {
  'municipality:a': 30,
  'municipality:b': 10,
  'municipality:c': 20,
  'municipality:d': 40,
}

/** Industries of a table: the divisions that each is made of, or its section alone, and jobs by county. */
export const industries = [
  { id: 'sector:t-1', section: 'C', divisions: ['sector:sni2007-C25'], jobs: { 'county:25': 80, 'county:24': 7 } },
  {
    id: 'sector:t-2',
    section: 'C',
    divisions: ['sector:sni2007-C25', 'sector:sni2007-C26'],
    jobs: { 'county:25': 11 },
  },
  { id: 'sector:t-3', section: 'C', divisions: [], jobs: { 'county:24': 5 } },
  { id: 'sector:t-4', section: 'G', divisions: ['sector:sni2007-G47'], jobs: { 'county:25': 3, 'county:24': 2 } },
] as const

export const meets: Readonly<Record<string, readonly string[]>> = {
  'area:p': ['need:x'],
  'area:q': ['need:x', 'need:y'],
  'area:r': ['need:finance'],
}

export const municipalities = Object.keys(holders).filter((id) => id.startsWith('municipality:'))
/** Municipalities of the region, not of the country beside it. */
export const ofRegion = municipalities.filter((id) => /county:2[45]/.test(String(holders[id]?.[1])))
export const counties = Object.keys(holders).filter((id) => id.startsWith('county:'))
export const sectors = Object.keys(holders).filter((id) => id.startsWith('sector:'))
export const sizes = Object.keys(holders).filter((id) => id.startsWith('size-class:'))
/** By name. */
export const needs = ['need:finance', 'need:x', 'need:y']

const nameable = Object.keys(holders).filter((id) => id !== 'sector:sni2007-G47' && id !== 'size-class:large')
const ties = fc.uniqueArray(fc.record({ to: fc.constantFrom(...nameable), lapsed: fc.boolean() }), {
  maxLength: 3,
  selector: ({ to }) => to,
})
const areas = fc.uniqueArray(fc.constantFrom(...Object.keys(meets)), { maxLength: 2 })
const initiativeIds = ['initiative:i', 'initiative:j', 'initiative:k']

/** Seldom true. */
const seldom = fc.integer({ min: 0, max: 4 }).map((drawn) => drawn === 0)
const meetings = fc.uniqueArray(
  fc.record({
    need: fc.constantFrom(...needs),
    strength: fc.constantFrom(...needStrengths),
    ...{ viaBuyer: seldom, ifExporting: seldom, largeScale: seldom },
    reservations: fc.uniqueArray(fc.constantFrom(...reservations), { maxLength: 2 }).map(seldomAny),
  }),
  { maxLength: 2, selector: ({ need }) => need },
)

const initiatives = fc.tuple(
  ...initiativeIds.map((id) =>
    fc.record({
      id: fc.constant(id),
      names: ties,
      addresses: areas,
      meets: meetings,
      help: fc.uniqueArray(fc.constantFrom(...helpKinds), { maxLength: 2 }),
      time: fc.constantFrom('OPEN', 'OPEN', 'OPEN', 'ENDS_LATER', 'ENDED', 'PLANNED', 'PROPOSED'),
      // On both sides of three years, six and ten.
      lastSeenYear: fc.constantFrom(null, 2024, 2021, 2020, 2018, 2017, 2014, 2013),
      undatedPage: fc.constantFrom(null, null, 'OWN', 'OTHERS'),
      maxEmployees: fc.constantFrom(null, null, 49),
      maxAgeYears: fc.constantFrom(null, null, null, 5),
      ...{ replacesSecurity: seldom, largeScale: seldom },
      reservations: fc.uniqueArray(fc.constantFrom(...reservations), { maxLength: 2 }).map(seldomAny),
      others: fc.constantFrom(0, 0, 0, 1, 5),
    }),
  ),
)

/** Half of what is drawn is none. */
function seldomAny(drawn: Reservation[]): Reservation[] {
  return drawn.length === 1 ? [] : drawn
}

const actors = fc
  .array(
    fc.record({
      kind: fc.constantFrom(
        'FUND',
        'FUND',
        ...['BANK', 'BUYER', 'BUSINESS_OFFICE', 'GROUP', 'INCUBATOR', 'UNIVERSITY'],
      ),
      names: ties,
      helpsWith: meetings,
      provides: areas,
      offers: fc.uniqueArray(fc.constantFrom(...initiativeIds)),
      seat: fc.constantFrom(null, ...municipalities),
      buysFor: fc.constantFrom(null, 'establishment:e'),
    }),
    { maxLength: 5 },
  )
  .map((made) => made.map((each, index) => ({ ...each, id: `actor:${index}` })))

/** Small random worlds. */
export const worlds: fc.Arbitrary<World> = fc.record({ actors, initiatives })

const places = Object.keys(holders).filter((id) => /^(?:municipality|county|country):/.test(id))
const terms: fc.Arbitrary<WorldTerms> = fc.record({
  minTurnover: fc.constantFrom(null, null, 20),
  excludedPlaces: fc.constantFrom(
    ...[[], ['municipality:a'], ['municipality:b', 'county:1'], ['county:25'], ['county:24', 'municipality:a']],
    ['country:SE'],
  ),
  partlyExcludedPlaces: fc.uniqueArray(fc.constantFrom(...places), { maxLength: 1 }),
})

/** Small random worlds whose initiatives have terms of every kind that an SME can fail. */
export const worldsWithTerms: fc.Arbitrary<World> = fc
  .tuple(worlds, fc.tuple(...initiativeIds.map(() => fc.option(terms, { nil: undefined }))))
  .map(([world, drawn]) => ({
    ...world,
    initiatives: world.initiatives.map((each, index) => {
      const stated = drawn[index]
      return stated === undefined ? each : { ...each, terms: stated }
    }),
  }))

export interface WorldNewActor {
  readonly serves: readonly string[]
  readonly provides: readonly string[]
  readonly meets: readonly Pick<WorldMeeting, 'need' | 'strength'>[]
}

/** A change of a world: what is added and taken away. */
export interface WorldChange {
  readonly addActors: readonly WorldNewActor[]
  readonly addInitiatives: readonly string[]
  readonly removeActors: readonly number[]
  readonly removeInitiatives: readonly string[]
}

/** Small random changes; of actors by their number, of which a world need not have so many. */
export const changes: fc.Arbitrary<WorldChange> = fc
  .record({
    addActors: fc.array(
      fc.record({
        serves: fc.uniqueArray(fc.constantFrom(...nameable), { maxLength: 2 }),
        provides: fc.uniqueArray(fc.constantFrom(...Object.keys(meets)), { minLength: 1, maxLength: 2 }),
        meets: meetings.map((drawn) => drawn.map(({ need, strength }) => ({ need, strength }))),
      }),
      { maxLength: 2 },
    ),
    initiatives: fc.tuple(...initiativeIds.map(() => fc.constantFrom('ADD', 'REMOVE', null, null))),
    removeActors: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 2 }),
  })
  .map(({ initiatives: fates, ...change }) => ({
    ...change,
    addInitiatives: initiativeIds.filter((_, index) => fates[index] === 'ADD'),
    removeInitiatives: initiativeIds.filter((_, index) => fates[index] === 'REMOVE'),
  }))
