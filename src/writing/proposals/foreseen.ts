import type { SizeRule } from '../../classification/size-class.js'
import type { Properties } from '../../graph/elements.js'
import type { GraphReader } from '../../graph/graph.js'
import type { NodeLabel } from '../../graph/vocabulary.js'
import { tieDifferences } from '../changes/apply-ties.js'
import { differences, type FieldChange } from '../changes/difference.js'
import { statementsAfter } from '../changes/piece.js'
import type { Plan } from '../publishing/plan-draft.js'
import { shownEntity } from '../statements/fold.js'
import type { Statement } from '../statements/statement.js'
import { readStates } from '../statements/states.js'

/** What would differ of the entity that a plan is of, if it were carried out now; nothing is written. */
export async function foreseen(
  graph: GraphReader,
  { entity, changes }: Plan,
  rule: SizeRule,
): Promise<readonly FieldChange[]> {
  const own = changes.find((change) => change.entity === entity)
  if (!own) return []
  const isMade = own.pieces.some((piece) => piece.of === 'LIFE' && piece.after === 'ENTITY')
  const before = isMade ? [] : ((await readStates(graph, [entity])).get(entity)?.statements ?? [])
  const after = statementsAfter(own, before)
  const fields = (statements: readonly Statement[]): Properties => fieldsShown(own.label, entity, statements, rule)
  const ties = await tieDifferences(graph, [own])
  return [...differences(fields(before), fields(after)), ...(ties.get(entity) ?? [])]
}

/** What differences of an entity are told by, as statements say it. */
export const fieldsShown = (
  label: NodeLabel,
  entity: string,
  statements: readonly Statement[],
  rule: SizeRule,
): Properties => (statements.length === 0 ? {} : shownEntity(label, entity, statements, rule).fields)
