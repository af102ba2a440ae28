import type { Connection, List, One } from '../graph/compose/fields.js'
import { type RelationshipType, relationshipTypes } from '../graph/vocabulary.js'
import type { Direction } from './graph-size.js'

/** How a field of a composed type comes from its parent to its nodes. */
export interface Followed {
  /** Types of the relationships that are followed; none where the node is found by its id. */
  readonly along: readonly RelationshipType[]
  /** `null` for either. */
  readonly direction: Direction | null
}

const oneStep = /^MATCH \(parent(?::\w+)?\)(<?)-\[\w*:([A-Z_|]+)\]-(>?)\(node(?::\w+)?\)$/
const byId = /^MATCH \(node:\w+ \{id: [^}]+\}\)$/

const known = new WeakMap<Connection | List | One, Followed | null>()

/** What a field's own fragment follows; null where that is more than one step, and its cost has to be stated. */
export function followedBy(definition: Connection | List | One): Followed | null {
  const found = known.get(definition)
  if (found !== undefined) return found
  const read = readFollowed(definition)
  known.set(definition, read)
  return read
}

function readFollowed({ fragment }: Connection | List | One): Followed | null {
  const { match } = fragment(
    { parent: 'parent', node: 'node', edge: 'edge' },
    { args: {}, asOf: '2000-01-01', run: '', lang: 'EN', bind: () => '$value' },
  )
  if (byId.test(match)) return { along: [], direction: null }
  const [, inward, types, outward] = oneStep.exec(match) ?? []
  if (types === undefined) return null
  const along = relationshipTypes.filter((type) => types.split('|').includes(type))
  if (inward === outward) return { along, direction: null }
  return { along, direction: inward ? 'IN' : 'OUT' }
}
