import { useRoute } from 'preact-iso'
import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerEntityQuery } from '../../generated/graphql.js'
import { entityTexts } from '../../language/entity.js'
import { useLang, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { Answered } from '../../parts/answered.js'
import { kindOf } from '../../parts/entity-search.js'
import { SourceNote } from '../../parts/source-note.js'
import { useAnswer } from '../../use-answer.js'
import { Claims } from './claims.js'
import { Facts } from './facts.js'
import { Relations } from './relations.js'

const entityDocument = graphql(`
  query ExplorerEntity($id: ID!, $lang: Lang!) {
    node(id: $id) {
      __typename
      id
      ... on Entity {
        name(lang: $lang)
        provenance {
          locator
          recordedAt
          source {
            id
            title
            publisher
            year
          }
        }
      }
      ...ExplorerFacts
    }
  }
`)

/** A page for each entity: what it is, what is said of it, what it is related to, and where all that comes from. */
export function EntityPage() {
  const texts = useTexts(entityTexts)
  const { params } = useRoute()
  const id = params.id ?? ''
  const lang = useLang()
  const answer = useAnswer(entityDocument, { id, lang })
  return (
    <Answered answer={answer}>
      {({ node }) => (node === null ? <h1>{texts.notThere}</h1> : <Entity key={node.id} entity={node} />)}
    </Answered>
  )
}

type Entity = NonNullable<ExplorerEntityQuery['node']>

function Entity({ entity }: { readonly entity: Entity }) {
  const texts = useTexts(entityTexts)
  const kinds = useTexts(partTexts).kinds
  const address = useAddress()
  const kind = kindOf(entity.__typename)
  return (
    <article>
      <p class="quiet">{kinds[kind]}</p>
      <h1>{entity.name}</h1>
      <Facts entity={entity} />
      <p class="quiet">
        <SourceNote provenance={entity.provenance} />
      </p>
      <p class="no-print">
        <a href={linkTo('/network', { of: entity.id, lang: address.get('lang') })}>{texts.showInNetwork}</a>
      </p>
      {kind !== 'CLAIM' && <Claims about={entity.id} />}
      <Relations of={entity.id} />
    </article>
  )
}
