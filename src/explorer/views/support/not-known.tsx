import type { ExplorerBesideFragment, ExplorerMatchFragment } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { answerTexts } from '../../language/support-answer.js'
import { evidenceOfOffer } from '../../parts/offer-evidence.js'

/** What an answer does not know: what was assumed of the firm, which offers may be gone, and whom no page says how to reach. */
export function NotKnown({
  matches,
  assumed,
}: {
  readonly matches: readonly ExplorerMatchFragment[]
  readonly assumed: ExplorerBesideFragment['assumed']
}) {
  const texts = useTexts(answerTexts)
  const format = useFormat()
  const unseen = matches
    .flatMap(({ initiatives }) => initiatives)
    .filter((offer) => evidenceOfOffer(offer) !== 'IN_FORCE')
  const silent = matches.filter(({ contact: { url, mailbox, telephone } }) => !(url || mailbox || telephone))
  const unknown = [
    ...assumed.map(({ text }) => text),
    ...(unseen.length > 0 ? [texts.unknownOffers(unseen.length, format.count(unseen.length))] : []),
    ...(silent.length > 0 ? [texts.noContactOf(format.list(silent.map(({ actor }) => actor.name)))] : []),
  ]
  if (unknown.length === 0) return null
  return (
    <section class="panel beside" aria-labelledby="not-known">
      <h3 id="not-known">{texts.notKnown}</h3>
      <ul>
        {unknown.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  )
}
