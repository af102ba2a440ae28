import type { ExplorerCellFragment, SupportLevel } from '../../generated/graphql.js'
import type { coverageTexts } from '../../language/coverage.js'
import type { Format } from '../../language/language.js'

export type Reached = Pick<ExplorerCellFragment, 'level' | 'restricted'>

/** How a cell is drawn: what has conditions is not what every firm can use, and not nothing either. */
export type Shade = SupportLevel | 'CONDITIONAL'

/** From the nearest support to none. */
export const shades = ['LOCAL', 'COUNTY', 'NATIONAL', 'CONDITIONAL', 'NONE'] as const satisfies readonly Shade[]

/** Whether nobody at all is known: neither for every firm of the place nor for some of them. */
export const isMissing = ({ level, restricted }: Reached): boolean => level === 'NONE' && restricted === 0

export const shadeOf = (cell: Reached): Shade =>
  cell.level === 'NONE' && !isMissing(cell) ? 'CONDITIONAL' : cell.level

/** The level of a cell in words. */
export function levelOf(cell: Reached, texts: (typeof coverageTexts)['sv'], format: Format): string {
  const shade = shadeOf(cell)
  return shade === 'CONDITIONAL' ? texts.conditions(format.count(cell.restricted)) : texts.shades[shade]
}
