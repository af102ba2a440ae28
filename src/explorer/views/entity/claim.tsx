import { graphql } from '../../generated/gql.js'
import { entityTexts } from '../../language/entity.js'
import { kindTexts } from '../../language/entity-kinds.js'
import { fieldValues } from '../../language/field-values.js'
import { useLang, useTexts } from '../../language/language.js'
import { Fact, NamesFact } from '../../parts/fact-list.js'
import { useAnswer } from '../../use-answer.js'
import { Statement } from './claims.js'
import { Opened, type Opening } from './opened.js'

const claimDocument = graphql(`
  query ExplorerClaimPage($id: ID!, $lang: Lang!) {
    node(id: $id) {
      __typename
      ... on Claim {
        id
        saidBy
        about(first: 20) {
          nodes {
            id
            name(lang: $lang)
          }
        }
        contradicts(first: 10) {
          nodes {
            ...ExplorerClaim
          }
        }
      }
    }
  }
`)

/** What a claim is about, who says it, and what cannot hold together with it. */
export function Claim({ of, children }: Opening) {
  const texts = useTexts(kindTexts).claim
  const { contradiction } = useTexts(entityTexts)
  const { saidBy: voices } = useTexts(fieldValues)
  const answer = useAnswer(claimDocument, { id: of, lang: useLang() })
  return (
    <Opened answer={answer} rest={children}>
      {({ node }) =>
        node?.__typename === 'Claim' && (
          <>
            <dl class="support-facts support-facts-wide">
              <NamesFact name={texts.about} entities={node.about.nodes} />
              <Fact name={texts.saidBy} shown={node.saidBy !== null}>
                {node.saidBy && voices[node.saidBy]}
              </Fact>
            </dl>
            {node.contradicts.nodes.length > 0 && (
              <section class="contradiction" aria-labelledby="contradiction">
                <h2 id="contradiction">{contradiction}</h2>
                {node.contradicts.nodes.map((other) => (
                  <Statement key={other.id} claim={other} beside={null} />
                ))}
              </section>
            )}
          </>
        )
      }
    </Opened>
  )
}
