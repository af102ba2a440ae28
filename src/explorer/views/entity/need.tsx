import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import { kindTexts } from '../../language/entity-kinds.js'
import { fieldValues } from '../../language/field-values.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'
import { NamedColumns } from '../../parts/fact-list.js'
import { Term } from '../../parts/term.js'
import { useAnswer } from '../../use-answer.js'
import { Opened, type Opening } from './opened.js'

const needDocument = graphql(`
  query ExplorerNeed($id: ID!, $lang: Lang!) {
    supportActors(filter: { meetsNeeds: [$id] }, first: 100) {
      totalCount
      nodes {
        id
        name(lang: $lang)
        kind
      }
    }
    supportGaps(needs: [$id], first: 200) {
      totalCount
      nodes {
        place {
          id
          name(lang: $lang)
        }
        jobsAtStake
        nearestActor {
          distanceKm
          actor {
            id
            name(lang: $lang)
          }
        }
      }
    }
  }
`)

/** Who meets a need, and where nobody does that any firm can turn to. */
export function Need({ of, children }: Opening) {
  const texts = useTexts(kindTexts).need
  const { kind: kinds } = useTexts(fieldValues)
  const format = useFormat()
  const address = useAddress()
  const answer = useAnswer(needDocument, { id: of, lang: useLang() })
  const cellLink = (place: string) => linkTo('/coverage', { place, need: of, lang: address.get('lang') })
  return (
    <Opened answer={answer} rest={children}>
      {({ supportActors, supportGaps }) => (
        <>
          <section aria-labelledby="gaps">
            <h2 id="gaps">
              {supportGaps.totalCount === 0 ? texts.noGaps : texts.gaps(format.count(supportGaps.totalCount))}
            </h2>
            {supportGaps.totalCount > 0 && (
              <DataTable
                caption={texts.place}
                headed
                rows={supportGaps.nodes}
                columns={[
                  {
                    title: texts.place,
                    value: ({ place }) => place.name,
                    show: ({ place }) => <a href={cellLink(place.id)}>{place.name}</a>,
                  },
                  {
                    title: texts.atStake,
                    value: ({ jobsAtStake }) => jobsAtStake,
                    show: ({ jobsAtStake }) => format.count(jobsAtStake),
                  },
                  {
                    title: texts.nearest,
                    value: ({ nearestActor }) => nearestActor?.actor.name ?? '',
                    show: ({ nearestActor }) =>
                      nearestActor && (
                        <>
                          <EntityName entity={nearestActor.actor} />{' '}
                          <Term of="as-the-crow-flies">{texts.km(format.count(nearestActor.distanceKm))}</Term>
                        </>
                      ),
                  },
                ]}
              />
            )}
          </section>
          <section aria-labelledby="met">
            <h2 id="met">{texts.who(format.count(supportActors.totalCount))}</h2>
            <NamedColumns entities={supportActors.nodes} told={({ kind }) => kinds[kind]} />
          </section>
        </>
      )}
    </Opened>
  )
}
