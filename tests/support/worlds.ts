import fc from 'fast-check'

/** A relationship of a small world: what it leads to, and whether it has lapsed. */
export interface Tie {
  readonly to: string
  readonly lapsed: boolean
}

export interface WorldInitiative {
  readonly id: string
  readonly names: readonly Tie[]
  readonly addresses: readonly string[]
  readonly maxEmployees: number | null
  readonly proposed: boolean
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
  readonly names: readonly Tie[]
  readonly provides: readonly string[]
  readonly offers: readonly string[]
  /** The municipality of its seat. */
  readonly seat: string | null
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

const initiatives = fc.tuple(
  ...initiativeIds.map((id) =>
    fc.record({
      id: fc.constant(id),
      names: ties,
      addresses: areas,
      maxEmployees: fc.constantFrom(null, null, 49),
      proposed: fc.boolean(),
    }),
  ),
)

const actors = fc
  .array(
    fc.record({
      names: ties,
      provides: areas,
      offers: fc.uniqueArray(fc.constantFrom(...initiativeIds)),
      seat: fc.constantFrom(null, ...municipalities),
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

/** A change of a world: what is added and taken away. */
export interface WorldChange {
  readonly addActors: readonly { readonly serves: readonly string[]; readonly provides: readonly string[] }[]
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
