/** The condition that a node is related to one of some nodes. @param ids an expression for their ids. */
export const related = (node: string, type: string, label: string, ids: string): string =>
  `EXISTS { MATCH (${node})-[:${type}]->(named:${label}) WHERE named.id IN ${ids} }`

/** The condition that a node is related to any node of a label. */
export const relatedAtAll = (node: string, type: string, label: string): string =>
  `EXISTS { MATCH (${node})-[:${type}]->(:${label}) }`
