import type { SizeRule } from '../../classification/size-class.js'
import type { Properties } from '../../graph/elements.js'
import type { GraphReader } from '../../graph/graph.js'
import { type RelationshipType, relationshipTypes } from '../../graph/vocabulary.js'
import { tieName } from '../changes/apply-ties.js'
import { differences, type FieldChange } from '../changes/difference.js'
import type { StatementPiece, TiePiece } from '../changes/piece.js'
import { shownEntity } from '../statements/fold.js'
import { replaced, type Statement } from '../statements/statement.js'
import type { EntityState } from '../statements/states.js'
import { statesOfMerge } from './merge.js'
import { planMerge, requireMergeable } from './plan-merge.js'

/** How many relationships of one type a merge would move. */
export interface MovedTies {
  readonly kind: RelationshipType
  readonly moved: number
  readonly dropped: number
}

/** What a merge would do, by ids. */
export interface MergePreview {
  readonly from: string
  readonly into: string
  readonly fields: readonly FieldChange[]
  readonly both: readonly string[]
  readonly relationships: readonly MovedTies[]
}

/**
 * What a merge would do; nothing is written.
 * @throws NotFoundError; BadUserInputError for what cannot be one.
 */
export async function mergePreview(
  graph: GraphReader,
  asked: { readonly from: string; readonly into: string },
  rule: SizeRule,
): Promise<MergePreview> {
  const states = await statesOfMerge(graph, asked)
  requireMergeable(states)
  const { from, into } = states
  const [leaving, staying] = await planMerge(graph, states, rule)
  const ties = leaving.pieces.filter((piece): piece is TiePiece => piece.of === 'TIE')
  const isBetween = (tie: TiePiece): boolean => tie.from === into.id || tie.to === into.id
  const after = staying.pieces
    .filter((piece): piece is StatementPiece => piece.of === 'STATEMENT')
    .reduce<readonly Statement[]>(replaced, into.statements)
  const [shown, other] = [fieldsOf(into, into.statements, rule), fieldsOf(from, from.statements, rule)]
  return {
    from: from.id,
    into: into.id,
    fields: differences(shown, fieldsOf(into, after, rule)),
    both: Object.keys(shown).filter((name) => other[name] !== undefined),
    relationships: relationshipTypes.flatMap((kind) => {
      const ends = new Map(ties.filter(({ type }) => type === kind).map((tie) => [tieName(tie), isBetween(tie)]))
      const dropped = [...ends.values()].filter(Boolean).length
      return ends.size === 0 ? [] : [{ kind, moved: ends.size - dropped, dropped }]
    }),
  }
}

const fieldsOf = ({ id, label }: EntityState, statements: readonly Statement[], rule: SizeRule): Properties =>
  statements.length === 0 ? {} : shownEntity(label, id, statements, rule).fields
