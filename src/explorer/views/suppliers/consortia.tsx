import type { Address } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { supplierTexts } from '../../language/suppliers.js'
import { Answered, Empty } from '../../parts/answered.js'
import type { Choice } from '../../parts/choices.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'
import { CheckField, NumberField, Toolbar } from '../../parts/fields.js'
import { TableLinks } from '../../parts/table-links.js'
import { useAnswer } from '../../use-answer.js'
import type { SupplyQuestion } from './supply-question.js'

const consortiaDocument = graphql(`
  query ExplorerConsortia(
    $establishment: ID!
    $categories: [ID!]!
    $minEmployees: Int!
    $maxFirms: Int!
    $withinKm: Float
    $lang: Lang!
  ) {
    consortia(
      establishment: $establishment
      categories: $categories
      minEmployees: $minEmployees
      maxFirms: $maxFirms
      withinKm: $withinKm
      first: 10
    ) {
      complete
      nodes {
        firms {
          id
          name(lang: $lang)
        }
        employees
        spanKm
        missing {
          id
          name(lang: $lang)
        }
      }
    }
  }
`)

const FEWEST_EMPLOYEES = 50
const MOST_FIRMS = 4

/** Groups of firms that together cover some categories and are large enough. */
export function Consortia({
  address,
  question: { establishment, withinKm },
  categories,
}: {
  readonly address: Address
  readonly question: SupplyQuestion
  readonly categories: readonly Choice[]
}) {
  const texts = useTexts(supplierTexts)
  const format = useFormat()
  const lang = useLang()
  const wanted = address.list('categories')
  const minEmployees = Number(address.get('employees') ?? FEWEST_EMPLOYEES)
  const maxFirms = Number(address.get('firms') ?? MOST_FIRMS)
  const asked = { establishment, categories: [...wanted], minEmployees, maxFirms, withinKm }
  const answer = useAnswer(consortiaDocument, wanted.length === 0 ? null : { ...asked, lang })
  return (
    <section aria-labelledby="consortia">
      <h2 id="consortia">{texts.consortia}</h2>
      <Toolbar>
        <CheckField
          label={texts.categories}
          choices={categories}
          values={wanted}
          onChange={(values) => address.set({ categories: values.join(',') })}
        />
        <NumberField
          label={texts.minEmployees}
          min={1}
          step={1}
          value={String(minEmployees)}
          onChange={(employees) => address.set({ employees })}
        />
        <NumberField
          label={texts.maxFirms}
          min={1}
          max={6}
          step={1}
          value={String(maxFirms)}
          onChange={(firms) => address.set({ firms })}
        />
      </Toolbar>
      {wanted.length > 0 && (
        <Answered answer={answer}>
          {({ consortia: { complete, nodes } }) => (
            <>
              {!complete && <Empty>{texts.notAll}</Empty>}
              {nodes.length === 0 ? (
                <Empty>{texts.noGroups}</Empty>
              ) : (
                <>
                  <DataTable
                    caption={texts.consortia}
                    rows={nodes}
                    columns={[
                      {
                        title: texts.members,
                        value: ({ firms }) => firms.map(({ name }) => name).join(', '),
                        show: ({ firms }) =>
                          firms.map((firm, index) => (
                            <span key={firm.id}>
                              {index > 0 && ', '}
                              <EntityName entity={firm} />
                            </span>
                          )),
                      },
                      {
                        title: texts.employees,
                        value: ({ employees }) => employees,
                        show: ({ employees }) => format.count(employees),
                      },
                      { title: texts.span, value: ({ spanKm }) => spanKm, show: ({ spanKm }) => format.count(spanKm) },
                      { title: texts.missing, value: ({ missing }) => missing.map(({ name }) => name).join(', ') },
                    ]}
                  />
                  <TableLinks table="consortia" asked={asked} />
                </>
              )}
            </>
          )}
        </Answered>
      )}
    </section>
  )
}
