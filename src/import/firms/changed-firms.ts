import type { GraphElements, GraphRelationship, Properties, PropertyValue } from '../../graph/elements.js'
import type { GraphTransaction } from '../../graph/graph.js'
import { known } from '../../graph/known.js'
import { nameProperties } from '../../graph/names.js'
import type { QueryValue } from '../../graph/query.js'
import { writeElements } from '../../graph/write-elements.js'
import { changeFirms, type FirmRow, forgetTies } from './firm-queries.js'

/** A firm as it is in the graph and as it is to be. */
export interface FirmChange {
  readonly before: FirmRow
  readonly after: GraphElements
}

/** Brings firms that are there to what they are to be, and writes nothing that they are already. */
export async function changeToThese(transaction: GraphTransaction, changes: readonly FirmChange[]): Promise<void> {
  const nodes = changes.flatMap(nodeChange)
  if (nodes.length > 0) await transaction.write(changeFirms, { rows: nodes })
  const gone = changes.flatMap(tiesGone)
  if (gone.length > 0) await transaction.write(forgetTies, { ties: gone })
  const relationships = changes.flatMap(relationshipsToWrite)
  await writeElements(transaction, { nodes: [], relationships }, 'REPLACE_PROPERTIES')
}

/** What sources of firms say on a node; what else it has, such as other names, is not theirs to take away. */
const ofSources = new Set([
  ...['nameSv', 'statedNames', 'organisationNumber', 'employees', 'turnover', 'sizeClass', 'sni', 'asOf'],
  ...['undescribed', 'source', 'locator', 'recordedAt'],
])

/** Only what differs: to set the words of search anew costs milliseconds a firm, even where they stay the same. */
function nodeChange({ before, after }: FirmChange): QueryValue[] {
  const [node] = after.nodes
  if (!node) return []
  const { id, provenance } = node
  const others = Object.entries(before.properties).filter(([name]) => !ofSources.has(name))
  const said: Properties = { ...Object.fromEntries(others), ...node.properties, ...provenance }
  const wanted: Properties = { ...said, ...nameProperties(id, said) }
  const properties: Record<string, PropertyValue | null> = {}
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(before.properties)])) {
    if (!isSame(before.properties[name], wanted[name])) properties[name] = wanted[name] ?? null
  }
  return Object.keys(properties).length === 0 ? [] : [{ id, properties }]
}

/** Ties that no source gives any more, of those that the firm's sources gave. */
function tiesGone({ before, after }: FirmChange): QueryValue[] {
  const sources = new Set([before.properties.source, ...before.statements.map(({ source }) => source)])
  return before.ties.flatMap(({ type, to, properties: { source } }) => {
    if (typeof source !== 'string' || !sources.has(source)) return []
    const stays = after.relationships.some((each) => each.type === type && each.to === to)
    return stays ? [] : [{ from: before.id, type, to, source }]
  })
}

const relationshipsToWrite = ({ before, after }: FirmChange): GraphRelationship[] =>
  after.relationships.filter((wanted) => {
    const { type, to, provenance, properties, key } = wanted
    if (type === 'STATED_IN') {
      const there = before.statements.find(({ source }) => source === to)
      return there === undefined || !haveSame(known(there), { ...properties, ...provenance })
    }
    const there = before.ties.find((tie) => tie.type === type && tie.to === to)
    return there === undefined || !haveSame(there.properties, { ...properties, ...provenance, key })
  })

const haveSame = (left: Properties, right: Properties): boolean =>
  [...new Set([...Object.keys(left), ...Object.keys(right)])].every((name) => isSame(left[name], right[name]))

const isSame = (left: PropertyValue | undefined, right: PropertyValue | undefined): boolean =>
  left === right || (Array.isArray(left) && Array.isArray(right) && JSON.stringify(left) === JSON.stringify(right))
