import { graphql } from '../../generated/gql.js'
import { kindTexts } from '../../language/entity-kinds.js'
import { useLang, useTexts } from '../../language/language.js'
import { Fact, type Named, Names } from '../../parts/fact-list.js'
import { useAnswer } from '../../use-answer.js'
import { Opened, type Opening } from './opened.js'

const categoryDocument = graphql(`
  query ExplorerCategory($id: ID!, $lang: Lang!) {
    sectors: relations(of: $id, kind: FITS_SECTOR, direction: OUT, first: 50) {
      ...ExplorerRelated
    }
    buyers: relations(of: $id, kind: PROCURES, direction: IN, first: 50) {
      ...ExplorerRelated
    }
    firms: relations(of: $id, kind: CAN_SUPPLY, direction: IN, first: 50) {
      ...ExplorerRelated
    }
  }
`)

const once = (entities: readonly Named[]) => [...new Map(entities.map((each) => [each.id, each])).values()]

/** Who buys a category, and who could supply it. */
export function Category({ of, children }: Opening) {
  const texts = useTexts(kindTexts).category
  const answer = useAnswer(categoryDocument, { id: of, lang: useLang() })
  return (
    <Opened answer={answer} rest={children}>
      {({ sectors, buyers, firms }) => (
        <dl class="support-facts support-facts-wide">
          <Fact name={texts.buyers} shown={buyers.nodes.length > 0}>
            <Names entities={once(buyers.nodes)} />
          </Fact>
          <Fact name={texts.sectors} shown={sectors.nodes.length > 0}>
            <Names entities={sectors.nodes} />
          </Fact>
          <Fact name={texts.firms} shown={firms.nodes.length > 0}>
            <Names entities={once(firms.nodes)} />
          </Fact>
        </dl>
      )}
    </Opened>
  )
}
