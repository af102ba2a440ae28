import type { ExplorerCellFragment, SupportLevel } from '../../generated/graphql.js'
import type { coverageTexts } from '../../language/coverage.js'
import type { Format } from '../../language/language.js'

type Reached = Pick<ExplorerCellFragment, 'level' | 'restricted'>

/** Whether nobody at all is known: neither for every firm of the place nor for some of them. */
export const isMissing = ({ level, restricted }: Reached): boolean => level === 'NONE' && restricted === 0

/** How a cell is drawn: what has conditions is not what every firm can use, and not nothing either. */
export const shadeOf = (cell: Reached): SupportLevel | 'CONDITIONAL' =>
  cell.level === 'NONE' && !isMissing(cell) ? 'CONDITIONAL' : cell.level

/** The level of a cell in words. */
export function levelOf(cell: Reached, texts: (typeof coverageTexts)['sv'], format: Format): string {
  if (cell.level !== 'NONE') return texts.levels[cell.level]
  return isMissing(cell) ? texts.missing : texts.conditions(format.count(cell.restricted))
}
