import { z } from 'zod'
import type { Properties } from '../graph/elements.js'
import { known } from '../graph/known.js'
import { propertyValue } from '../graph/stored-properties.js'
import { labelOfKind, type NodeLabel } from '../graph/vocabulary.js'

/** What stands on a node or relationship: an engine may keep a property that was written as null. */
export const keptProperties = z.record(z.string(), propertyValue.nullable()).transform(known)

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

/**
 * The label of nodes of a kind.
 * @throws Error for a kind that is none.
 */
export function labelOf(kind: string): NodeLabel {
  const label = labelOfKind(kind)
  if (!label) throw new Error(`a node is of the kind ${kind}, which is none`)
  return label
}
