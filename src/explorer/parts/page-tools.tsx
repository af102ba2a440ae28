import { useState } from 'preact/hooks'
import { useAddress } from '../address.js'
import { ask } from '../ask.js'
import { useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'
import { keptLink, stateDocument } from './kept-link.js'
import { usePublicAddress } from './public-address.js'

/** What one takes a view along by: a link that names the state of the graph, and paper. */
export function PageTools() {
  const texts = useTexts(partTexts)
  const { path, query } = useAddress()
  const addressOf = usePublicAddress()
  const [told, setTold] = useState<string | null>(null)
  async function copy() {
    try {
      const { changes } = await ask(stateDocument, {})
      await navigator.clipboard.writeText(addressOf(keptLink(path, query, changes.nodes[0]?.at)))
      setTold(texts.linkCopied)
    } catch {
      setTold(texts.linkNotCopied)
    }
  }
  return (
    <p class="page-tools no-print">
      <button type="button" onClick={copy}>
        {texts.copyLink}
      </button>{' '}
      <button type="button" onClick={() => window.print()}>
        {texts.print}
      </button>{' '}
      <span role="status">{told}</span>
    </p>
  )
}
