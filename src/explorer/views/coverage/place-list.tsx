import type { ComponentChildren } from 'preact'
import type { ExplorerCellFragment } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useFormat, useTexts } from '../../language/language.js'
import { named } from '../../parts/choices.js'
import { SelectField } from '../../parts/fields.js'
import { type Order, orders, type PlaceRow } from './finding.js'
import { JobsBar } from './jobs-bar.js'
import { PlaceNeeds } from './place-needs.js'
import { PlaceLine, SupportLink } from './place-panel.js'

/**
 * The municipalities one under the other, each with what it lacks and its needs folded, where a grid has no room.
 * @param children what stands under the need that is chosen.
 */
export function PlaceList({
  rows,
  isChanged,
  order,
  place,
  chosen,
  onOrder,
  onPlace,
  onChoose,
  children,
}: {
  readonly rows: readonly PlaceRow[]
  readonly isChanged: (cell: ExplorerCellFragment) => boolean
  readonly order: Order
  readonly place: string | null
  readonly chosen: ExplorerCellFragment | null
  readonly onOrder: (order: Order) => void
  readonly onPlace: (place: string | null) => void
  readonly onChoose: (cell: ExplorerCellFragment | null) => void
  readonly children: ComponentChildren
}) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const most = Math.max(1, ...rows.map(({ jobs }) => jobs))
  return (
    <>
      <div class="no-print">
        <SelectField
          label={texts.order}
          none={texts.orders.name}
          choices={named(orders, texts.orders)}
          value={order === 'name' ? null : order}
          onChange={(value) => onOrder(orders.find((each) => each === value) ?? 'name')}
        />
      </div>
      <ul class="place-list">
        {rows.map((row) => {
          const isOpen = row.place.id === place
          const lacking = row.cells.filter((cell) => cell.level === 'NONE' && cell.restricted === 0)
          return (
            <li key={row.place.id}>
              <button
                type="button"
                class="plain place-head"
                aria-expanded={isOpen}
                onClick={() => onPlace(isOpen ? null : row.place.id)}
              >
                <strong>{row.place.name}</strong>
                <span class="unseen">{texts.jobs}: </span>
                <JobsBar jobs={row.jobs} most={most} />
                <span class="quiet place-lacking">
                  {lacking.length === 0
                    ? texts.nothingLacking
                    : `${texts.lacking} ${format.list(lacking.map(({ need }) => need.name))}`}
                </span>
              </button>
              {isOpen && (
                <div class="place-open">
                  <PlaceLine row={row} />
                  <PlaceNeeds row={row} chosen={chosen} isChanged={isChanged} onChoose={onChoose}>
                    {children}
                  </PlaceNeeds>
                  <SupportLink place={row.place.id} />
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
