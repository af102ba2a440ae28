import { graphql } from '../../generated/gql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { supplierTexts } from '../../language/suppliers.js'
import { Answered, Empty } from '../../parts/answered.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'
import { TableLinks } from '../../parts/table-links.js'
import { useAnswer } from '../../use-answer.js'
import type { SupplyQuestion } from './supply-question.js'

const gapsDocument = graphql(`
  query ExplorerSupplyGaps($establishment: ID!, $phase: PhaseKind, $withinKm: Float, $lang: Lang!) {
    supplyGaps(establishment: $establishment, phase: $phase, withinKm: $withinKm, distances: MAIN_TOWNS) {
      nodes {
        category {
          id
          name(lang: $lang)
        }
        nearestKm
        initiatives {
          id
          name(lang: $lang)
        }
      }
    }
  }
`)

/** What the venture buys for which there is no firm. */
export function Gaps({ question }: { readonly question: SupplyQuestion }) {
  const texts = useTexts(supplierTexts)
  const format = useFormat()
  const lang = useLang()
  const answer = useAnswer(gapsDocument, { ...question, lang })
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">{texts.gaps}</h2>
      <Answered answer={answer}>
        {({ supplyGaps: { nodes } }) =>
          nodes.length === 0 ? (
            <Empty>{texts.noGaps}</Empty>
          ) : (
            <>
              <DataTable
                caption={texts.gaps}
                headed
                rows={nodes}
                columns={[
                  {
                    title: texts.category,
                    value: ({ category }) => category.name,
                    show: ({ category }) => <EntityName entity={category} />,
                  },
                  {
                    title: texts.nearest,
                    value: ({ nearestKm }) => nearestKm,
                    show: ({ nearestKm }) => (nearestKm === null ? '–' : format.count(nearestKm)),
                  },
                  {
                    title: texts.initiatives,
                    value: ({ initiatives }) => initiatives.map(({ name }) => name).join(', '),
                    show: ({ initiatives }) =>
                      initiatives.map((initiative) => (
                        <div key={initiative.id}>
                          <EntityName entity={initiative} />
                        </div>
                      )),
                  },
                ]}
              />
              <TableLinks table="supply-gaps" asked={{ ...question, distances: 'MAIN_TOWNS' }} />
            </>
          )
        }
      </Answered>
    </section>
  )
}
