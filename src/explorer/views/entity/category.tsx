import { graphql } from '../../generated/gql.js'
import { kindTexts } from '../../language/entity-kinds.js'
import { useLang, useTexts } from '../../language/language.js'
import { eachOnce } from '../../parts/each-once.js'
import { NamesFact } from '../../parts/fact-list.js'
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

/** Who buys a category, and who could supply it. */
export function Category({ of, children }: Opening) {
  const texts = useTexts(kindTexts).category
  const answer = useAnswer(categoryDocument, { id: of, lang: useLang() })
  return (
    <Opened answer={answer} rest={children}>
      {({ sectors, buyers, firms }) => (
        <dl class="support-facts support-facts-wide">
          <NamesFact name={texts.buyers} entities={eachOnce(buyers.nodes)} />
          <NamesFact name={texts.sectors} entities={sectors.nodes} />
          <NamesFact name={texts.firms} entities={eachOnce(firms.nodes)} />
        </dl>
      )}
    </Opened>
  )
}
