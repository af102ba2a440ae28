import { idOfKind } from '../graph/entity-ids.js'
import { wholeNumber } from '../kernel/input-errors.js'
import type { EdgeFact } from './edge-facts.js'
import { grow } from './grow.js'
import type { NetworkKnowledge } from './hubs.js'
import type { Network } from './network.js'
import { DEFAULT_LIMIT, type Growth, LARGEST_LIMIT } from './question.js'

/** A supply chain as it is asked for. */
export interface SupplyChainQuestion {
  readonly of: string
  readonly direction: 'UPSTREAM' | 'DOWNSTREAM'
  readonly depth: number
  readonly limit?: number | null | undefined
  readonly asOf: string
}

/**
 * Suppliers or buyers of a firm or venture by tier; one that stands at several is shown at the nearest.
 * @throws BadUserInputError for an id of another kind, and a depth or limit out of range; NotFoundError.
 */
export async function supplyChain(
  knowledge: NetworkKnowledge,
  question: SupplyChainQuestion,
  edgeFacts: readonly EdgeFact[],
): Promise<Network> {
  const { of, direction, depth, limit, asOf } = question
  const growth: Growth = {
    starts: [idOfKind(['establishment', 'firm'], of, 'of')],
    depth: wholeNumber('depth', depth, 6),
    limit: wholeNumber('limit', limit ?? DEFAULT_LIMIT, LARGEST_LIMIT),
    walk: {
      direction: direction === 'UPSTREAM' ? 'IN' : 'OUT',
      types: ['SUPPLIES'],
      kinds: ['FIRM', 'ESTABLISHMENT'],
      withIndustries: false,
      asOf,
    },
    without: new Set(),
    asked: { kinds: true, edgeKinds: true },
  }
  return grow(knowledge, growth, edgeFacts)
}
