import { graphql } from '../../generated/gql.js'
import type { ExplorerInitiativeQuery } from '../../generated/graphql.js'
import { entityTexts } from '../../language/entity.js'
import { kindTexts } from '../../language/entity-kinds.js'
import { fieldValues } from '../../language/field-values.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { ContactLine } from '../../parts/contact-line.js'
import { EntityName } from '../../parts/entity-name.js'
import { Fact, NamesFact } from '../../parts/fact-list.js'
import { useAnswer } from '../../use-answer.js'
import { Needs } from './needs.js'
import { Opened, type Opening } from './opened.js'
import { Terms } from './terms.js'

const initiativeDocument = graphql(`
  query ExplorerInitiative($id: ID!, $lang: Lang!) {
    node(id: $id) {
      __typename
      ... on Initiative {
        id
        kind
        help
        from
        fromPrecision
        to
        toPrecision
        lastSeen
        lastConfirmed
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
        offeredBy(first: 40) {
          nodes {
            id
            name(lang: $lang)
          }
        }
      }
    }
    covers: relations(of: $id, kind: COVERS, direction: OUT, first: 60) {
      ...ExplorerRelated
    }
    targets: relations(of: $id, kind: TARGETS, direction: OUT, first: 30) {
      ...ExplorerRelated
    }
    funders: relations(of: $id, kind: FUNDS, direction: IN, first: 20) {
      ...ExplorerRelated
    }
    partners: relations(of: $id, kind: PARTNERS_IN, direction: IN, first: 20) {
      ...ExplorerRelated
    }
  }

  fragment ExplorerRelated on RelationConnection {
    nodes {
      id
      name(lang: $lang)
    }
  }
`)

/** Who offers an initiative, for what, to whom, on which terms, when, and how well that is known. */
export function Initiative({ of, children }: Opening) {
  const answer = useAnswer(initiativeDocument, { id: of, lang: useLang() })
  return (
    <Opened answer={answer} rest={children}>
      {(found) => <OfInitiative found={found} />}
    </Opened>
  )
}

function OfInitiative({ found: { node, ...related } }: { readonly found: ExplorerInitiativeQuery }) {
  const texts = useTexts(entityTexts).support
  const more = useTexts(kindTexts).initiative
  const { kind: kinds } = useTexts(fieldValues)
  const { help } = useTexts(supportTexts)
  const format = useFormat()
  if (node?.__typename !== 'Initiative') return null
  const { covers, targets, funders, partners } = related
  const { from, fromPrecision, to, toPrecision, lastSeen, lastSeenIn, lastConfirmed } = node
  return (
    <section aria-labelledby="support">
      <h2 id="support">{texts.heading}</h2>
      <dl class="support-facts support-facts-wide">
        <NamesFact name={texts.offeredBy} entities={node.offeredBy.nodes} />
        <Fact name={more.kind}>{kinds[node.kind]}</Fact>
        <Fact name={texts.help} shown={node.help.length > 0}>
          {format.list(node.help.map((kind) => help[kind]))}
        </Fact>
        <Fact name={texts.meets} shown={node.meets.edges.length > 0}>
          <Needs edges={node.meets.edges} />
        </Fact>
        <NamesFact name={more.covers} entities={covers.nodes} />
        <NamesFact name={more.targets} entities={targets.nodes} />
        <Fact name={more.period} shown={from !== null || to !== null}>
          {[
            from === null ? '' : more.from(format.day(from, fromPrecision)),
            to === null ? '' : more.to(format.day(to, toPrecision)),
          ].join(' ')}
        </Fact>
        <Fact name={more.confirmed} shown={lastConfirmed !== null}>
          {lastConfirmed !== null && format.day(lastConfirmed)}
        </Fact>
        <Fact name={texts.lastSeen} shown={lastSeenIn !== null}>
          {lastSeen === null ? texts.noYear : lastSeen}
          {lastSeenIn && (
            <>
              {', '}
              <EntityName entity={lastSeenIn} />
            </>
          )}
        </Fact>
        <NamesFact name={more.funders} entities={funders.nodes} />
        <NamesFact name={more.partners} entities={partners.nodes} />
        <NamesFact name={texts.replacedBy} entities={node.replacedBy.nodes} />
      </dl>
      <ContactLine contact={node.contact} />
      <Terms terms={node.terms} />
    </section>
  )
}
