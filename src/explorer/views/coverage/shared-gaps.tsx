import { graphql } from '../../generated/gql.js'
import type { SupportChange, SupportEvidence } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { Answered, Empty } from '../../parts/answered.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'
import { TableLinks } from '../../parts/table-links.js'
import { useAnswer } from '../../use-answer.js'
import { jobsBehind, type PlaceRow } from './finding.js'

const sharedDocument = graphql(`
  query ExplorerSharedGaps(
    $county: ID
    $evidence: SupportEvidence
    $asOf: Date
    $change: SupportChange
    $lang: Lang!
  ) {
    sharedGaps(change: $change, county: $county, first: 10, evidence: $evidence, asOf: $asOf) {
      totalCount
      nodes {
        places {
          id
          name(lang: $lang)
        }
        needs {
          id
          name(lang: $lang)
        }
        actors {
          id
          name(lang: $lang)
        }
      }
    }
  }
`)

interface Id {
  readonly id: string
}

/** From so many municipalities on one reads faster which are not among them. */
const MANY = 6

/** Groups of municipalities that lack the same, and who meets it elsewhere. */
export function SharedGaps({
  county,
  evidence,
  asOf,
  change,
  rows,
}: {
  readonly county: string | null
  readonly evidence: SupportEvidence | null
  readonly asOf: string | null
  /** What is tried; null for the support as it is. */
  readonly change: SupportChange | null
  /** All municipalities that are asked about, with their cells. */
  readonly rows: readonly PlaceRow[]
}) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const lang = useLang()
  const answer = useAnswer(sharedDocument, { county, evidence, asOf, change, lang })
  const placesOf = (places: readonly { readonly id: string; readonly name: string }[]) => {
    const others = rows.filter(({ place }) => !places.some(({ id }) => id === place.id)).map(({ place }) => place.name)
    if (others.length === 0) return texts.sharedAll(format.count(places.length))
    const isMost = places.length > MANY && others.length < places.length / 2
    return isMost ? texts.sharedAllBut(format.list(others)) : format.list(places.map(({ name }) => name))
  }
  /** Of each municipality once, as everywhere on the page. */
  const jobsOf = ({ places, needs }: { readonly places: readonly Id[]; readonly needs: readonly Id[] }) =>
    jobsBehind(rows, places, needs)
  return (
    <section aria-labelledby="shared">
      <h2 id="shared">{texts.shared}</h2>
      <p class="quiet">
        {texts.sharedLead} {change !== null && texts.sharedAfter}
      </p>
      <Answered answer={answer}>
        {({ sharedGaps: { nodes, totalCount } }) =>
          nodes.length === 0 ? (
            <Empty>{texts.sharedNone}</Empty>
          ) : (
            <>
              {totalCount > nodes.length && (
                <p class="quiet">{texts.sharedShown(format.count(nodes.length), format.count(totalCount))}</p>
              )}
              <DataTable
                caption={texts.shared}
                headed
                rows={nodes}
                columns={[
                  {
                    title: texts.place,
                    value: ({ places }) => places.map(({ name }) => name).join(', '),
                    show: ({ places }) => placesOf(places),
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
                    value: (group) => Math.round(jobsOf(group)),
                    show: (group) => format.count(jobsOf(group)),
                  },
                ]}
              />
              <TableLinks table="shared-gaps" asked={{ county, evidence, asOf, ...change }} />
            </>
          )
        }
      </Answered>
    </section>
  )
}
