import { useLocation } from 'preact-iso'
import { entityLink, linkTo } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import { kindTexts } from '../../language/entity-kinds.js'
import { useFormat, useTexts } from '../../language/language.js'
import { useAnswer } from '../../use-answer.js'

const latestDocument = graphql(`
  query ExplorerLatestChange($of: ID!) {
    history(of: $of, first: 1) {
      nodes {
        id
        at
      }
    }
  }
`)

/** When an entity last changed, and where one sees what did. */
export function LatestChange({ of }: { readonly of: string }) {
  const texts = useTexts(kindTexts)
  const format = useFormat()
  const { query } = useLocation()
  const { data } = useAnswer(latestDocument, { of })
  const latest = data?.history.nodes[0]
  return (
    <p class="latest-change quiet">
      {latest && (
        <>
          {texts.changed(format.day(latest.at))}{' '}
          <a href={linkTo(`${entityLink(of)}/history`, { lang: query.lang })}>{texts.history}</a>
        </>
      )}
    </p>
  )
}
