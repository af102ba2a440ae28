import type { Properties, PropertyValue } from '../../graph/elements.js'
import type { NodeLabel, RelationshipType } from '../../graph/vocabulary.js'
import { actorFields } from '../drafts/actor-draft.js'
import { claimFields } from '../drafts/claim-draft.js'
import type { InputFields, InputList } from '../drafts/draft-ties.js'
import { establishmentFields } from '../drafts/establishment-draft.js'
import { firmFields } from '../drafts/firm-draft.js'
import { initiativeFields, termNames } from '../drafts/initiative-draft.js'
import { phaseNames } from '../drafts/phase-draft.js'
import type { InputValue } from './form-values.js'

/** A relationship as it holds, from the entity or to it. */
export interface HeldTie {
  readonly type: RelationshipType
  readonly direction: 'OUT' | 'IN'
  readonly end: string
  readonly properties: Properties
}

/** An entity as it stands, with the parts of a venture that are entities of their own. */
export interface Held {
  readonly label: NodeLabel
  readonly properties: Properties
  readonly ties: readonly HeldTie[]
  readonly phases: readonly Properties[]
}

/** What the update of each kind takes. */
const inputs: Partial<Record<NodeLabel, InputFields>> = {
  SupportActor: actorFields,
  Initiative: initiativeFields,
  Firm: firmFields,
  Establishment: establishmentFields,
  Claim: claimFields,
}

/** Whether entities of a kind are written by hand. */
export const isWrittenByHand = (label: NodeLabel): boolean => inputs[label] !== undefined

/** Types of relationships that inputs name, by where they lead. */
export const namedTypes = (direction: 'OUT' | 'IN'): readonly RelationshipType[] => [
  ...new Set(
    Object.values(inputs)
      .flatMap(({ lists }) => Object.values(lists))
      .flatMap((list) => (list.direction === direction ? [list.type] : [])),
  ),
]

/** What is shown of an entity, by the names of the input that updates it; what it does not have is left out. */
export function asInput(held: Held): Readonly<Record<string, InputValue>> {
  const input = inputs[held.label]
  if (!input) return {}
  const { properties } = held
  return {
    ...some(properties, input.plain),
    ...span(properties),
    ...(properties.address === undefined ? {} : { url: `https://${properties.address}` }),
    ...otherNames(properties),
    ...ofKind(held),
    ...Object.fromEntries(
      Object.entries(input.lists).flatMap(([name, list]) => {
        const items = itemsOf(list, held.ties)
        return items.length === 0 ? [] : [[name, items] as const]
      }),
    ),
  }
}

function ofKind({ label, properties, ties, phases }: Held): Readonly<Record<string, InputValue>> {
  switch (label) {
    case 'Initiative': {
      const said = some(properties, termNames)
      return Object.keys(said).length === 0 ? {} : { terms: said }
    }
    case 'Firm': {
      const seat = ties.find(({ type, direction }) => type === 'LOCATED_IN' && direction === 'OUT')
      return {
        ...(properties.nameSv === undefined ? {} : { name: properties.nameSv }),
        ...(seat ? { municipality: seat.end } : {}),
      }
    }
    case 'Establishment': {
      const jobs = listOf(properties.expectedJobs)
      const years = listOf(properties.expectedYears)
      return {
        ...(years.length === 0 ? {} : { jobs: years.map((year, index) => ({ year, jobs: jobs[index] ?? 0 })) }),
        ...(phases.length === 0
          ? {}
          : {
              phases: phases.map((phase) => ({
                ...some(phase, ['id', ...phaseNames]),
                ...span(phase),
              })),
            }),
      }
    }
    default:
      return {}
  }
}

const some = (properties: Properties, names: readonly string[]): Readonly<Record<string, PropertyValue>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = properties[name]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )

const listOf = (value: PropertyValue | undefined): readonly (string | number)[] => (Array.isArray(value) ? value : [])

const lengths = { YEAR: 4, MONTH: 7, DAY: 10 } as const

/** A begin and an end as exactly as they are known, and the source's words where these say more than the date. */
function span(properties: Properties): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['from', 'to'].flatMap((name) => {
      const [day, precision, words] = [properties[name], properties[`${name}Precision`], properties[`${name}Text`]]
      if (typeof day !== 'string') return []
      // Two years that follow each other stand in the words alone.
      const isTwoYears = typeof words === 'string' && /^\d{4}\/\d{2}$/.test(words)
      const date = isTwoYears
        ? words
        : day.slice(0, precision === 'YEAR' || precision === 'MONTH' ? lengths[precision] : 10)
      return [
        [name, date] as const,
        ...(typeof words === 'string' && words !== date ? [[`${name}Text`, words] as const] : []),
      ]
    }),
  )
}

function otherNames(properties: Properties): Readonly<Record<string, InputValue>> {
  const [names, since, until] = ['', 'Since', 'Until'].map((part) => listOf(properties[`otherNames${part}`]))
  if (!names || names.length === 0) return {}
  const at = (list: readonly (string | number)[] | undefined, index: number, name: string) =>
    list?.[index] ? { [name]: list[index] } : {}
  return {
    otherNames: names.map((name, index) => ({ name, ...at(since, index, 'since'), ...at(until, index, 'until') })),
  }
}

/** Relationships as items of a list; of those that differ in nothing the list could say, one. */
function itemsOf({ type, direction, item }: InputList, ties: readonly HeldTie[]): InputValue[] {
  const items = ties
    .filter((tie) => tie.type === type && tie.direction === direction)
    .toSorted((left, right) => rankOf(left) - rankOf(right))
    .map(({ end, properties }) => (item ? { [item.end]: end, ...some(properties, item.more) } : end))
  return [...new Map(items.map((each) => [JSON.stringify(each), each])).values()]
}

const rankOf = ({ properties }: HeldTie): number => Number(properties.rank ?? 0)

/** Ids that values name, each once. */
export function idsIn(value: InputValue, prefixes: readonly string[]): string[] {
  const found = new Set<string>()
  const look = (each: InputValue): void => {
    if (typeof each === 'string') {
      if (prefixes.some((prefix) => each.startsWith(`${prefix}:`))) found.add(each)
    } else if (Array.isArray(each)) for (const item of each) look(item)
    else if (typeof each === 'object' && each !== null) for (const item of Object.values(each)) look(item)
  }
  look(value)
  return [...found]
}
