import type { SupplyStatus } from '../../generated/graphql.js'
import { kindTexts } from '../../language/entity-kinds.js'
import { fieldValues } from '../../language/field-values.js'
import { useFormat, useTexts } from '../../language/language.js'
import { EntityName } from '../../parts/entity-name.js'
import type { Named } from '../../parts/fact-list.js'
import { type ShownProvenance, SourceNote } from '../../parts/source-note.js'

interface SupplyEdge {
  readonly category: Named | null
  readonly since: string | null
  readonly until: string | null
  readonly supplyStatus: SupplyStatus | null
  readonly what: string | null
  readonly node: Named
  readonly provenance: ShownProvenance
}

/** Supplies that are known, each with when, how it stood and where that is stated. */
export function Supplies({
  total,
  edges,
  none,
}: {
  readonly total: number
  readonly edges: readonly SupplyEdge[]
  /** Said where no supply is known. */
  readonly none: string
}) {
  const { rows } = useTexts(kindTexts)
  const { supplyStatus: standings } = useTexts(fieldValues)
  const format = useFormat()
  if (edges.length === 0) return <p class="quiet">{none}</p>
  return (
    <>
      <ul class="offers">
        {edges.map((edge, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one firm may supply one buyer several times
          <li key={index}>
            <EntityName entity={edge.node} />{' '}
            <span class="quiet">
              {[yearsOf(edge), edge.supplyStatus && standings[edge.supplyStatus]].filter(Boolean).join(' · ')}
            </span>
            <div>{edge.what ?? edge.category?.name ?? ''}</div>
            <div class="quiet">
              <SourceNote provenance={edge.provenance} />
            </div>
          </li>
        ))}
      </ul>
      {total > edges.length && <p class="quiet">{rows(format.count(edges.length), format.count(total))}</p>}
    </>
  )
}

/** From which year to which, as far as it is known. */
function yearsOf({ since, until }: SupplyEdge): string {
  const [from, to] = [since, until].map((day) => day?.slice(0, 4) ?? '')
  return from === to ? (from ?? '') : `${from}–${to}`
}
