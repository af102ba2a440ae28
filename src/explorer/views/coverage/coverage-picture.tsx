import type { ComponentChildren } from 'preact'
import type { ExplorerCellFragment } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useFormat, useTexts } from '../../language/language.js'
import { Picture } from '../../parts/picture.js'
import { Assumed } from './assumed.js'
import { CoverageDrawing } from './drawing.js'
import type { Order, PlaceRow } from './finding.js'
import { HeatMap } from './heat-map.js'
import { CoverageLegend } from './legend.js'
import { knownOf, levelOf } from './level.js'
import { PlaceList } from './place-list.js'
import type { CoverageWords } from './words.js'

/** What was found, as a grid, or where that has no room as a list; its files and its print have the grid in any case. */
export function CoveragePicture({
  rows,
  cells,
  words,
  order,
  place,
  chosen,
  isChanged,
  isNarrow,
  panel,
  onOrder,
  onPlace,
  onChoose,
}: {
  readonly rows: readonly PlaceRow[]
  readonly cells: readonly ExplorerCellFragment[]
  readonly words: CoverageWords
  readonly order: Order
  readonly place: string | null
  readonly chosen: ExplorerCellFragment | null
  readonly isChanged: (cell: ExplorerCellFragment) => boolean
  readonly isNarrow: boolean
  /** What stands under a cell that is chosen in the list. */
  readonly panel: ComponentChildren
  readonly onOrder: (order: Order) => void
  readonly onPlace: (place: string | null) => void
  readonly onChoose: (cell: ExplorerCellFragment | null) => void
}) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const shared = { rows, isChanged, order, place, chosen, onOrder, onChoose }
  return (
    <Picture
      title={words.title}
      shows={words.shows}
      assumes={words.assumes}
      assumed={<Assumed allocation={words.allocation} />}
      sources={[texts.source]}
      file="norrgraph-coverage"
      rows={cells}
      columns={[
        { title: texts.place, value: (cell) => cell.place.name },
        { title: texts.need, value: (cell) => cell.need.name },
        { title: texts.level, value: (cell) => levelOf(cell, texts, format) },
        { title: texts.best, value: (cell) => knownOf(cell, texts) },
        { title: texts.actors, value: (cell) => cell.actors },
        { title: texts.initiatives, value: (cell) => cell.initiatives },
        { title: texts.restricted, value: (cell) => cell.restricted },
        { title: texts.firms, value: (cell) => cell.firms },
        {
          title: texts.jobsOfNeed,
          value: (cell) => Math.round(cell.jobsAtStake),
          show: (cell) => format.count(cell.jobsAtStake),
        },
      ]}
    >
      <div class="coverage-drawn">
        <CoverageDrawing rows={rows} isChanged={isChanged} />
      </div>
      {isNarrow ? (
        <PlaceList {...shared} onPlace={onPlace}>
          {panel}
        </PlaceList>
      ) : (
        <HeatMap {...shared} />
      )}
      <CoverageLegend
        isTried={cells.some(isChanged)}
        isPlanned={cells.some(({ evidenceIsPlanned }) => evidenceIsPlanned)}
      />
    </Picture>
  )
}
