import { graphql } from '../../generated/gql.js'
import type { ExplorerSectorQuery } from '../../generated/graphql.js'
import { kindTexts } from '../../language/entity-kinds.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { eachOnce } from '../../parts/each-once.js'
import { EntityName } from '../../parts/entity-name.js'
import { Fact, Figure, NamedColumns, NamesFact } from '../../parts/fact-list.js'
import { Term } from '../../parts/term.js'
import { useAnswer } from '../../use-answer.js'
import { Opened, type Opening } from './opened.js'

const sectorDocument = graphql(`
  query ExplorerSector($id: ID!, $lang: Lang!) {
    node(id: $id) {
      __typename
      ... on Sector {
        id
        group
        classification {
          name
        }
        partOf {
          id
          name(lang: $lang)
        }
        parts(first: 50) {
          nodes {
            id
            name(lang: $lang)
          }
        }
        correspondsTo {
          id
          name(lang: $lang)
        }
        spillover {
          spillover
        }
        spillsFrom(first: 100) {
          nodes {
            id
            name(lang: $lang)
          }
        }
      }
    }
    industries: relations(of: $id, kind: CORRESPONDS_TO, direction: IN, first: 5) {
      nodes {
        __typename
        ... on Sector {
          id
          name(lang: $lang)
          spillover {
            spillover
          }
        }
      }
    }
    categories: relations(of: $id, kind: FITS_SECTOR, direction: IN, first: 50) {
      ...ExplorerRelated
    }
    actors: relations(of: $id, kind: SERVES, direction: IN, first: 50) {
      ...ExplorerRelated
    }
  }
`)

const firmsDocument = graphql(`
  query ExplorerSectorFirms($sectors: [ID!]!, $lang: Lang!) {
    firms(filter: { sectors: $sectors }, first: 10) {
      totalCount
      nodes {
        id
        name(lang: $lang)
        municipality {
          name(lang: $lang)
        }
      }
    }
  }
`)

/** What falls on a sector, which firms are in it, what they could supply, and who is there for it. */
export function Sector({ of, children }: Opening) {
  const answer = useAnswer(sectorDocument, { id: of, lang: useLang() })
  return (
    <Opened answer={answer} rest={children}>
      {(found) => <OfSector found={found} />}
    </Opened>
  )
}

function OfSector({ found: { node, industries, categories, actors } }: { readonly found: ExplorerSectorQuery }) {
  const texts = useTexts(kindTexts).sector
  const { groups } = useTexts(spilloverTexts)
  const format = useFormat()
  if (node?.__typename !== 'Sector') return null
  const { group, partOf, parts, correspondsTo, spillover, spillsFrom } = node
  const isIndustry = node.classification === null
  const counted = industries.nodes.flatMap((each) => (each.__typename === 'Sector' ? [each] : []))
  const ventures = eachOnce(spillsFrom.nodes)
  return (
    <>
      {isIndustry && (
        <dl class="figures figures-in-line">
          <Figure value={format.count(spillover.spillover)}>
            <Term of="spillover">{texts.jobs}</Term>
          </Figure>
        </dl>
      )}
      <dl class="support-facts support-facts-wide">
        <NamesFact name={texts.partOf} entities={partOf && [partOf]} />
        <Fact name={texts.group} shown={group !== null}>
          {group && groups[group]}
        </Fact>
        <Fact name={texts.industries} shown={counted.length > 0}>
          {counted.map(({ id, name, spillover }) => (
            <span key={id}>
              <EntityName entity={{ id, name }} />: {format.count(spillover.spillover)}{' '}
              <Term of="spillover">{texts.jobs}</Term>
            </span>
          ))}
        </Fact>
        <NamesFact name={texts.divisions} entities={correspondsTo} />
        <NamesFact name={texts.parts} entities={parts.nodes} />
        <NamesFact name={texts.from} entities={ventures} />
        <NamesFact name={texts.supplies} entities={categories.nodes} />
        <NamesFact name={texts.actors} entities={actors.nodes} />
      </dl>
      {(!isIndustry || correspondsTo.length > 0) && (
        <Firms sectors={isIndustry ? correspondsTo.map(({ id }) => id) : [node.id]} />
      )}
    </>
  )
}

function Firms({ sectors }: { readonly sectors: string[] }) {
  const texts = useTexts(kindTexts).sector
  const { rows } = useTexts(kindTexts)
  const format = useFormat()
  const { data } = useAnswer(firmsDocument, { sectors, lang: useLang() })
  if (data === null) return null
  const { totalCount, nodes } = data.firms
  return (
    <section aria-labelledby="firms">
      <h2 id="firms">{texts.firms(format.count(totalCount))}</h2>
      {totalCount === 0 && <p class="quiet">{texts.noFirms}</p>}
      <NamedColumns entities={nodes} told={({ municipality }) => municipality?.name ?? ''} />
      {totalCount > nodes.length && <p class="quiet">{rows(format.count(nodes.length), format.count(totalCount))}</p>}
    </section>
  )
}
