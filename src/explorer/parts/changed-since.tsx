import { linkTo, useAddress } from '../address.js'
import { graphql } from '../generated/gql.js'
import { useFormat, useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'
import { useAnswer } from '../use-answer.js'
import { momentIn } from './in-address.js'

const sinceDocument = graphql(`
  query ExplorerChangedSince($state: DateTime!) {
    changes(since: $state, first: 1) {
      totalCount
      nodes {
        at
      }
    }
  }
`)

/** What a link that was kept has to say: whether the graph still is as it was when the link was made. */
export function ChangedSince() {
  // A link that was cut on its way names no moment: it is a link like others.
  const state = momentIn(useAddress(), 'state')
  return state === null ? null : <Since state={state} />
}

function Since({ state }: { readonly state: string }) {
  const texts = useTexts(partTexts)
  const format = useFormat()
  const { get } = useAddress()
  const { data } = useAnswer(sinceDocument, { state })
  if (data === null) return <p class="changed-since no-print" />
  const { totalCount, nodes } = data.changes
  // The change that the link names is the first of those that it counts from.
  const later = nodes[0] && Date.parse(nodes[0].at) > Date.parse(state) ? Math.max(1, totalCount - 1) : 0
  return (
    <p class="changed-since no-print" role="status">
      {later === 0 ? (
        texts.sameSince(format.day(state.slice(0, 10)))
      ) : (
        <>
          {texts.changedSince(format.day(state.slice(0, 10)), format.count(later), later === 1)}{' '}
          <a href={linkTo('/changes', { since: state, lang: get('lang') })}>{texts.whatChanged}</a>
        </>
      )}
    </p>
  )
}
