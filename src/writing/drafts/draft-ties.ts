import { z } from 'zod'
import type { Properties } from '../../graph/elements.js'
import { idOfKind, idOfKnownKind } from '../../graph/entity-ids.js'
import { type NodeLabel, nodeKinds, nodeLabels, type RelationshipType } from '../../graph/vocabulary.js'
import { BadUserInputError, RequestTooLargeError } from '../../kernel/input-errors.js'
import { keyOf, type RelationshipRule, writtenRuleOf } from '../forms/relationships.js'
import { endOfTie } from '../statements/ending.js'
import type { DraftTie } from './draft.js'
import { readValue } from './stated.js'
import { requireOrder } from './stated-fields.js'

/** A list of an input whose items are relationships of one type. */
export interface TieList {
  readonly type: RelationshipType
  /** From the entity, or to it. */
  readonly direction: 'OUT' | 'IN'
  /** Kinds that this list may lead to; all that the relationship may have where it is left out. */
  readonly far?: readonly NodeLabel[]
  /** What its items may say beside their end, where that is more or less than the relationship may carry. */
  readonly properties?: z.ZodType<Properties>
}

/** How a list of an input names relationships: by ids, or by items that name their end in one field and say more in others. */
export interface InputList extends TieList {
  readonly item?: { readonly end: string; readonly more: readonly string[] }
  /** Whether the order in which something new names them is kept, the main one first. */
  readonly isRanked?: true
}

/** The fields of an item, which its input has. */
export interface ItemFields<Input> {
  readonly end: keyof Input & string
  readonly more: readonly (keyof Input & string)[]
}

/** What the inputs of a kind say: values that are stored as they are called, and lists of relationships. */
export interface InputFields {
  readonly plain: readonly string[]
  readonly lists: Readonly<Record<string, InputList>>
}

/** An item of such a list. */
interface TieItem {
  readonly end: string
  /** Path of the end's argument. */
  readonly argument: string
  /** Path of the item. */
  readonly within: string
  readonly properties: Readonly<Record<string, unknown>>
}

type GivenItems = readonly (string | Readonly<Record<string, unknown>>)[] | null | undefined

interface GivenUpdate {
  readonly add?: GivenItems
  readonly end?: GivenItems
}

/** Items as an input gives them: an id, or fields of which one names the end. */
const itemsOf = ({ item: named }: InputList, argument: string, items: GivenItems): TieItem[] =>
  (items ?? []).map((item, index) => {
    const within = `${argument}[${index}]`
    if (typeof item === 'string' || !named) return { end: String(item), argument: within, within, properties: {} }
    const { [named.end]: end, ...properties } = item
    return { end: String(end), argument: `${within}.${named.end}`, within, properties }
  })

/** A relationship that is said to hold, named by one argument. */
export const oneTie = (list: TieList, argument: string, end: string): DraftTie => ({
  does: 'ADD',
  ...tieOf(list, { end, argument, within: argument, properties: {} }),
})

/**
 * All that the lists of something new say to hold.
 * @throws BadUserInputError, naming the argument.
 */
export const addedTies = <Name extends string>(
  lists: Readonly<Record<Name, InputList>>,
  input: { readonly [Each in NoInfer<Name>]?: GivenItems },
): DraftTie[] =>
  namesOf(lists).flatMap((name) =>
    itemsOf(lists[name], `input.${name}`, input[name]).map((item, index) => {
      const properties = lists[name].isRanked ? { rank: index + 1 } : item.properties
      return { does: 'ADD' as const, ...tieOf(lists[name], { ...item, properties }) }
    }),
  )

/**
 * Relationships that are said to hold no longer.
 * @param on the day from which on they do not.
 */
const endedTies = (list: TieList, items: readonly TieItem[], on: string): DraftTie[] =>
  items.map((item) => {
    const tie = tieOf({ ...list, properties: keyRule(list) }, item)
    return { does: 'END', ...tie, values: endOfTie(list.type, on) }
  })

/**
 * All that the lists of a change say: what is added, and what no longer holds.
 * @param on the day from which on it does not.
 * @throws BadUserInputError, naming the argument.
 */
export const updatedTies = <Name extends string>(
  lists: Readonly<Record<Name, InputList>>,
  input: { readonly [Each in NoInfer<Name>]?: GivenUpdate | null | undefined },
  on: string,
): DraftTie[] =>
  namesOf(lists).flatMap((name) => [
    ...itemsOf(lists[name], `input.${name}.add`, input[name]?.add).map((item) => ({
      does: 'ADD' as const,
      ...tieOf(lists[name], item),
    })),
    ...endedTies(lists[name], itemsOf(lists[name], `input.${name}.end`, input[name]?.end), on),
  ])

const namesOf = <Name extends string>(lists: Readonly<Record<Name, InputList>>): Name[] => {
  const isName = (name: string): name is Name => name in lists
  return Object.keys(lists).filter(isName)
}

function tieOf(list: TieList, { end, argument, within, properties }: TieItem): Omit<DraftTie, 'does'> {
  const rule = ruleOf(list)
  requireEnd(list, rule, end, argument)
  const { validFrom, validTo, ...own } = Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== null && value !== undefined && value !== false),
  )
  const read = readValue(within, list.properties ?? rule.properties, withoutEmptyLists(own))
  const values: Properties = {
    ...read,
    ...(typeof validFrom === 'string' && { validFrom }),
    ...(typeof validTo === 'string' && { validTo }),
  }
  requireOrder(`${within}.validTo`, values.validFrom, values.validTo)
  requireOrder(`${within}.until`, values.since, values.until)
  return {
    ...{ type: list.type, end, direction: list.direction, argument, values },
    key: keyOf(rule, values, null),
    isKeyedBySource: rule.key?.source === true,
  }
}

function ruleOf({ type }: TieList): RelationshipRule {
  const rule = writtenRuleOf(type)
  if (!rule) throw new Error(`${type} is written by nobody`)
  return rule
}

/** Of a relationship that ends no more is said than what tells it from parallel ones. */
const keyRule = (list: TieList): z.ZodType<Properties> => {
  const { properties, key } = ruleOf(list)
  return key ? properties : z.strictObject({})
}

const withoutEmptyLists = (properties: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => !(Array.isArray(value) && value.length === 0)))

function requireEnd({ direction, far }: TieList, rule: RelationshipRule, end: string, argument: string): void {
  const labels = far ?? (direction === 'OUT' ? rule.to : rule.from)
  if (labels.length === nodeLabels.length) idOfKnownKind(end, argument)
  else {
    idOfKind(
      labels.map((label) => nodeKinds[label].idPrefix),
      end,
      argument,
    )
  }
}

const MOST_TIES = 1_000

/**
 * Refuses more relationships than one change may have, and one that is named twice.
 * @throws RequestTooLargeError; BadUserInputError, naming the argument of the second.
 */
export function requireTies(ties: readonly DraftTie[], more = 0): void {
  const count = ties.length + more
  if (count > MOST_TIES) {
    const message = `input names ${count} relationships; one change may have at most ${MOST_TIES}`
    throw new RequestTooLargeError(message, { cost: count, bound: MOST_TIES, unit: 'ROWS', argument: 'input' })
  }
  const named = new Set<string>()
  for (const { type, direction, end, key, argument } of ties) {
    const identity = JSON.stringify([type, direction, end, key])
    if (named.has(identity)) throw new BadUserInputError(argument, `${argument} names ${end} a second time`)
    named.add(identity)
  }
}
