import type { ComponentChildren } from 'preact'
import { graphql } from '../../generated/gql.js'
import type { ExplorerActorSupportFragment, ExplorerInitiativeSupportFragment } from '../../generated/graphql.js'
import { entityTexts } from '../../language/entity.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { ContactLine } from '../../parts/contact-line.js'
import { EntityName } from '../../parts/entity-name.js'
import { useAnswer } from '../../use-answer.js'
import { Terms } from './terms.js'

const supportDocument = graphql(`
  query ExplorerSupportOf($id: ID!, $lang: Lang!) {
    node(id: $id) {
      __typename
      ...ExplorerInitiativeSupport
      ...ExplorerActorSupport
    }
  }

  fragment ExplorerInitiativeSupport on Initiative {
    id
    help
    lastSeen
    lastSeenIn {
      id
      name(lang: $lang)
    }
    contact {
      ...ExplorerContact
    }
    meets(first: 20) {
      edges {
        strength
        viaBuyer
        node {
          id
          name(lang: $lang)
        }
      }
    }
    terms {
      ...ExplorerTerms
    }
    replacedBy(first: 10) {
      nodes {
        id
        name(lang: $lang)
      }
    }
    offeredBy(first: 20) {
      nodes {
        id
        name(lang: $lang)
      }
    }
  }

  fragment ExplorerActorSupport on SupportActor {
    id
    contact {
      ...ExplorerContact
    }
    helpsWith(first: 20) {
      edges {
        strength
        viaBuyer
        ifExporting
        node {
          id
          name(lang: $lang)
        }
      }
    }
    initiatives(first: 50) {
      edges {
        role
        node {
          id
          name(lang: $lang)
          help
          status
          lastSeen
          to
          toPrecision
        }
      }
    }
    replacedBy(first: 10) {
      nodes {
        id
        name(lang: $lang)
      }
    }
  }
`)

/** What an initiative or a support actor is to a firm: for which needs, how, on which terms, and how well that is known. */
export function Support({ of }: { readonly of: string }) {
  const { data } = useAnswer(supportDocument, { id: of, lang: useLang() })
  if (data?.node?.__typename === 'Initiative') return <OfInitiative initiative={data.node} />
  if (data?.node?.__typename === 'SupportActor') return <OfActor actor={data.node} />
  return null
}

function OfInitiative({ initiative }: { readonly initiative: ExplorerInitiativeSupportFragment }) {
  const texts = useTexts(entityTexts).support
  const { help } = useTexts(supportTexts)
  const format = useFormat()
  const { meets, lastSeen, lastSeenIn, replacedBy, offeredBy, terms, contact } = initiative
  return (
    <section aria-labelledby="support">
      <h2 id="support">{texts.heading}</h2>
      <dl class="support-facts">
        <Row name={texts.help} shown={initiative.help.length > 0}>
          {format.list(initiative.help.map((kind) => help[kind]))}
        </Row>
        <Row name={texts.meets} shown={meets.edges.length > 0}>
          <Needs edges={meets.edges} />
        </Row>
        <Row name={texts.offeredBy} shown={offeredBy.nodes.length > 0}>
          <Names entities={offeredBy.nodes} />
        </Row>
        <Row name={texts.lastSeen} shown={lastSeenIn !== null}>
          {lastSeen === null ? texts.noYear : lastSeen}
          {lastSeenIn && (
            <>
              {', '}
              <EntityName entity={lastSeenIn} />
            </>
          )}
        </Row>
        <Row name={texts.replacedBy} shown={replacedBy.nodes.length > 0}>
          <Names entities={replacedBy.nodes} />
        </Row>
      </dl>
      <ContactLine contact={contact} />
      <Terms terms={terms} />
    </section>
  )
}

function OfActor({ actor }: { readonly actor: ExplorerActorSupportFragment }) {
  const texts = useTexts(entityTexts)
  const { help, seen } = useTexts(supportTexts)
  const format = useFormat()
  const { helpsWith, initiatives, replacedBy, contact } = actor
  const offered = initiatives.edges.filter(({ role }) => role === 'OFFERS').map(({ node }) => node)
  return (
    <section aria-labelledby="support">
      <h2 id="support">{texts.support.heading}</h2>
      <dl class="support-facts">
        <Row name={texts.support.helpsWith} shown={helpsWith.edges.length > 0}>
          <Needs edges={helpsWith.edges} />
        </Row>
        <Row name={texts.support.offers} shown={offered.length > 0}>
          <ul>
            {offered.map((initiative) => (
              <li key={initiative.id}>
                <EntityName entity={initiative} />{' '}
                <span class="quiet">
                  {[
                    format.list(initiative.help.map((kind) => help[kind])),
                    seen(initiative.status === 'UNCONFIRMED' ? 'LAST_SEEN' : 'IN_FORCE', {
                      year: initiative.lastSeen,
                      end: initiative.to && format.day(initiative.to, initiative.toPrecision),
                    }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Row>
        <Row name={texts.support.replacedBy} shown={replacedBy.nodes.length > 0}>
          <Names entities={replacedBy.nodes} />
        </Row>
      </dl>
      <ContactLine contact={contact} />
    </section>
  )
}

function Row({
  name,
  shown,
  children,
}: {
  readonly name: string
  readonly shown: boolean
  readonly children: ComponentChildren
}) {
  if (!shown) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface Named {
  readonly id: string
  readonly name: string
}

function Names({ entities }: { readonly entities: readonly Named[] }) {
  return entities.map((entity, index) => (
    <span key={entity.id}>
      {index > 0 && ', '}
      <EntityName entity={entity} />
    </span>
  ))
}

interface NeedEdge {
  readonly strength: 'CORE' | 'SIDE'
  readonly viaBuyer: boolean
  readonly ifExporting?: boolean
  readonly node: Named
}

/** Needs, each with how strongly it is met and for whom. */
function Needs({ edges }: { readonly edges: readonly NeedEdge[] }) {
  const texts = useTexts(entityTexts).support
  return (
    <ul>
      {edges.map(({ strength, viaBuyer, ifExporting, node }) => (
        <li key={node.id}>
          <EntityName entity={node} />{' '}
          <span class="quiet">
            {[texts.strengths[strength], viaBuyer ? texts.viaBuyer : '', ifExporting ? texts.ifExporting : '']
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
