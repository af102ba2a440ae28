import { holdsOn } from './relationship-days.js'

/**
 * The condition that a node is related to one of some nodes.
 * @param ids an expression for their ids.
 * @param day one for the day on which the relationship holds; whenever where it is left out.
 */
export function related(node: string, type: string, label: string, ids: string, day?: string): string {
  const holds = day === undefined ? '' : ` AND ${holdsOn('related', day)}`
  return `EXISTS { MATCH (${node})-[related:${type}]->(named:${label}) WHERE named.id IN ${ids}${holds} }`
}

/** The condition that a node is related to any node of a label. */
export const relatedAtAll = (node: string, type: string, label: string): string =>
  `EXISTS { MATCH (${node})-[:${type}]->(:${label}) }`
