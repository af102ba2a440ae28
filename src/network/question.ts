import { idOfKnownKind } from '../graph/entity-ids.js'
import { type EntityKind, entityKinds, type RelationshipType } from '../graph/vocabulary.js'
import { BadUserInputError, requireSome, wholeNumber } from '../kernel/input-errors.js'
import { type Bounds, drawnKinds, drawnTypes, type Walk } from './walk.js'

export const MOST_STARTS = 200
const MOST_LEFT_OUT = 200
export const DEFAULT_LIMIT = 100
export const LARGEST_LIMIT = 2_000

/** A neighbourhood as it is asked for. */
export interface NeighbourhoodQuestion {
  readonly of: readonly string[]
  readonly depth: number
  readonly kinds?: readonly EntityKind[] | null | undefined
  readonly edgeKinds?: readonly RelationshipType[] | null | undefined
  readonly withoutKinds?: readonly EntityKind[] | null | undefined
  readonly without?: readonly string[] | null | undefined
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
  /** Nodes that are neither shown nor walked through, unless they are starts. */
  readonly without: ReadonlySet<string>
  /** Which of the walk's kinds and types were asked for; the others are what is drawn where none are. */
  readonly asked: Bounds
}

/**
 * How a neighbourhood is grown. Types of relationships that are asked for imply the kinds at their ends.
 * @throws BadUserInputError, naming the argument, for none or too many starts, what is no id, and a depth or limit out of range.
 */
export function neighbourhoodGrowth(question: NeighbourhoodQuestion, largestLimit = LARGEST_LIMIT): Growth {
  const { of, kinds, edgeKinds, withoutKinds, asOf } = question
  if (of.length < 1 || of.length > MOST_STARTS) {
    throw new BadUserInputError('of', `of takes 1 to ${MOST_STARTS} ids`)
  }
  requireSome('kinds', kinds)
  requireSome('edgeKinds', edgeKinds)
  const starts = [...new Set(of)].map((id) => idOfKnownKind(id, 'of'))
  const wanted = kinds ? [...new Set(kinds)] : edgeKinds ? entityKinds : drawnKinds
  return {
    starts,
    depth: question.depth === 0 ? 0 : wholeNumber('depth', question.depth, 4),
    limit: wholeNumber('limit', question.limit ?? DEFAULT_LIMIT, largestLimit),
    walk: {
      direction: 'EITHER',
      types: edgeKinds ? [...new Set(edgeKinds)] : drawnTypes,
      kinds: kindsBut(wanted, withoutKinds),
      withIndustries: Boolean(kinds) || Boolean(edgeKinds),
      asOf,
    },
    without: nodesBut(question.without),
    asked: { kinds: Boolean(kinds), edgeKinds: Boolean(edgeKinds) },
  }
}

/**
 * Kinds that are left when some are taken away.
 * @throws BadUserInputError where none is.
 */
export function kindsBut(
  kinds: readonly EntityKind[],
  without: readonly EntityKind[] | null | undefined,
): readonly EntityKind[] {
  const left = kinds.filter((kind) => !without?.includes(kind))
  if (left.length === 0) throw new BadUserInputError('withoutKinds', 'withoutKinds leaves no kind to be walked to')
  return left
}

/**
 * Nodes that are not walked to.
 * @throws BadUserInputError for too many, and for what is no id.
 */
export function nodesBut(without: readonly string[] | null | undefined): ReadonlySet<string> {
  if ((without?.length ?? 0) > MOST_LEFT_OUT) {
    throw new BadUserInputError('without', `without takes at most ${MOST_LEFT_OUT} ids`)
  }
  return new Set(without?.map((id) => idOfKnownKind(id, 'without')))
}
