import { linkTo, useAddress } from '../../address.js'
import { historyTexts } from '../../language/history.js'
import { useTexts } from '../../language/language.js'

/** Ways to all changes, and to the feed that tells of new ones. */
export function Feed() {
  const texts = useTexts(historyTexts)
  const address = useAddress()
  return (
    <ul class="next-steps no-print">
      {address.path !== '/changes' && (
        <li>
          <a href={linkTo('/changes', { lang: address.get('lang') })}>{texts.toAll}</a>
        </li>
      )}
      <li>
        <a href="/changes.atom">{texts.feed}</a>
      </li>
    </ul>
  )
}
