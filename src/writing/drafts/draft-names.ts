import type { Properties } from '../../graph/elements.js'
import type { Draft } from './draft.js'

/** What something new is called. */
export function calledIn({ nameSv, nameEn, name, statementSv, statementEn }: Properties): string {
  return String([nameSv, nameEn, name, statementSv, statementEn].find((each) => typeof each === 'string') ?? '')
}

/** Values that hold ids of other entities. */
const references = ['excludedPlaces', 'partlyExcludedPlaces', 'buysFor', 'municipality', 'sectors'] as const

/** Ids that a draft names beside the ends of its relationships. */
export function idsNamedIn({ values, ties }: Draft): string[] {
  const named = [...references.map((name) => values[name]), ...ties.map((tie) => tie.values.category)]
  return [...new Set(named.flatMap((value) => value ?? []).map(String))]
}
