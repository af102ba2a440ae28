import { linkTo, useAddress } from '../../address.js'
import { historyTexts } from '../../language/history.js'
import { useTexts } from '../../language/language.js'

/** Ways to older changes, and back to the newest. */
export function Pages({
  pageInfo: { hasNextPage, endCursor },
}: {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}) {
  const texts = useTexts(historyTexts)
  const address = useAddress()
  const isLater = address.get('after') !== null
  if (!hasNextPage && !isLater) return null
  const kept = Object.fromEntries(
    ['for', 'about', 'since', 'status', 'scope', 'lang'].map((name) => [name, address.get(name)] as const),
  )
  return (
    <nav aria-label={texts.changes}>
      <ul class="next-steps">
        {isLater && (
          <li>
            <a href={linkTo(address.path, kept)}>{texts.newest}</a>
          </li>
        )}
        {hasNextPage && (
          <li>
            <a href={linkTo(address.path, { ...kept, after: endCursor })}>{texts.older}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}
