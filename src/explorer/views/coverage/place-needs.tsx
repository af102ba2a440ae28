import type { ComponentChildren } from 'preact'
import type { ExplorerCellFragment } from '../../generated/graphql.js'
import { coverageTexts, levelSigns } from '../../language/coverage.js'
import { useFormat, useTexts } from '../../language/language.js'
import type { PlaceRow } from './finding.js'
import { knownOf, knownSign, levelOf, shadeOf, shades } from './level.js'

/**
 * The needs of a municipality, what is missing first, each to be chosen.
 * @param children what stands under the one that is chosen.
 */
export function PlaceNeeds({
  row,
  chosen,
  isChanged,
  onChoose,
  children,
}: {
  readonly row: PlaceRow
  readonly chosen: ExplorerCellFragment | null
  readonly isChanged: (cell: ExplorerCellFragment) => boolean
  readonly onChoose: (cell: ExplorerCellFragment | null) => void
  readonly children?: ComponentChildren
}) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const item = (cell: ExplorerCellFragment) => (
    <li key={cell.need.id}>
      <button
        type="button"
        class="plain place-need"
        aria-expanded={cell === chosen}
        onClick={() => onChoose(cell === chosen ? null : cell)}
      >
        <span
          class={`heat-cell heat-sample level-${shadeOf(cell)} ${isChanged(cell) ? 'heat-changed' : ''}`}
          aria-hidden="true"
        >
          {levelSigns[shadeOf(cell)]}
          {cell.bestEvidence && <small>{knownSign(cell)}</small>}
        </span>
        <span>
          <strong>{cell.need.name}</strong>
          <br />
          <span class="quiet">
            {shadeOf(cell) === 'CONDITIONAL'
              ? texts.fewConditions(format.count(cell.restricted))
              : levelOf(cell, texts, format)}
            {cell.bestEvidence && `; ${knownOf(cell, texts)}`}
          </span>
        </span>
      </button>
      {cell === chosen && children}
    </li>
  )
  const worstFirst = row.cells.toSorted((left, right) => shades.indexOf(shadeOf(right)) - shades.indexOf(shadeOf(left)))
  const served = worstFirst.filter(({ covered }) => covered)
  return (
    <>
      <ul class="place-needs">{worstFirst.filter(({ covered }) => !covered).map(item)}</ul>
      {served.length > 0 && (
        <details open={chosen?.covered}>
          <summary>{texts.served(format.count(served.length))}</summary>
          <ul class="place-needs">{served.map(item)}</ul>
        </details>
      )}
    </>
  )
}
