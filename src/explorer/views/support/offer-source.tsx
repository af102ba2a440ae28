import { graphql } from '../../generated/gql.js'
import type { ExplorerOfferSourceFragment } from '../../generated/graphql.js'
import { useTexts } from '../../language/language.js'
import { answerTexts } from '../../language/support-answer.js'
import { EntityName } from '../../parts/entity-name.js'
import { writtenAddress } from '../../parts/web-address.js'

graphql(`
  fragment ExplorerOfferSource on Initiative {
    name(lang: $lang)
    url
    lastSeenIn {
      ...ExplorerStatedIn
    }
    provenance {
      source {
        ...ExplorerStatedIn
      }
    }
  }

  fragment ExplorerStatedIn on Source {
    id
    name(lang: $lang)
    url
    year
  }
`)

/** Where an offer can be read about, and the page that names it last; addresses are written out, since paper has no links. */
export function OfferSource({
  initiative: { name, url, lastSeenIn, provenance },
}: {
  readonly initiative: ExplorerOfferSourceFragment
}) {
  const texts = useTexts(answerTexts)
  const source = lastSeenIn ?? provenance.source
  const year = source.year === null ? '' : `, ${source.year}`
  return (
    <p class="offer-source">
      {url !== null && url !== source.url && (
        <>
          {texts.readMore}: <a href={url}>{writtenAddress(url)}</a>
          {' · '}
        </>
      )}
      {texts.sourceOf}:{' '}
      {source.url === null ? (
        <EntityName entity={source} />
      ) : (
        <>
          {/* A page that is called as the offer is need not be named again. */}
          {source.name !== name && `${source.name}, `}
          <a href={source.url}>{writtenAddress(source.url)}</a>
        </>
      )}
      {year}
    </p>
  )
}
