import { graphql } from '../../generated/gql.js'
import { useLang, useTexts } from '../../language/language.js'
import { networkTexts } from '../../language/network.js'
import { Answered, Empty } from '../../parts/answered.js'
import { EntityName } from '../../parts/entity-name.js'
import { useAnswer } from '../../use-answer.js'

const pathsDocument = graphql(`
  query ExplorerPaths($from: ID!, $to: ID!, $lang: Lang!) {
    paths(from: $from, to: $to, maxLength: 4, limit: 10) {
      length
      nodes {
        id
        label(lang: $lang)
      }
      edges {
        id
      }
    }
  }
`)

/** How two entities are joined, the shortest ways first. */
export function Paths({ from, to }: { readonly from: string; readonly to: string }) {
  const texts = useTexts(networkTexts)
  const lang = useLang()
  const answer = useAnswer(pathsDocument, { from, to, lang })
  return (
    <section class="panel" aria-labelledby="paths">
      <h2 id="paths">{texts.paths}</h2>
      <Answered answer={answer}>
        {({ paths }) =>
          paths.length === 0 ? (
            <Empty>{texts.noPath}</Empty>
          ) : (
            <ol>
              {paths.map(({ nodes, edges }) => (
                <li key={edges.map(({ id }) => id).join()}>
                  {nodes.map(({ id, label }, index) => (
                    <span key={id}>
                      {index > 0 && ' → '}
                      <EntityName entity={{ id, name: label }} />
                    </span>
                  ))}
                </li>
              ))}
            </ol>
          )
        }
      </Answered>
    </section>
  )
}
