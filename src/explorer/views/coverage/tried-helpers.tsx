import type { ExplorerCellFragment, SupportChange } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useTexts } from '../../language/language.js'
import { useProposed } from '../../parts/choices.js'

/**
 * What is tried and would help in a cell: nobody that the graph knows yet.
 * @param before the cell as it is today.
 */
export function TriedHelpers({
  cell,
  before,
  change,
}: {
  readonly cell: ExplorerCellFragment
  readonly before: Pick<ExplorerCellFragment, 'initiatives' | 'restricted'> | null
  readonly change: SupportChange
}) {
  const texts = useTexts(coverageTexts)
  const proposed = useProposed()
  const { place, need } = cell
  const actors = (change.addActors ?? []).filter(
    ({ serves, meets }) =>
      (serves.includes(place.id) || (place.__typename === 'Municipality' && serves.includes(place.county.id))) &&
      meets?.some((meeting) => meeting.need === need.id),
  )
  const isReached =
    before !== null &&
    (cell.initiatives > before.initiatives || (actors.length === 0 && cell.restricted > before.restricted))
  const initiatives = isReached ? (proposed ?? []).filter(({ id }) => change.addInitiatives?.includes(id)) : []
  return (
    <>
      {[...actors, ...initiatives].map(({ name }) => (
        <li key={name}>
          <strong>{name}</strong> <span class="tag">{texts.tried}</span>
        </li>
      ))}
    </>
  )
}
