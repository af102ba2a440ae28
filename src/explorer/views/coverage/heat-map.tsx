import { useRef } from 'preact/hooks'
import type { ExplorerCellFragment } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useFormat, useTexts } from '../../language/language.js'
import { levelOf, shadeOf } from './level.js'

/** How much of the colour the most jobs take, in per cent: what stands on it stays readable. */
const STRONGEST = 60

/**
 * A grid that one walks with the arrow keys: one cell of it takes part in the order of the tab key (the grid of the ARIA
 * Authoring Practices).
 */
export function HeatMap({
  cells,
  changed,
  byJobs,
  chosen,
  onChoose,
}: {
  readonly cells: readonly ExplorerCellFragment[]
  /** Places and needs whose level a change moves, as `place need`. */
  readonly changed: ReadonlySet<string>
  readonly byJobs: boolean
  readonly chosen: ExplorerCellFragment | null
  readonly onChoose: (cell: ExplorerCellFragment) => void
}) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const body = useRef<HTMLTableSectionElement>(null)
  const needs = cells.filter((cell) => cell.place.id === cells[0]?.place.id).map(({ need }) => need)
  const rows = rowsOf(cells, needs.length)
  const most = Math.max(...cells.map(({ jobsAtStake }) => jobsAtStake), 1)
  const entry = chosen ?? cells[0] ?? null

  function onKeyDown(event: KeyboardEvent, row: number, column: number) {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const target = body.current?.rows[row + step[0]]?.cells[column + 1 + step[1]]
    if (target?.tagName === 'TD') target.querySelector('button')?.focus()
  }

  return (
    <>
      <div class="table-frame heat-frame">
        <table class="heat-map">
          <caption class="quiet">{texts.keys}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.place}</th>
              {needs.map(({ id, name }) => (
                <th key={id} scope="col" class="heat-need">
                  <span>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((row, rowIndex) => (
              <tr key={row[0]?.place.id}>
                <th scope="row">{row[0]?.place.name}</th>
                {row.map((cell, column) => (
                  <td key={cell.need.id}>
                    <button
                      type="button"
                      class={classOf(cell, byJobs, changed)}
                      style={
                        byJobs
                          ? { '--share': `${Math.round((cell.jobsAtStake / most) ** 0.5 * STRONGEST)}%` }
                          : undefined
                      }
                      tabIndex={cell === entry ? 0 : -1}
                      aria-pressed={cell === chosen}
                      aria-label={texts.cell(
                        cell.place.name,
                        cell.need.name,
                        levelOf(cell, texts, format),
                        byJobs ? format.count(cell.jobsAtStake) : format.number(cell.jobsAtStake),
                      )}
                      onClick={() => onChoose(cell)}
                      onKeyDown={(event) => onKeyDown(event, rowIndex, column)}
                    >
                      {byJobs ? format.count(cell.jobsAtStake) : texts.signs[shadeOf(cell)]}
                    </button>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!byJobs && (
        <ul class="legend">
          {(['LOCAL', 'COUNTY', 'NATIONAL', 'CONDITIONAL', 'NONE'] as const).map((shade) => (
            <li key={shade}>
              <span class={`heat-cell heat-sample level-${shade}`}>{texts.signs[shade]}</span>{' '}
              {shade === 'NONE' ? texts.missing : shade === 'CONDITIONAL' ? texts.conditional : texts.levels[shade]}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function classOf(cell: ExplorerCellFragment, byJobs: boolean, changed: ReadonlySet<string>): string {
  const colour = byJobs ? 'heat-jobs' : `level-${shadeOf(cell)}`
  return `heat-cell ${colour} ${changed.has(`${cell.place.id} ${cell.need.id}`) ? 'heat-changed' : ''}`
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

/** Cells come place by place. */
function rowsOf(cells: readonly ExplorerCellFragment[], width: number): readonly (readonly ExplorerCellFragment[])[] {
  if (width === 0) return []
  return Array.from({ length: cells.length / width }, (_, row) => cells.slice(row * width, (row + 1) * width))
}
