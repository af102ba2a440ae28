import type { Address } from '../../address.js'
import type { NewSupportActor, SupportChange } from '../../generated/graphql.js'
import { helpKinds } from '../../parts/choices.js'

/** So many actors can be tried at once. */
export const MOST_ACTORS = 5

const parts = ['actor', 'serves', 'meets', 'help', 'provides'] as const
export type ActorPart = (typeof parts)[number]

/** What an address calls a part of a new actor; those of the first are called as they were when there was one. */
export const partName = (part: ActorPart, index: number): string => (index === 0 ? part : `${part}${index + 1}`)

const indexes = Array.from({ length: MOST_ACTORS }, (_, index) => index)

/** What of an address describes a change. */
export const changeNames: readonly string[] = [
  'add',
  'remove',
  ...indexes.flatMap((index) => parts.map((part) => partName(part, index))),
]

/** How many new actors an address begins to describe, up to the last one. */
export const actorsBegun = (address: Address): number =>
  indexes.findLastIndex((index) => parts.some((part) => address.get(partName(part, index)) !== null)) + 1

/** An actor that is described to the end; null where a name, a place, or what it helps with is lacking. */
export function actorOf({ get, list }: Address, index: number): NewSupportActor | null {
  const of = (part: ActorPart) => partName(part, index)
  const [name, serves, provides] = [get(of('actor')), [...list(of('serves'))], [...list(of('provides'))]]
  const help = helpKinds.find((kind) => kind === get(of('help'))) ?? null
  const meets = list(of('meets')).map((need) => ({ need, help }))
  return name && serves.length > 0 && provides.length + meets.length > 0 ? { name, serves, provides, meets } : null
}

/** The change that an address describes; null where nothing is changed. */
export function changeOf(address: Address): SupportChange | null {
  const addActors = indexes.flatMap((index) => actorOf(address, index) ?? [])
  const addInitiatives = [...address.list('add')]
  const removed = address.list('remove').filter((id) => !addInitiatives.includes(id))
  const change = {
    ...{ addActors, addInitiatives },
    removeActors: removed.filter((id) => id.startsWith('actor:')),
    removeInitiatives: removed.filter((id) => id.startsWith('initiative:')),
  }
  return Object.values(change).some((list) => list.length > 0) ? change : null
}

/** An address without any change. */
export const withoutChange = (): Record<string, null> => Object.fromEntries(changeNames.map((name) => [name, null]))
