import { linkTo, useAddress } from '../../address.js'
import type { ExplorerCellFragment } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useFormat, useTexts } from '../../language/language.js'
import { EntityName } from '../../parts/entity-name.js'
import { changeOf } from './change.js'
import type { PlaceRow } from './finding.js'
import { PlaceNeeds } from './place-needs.js'

/** A municipality: what it lacks, and all of its needs to choose from. */
export function PlacePanel({
  row,
  isChanged,
  onChoose,
}: {
  readonly row: PlaceRow
  readonly isChanged: (cell: ExplorerCellFragment) => boolean
  readonly onChoose: (cell: ExplorerCellFragment | null) => void
}) {
  return (
    <section class="panel" aria-live="polite" aria-labelledby="cell">
      <h2 id="cell">
        <EntityName entity={row.place} />
      </h2>
      <PlaceLine row={row} />
      <PlaceNeeds row={row} chosen={null} isChanged={isChanged} onChoose={onChoose} />
      <SupportLink place={row.place.id} />
    </section>
  )
}

/** What a municipality lacks, in a sentence. */
export function PlaceLine({ row }: { readonly row: PlaceRow }) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  return (
    <p>
      {texts.placeLacks({
        missing: format.count(row.missing),
        needs: format.count(row.cells.length),
        conditional: format.count(row.conditional),
        jobs: format.count(row.jobs),
      })}
    </p>
  )
}

/** Leads to who helps a firm there, today: of what is tried nobody knows there. */
export function SupportLink({ place, need = null }: { readonly place: string; readonly need?: string | null }) {
  const texts = useTexts(coverageTexts)
  const address = useAddress()
  const asked = { evidence: address.get('evidence'), asOf: address.get('asOf'), lang: address.get('lang') }
  return (
    <p>
      <a href={linkTo('/support', { municipality: place, needs: need, ...asked })}>{texts.support}</a>{' '}
      {changeOf(address) !== null && <span class="quiet">{texts.supportToday}</span>}
    </p>
  )
}
