import { useState } from 'preact/hooks'
import { linkTo, useAddress } from '../address.js'
import { ask } from '../ask.js'
import { graphql } from '../generated/gql.js'
import { useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'
import { currentDay } from './current-day.js'
import { usePublicAddress } from './public-address.js'

const stateDocument = graphql(`
  query ExplorerState {
    changes(first: 1) {
      nodes {
        at
      }
    }
  }
`)

/** Views that are asked as of a day: a link that is kept names it. */
const ofDay: readonly string[] = ['/support', '/coverage']

/** What one takes a view along by: a link that names the state of the graph, and paper. */
export function PageTools() {
  const texts = useTexts(partTexts)
  const { path, query } = useAddress()
  const addressOf = usePublicAddress()
  const [told, setTold] = useState<string | null>(null)
  async function copy() {
    try {
      const { changes } = await ask(stateDocument, {})
      const day = ofDay.includes(path) ? { asOf: query.asOf ?? currentDay() } : {}
      const state = changes.nodes[0]?.at ?? new Date().toISOString()
      await navigator.clipboard.writeText(addressOf(linkTo(path, { ...query, ...day, state })))
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
