import { graphql } from '../../generated/gql.js'
import type { ExplorerActorQuery } from '../../generated/graphql.js'
import { entityTexts } from '../../language/entity.js'
import { kindTexts } from '../../language/entity-kinds.js'
import { fieldValues } from '../../language/field-values.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { ContactLine } from '../../parts/contact-line.js'
import { EntityName } from '../../parts/entity-name.js'
import { Fact, Names, NamesFact } from '../../parts/fact-list.js'
import { useAnswer } from '../../use-answer.js'
import { Needs } from './needs.js'
import { Opened, type Opening } from './opened.js'
import { useTermLines } from './terms.js'

const actorDocument = graphql(`
  query ExplorerActor($id: ID!, $lang: Lang!) {
    node(id: $id) {
      __typename
      ... on SupportActor {
        id
        kind
        contact {
          ...ExplorerContact
        }
        helpsWith(first: 30) {
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
        serves(first: 60) {
          nodes {
            ... on Entity {
              id
              name(lang: $lang)
            }
          }
        }
        servesSectors(first: 30) {
          nodes {
            id
            name(lang: $lang)
          }
        }
        servesSizes
        provides(first: 20) {
          nodes {
            id
            name(lang: $lang)
          }
        }
        initiatives(first: 60) {
          edges {
            role
            node {
              id
              name(lang: $lang)
              help
              status
              lastSeen
              lastConfirmed
              to
              toPrecision
              meets(first: 5) {
                nodes {
                  id
                  name(lang: $lang)
                }
              }
              terms {
                ...ExplorerTerms
              }
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
    }
  }
`)

/** Who a support actor is for, what it offers on which terms, and how well that is known. */
export function Actor({ of, children }: Opening) {
  const answer = useAnswer(actorDocument, { id: of, lang: useLang() })
  return (
    <Opened answer={answer} rest={children}>
      {({ node }) => node?.__typename === 'SupportActor' && <OfActor actor={node} />}
    </Opened>
  )
}

type ShownActor = Extract<ExplorerActorQuery['node'], { readonly __typename: 'SupportActor' }>

function OfActor({ actor }: { readonly actor: ShownActor }) {
  const support = useTexts(entityTexts).support
  const texts = useTexts(kindTexts).actor
  const { kind: kinds } = useTexts(fieldValues)
  const { sizes } = useTexts(supportTexts)
  const format = useFormat()
  const offered = actor.initiatives.edges.filter(({ role }) => role === 'OFFERS').map(({ node }) => node)
  const others = actor.initiatives.edges.filter(({ role }) => role !== 'OFFERS')
  return (
    <>
      <ContactLine contact={actor.contact} />
      <dl class="support-facts support-facts-wide">
        <Fact name={texts.kind}>{kinds[actor.kind]}</Fact>
        <Fact name={texts.places}>
          {actor.serves.nodes.length > 0 ? <Names entities={actor.serves.nodes} /> : texts.everywhere}
        </Fact>
        <Fact name={texts.sectors}>
          {actor.servesSectors.nodes.length > 0 ? <Names entities={actor.servesSectors.nodes} /> : texts.anySector}
        </Fact>
        <Fact name={texts.sizes} shown={actor.servesSizes.length > 0}>
          {format.list(actor.servesSizes.map((size) => sizes[size].toLowerCase()))}
        </Fact>
        <NamesFact name={texts.areas} entities={actor.provides.nodes} />
        <NamesFact name={support.replacedBy} entities={actor.replacedBy.nodes} />
      </dl>
      <section aria-labelledby="support">
        <h2 id="support">{support.heading}</h2>
        {actor.helpsWith.edges.length > 0 && (
          <>
            <h3>{support.helpsWith}</h3>
            <Needs edges={actor.helpsWith.edges} />
          </>
        )}
        <h3>{texts.offers(format.count(offered.length))}</h3>
        {offered.length === 0 && <p class="quiet">{texts.noOffers}</p>}
        <ul class="offers">
          {offered.map((initiative) => (
            <Offered key={initiative.id} initiative={initiative} />
          ))}
        </ul>
        {others.length > 0 && (
          <>
            <h3>{texts.others}</h3>
            <ul>
              {others.map(({ role, node }) => (
                <li key={`${role} ${node.id}`}>
                  <EntityName entity={node} /> <span class="quiet">{texts.roles[role]}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  )
}

/** An offer as the list of its actor shows it: what it is, how well that is known, for what, on which terms. */
function Offered({ initiative }: { readonly initiative: ShownActor['initiatives']['edges'][number]['node'] }) {
  const texts = useTexts(kindTexts).actor
  const { help, seen } = useTexts(supportTexts)
  const format = useFormat()
  const terms = useTermLines(initiative.terms)
  const known = [
    format.list(initiative.help.map((kind) => help[kind])),
    seen(initiative.status === 'UNCONFIRMED' ? 'LAST_SEEN' : 'IN_FORCE', {
      year: initiative.lastSeen,
      end: initiative.to && format.day(initiative.to, initiative.toPrecision),
      confirmed: initiative.lastConfirmed && format.day(initiative.lastConfirmed),
    }),
  ]
  return (
    <li>
      <EntityName entity={initiative} /> <span class="quiet">{known.filter(Boolean).join(' · ')}</span>
      {initiative.meets.nodes.length > 0 && (
        <div class="quiet">
          {texts.meets}: <Names entities={initiative.meets.nodes} />
        </div>
      )}
      {terms.length > 0 && <div class="offer-terms">{terms.join(' · ')}</div>}
    </li>
  )
}
