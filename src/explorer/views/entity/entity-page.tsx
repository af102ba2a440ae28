import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerEntityQuery } from '../../generated/graphql.js'
import { entityTexts } from '../../language/entity.js'
import { useLang, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { useLangOf } from '../../language/reads-as.js'
import { Answered, Empty } from '../../parts/answered.js'
import { kindOf } from '../../parts/entity-search.js'
import { useRegionalBeside } from '../../parts/regional-beside.js'
import { RegionalNote } from '../../parts/regional-note.js'
import { SourceNote } from '../../parts/source-note.js'
import { useTitle } from '../../parts/use-title.js'
import { useSession } from '../../session.js'
import { useAnswer } from '../../use-answer.js'
import { Claims } from './claims.js'
import { Doings } from './doings.js'
import { Facts } from './facts.js'
import { LatestChange } from './latest-change.js'
import { NextSteps } from './next-steps.js'
import { isOpenedOn, OfKind } from './of-kind.js'
import { Relations } from './relations.js'

const entityDocument = graphql(`
  query ExplorerEntity($id: ID!, $lang: Lang!) {
    node(id: $id) {
      __typename
      id
      ... on Entity {
        name(lang: $lang)
        provenance {
          locator(lang: $lang)
          source {
            id
            name(lang: $lang)
          }
        }
      }
      ...ExplorerFacts
    }
  }
`)

/** A page for each entity: what it is, what is said of it, what it is related to, and where all that comes from. */
export function EntityPage() {
  const { params } = useRoute()
  const id = params.id ?? ''
  const lang = useLang()
  const answer = useAnswer(entityDocument, { id, lang })
  // Who looks is known first: what they may do stands above all else, which would move down for it.
  const { known } = useSession()
  if (known === null) return <div class="answered entity-page" aria-busy="true" />
  return (
    <div class="entity-page">
      <Answered answer={answer}>
        {({ node }) => (node === null ? <NotThere /> : <Entity key={node.id} entity={node} onChanged={answer.again} />)}
      </Answered>
    </div>
  )
}

function NotThere() {
  const texts = useTexts(entityTexts)
  const address = useAddress()
  useTitle(texts.notThere)
  return (
    <>
      <h1>{texts.notThere}</h1>
      <Empty>
        {texts.notThereWhy} <a href={linkTo('/', { lang: address.get('lang') })}>{texts.searchAgain}</a>
      </Empty>
    </>
  )
}

type Entity = NonNullable<ExplorerEntityQuery['node']>

function Entity({ entity, onChanged }: { readonly entity: Entity; readonly onChanged: () => void }) {
  const kinds = useTexts(partTexts).kinds
  const langOf = useLangOf()
  // What each part asks by itself is asked anew where something was confirmed.
  const [turn, setTurn] = useState(0)
  useTitle(entity.name ?? null)
  const kind = kindOf(entity.__typename)
  const rest = (
    <>
      {kind !== 'SOURCE' && (
        <p class="quiet">
          <SourceNote provenance={entity.provenance} />
        </p>
      )}
      <LatestChange of={entity.id} />
      <Relations of={entity.id} name={entity.name ?? ''} open={!isOpenedOn(entity.__typename)} />
    </>
  )
  return (
    <article>
      <p class="quiet">{kinds[kind]}</p>
      <h1 lang={langOf(entity.name ?? '')}>{entity.name}</h1>
      <Doings
        entity={entity}
        onChanged={() => {
          setTurn((now) => now + 1)
          onChanged()
        }}
      />
      <Facts entity={entity} />
      {entity.__typename === 'Claim' && <BesideClaim claim={entity} />}
      <NextSteps entity={entity} />
      <OfKind key={turn} entity={entity}>
        {kind === 'CLAIM' || kind === 'SOURCE' ? rest : <Claims about={entity.id}>{rest}</Claims>}
      </OfKind>
    </article>
  )
}

/** What location quotients give beside a claim of the whole spillover. */
function BesideClaim({ claim }: { readonly claim: Parameters<ReturnType<typeof useRegionalBeside>>[0] }) {
  const text = useRegionalBeside([claim])(claim)
  return text === null ? null : <RegionalNote text={text} />
}
