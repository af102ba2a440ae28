import { idOfKnownKind } from '../graph/entity-ids.js'
import { type EntityKind, entityKinds, type RelationshipType } from '../graph/vocabulary.js'
import { BadUserInputError, requireSome, wholeNumber } from '../kernel/input-errors.js'
import { type Bounds, drawnKinds, drawnTypes, type Walk } from './walk.js'

export const MOST_STARTS = 50
export const DEFAULT_LIMIT = 100
export const LARGEST_LIMIT = 2_000

/** A neighbourhood as it is asked for. */
export interface NeighbourhoodQuestion {
  readonly of: readonly string[]
  readonly depth: number
  readonly kinds?: readonly EntityKind[] | null | undefined
  readonly edgeKinds?: readonly RelationshipType[] | null | undefined
  readonly limit?: number | null | undefined
  readonly asOf: string
}

/** What a network is grown from and how far, checked. */
export interface Growth {
  /** Each once, in the order asked. */
  readonly starts: readonly string[]
  readonly depth: number
  /** The most nodes beside the starts. */
  readonly limit: number
  readonly walk: Walk
  /** Which of the walk's kinds and types were asked for; the others are what is drawn where none are. */
  readonly asked: Bounds
}

/**
 * How a neighbourhood is grown. Types of relationships that are asked for imply the kinds at their ends.
 * @throws BadUserInputError, naming the argument, for none or too many starts, what is no id, and a depth or limit out of range.
 */
export function neighbourhoodGrowth(question: NeighbourhoodQuestion, largestLimit = LARGEST_LIMIT): Growth {
  const { of, kinds, edgeKinds, asOf } = question
  if (of.length < 1 || of.length > MOST_STARTS) {
    throw new BadUserInputError('of', `of takes 1 to ${MOST_STARTS} ids`)
  }
  requireSome('kinds', kinds)
  requireSome('edgeKinds', edgeKinds)
  const starts = [...new Set(of)].map((id) => idOfKnownKind(id, 'of'))
  return {
    starts,
    depth: wholeNumber('depth', question.depth, 4),
    limit: wholeNumber('limit', question.limit ?? DEFAULT_LIMIT, largestLimit),
    walk: {
      direction: 'EITHER',
      types: edgeKinds ? [...new Set(edgeKinds)] : drawnTypes,
      kinds: kinds ? [...new Set(kinds)] : edgeKinds ? entityKinds : drawnKinds,
      withIndustries: Boolean(kinds) || Boolean(edgeKinds),
      asOf,
    },
    asked: { kinds: Boolean(kinds), edgeKinds: Boolean(edgeKinds) },
  }
}
