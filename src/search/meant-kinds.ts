import type { EntityKind } from '../graph/vocabulary.js'
import type { Found } from './queries.js'

/** What a word of the region's list of synonyms may mean, in the order in which it is shown. */
export const meantKinds: readonly EntityKind[] = ['NEED', 'INITIATIVE', 'SUPPORT_ACTOR', 'METHOD', 'CLAIM']

/** More than the kinds there are, and the ways of being close to a text. */
const [KINDS, CLOSENESS] = [100, 4]

/**
 * What is found by a word of the list, with its rank: needs, initiatives, support actors, methods and claims come first, in
 * this order, whether the word means them or they are named by it.
 */
export const meantFirst = (found: readonly Found[]): Found[] =>
  found.map((each) => {
    const rank = meantKinds.indexOf(each.kind)
    if (rank < 0) return { ...each, kindRank: KINDS + each.kindRank }
    return { ...each, closeness: 0, kindRank: rank * CLOSENESS + each.closeness }
  })
