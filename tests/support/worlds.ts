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
}

export interface WorldActor {
  readonly id: string
  readonly names: readonly Tie[]
  readonly provides: readonly string[]
  readonly offers: readonly string[]
}

/** A small graph as lists of ids, which the rules' facts and the model that they are held against both read. */
export interface World {
  readonly actors: readonly WorldActor[]
  readonly initiatives: readonly WorldInitiative[]
}

/** What holds what; a sector and size class that nobody names are among them. */
export const holders: Readonly<Record<string, readonly string[]>> = {
  'municipality:a': ['municipality:a', 'county:1', 'country:SE'],
  'municipality:b': ['municipality:b', 'county:1', 'country:SE'],
  'municipality:c': ['municipality:c', 'county:2', 'country:SE'],
  'county:1': ['county:1', 'country:SE'],
  'county:2': ['county:2', 'country:SE'],
  'country:SE': ['country:SE'],
  'sector:C': ['sector:C'],
  'sector:C25': ['sector:C25', 'sector:C'],
  'sector:unnamed': ['sector:unnamed'],
  'size-class:small': ['size-class:small'],
  'size-class:medium': ['size-class:medium'],
  'size-class:large': ['size-class:large'],
}

export const meets: Readonly<Record<string, readonly string[]>> = {
  'area:p': ['need:x'],
  'area:q': ['need:x', 'need:y'],
  'area:r': ['need:z'],
}

export const municipalities = Object.keys(holders).filter((id) => id.startsWith('municipality:'))
export const counties = Object.keys(holders).filter((id) => id.startsWith('county:'))
export const sectors = Object.keys(holders).filter((id) => id.startsWith('sector:'))
export const sizes = Object.keys(holders).filter((id) => id.startsWith('size-class:'))
export const needs = ['need:x', 'need:y', 'need:z']

const nameable = Object.keys(holders).filter((id) => id !== 'sector:unnamed' && id !== 'size-class:large')
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
  .array(fc.record({ names: ties, provides: areas, offers: fc.uniqueArray(fc.constantFrom(...initiativeIds)) }), {
    maxLength: 5,
  })
  .map((made) => made.map((each, index) => ({ ...each, id: `actor:${index}` })))

/** Small random worlds. */
export const worlds: fc.Arbitrary<World> = fc.record({ actors, initiatives })
