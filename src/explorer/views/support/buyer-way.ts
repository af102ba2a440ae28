import type { ExplorerMatchFragment } from '../../generated/graphql.js'

/** Whether an actor, or what it offers, opens the way to a buyer for a need that is asked about. */
export function opensTheWay({ actor, meets, initiatives }: ExplorerMatchFragment): boolean {
  const ways = [...actor.helpsWith.edges, ...initiatives.flatMap(({ initiative }) => initiative.meets.edges)]
  return ways.some(({ viaBuyer, node }) => viaBuyer && meets.some(({ id }) => id === node.id))
}

/** The places that an actor names. */
export const servedBy = ({ actor }: ExplorerMatchFragment): readonly string[] => actor.serves.nodes.map(({ id }) => id)
