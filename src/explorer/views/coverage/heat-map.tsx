import { useRef } from 'preact/hooks'
import type { ExplorerCellFragment } from '../../generated/graphql.js'
import { coverageTexts, levelSigns } from '../../language/coverage.js'
import { useFormat, useTexts } from '../../language/language.js'
import type { Order, PlaceRow } from './finding.js'
import { JobsBar } from './jobs-bar.js'
import { knownOf, knownSign, levelOf, shadeOf } from './level.js'

/**
 * A grid that one walks with the arrow keys: one cell of it takes part in the order of the tab key (the grid of the ARIA
 * Authoring Practices). At the right of each municipality stands what it lacks, and the jobs behind that.
 */
export function HeatMap({
  rows,
  isChanged,
  order,
  place,
  chosen,
  onOrder,
  onChoose,
}: {
  readonly rows: readonly PlaceRow[]
  /** Whether a change moves a cell. */
  readonly isChanged: (cell: ExplorerCellFragment) => boolean
  readonly order: Order
  /** The municipality that is chosen. */
  readonly place: string | null
  readonly chosen: ExplorerCellFragment | null
  readonly onOrder: (order: Order) => void
  readonly onChoose: (cell: ExplorerCellFragment) => void
}) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const body = useRef<HTMLTableSectionElement>(null)
  const needs = rows[0]?.cells.map(({ need }) => need) ?? []
  const most = Math.max(1, ...rows.map(({ jobs }) => jobs))
  const entry = chosen ?? rows.find((row) => row.place.id === place)?.cells[0] ?? rows[0]?.cells[0] ?? null

  function onKeyDown(event: KeyboardEvent, row: number, column: number) {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    body.current?.rows[row + step[0]]?.cells[column + 1 + step[1]]?.querySelector('button')?.focus()
  }

  const heads = { order, onOrder }
  return (
    <div class="table-frame heat-frame">
      <table class="heat-map">
        <caption class="quiet">{texts.keys}</caption>
        <thead>
          <tr>
            <OrderHead by="name" text={texts.place} {...heads} />
            {needs.map(({ id, name }) => (
              <th key={id} scope="col" class="heat-need">
                <span>{name}</span>
              </th>
            ))}
            <OrderHead by="gaps" text={texts.gaps} {...heads} />
            <OrderHead by="jobs" text={texts.jobs} {...heads} />
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, rowIndex) => (
            <tr key={row.place.id} class={row.place.id === place ? 'heat-chosen' : undefined}>
              <th scope="row">{row.place.name}</th>
              {row.cells.map((cell, column) => (
                <td key={cell.need.id}>
                  <button
                    type="button"
                    class={`heat-cell level-${shadeOf(cell)} ${isChanged(cell) ? 'heat-changed' : ''}`}
                    tabIndex={cell === entry ? 0 : -1}
                    aria-pressed={cell === chosen}
                    aria-label={texts.cell(
                      cell.place.name,
                      cell.need.name,
                      levelOf(cell, texts, format),
                      knownOf(cell, texts),
                    )}
                    onClick={() => onChoose(cell)}
                    onKeyDown={(event) => onKeyDown(event, rowIndex, column)}
                  >
                    {levelSigns[shadeOf(cell)]}
                    {cell.bestEvidence && <small>{knownSign(cell)}</small>}
                  </button>
                </td>
              ))}
              <td class="number heat-gaps">{format.count(row.missing)}</td>
              <td class="number">
                <JobsBar jobs={row.jobs} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The head of a column that rows can be ordered by. */
function OrderHead({
  by,
  text,
  order,
  onOrder,
}: {
  readonly by: Order
  readonly text: string
  readonly order: Order
  readonly onOrder: (order: Order) => void
}) {
  const sorted = by === 'name' ? 'ascending' : 'descending'
  return (
    <th
      scope="col"
      class={by === 'name' ? 'heat-order' : 'heat-order number'}
      aria-sort={by === order ? sorted : undefined}
    >
      <button type="button" class="plain" onClick={() => onOrder(by)}>
        {text} <span aria-hidden="true">{by !== order ? '↕' : by === 'name' ? '↑' : '↓'}</span>
      </button>
    </th>
  )
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}
