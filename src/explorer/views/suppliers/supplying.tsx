import { graphql } from '../../generated/gql.js'
import type { ExplorerSupplyFragment } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { supplierTexts } from '../../language/suppliers.js'
import { type Column, DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'

graphql(`
  fragment ExplorerSupply on SupplierEdge {
    category {
      name(lang: $lang)
    }
    phase
    since
    until
    supplyStatus
    what(lang: $lang)
    value
    currency
    valueText(lang: $lang)
    node {
      id
      name(lang: $lang)
      municipality {
        name(lang: $lang)
      }
    }
    provenance {
      source {
        id
        name(lang: $lang)
        year
      }
    }
  }
`)

/** Whether nothing tells that a supply goes on: it has no date, or ran when a page was written of which no year is known. */
export const isUndated = ({ since, until, supplyStatus, provenance }: ExplorerSupplyFragment): boolean =>
  until === null && (since === null || (supplyStatus === 'RUNNING' && provenance.source.year === null))

/** Supplies that are known, with what is told of each and the page that tells it. */
export function Supplying({
  title,
  supplies,
}: {
  readonly title: string
  readonly supplies: readonly ExplorerSupplyFragment[]
}) {
  return <DataTable caption={title} headed rows={supplies} columns={useColumns()} />
}

function useColumns(): readonly Column<ExplorerSupplyFragment>[] {
  const texts = useTexts(supplierTexts)
  const format = useFormat()
  const amountOf = ({ value, currency }: ExplorerSupplyFragment) =>
    value === null || currency === null ? null : texts.millions(format.count(value), currency)
  return [
    { title: texts.firm, value: ({ node }) => node.name, show: ({ node }) => <EntityName entity={node} /> },
    { title: texts.place, value: ({ node }) => node.municipality?.name ?? null },
    {
      title: texts.what,
      value: ({ what, category }) => what ?? category?.name ?? null,
      show: ({ what, category }) => (
        <>
          {what ?? category?.name}
          {what && category && <div class="quiet">{category.name}</div>}
        </>
      ),
    },
    { title: texts.phase, value: ({ phase }) => phase && texts.phases[phase] },
    { title: texts.years, value: (supply) => yearsOf(supply, texts) },
    { title: texts.standing, value: ({ supplyStatus }) => supplyStatus && texts.standings[supplyStatus] },
    { title: texts.worth, value: (supply) => amountOf(supply) ?? supply.valueText },
    {
      title: texts.statedIn,
      value: ({ provenance: { source } }) => source.name,
      show: ({ provenance: { source } }) => (
        <>
          <EntityName entity={source} /> {source.year !== null && <span class="quiet">{source.year}</span>}
        </>
      ),
    },
  ]
}

/** The years that a supply may have begun and ended in at the earliest and at the latest. */
function yearsOf(
  { since, until }: ExplorerSupplyFragment,
  { sinceYear, untilYear }: (typeof supplierTexts)['sv'],
): string | null {
  const [first, last] = [since?.slice(0, 4), until?.slice(0, 4)]
  if (first && last) return first === last ? first : `${first}–${last}`
  return first ? sinceYear(first) : last ? untilYear(last) : null
}
