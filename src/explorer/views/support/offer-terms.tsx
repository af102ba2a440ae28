import { graphql } from '../../generated/gql.js'
import type { ExplorerConditionFragment, TermKind } from '../../generated/graphql.js'
import { useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'

graphql(`
  fragment ExplorerCondition on Condition {
    term
    text(lang: $lang)
    verdict
  }
`)

/** What an offer gives, which no firm meets or fails. */
const given: ReadonlySet<TermKind> = new Set(['SHARE', 'AMOUNT', 'LENGTH', 'SECURITY'])

/** Terms that say themselves that they have to be checked. */
const worded: ReadonlySet<TermKind> = new Set(['PRESUPPOSED', 'RESERVATION', 'OTHER'])

const marks = { MET: '✓', UNKNOWN: '?', FAILED: '✕' } as const

/** What an offer gives, and each term that the firm has to meet with whether it does. */
export function OfferTerms({ conditions }: { readonly conditions: readonly ExplorerConditionFragment[] }) {
  const { verdicts } = useTexts(supportTexts)
  const gives = conditions.filter(({ term }) => given.has(term))
  const asks = conditions.filter(({ term }) => !given.has(term))
  return (
    <>
      {gives.length > 0 && <p class="offer-gives">{gives.map(({ text }) => text).join(' ')}</p>}
      {asks.length > 0 && (
        <ul class="conditions">
          {asks.map(({ term, text, verdict }) => (
            <li key={text} class={`verdict-${verdict}`}>
              <span aria-hidden="true" class="verdict-mark">
                {marks[verdict]}
              </span>{' '}
              {!worded.has(term) && <span class="verdict">{verdicts[verdict]}:</span>} {text}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
