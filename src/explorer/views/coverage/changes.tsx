import type { ExplorerCellFragment } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { coverageChangeTexts } from '../../language/coverage-change.js'
import { useFormat, useTexts } from '../../language/language.js'
import { TableLinks } from '../../parts/table-links.js'
import type { Effect } from './finding.js'

/** What a change moves, cell by cell. */
export function Changes({
  effect: { moves },
  cells,
  asked,
}: {
  readonly effect: Effect
  readonly cells: readonly ExplorerCellFragment[]
  /** What was asked, for its files. */
  readonly asked: Readonly<Record<string, unknown>>
}) {
  const texts = useTexts(coverageChangeTexts)
  const { shades } = useTexts(coverageTexts)
  const format = useFormat()
  const named = new Map(cells.map((cell) => [`${cell.place.id} ${cell.need.id}`, cell]))
  if (moves.length === 0) return <p class="notice">{texts.unchanged}</p>
  return (
    <details class="warnings no-print">
      <summary>{texts.changed(format.count(moves.length))}</summary>
      <ul>
        {moves.map(({ cell: { place, need }, from, to }) => {
          const cell = named.get(`${place.id} ${need.id}`)
          return (
            <li key={`${place.id} ${need.id}`}>
              {texts.move(cell?.place.name ?? '', cell?.need.name ?? '', shades[from], shades[to])}
            </li>
          )
        })}
      </ul>
      <TableLinks table="what-if" asked={asked} />
    </details>
  )
}
