import { graphql } from '../../generated/gql.js'
import type { SupportEvidence } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { Answered, Empty } from '../../parts/answered.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'
import { TableLinks } from '../../parts/table-links.js'
import { useAnswer } from '../../use-answer.js'

const sharedDocument = graphql(`
  query ExplorerSharedGaps($county: ID, $evidence: SupportEvidence, $asOf: Date, $lang: Lang!) {
    sharedGaps(county: $county, first: 10, evidence: $evidence, asOf: $asOf) {
      nodes {
        places {
          id
          name(lang: $lang)
        }
        needs {
          id
          name(lang: $lang)
        }
        jobsAtStake
        actors {
          id
          name(lang: $lang)
        }
      }
    }
  }
`)

/** Groups of municipalities that lack the same, and who meets it elsewhere. */
export function SharedGaps({
  county,
  evidence,
  asOf,
}: {
  readonly county: string | null
  readonly evidence: SupportEvidence | null
  readonly asOf: string | null
}) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const lang = useLang()
  const answer = useAnswer(sharedDocument, { county, evidence, asOf, lang })
  return (
    <section aria-labelledby="shared">
      <h2 id="shared">{texts.shared}</h2>
      <p class="quiet">{texts.sharedLead}</p>
      <Answered answer={answer}>
        {({ sharedGaps: { nodes } }) =>
          nodes.length === 0 ? (
            <Empty>{texts.sharedNone}</Empty>
          ) : (
            <>
              <DataTable
                caption={texts.shared}
                headed
                rows={nodes}
                columns={[
                  {
                    title: texts.place,
                    value: ({ places }) => places.map(({ name }) => name).join(', '),
                    show: ({ places }) => format.list(places.map(({ name }) => name)),
                  },
                  {
                    title: texts.need,
                    value: ({ needs }) => needs.map(({ name }) => name).join(', '),
                    show: ({ needs }) => format.list(needs.map(({ name }) => name)),
                  },
                  {
                    title: texts.elsewhere,
                    value: ({ actors }) => actors.map(({ name }) => name).join(', '),
                    show: ({ actors }) =>
                      actors.map((actor, index) => (
                        <span key={actor.id}>
                          {index > 0 && ', '}
                          <EntityName entity={actor} />
                        </span>
                      )),
                  },
                  {
                    title: texts.jobs,
                    value: ({ jobsAtStake }) => jobsAtStake,
                    show: ({ jobsAtStake }) => format.number(jobsAtStake),
                  },
                ]}
              />
              <TableLinks table="shared-gaps" asked={{ county, evidence, asOf }} />
            </>
          )
        }
      </Answered>
    </section>
  )
}
