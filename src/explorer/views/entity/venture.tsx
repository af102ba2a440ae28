import { graphql } from '../../generated/gql.js'
import type { DatePrecision, ExplorerVentureQuery } from '../../generated/graphql.js'
import { kindTexts } from '../../language/entity-kinds.js'
import { fieldValues } from '../../language/field-values.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { supplierTexts } from '../../language/suppliers.js'
import { EntityName } from '../../parts/entity-name.js'
import { Fact, Figure, Names } from '../../parts/fact-list.js'
import { Term } from '../../parts/term.js'
import { useAnswer } from '../../use-answer.js'
import { Bought } from './bought.js'
import { Opened, type Opening } from './opened.js'
import { Supplies } from './supplies.js'

const ventureDocument = graphql(`
  query ExplorerVenture($id: ID!, $lang: Lang!) {
    node(id: $id) {
      __typename
      ... on Establishment {
        id
        totalJobs
        expectedJobs {
          year
          jobs
        }
        county {
          id
          name(lang: $lang)
        }
        municipalities(first: 20) {
          nodes {
            id
            name(lang: $lang)
          }
        }
        sector {
          id
          name(lang: $lang)
        }
        operator {
          id
          name(lang: $lang)
        }
        spillover {
          indirect
          induced
          spillover
        }
        phases {
          id
          kind
          from
          fromPrecision
          to
          toPrecision
          status
        }
        procures(first: 100) {
          edges {
            phase
            node {
              id
              name(lang: $lang)
            }
          }
        }
        requires(first: 50) {
          nodes {
            id
            name(lang: $lang)
          }
        }
        suppliers(first: 40) {
          totalCount
          edges {
            ...ExplorerSuppliedBy
          }
        }
      }
    }
  }

  fragment ExplorerSuppliedBy on SupplierEdge {
    category {
      id
      name(lang: $lang)
    }
    since
    until
    supplyStatus
    what(lang: $lang)
    node {
      id
      name(lang: $lang)
    }
    provenance {
      locator(lang: $lang)
      source {
        id
        name(lang: $lang)
      }
    }
  }
`)

/** The jobs of a venture, where and when it is, what it buys, and who supplies it. */
export function Venture({ of, children }: Opening) {
  const answer = useAnswer(ventureDocument, { id: of, lang: useLang() })
  return (
    <Opened answer={answer} rest={children}>
      {({ node }) => node?.__typename === 'Establishment' && <OfVenture venture={node} />}
    </Opened>
  )
}

type ShownVenture = Extract<ExplorerVentureQuery['node'], { readonly __typename: 'Establishment' }>

function OfVenture({ venture }: { readonly venture: ShownVenture }) {
  const texts = useTexts(kindTexts).venture
  const format = useFormat()
  const { municipalities, county, sector, operator, spillover, suppliers } = venture
  return (
    <>
      <dl class="figures figures-in-line">
        <Figure value={format.count(venture.totalJobs)}>
          <Term of="direct">{texts.jobs}</Term>
        </Figure>
        <Figure value={format.count(spillover.spillover)}>
          <Term of="spillover">{texts.spillover}</Term>
        </Figure>
        <Figure value={format.count(spillover.indirect)}>
          <Term of="indirect">{texts.indirect}</Term>
        </Figure>
        <Figure value={format.count(spillover.induced)}>
          <Term of="induced">{texts.induced}</Term>
        </Figure>
      </dl>
      <dl class="support-facts support-facts-wide">
        <Fact name={texts.places}>
          {municipalities.nodes.length > 0 ? <Names entities={municipalities.nodes} /> : texts.noPlace}
        </Fact>
        <Fact name={texts.county}>
          <EntityName entity={county} />
        </Fact>
        <Fact name={texts.sector}>
          <EntityName entity={sector} />
        </Fact>
        <Fact name={texts.operator} shown={operator !== null}>
          {operator && <EntityName entity={operator} />}
        </Fact>
      </dl>
      <Years venture={venture} />
      <Phases venture={venture} />
      <Bought procures={venture.procures.edges} requires={venture.requires.nodes} />
      <section aria-labelledby="supplied">
        <h2 id="supplied">{texts.suppliers(format.count(suppliers.totalCount))}</h2>
        <Supplies total={suppliers.totalCount} edges={suppliers.edges} none={texts.noSuppliers} />
      </section>
    </>
  )
}

/** New jobs by year, as bars with their numbers. */
function Years({ venture: { expectedJobs } }: { readonly venture: ShownVenture }) {
  const texts = useTexts(kindTexts).venture
  const format = useFormat()
  if (expectedJobs.length === 0) return null
  const most = Math.max(...expectedJobs.map(({ jobs }) => jobs), 1)
  return (
    <section aria-labelledby="years">
      <h2 id="years">{texts.byYear}</h2>
      <ul class="year-bars">
        {expectedJobs.map(({ year, jobs }) => (
          <li key={year}>
            <span>{year}</span>
            <span class="year-bar" style={{ inlineSize: `${(100 * jobs) / most}%` }} />
            <span class="number">{format.count(jobs)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How much of a written day each precision tells. */
const told: Readonly<Record<DatePrecision, number>> = { DAY: 10, MONTH: 7, YEAR: 4 }

/** Whether the whole of a day, month or year lies before today. */
function isPast(day: string | null, precision: DatePrecision | null): boolean {
  const length = told[precision ?? 'DAY']
  return day !== null && day.slice(0, length) < new Date().toISOString().slice(0, length)
}

function Phases({ venture: { phases } }: { readonly venture: ShownVenture }) {
  const texts = useTexts(kindTexts).venture
  const { phases: names } = useTexts(supplierTexts)
  const { status: standings } = useTexts(fieldValues)
  const format = useFormat()
  return (
    <section aria-labelledby="phases">
      <h2 id="phases">{texts.phases}</h2>
      {phases.length === 0 && <p class="quiet">{texts.noPhases}</p>}
      <ul>
        {phases.map(({ id, kind, from, fromPrecision, to, toPrecision, status }) => (
          <li key={id}>
            <EntityName entity={{ id, name: names[kind] }} />{' '}
            <span class="quiet">
              {[
                [from, to]
                  .map((day, index) => day && format.day(day, index === 0 ? fromPrecision : toPrecision))
                  .filter(Boolean)
                  .join('–'),
                status === 'EXPECTED' && isPast(from, fromPrecision) ? texts.wasExpected : standings[status],
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
