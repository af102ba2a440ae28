import type { ExplorerCellFragment, SupportLevel } from '../../generated/graphql.js'
import { type coverageTexts, evidenceSigns, plannedSign } from '../../language/coverage.js'
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

type Texts = (typeof coverageTexts)['sv']

/** The level of a cell in words; one that would be there by what is tried alone as what would be. */
export function levelOf(cell: Reached & Partial<Planned>, texts: Texts, format: Format): string {
  const shade = shadeOf(cell)
  if (shade === 'CONDITIONAL') return texts.conditions(format.count(cell.restricted))
  return cell.levelIsPlanned ? texts.plannedShades[shade] : texts.shades[shade]
}

type Planned = Pick<ExplorerCellFragment, 'levelIsPlanned' | 'evidenceIsPlanned'>
type Known = Pick<ExplorerCellFragment, 'bestEvidence'> & Partial<Planned>

/** The sign for how well support is known, or for that it would be there by what is tried alone; null without any. */
export function knownSign({ bestEvidence, evidenceIsPlanned }: Known): string | null {
  if (bestEvidence === null) return null
  return evidenceIsPlanned ? plannedSign : evidenceSigns[bestEvidence]
}

/** The same in words. */
export function knownOf({ bestEvidence, evidenceIsPlanned }: Known, texts: Texts): string | null {
  if (bestEvidence === null) return null
  return evidenceIsPlanned ? texts.plannedEvidence : texts.bestEvidence[bestEvidence]
}
