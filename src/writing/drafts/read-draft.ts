import { idOfKind } from '../../graph/entity-ids.js'
import { type NodeLabel, nodeKinds } from '../../graph/vocabulary.js'
import { BadUserInputError, requireBetween } from '../../kernel/input-errors.js'
import { contradictionsIn } from '../forms/whole.js'
import type { Draft, DraftTie, NamedSource } from './draft.js'
import { requireTies } from './draft-ties.js'
import { type Stated, together } from './stated.js'
import { webAddressOf } from './stated-contact.js'

/** What every input says beside what it is about. */
export interface GivenSaying {
  readonly source?: GivenSource | null | undefined
  readonly locator?: string | null | undefined
  readonly asOf?: string | null | undefined
  readonly reason?: string | null | undefined
}

interface GivenSource {
  readonly title: string
  readonly publisher?: string | null | undefined
  readonly url?: string | null | undefined
  readonly year?: number | null | undefined
}

/** What an input of a change that is no end says beside. */
interface GivenUpdate extends GivenSaying {
  readonly id: string
  readonly revision: number | null
}

/** The end of something. */
export interface GivenEnd extends Omit<GivenSaying, 'asOf'> {
  readonly id: string
  readonly on: string
  readonly revision?: number | null | undefined
}

/** What an input comes to beside its head. */
interface Content {
  readonly stated: readonly Stated[]
  readonly ties: readonly DraftTie[]
  readonly parts?: readonly Draft[]
}

/**
 * A draft of something new. What an input says is not there is not said at all.
 * @param id where its number makes it.
 * @throws BadUserInputError, RequestTooLargeError.
 */
export function createDraft(
  label: NodeLabel,
  input: GivenSaying,
  { stated, ties, parts = [] }: Content,
  id: string | null = null,
): Draft {
  requireTies(ties, parts.length)
  const { values } = together(stated)
  requireSound(label, values)
  return {
    ...{ operation: 'CREATE', label, id, revision: null, values, emptied: [], ties, endsOn: null },
    ...sayingOf(input),
    ...(parts.length > 0 ? { parts } : {}),
  }
}

/**
 * A draft of what is said anew.
 * @throws BadUserInputError, also for one that says nothing; RequestTooLargeError.
 */
export function updateDraft(label: NodeLabel, input: GivenUpdate, { stated, ties, parts = [] }: Content): Draft {
  requireTies(ties, parts.length)
  const { values, emptied } = together(stated)
  if (Object.keys(values).length + emptied.length + ties.length + parts.length === 0) {
    throw new BadUserInputError('input', 'input changes nothing: it says no value and no relationship')
  }
  requireSound(label, values)
  return {
    ...{ operation: 'UPDATE', label, id: idOf(label, input.id), revision: input.revision },
    ...{ values, emptied, ties, endsOn: null },
    ...sayingOf(input),
    ...(parts.length > 0 ? { parts } : {}),
  }
}

/**
 * A draft of an end.
 * @throws BadUserInputError, naming the argument.
 */
export function endDraft(label: NodeLabel, input: GivenEnd): Draft {
  return {
    ...{ operation: 'END', label, id: idOf(label, input.id), revision: input.revision ?? null },
    ...{ values: {}, emptied: [], ties: [], endsOn: input.on },
    ...sayingOf(input),
  }
}

/** Where in its source something stands, where the input does not say. */
export const locatorIn = ({ locator }: GivenSaying): string => locator || 'as entered here'

const idOf = (label: NodeLabel, id: string): string => idOfKind(nodeKinds[label].idPrefix, id, 'input.id')

function requireSound(label: NodeLabel, values: Draft['values']): void {
  const [fault] = contradictionsIn(label, values)
  if (fault) throw new BadUserInputError(fault.argument, fault.message)
}

const sayingOf = ({ source, locator, asOf, reason }: GivenSaying) => ({
  source: source ? namedSourceOf(source) : null,
  locator: locator || null,
  asOf: asOf ?? null,
  reason: reason || null,
})

/**
 * A page or document that an input names.
 * @throws BadUserInputError, naming the argument.
 */
export function namedSourceOf({ title, publisher, url, year }: GivenSource): NamedSource {
  if (title === '') throw new BadUserInputError('input.source.title', 'input.source.title is empty')
  if (typeof year === 'number') requireBetween('input.source.year', year, 1900, 2100)
  const address = url ? `https://${webAddressOf('input.source.url', url)}` : null
  return { title, publisher: publisher || null, url: address, year: year ?? null }
}
