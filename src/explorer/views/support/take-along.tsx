import { useState } from 'preact/hooks'
import type { Address } from '../../address.js'
import type { ExplorerMatchFragment } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { answerTexts } from '../../language/support-answer.js'
import { keptLink, stateDocument } from '../../parts/kept-link.js'
import { nextStep } from '../../parts/next-step.js'
import { evidenceOfOffer } from '../../parts/offer-evidence.js'
import { usePublicAddress } from '../../parts/public-address.js'
import { useAnswer } from '../../use-answer.js'

/** What of an address an answer depends on. */
const names = [
  ...(['firm', 'municipality', 'sector', 'size', 'employees', 'turnover'] as const),
  ...(['exports', 'founded', 'buyer', 'needs', 'wants', 'evidence', 'asOf', 'lang'] as const),
] as const

/** So many actors stand in a message: longer ones are not opened by every program for mail. */
const TOLD = 5

/** Ways to take an answer along: on paper, as a link that names the state of the graph, and in a message with that link. */
export function TakeAlong({
  address,
  firm,
  found,
  matches,
  isWhole,
}: {
  /** What the answer is of. */
  readonly address: Address
  /** The firm in a few words. */
  readonly firm: string
  readonly found: string
  readonly matches: readonly ExplorerMatchFragment[]
  /** Whether all of the answer is there. */
  readonly isWhole: boolean
}) {
  const texts = useTexts(answerTexts)
  const parts = useTexts(partTexts)
  const format = useFormat()
  const addressOf = usePublicAddress()
  const [told, setTold] = useState<string | null>(null)
  const state = useAnswer(stateDocument, {})
  const asked = Object.fromEntries(names.map((name) => [name, address.get(name)]))
  const link = addressOf(keptLink('/support', asked, state.data?.changes.nodes[0]?.at))
  const actors = matches.slice(0, TOLD).map(({ actor, evidence, contact, initiatives: [offer] }) =>
    texts.step(
      nextStep({
        actor: actor.name,
        evidence,
        contact,
        offer: offer ? { ...offer.initiative, evidence: evidenceOfOffer(offer) } : null,
      }),
    ),
  )
  const body = [
    `${firm}: ${found}.`,
    '',
    ...actors.map((step, index) => `${index + 1}. ${step}`),
    ...(matches.length > TOLD ? [texts.mailMore(format.count(matches.length - TOLD))] : []),
    '',
    texts.mailLink,
    link,
  ].join('\r\n')
  const mail = `mailto:?subject=${encodeURIComponent(texts.mailSubject(firm))}&body=${encodeURIComponent(body)}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields
    <div class="take-along no-print" role="group" aria-label={texts.takeAlong}>
      <button type="button" disabled={!isWhole} onClick={() => window.print()}>
        {texts.printForMeeting}
      </button>
      <button
        type="button"
        disabled={!isWhole || state.waiting}
        onClick={() =>
          navigator.clipboard.writeText(link).then(
            () => setTold(parts.linkCopied),
            () => setTold(parts.linkNotCopied),
          )
        }
      >
        {parts.copyLink}
      </button>
      <a href={mail}>{texts.mail}</a>
      <span role="status" class="quiet">
        {told}
      </span>
    </div>
  )
}
