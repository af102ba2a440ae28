import type { SizeRule } from '../../classification/size-class.js'
import type { GraphRelationship, Properties, PropertyValue } from '../../graph/elements.js'
import type { GraphTransaction } from '../../graph/graph.js'
import { nameProperties } from '../../graph/names.js'
import type { QueryValue } from '../../graph/query.js'
import { storedProperties } from '../../graph/stored-properties.js'
import { writeElements } from '../../graph/write-elements.js'
import { haveSame, isSame } from '../changes/difference.js'
import { keepingName } from '../changes/unsaid-firms.js'
import { shownEntity } from '../statements/fold.js'
import { readStates } from '../statements/states.js'
import { blanked, type Texts } from './blanked.js'
import { blankEntities, blankFormers, entitiesToBlank, formersToBlank, tiesToBlank } from './redact-queries.js'

/** Blanks texts in what some entities and former ones are, and in what sources say of them and of their relationships. */
export async function blankEntitiesOf(
  transaction: GraphTransaction,
  ids: readonly string[],
  texts: Texts,
  rule: SizeRule,
): Promise<void> {
  const entities = await transaction.read(entitiesToBlank, { ids })
  const formers = await transaction.read(formersToBlank, { ids })
  // What is said by a source does not name it, and a list's says much.
  const tied = entities.map(({ id }) => id).filter((id) => !id.startsWith('source:'))
  await blankTiesOf(transaction, tied, texts)
  await write(transaction, blankEntities, entities, (own) => blankedProperties(own, texts))
  await write(transaction, blankFormers, formers, (own) => blankedProperties(own, texts))
  const states = await readStates(transaction, tied)
  const again = await transaction.read(entitiesToBlank, { ids })
  await write(transaction, blankEntities, again, (own, id) => {
    const state = states.get(id)
    if (!state || state.explicit.size === 0) return own
    const { statedNames: _, ...others } = own
    return { ...others, ...keepingName(shownEntity(state.label, id, state.statements, rule), state).properties }
  })
}

const blankedProperties = (own: Properties, texts: Texts): Properties =>
  storedProperties.parse(blanked({ ...own }, texts))

/** Writes what becomes another of nodes, with what they are found by. */
async function write(
  transaction: GraphTransaction,
  statement: typeof blankEntities,
  nodes: readonly { readonly id: string; readonly properties: Properties }[],
  by: (own: Properties, id: string) => Properties,
): Promise<void> {
  const rows = nodes.flatMap(({ id, properties: own }): QueryValue[] => {
    const left = by(own, id)
    if (haveSame(own, left)) return []
    const wanted: Properties = { ...left, ...nameProperties(id, left) }
    const changed: Record<string, PropertyValue | null> = {}
    for (const name of new Set([...Object.keys(own), ...Object.keys(wanted)])) {
      if (!isSame(own[name], wanted[name])) changed[name] = wanted[name] ?? null
    }
    return [{ id, properties: changed }]
  })
  if (rows.length > 0) await transaction.write(statement, { rows })
}

async function blankTiesOf(transaction: GraphTransaction, ids: readonly string[], texts: Texts): Promise<void> {
  if (ids.length === 0) return
  const ties = await transaction.read(tiesToBlank, { ids })
  const relationships = ties.flatMap(({ properties: all, ...identity }): GraphRelationship[] => {
    const left = blankedProperties(all, texts)
    if (haveSame(all, left)) return []
    const { key: _, source, locator, recordedAt, ...properties } = left
    const provenance = { source: String(source), locator: String(locator), recordedAt: String(recordedAt) }
    return [{ ...identity, provenance, properties }]
  })
  await writeElements(transaction, { nodes: [], relationships }, 'REPLACE_PROPERTIES')
}
