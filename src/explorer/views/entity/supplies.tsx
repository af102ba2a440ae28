import type { SupplyStatus } from '../../generated/graphql.js'
import { kindTexts } from '../../language/entity-kinds.js'
import { fieldValues } from '../../language/field-values.js'
import { useFormat, useTexts } from '../../language/language.js'
import { DataTable } from '../../parts/data-table.js'
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
  party,
  none,
}: {
  readonly total: number
  readonly edges: readonly SupplyEdge[]
  /** What the firms at the other end are called. */
  readonly party: string
  /** Said where no supply is known. */
  readonly none: string
}) {
  const { venture: texts, rows, sources } = useTexts(kindTexts)
  const { supplyStatus: standings } = useTexts(fieldValues)
  const format = useFormat()
  if (edges.length === 0) return <p class="quiet">{none}</p>
  const when = ({ since, until }: SupplyEdge) => [since, until].map((day) => day?.slice(0, 4) ?? '').join('–')
  return (
    <>
      <DataTable
        caption={party}
        headed
        rows={edges}
        columns={[
          { title: party, value: ({ node }) => node.name, show: ({ node }) => <EntityName entity={node} /> },
          { title: texts.what, value: ({ what, category }) => what ?? category?.name ?? '' },
          { title: texts.years, value: (edge) => (when(edge) === '–' ? '' : when(edge)) },
          {
            title: texts.standing,
            value: ({ supplyStatus }) => (supplyStatus === null ? '' : standings[supplyStatus]),
          },
          {
            title: sources,
            value: ({ provenance }) => provenance.source.name,
            show: ({ provenance }) => (
              <span class="quiet">
                <SourceNote provenance={provenance} />
              </span>
            ),
          },
        ]}
      />
      {total > edges.length && <p class="quiet">{rows(format.count(edges.length), format.count(total))}</p>}
    </>
  )
}
