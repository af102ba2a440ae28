import { type Asked, type Costs, lengthOf, upTo, within } from '../cost/field-cost.js'
import { relationshipTypes } from '../graph/vocabulary.js'
import { LARGEST_MEASURED } from './metrics.js'
import { DEFAULT_LIMIT, LARGEST_LIMIT, MOST_STARTS } from './question.js'

/** Nodes that a network can have, its starts among them. */
const nodesOf = ({ size, args }: Pick<Asked, 'size' | 'args'>, largest = LARGEST_LIMIT): number =>
  Math.min(size.nodes(''), within(args.limit, DEFAULT_LIMIT, largest) + Math.min(lengthOf(args.of, 1), MOST_STARTS))

const MOST_EDGES = 50_000

/** Only supply chains are asked for with a direction. */
const isChain = ({ args }: Pick<Asked, 'args'>): boolean => 'direction' in args
const suppliesIn = ({ size }: Pick<Asked, 'size'>): number => size.degrees('', ['SUPPLIES'], 'OUT').total

/** Relationships that a network can have, of those that leave its nodes. */
function edgesOf(asked: Pick<Asked, 'size' | 'args'>): number {
  const nodes = nodesOf(asked)
  return Math.min(MOST_EDGES, nodes ** 2, isChain(asked) ? suppliesIn(asked) : asked.size.leaving(nodes))
}

/** Each node is read, and each relationship around it looked at: for its neighbours, their number, and what joins them. */
const growing = (asked: Asked, largest?: number): number => {
  const nodes = nodesOf(asked, largest)
  return 6 + 0.08 * nodes + 0.0009 * asked.size.around(nodes)
}

/** The same along supplies alone, each of which has two ends. */
const following = (asked: Asked): number => 6 + 0.08 * nodesOf(asked) + 0.0024 * suppliesIn(asked)

/** The dates of each relationship around the nodes are looked at once more; in a supply chain those of supplies. */
const looking = (asked: Asked): number =>
  1 + 0.0005 * (isChain(asked) ? suppliesIn(asked) : asked.size.around(nodesOf(asked)))

/** Betweenness goes along every link from every node. */
const measuring = (asked: Asked): number => {
  const nodes = nodesOf(asked, LARGEST_MEASURED)
  return growing(asked, LARGEST_MEASURED) + 0.0005 * nodes ** 2
}

const fromRoot = ({ size, rootArgs }: Asked) => ({ size, args: rootArgs })

const MOST_PATHS = 2_000
const LONGEST_PATH = 6
const pathsOf = ({ args }: Pick<Asked, 'args'>): number => within(args.limit, DEFAULT_LIMIT, MOST_PATHS)
const stepsOf = ({ args }: Pick<Asked, 'args'>): number => within(args.maxLength, 4, LONGEST_PATH)

export const networkCosts: Costs = {
  Query: {
    neighbourhood: { work: growing, memory: (asked) => 300 * edgesOf(asked), argument: 'limit' },
    supplyChain: { work: following, memory: (asked) => 300 * edgesOf(asked), argument: 'limit' },
    networkMetrics: { work: measuring, argument: 'limit' },
    paths: {
      // At most 20 000 steps are read, and 500 000 nodes looked at.
      work: (asked) => 40 + 60 * stepsOf(asked),
      rows: pathsOf,
      argument: 'maxLength',
    },
    relationCounts: {
      work: ({ size }) => 3 + 0.0008 * size.around(1),
      rows: () => 40,
    },
    relations: {
      scanned: ({ size, args }) =>
        size.degrees(
          '',
          relationshipTypes.filter((type) => type === args.kind),
          args.direction === 'IN' ? 'IN' : 'OUT',
        ).most,
    },
  },
  Network: {
    nodes: { rows: (asked) => nodesOf(fromRoot(asked)) },
    edges: { rows: (asked) => edgesOf(fromRoot(asked)) },
    warnings: upTo(5),
    hidden: { rows: (asked) => 3 * nodesOf(fromRoot(asked)) },
    leftOutByDay: { work: (asked) => looking({ ...asked, args: asked.rootArgs }) },
  },
  NetworkMetrics: {
    warnings: upTo(5),
    nodes: { rows: (asked) => nodesOf(fromRoot(asked), LARGEST_MEASURED) },
  },
  Path: {
    nodes: { rows: (asked) => 1 + stepsOf(fromRoot(asked)) },
    edges: { rows: (asked) => stepsOf(fromRoot(asked)) },
  },
}
