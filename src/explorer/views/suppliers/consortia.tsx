import { graphql } from '../../generated/gql.js'
import type { ExplorerConsortiaQuery } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { supplierTexts } from '../../language/suppliers.js'
import { Answered, Empty } from '../../parts/answered.js'
import { AskedInLine } from '../../parts/asked-in-line.js'
import { EntityName } from '../../parts/entity-name.js'
import { CheckField, NumberField, Toolbar } from '../../parts/fields.js'
import { wholeIn } from '../../parts/in-address.js'
import { TableLinks } from '../../parts/table-links.js'
import { Term } from '../../parts/term.js'
import { useAnswer } from '../../use-answer.js'
import type { SupplierAddress, SupplyQuestion } from './supply-question.js'

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
      distances: MAIN_TOWNS
      first: 6
    ) {
      totalCount
      complete
      failed {
        bound
        value
        text(lang: $lang)
      }
      nodes {
        firms {
          id
          name(lang: $lang)
          employees
          municipality {
            name(lang: $lang)
          }
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

type Found = ExplorerConsortiaQuery['consortia']

const FEWEST_EMPLOYEES = 50
const MOST_FIRMS = 4

/** Groups of firms that together cover some categories and are large enough; without a choice those that the firms are filtered by. */
export function Consortia({
  address,
  question: { establishment, withinKm },
  bought,
}: {
  readonly address: SupplierAddress
  readonly question: SupplyQuestion
  readonly bought: readonly { readonly id: string; readonly name: string }[]
}) {
  const texts = useTexts(supplierTexts)
  const lang = useLang()
  const { count } = useFormat()
  const { get, list } = address.asked
  const wanted = get('categories') === null ? list('category') : list('categories')
  const minEmployees = wholeIn({ get }, 'employees') ?? FEWEST_EMPLOYEES
  const maxFirms = wholeIn({ get }, 'firms') ?? MOST_FIRMS
  const asked = { establishment, categories: [...wanted], minEmployees, maxFirms, withinKm }
  const said =
    wanted.length === 0
      ? []
      : [
          ...bought.filter(({ id }) => wanted.includes(id)).map(({ name }) => name),
          texts.employeesTogether(count(minEmployees)),
          texts.mostFirms(count(maxFirms)),
        ]
  const answer = useAnswer(consortiaDocument, wanted.length === 0 ? null : { ...asked, lang })
  return (
    <section aria-labelledby="consortia">
      <h2 id="consortia">{texts.consortia}</h2>
      <p class="quiet">
        <Term of="consortium">{texts.consortiaLead}</Term>
      </p>
      <AskedInLine said={said} isAsked={wanted.length > 0} label={texts.consortiaForm}>
        <Toolbar>
          <CheckField
            label={texts.categories}
            choices={bought.map((category) => ({ ...category, group: null }))}
            values={wanted}
            onChange={(values) => address.change({ categories: values.join(',') })}
          />
          <NumberField
            label={texts.minEmployees}
            min={1}
            step={1}
            value={String(minEmployees)}
            onChange={(employees) => address.change({ employees })}
          />
          <NumberField
            label={texts.maxFirms}
            min={1}
            max={6}
            step={1}
            value={String(maxFirms)}
            onChange={(firms) => address.change({ firms })}
          />
        </Toolbar>
      </AskedInLine>
      {wanted.length > 0 && (
        <Answered answer={answer}>
          {({ consortia }) =>
            consortia.nodes.length === 0 ? (
              <NoGroups found={consortia} address={address} />
            ) : (
              <>
                <Groups found={consortia} />
                <TableLinks table="consortia" asked={{ ...asked, distances: 'MAIN_TOWNS' }} />
              </>
            )
          }
        </Answered>
      )}
    </section>
  )
}

function Groups({ found: { nodes, totalCount, complete } }: { readonly found: Found }) {
  const texts = useTexts(supplierTexts)
  const { count } = useFormat()
  return (
    <>
      <p role="status">{texts.groupsShown(count(nodes.length), count(totalCount))}</p>
      {!complete && <p class="quiet">{texts.notAll}</p>}
      <ul class="cards">
        {nodes.map(({ firms, employees, spanKm, missing }) => (
          <li key={firms.map(({ id }) => id).join(' ')} class="panel supplier-group">
            <h3>{texts.groupOf(firms.length, count(firms.length), count(employees))}</h3>
            <p class="quiet">{texts.spanOf(firms.length, Math.round(spanKm), count(spanKm))}</p>
            <ul class="plain-list">
              {firms.map((firm) => (
                <li key={firm.id}>
                  <EntityName entity={firm} />{' '}
                  <span class="quiet">
                    {[firm.municipality?.name, firm.employees === null ? texts.employeesUnknown : count(firm.employees)]
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                </li>
              ))}
            </ul>
            {missing.length > 0 && (
              <details class="quiet">
                <summary>{texts.groupLacks(count(missing.length))}</summary>
                {missing.map(({ name }) => name).join(', ')}
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Which bound stands in the way, and what would do. */
function NoGroups({ found: { failed }, address }: { readonly found: Found; readonly address: SupplierAddress }) {
  const texts = useTexts(supplierTexts)
  const { count } = useFormat()
  const offers = failed.flatMap(({ bound, value }) => {
    if (value === null) return []
    if (bound === 'EMPLOYEES' && value >= 1) {
      return { label: texts.tryEmployees(count(value)), values: { employees: String(value) } }
    }
    if (bound === 'MEMBERS') return { label: texts.tryFirms(count(value)), values: { firms: String(value) } }
    if (bound !== 'DISTANCE') return []
    const within = Math.ceil(value / 10) * 10
    return { label: texts.tryWithin(count(within)), values: { within: String(within) } }
  })
  return (
    <Empty>
      <p>{texts.noGroups}</p>
      <ul>
        {failed.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {offers.map(({ label, values }) => (
        <span key={label}>
          <button type="button" onClick={() => address.change(values)}>
            {label}
          </button>{' '}
        </span>
      ))}
    </Empty>
  )
}
