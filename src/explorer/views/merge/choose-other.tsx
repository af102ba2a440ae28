import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { EntityKind } from '../../generated/graphql.js'
import { useLang, useTexts } from '../../language/language.js'
import { mergeTexts } from '../../language/merge.js'
import { Answered, Empty } from '../../parts/answered.js'
import { EntityName } from '../../parts/entity-name.js'
import { EntitySearch, kindOf } from '../../parts/entity-search.js'
import { useAnswer } from '../../use-answer.js'

const ofDocument = graphql(`
  query ExplorerMergeOf($id: ID!, $lang: Lang!) {
    node(id: $id) {
      __typename
      id
      ... on Entity {
        name(lang: $lang)
      }
    }
  }
`)

const likelyDocument = graphql(`
  query ExplorerMergeLikely($text: String!, $kinds: [EntityKind!], $lang: Lang!) {
    search(text: $text, kinds: $kinds, first: 8) {
      edges {
        node {
          id
          name(lang: $lang)
        }
      }
    }
  }
`)

/** Chooses what something is the same as: those of a similar name first. */
export function ChooseOther({ of }: { readonly of: string }) {
  const texts = useTexts(mergeTexts)
  const address = useAddress()
  const answer = useAnswer(ofDocument, { id: of, lang: useLang() })
  return (
    <Answered answer={answer}>
      {({ node }) =>
        !node?.name ? (
          <Empty>{texts.notThere}</Empty>
        ) : (
          <>
            <p>
              <EntityName entity={{ id: node.id, name: node.name }} />
            </p>
            <EntitySearch
              label={texts.chooseOther(node.name)}
              kinds={[kindOf(node.__typename)]}
              onPick={({ id }) => address.set({ into: id })}
            />
            <Likely id={node.id} name={node.name} kind={kindOf(node.__typename)} />
          </>
        )
      }
    </Answered>
  )
}

function Likely({ id, name, kind }: { readonly id: string; readonly name: string; readonly kind: EntityKind }) {
  const texts = useTexts(mergeTexts)
  const address = useAddress()
  const answer = useAnswer(likelyDocument, { text: name.slice(0, 100), kinds: [kind], lang: useLang() })
  return (
    <section>
      <h2>{texts.likely}</h2>
      <Answered answer={answer}>
        {({ search }) => {
          const others = search.edges.filter(({ node }) => node.id !== id)
          if (others.length === 0) return <p>{texts.noLikely}</p>
          return (
            <ul>
              {others.map(({ node }) => (
                <li key={node.id}>
                  <a href={linkTo('/merge', { of: id, into: node.id, lang: address.get('lang') })}>{node.name}</a>
                </li>
              ))}
            </ul>
          )
        }}
      </Answered>
    </section>
  )
}
