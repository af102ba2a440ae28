import { graphql } from '../../generated/gql.js'
import type { ExplorerOfferSourceFragment, ExplorerStatedInFragment } from '../../generated/graphql.js'
import { useTexts } from '../../language/language.js'
import { answerTexts } from '../../language/support-answer.js'
import { AsWritten } from '../../parts/as-written.js'
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

/**
 * Where an offer can be read about, and the page that names it last; addresses are written out, since paper has no links.
 * Where it was last confirmed or stated here, the page that its words come from stands beside.
 */
export function OfferSource({
  initiative: { name, url, lastSeenIn, provenance },
}: {
  readonly initiative: ExplorerOfferSourceFragment
}) {
  const texts = useTexts(answerTexts)
  const source = lastSeenIn ?? provenance.source
  const hasOther = source.url === null && source.id !== provenance.source.id && provenance.source.url !== null
  return (
    <p class="offer-source">
      {url !== null && url !== source.url && (
        <>
          {texts.readMore}: <a href={url}>{writtenAddress(url)}</a>
          {' · '}
        </>
      )}
      {texts.sourceOf}: <StatedIn source={source} offer={name} />
      {hasOther && (
        <>
          {'; '}
          <StatedIn source={provenance.source} offer={name} />
        </>
      )}
    </p>
  )
}

/** A source with its year, which is not said anew where its name has it. On paper its address is enough to find it by. */
function StatedIn({ source, offer }: { readonly source: ExplorerStatedInFragment; readonly offer: string }) {
  const { name, url, year } = source
  // A page that is called as the offer is need not be named again.
  const isNamed = url === null || name !== offer
  const isDated = year !== null && isNamed && name.includes(String(year))
  return (
    <>
      {url === null ? (
        <EntityName entity={source} />
      ) : (
        <>
          {isNamed && (
            <span class={isDated ? undefined : 'no-print'}>
              <AsWritten>{name}</AsWritten>,{' '}
            </span>
          )}
          <a href={url}>{writtenAddress(url)}</a>
        </>
      )}
      {isDated || year === null ? '' : `, ${year}`}
    </>
  )
}
