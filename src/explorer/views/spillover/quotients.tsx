import { graphql } from '../../generated/gql.js'
import type { ExplorerQuotientsQuery, Mining } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { regionalTexts } from '../../language/regional.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Answered, Empty } from '../../parts/answered.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'
import { Term } from '../../parts/term.js'
import { useAnswer } from '../../use-answer.js'
import { RestsOn } from './rests-on.js'

const quotientsDocument = graphql(`
  query ExplorerQuotients($table: ID!, $mining: Mining!, $lang: Lang!) {
    inputOutputTable(id: $table) {
      industries(first: 200) {
        totalCount
        nodes {
          id
          code
          name(lang: $lang)
          locationQuotients(mining: $mining) {
            county {
              id
              name(lang: $lang)
            }
            quotient
            employment {
              id
              name(lang: $lang)
            }
          }
        }
      }
    }
  }
`)

type Row = NonNullable<ExplorerQuotientsQuery['inputOutputTable']>['industries']['nodes'][number]

/** How common each industry of a table is in the region and its counties, against the nation. */
export function Quotients({ table, mining }: { readonly table: string; readonly mining: Mining }) {
  const texts = useTexts(regionalTexts)
  const lang = useLang()
  const answer = useAnswer(quotientsDocument, { table, mining, lang })
  return (
    <>
      <p class="hint">
        {texts.quotientMeans} <Term of="location-quotients">{texts.method}</Term>
      </p>
      <Answered answer={answer}>
        {({ inputOutputTable }) => {
          const rows = (inputOutputTable?.industries.nodes ?? []).filter(
            ({ locationQuotients }) => locationQuotients.length > 0,
          )
          return rows.length === 0 ? (
            <Empty>{texts.noQuotients}</Empty>
          ) : (
            <QuotientTable rows={rows} all={inputOutputTable?.industries.totalCount ?? rows.length} />
          )
        }}
      </Answered>
    </>
  )
}

function QuotientTable({ rows, all }: { readonly rows: readonly Row[]; readonly all: number }) {
  const texts = useTexts(regionalTexts)
  const { shown } = useTexts(spilloverTexts)
  const format = useFormat()
  const counties = rows[0]?.locationQuotients.flatMap(({ county }) => county ?? []) ?? []
  const quotientOf = ({ locationQuotients }: Row, county: string | null) =>
    locationQuotients.find((each) => (each.county?.id ?? null) === county)?.quotient ?? null
  const inWords = (quotient: number | null) => (quotient === null ? texts.notKnown : format.number(quotient, 2))
  const ordered = rows.toSorted((left, right) => (quotientOf(right, null) ?? 0) - (quotientOf(left, null) ?? 0))
  return (
    <>
      <RestsOn employment={rows[0]?.locationQuotients[0]?.employment ?? null} of="EMPLOYED" />
      {rows.length < all && <p class="quiet">{shown(format.count(rows.length), format.count(all))}</p>}
      <DataTable
        caption={texts.quotientsBySector}
        rows={ordered}
        columns={[
          {
            title: texts.industry,
            value: ({ code, name }) => `${code} ${name}`,
            show: ({ id, code, name }) => <EntityName entity={{ id, name: `${code} ${name}` }} />,
          },
          {
            title: texts.together,
            value: (row) => quotientOf(row, null),
            show: (row) => inWords(quotientOf(row, null)),
          },
          ...counties.map(({ id, name }) => ({
            title: name,
            value: (row: Row) => quotientOf(row, id),
            show: (row: Row) => inWords(quotientOf(row, id)),
          })),
        ]}
      />
    </>
  )
}
