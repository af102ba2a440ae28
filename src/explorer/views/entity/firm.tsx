import { graphql } from '../../generated/gql.js'
import type { ExplorerFirmQuery } from '../../generated/graphql.js'
import { kindTexts } from '../../language/entity-kinds.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { Fact, Names, NamesFact } from '../../parts/fact-list.js'
import { Term } from '../../parts/term.js'
import { useAnswer } from '../../use-answer.js'
import { CouldSupply } from './could-supply.js'
import { Opened, type Opening } from './opened.js'
import { Supplies } from './supplies.js'
import { WhoHelps } from './who-helps.js'

const firmDocument = graphql(`
  query ExplorerFirm($id: ID!, $lang: Lang!) {
    node(id: $id) {
      __typename
      ... on Firm {
        id
        synthetic
        sizeClass
        turnover
        sectors {
          id
          name(lang: $lang)
          code
          partOf {
            id
          }
        }
        municipality {
          id
          name(lang: $lang)
        }
        needs(first: 20) {
          nodes {
            id
            name(lang: $lang)
          }
        }
        canSupply(first: 30) {
          nodes {
            id
            name(lang: $lang)
          }
        }
        requirements(first: 30) {
          edges {
            status
            node {
              id
              name(lang: $lang)
            }
          }
        }
        suppliesTo(first: 40) {
          totalCount
          edges {
            ...ExplorerSupplyTo
          }
        }
      }
    }
    establishments(first: 50) {
      nodes {
        ...ExplorerBuying
      }
    }
  }

  fragment ExplorerSupplyTo on BuyerEdge {
    category {
      id
      name(lang: $lang)
    }
    since
    until
    supplyStatus
    what(lang: $lang)
    node {
      id
      name(lang: $lang)
    }
    provenance {
      locator(lang: $lang)
      source {
        id
        name(lang: $lang)
      }
    }
  }
`)

/** What a firm does, where and how large it is, who helps it, whom it supplies, and which ventures buy what it can do. */
export function Firm({ of, children }: Opening) {
  const answer = useAnswer(firmDocument, { id: of, lang: useLang() })
  return (
    <Opened answer={answer} rest={children}>
      {({ node, establishments }) =>
        node?.__typename === 'Firm' && (
          <>
            <Described firm={node} />
            <CouldSupply firm={node} ventures={establishments.nodes} />
          </>
        )
      }
    </Opened>
  )
}

type ShownFirm = Extract<ExplorerFirmQuery['node'], { readonly __typename: 'Firm' }>

function Described({ firm }: { readonly firm: ShownFirm }) {
  const texts = useTexts(kindTexts).firm
  const { sizes } = useTexts(supportTexts)
  const format = useFormat()
  const { municipality, needs, canSupply, requirements, suppliesTo } = firm
  const those = (status: 'FULFILLED' | 'LACKING') =>
    requirements.edges.filter((edge) => edge.status === status).map(({ node }) => node)
  return (
    <>
      {firm.synthetic && <p class="notice">{texts.made}</p>}
      <dl class="support-facts support-facts-wide">
        <Fact name={texts.does} shown={firm.sectors.length > 0}>
          <Names entities={firm.sectors.map(({ id, name, code }) => ({ id, name: `${name} (${code})` }))} />
        </Fact>
        <NamesFact name={texts.place} entities={municipality && [municipality]} />
        <Fact name={texts.size}>
          <Term of="size-class">{sizes[firm.sizeClass]}</Term>
        </Fact>
        <Fact name={texts.turnover} shown={firm.turnover !== null}>
          {firm.turnover !== null && texts.millions(format.count(firm.turnover))}
        </Fact>
        <NamesFact name={texts.needs} entities={needs.nodes} />
        <NamesFact name={texts.canSupply} entities={canSupply.nodes} />
        <NamesFact name={`${texts.requirements}: ${texts.fulfils}`} entities={those('FULFILLED')} />
        <NamesFact name={`${texts.requirements}: ${texts.lacks}`} entities={those('LACKING')} />
      </dl>
      <WhoHelps firm={firm} />
      {suppliesTo.totalCount > 0 && (
        <section aria-labelledby="supplies">
          <h2 id="supplies">{texts.supplies(format.count(suppliesTo.totalCount))}</h2>
          <Supplies total={suppliesTo.totalCount} edges={suppliesTo.edges} none="" />
        </section>
      )}
    </>
  )
}
