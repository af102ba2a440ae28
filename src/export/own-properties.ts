import type { Properties } from '../graph/elements.js'
import { type NodeLabel, nodeKinds, nodeLabels } from '../graph/vocabulary.js'

/** The same graph gives the same lines, whichever engine it is in. */
export const inOrder = (values: Properties): Properties =>
  Object.fromEntries(Object.entries(values).toSorted(([left], [right]) => (left < right ? -1 : 1)))

/** All that a node says beside its id and its kind. */
export function ownProperties({ id: _, entityKind: __, ...own }: Properties): Properties {
  return inOrder(own)
}

/** The same of what was an entity, without what is made of its names when it is written. */
export function formerProperties(all: Properties): Properties {
  const { sortName: _, searchText: __, letterPairs: ___, ...own } = all
  return ownProperties(own)
}

const labels = new Map<string, NodeLabel>(nodeLabels.map((label) => [nodeKinds[label].entityKind, label]))

/**
 * The label of nodes of a kind.
 * @throws Error for a kind that is none.
 */
export function labelOf(kind: string): NodeLabel {
  const label = labels.get(kind)
  if (!label) throw new Error(`a node is of the kind ${kind}, which is none`)
  return label
}
