import { graphql } from '../../generated/gql.js'
import { kindTexts } from '../../language/entity-kinds.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { EntityName } from '../../parts/entity-name.js'
import { Fact, Figure, Names } from '../../parts/fact-list.js'
import { Term } from '../../parts/term.js'
import { useAnswer } from '../../use-answer.js'
import { Opened, type Opening } from './opened.js'

const countyDocument = graphql(`
  query ExplorerCounty($id: ID!, $lang: Lang!) {
    node(id: $id) {
      __typename
      ... on County {
        id
        spillover {
          spillover
        }
        municipalities(first: 200) {
          totalCount
          nodes {
            id
            name(lang: $lang)
          }
        }
        establishments(first: 50) {
          totalCount
          nodes {
            id
            name(lang: $lang)
            totalJobs
          }
        }
        supportActors(first: 60) {
          totalCount
          nodes {
            id
            name(lang: $lang)
          }
        }
      }
    }
    supportGaps(county: $id, first: 1) {
      totalCount
    }
  }
`)

/** The jobs of a county, its municipalities and ventures, who is there for it, and how many gaps it has. */
export function County({ of, children }: Opening) {
  const texts = useTexts(kindTexts).county
  const format = useFormat()
  const answer = useAnswer(countyDocument, { id: of, lang: useLang() })
  return (
    <Opened answer={answer} rest={children}>
      {({ node, supportGaps }) => {
        if (node?.__typename !== 'County') return null
        const { spillover, municipalities, establishments, supportActors } = node
        const jobs = establishments.nodes.reduce((sum, { totalJobs }) => sum + totalJobs, 0)
        return (
          <>
            <dl class="figures figures-in-line">
              <Figure value={format.count(jobs)}>
                <Term of="direct">{texts.jobs}</Term>
              </Figure>
              <Figure value={format.count(spillover.spillover)}>
                <Term of="spillover">{texts.spillover}</Term>
              </Figure>
              <Figure value={format.count(supportGaps.totalCount)}>
                <Term of="coverage">{texts.gaps}</Term>
              </Figure>
            </dl>
            <dl class="support-facts support-facts-wide">
              <Fact name={texts.municipalities(format.count(municipalities.totalCount))}>
                <Names entities={municipalities.nodes} />
              </Fact>
              <Fact name={texts.ventures(format.count(establishments.totalCount))}>
                <ul>
                  {establishments.nodes.map((venture) => (
                    <li key={venture.id}>
                      <EntityName entity={venture} />: {format.count(venture.totalJobs)}
                    </li>
                  ))}
                </ul>
              </Fact>
              <Fact name={texts.actors(format.count(supportActors.totalCount))}>
                <Names entities={supportActors.nodes} />
              </Fact>
            </dl>
          </>
        )
      }}
    </Opened>
  )
}
