import type { SizeRule } from '../../classification/size-class.js'
import type { NodeLabel } from '../../graph/vocabulary.js'
import { faultsOf } from '../../writing/forms/whole.js'
import { shownEntity } from '../../writing/statements/fold.js'
import type { Statement, TieStatement } from '../../writing/statements/statement.js'

/** What says since and until when a relationship holds. */
const dayNames: ReadonlySet<string> = new Set(['validFrom', 'validTo', 'since', 'until'])

/** Of statements, those of people. */
export const ofPeople = <Some extends Statement | TieStatement>(statements: readonly Some[]): Some[] =>
  statements.filter(({ isSeeded }) => !isSeeded)

/**
 * Whether what people say of an entity says by itself what it is; what they only put right or confirmed needs the words
 * of the seed that it was said of.
 */
export function standsAlone(
  label: NodeLabel,
  entity: string,
  statements: readonly Statement[],
  rule: SizeRule,
): boolean {
  const people = ofPeople(statements)
  if (!people.some(({ values }) => Object.keys(values).length > 0)) return false
  return faultsOf(label, shownEntity(label, entity, people, rule).fields).length === 0
}

/** The same of a relationship: that it ended says nothing of what it was. */
export function tieStandsAlone(statements: readonly TieStatement[]): boolean {
  const people = ofPeople(statements)
  if (people.length === 0) return false
  const hasWords = ({ values }: TieStatement) => Object.keys(values).some((name) => !dayNames.has(name))
  return people.some(hasWords) || !statements.some((each) => each.isSeeded && hasWords(each))
}
