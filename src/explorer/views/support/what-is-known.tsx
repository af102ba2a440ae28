import type { ExplorerMatchFragment } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { answerTexts } from '../../language/support-answer.js'
import { evidenceOfOffer, evidences } from '../../parts/offer-evidence.js'

/** Under the finding: how many offers it rests on, how well they are known, and of which day that is. */
export function WhatIsKnown({
  matches,
  isAllMet,
  day,
}: {
  readonly matches: readonly ExplorerMatchFragment[]
  readonly isAllMet: boolean
  readonly day: string
}) {
  const support = useTexts(supportTexts)
  const texts = useTexts(answerTexts)
  const format = useFormat()
  const offers = matches.flatMap(({ initiatives }) => initiatives)
  const known = evidences.flatMap((evidence) => {
    const count = offers.filter((offer) => evidenceOfOffer(offer) === evidence).length
    return count === 0 ? [] : [texts.known[evidence](format.count(count))]
  })
  return (
    <p class="what-is-known">
      {isAllMet && `${texts.allMet} `}
      {offers.length > 0 && `${texts.offerCount(offers.length, format.count(offers.length))}: ${format.list(known)}. `}
      <span class="no-print">{support.answerOf(format.day(day))}</span>
    </p>
  )
}
