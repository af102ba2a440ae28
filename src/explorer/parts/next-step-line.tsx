import type { ExplorerContactFragment, HelpKind, SupportEvidence } from '../generated/graphql.js'
import { useTexts } from '../language/language.js'
import { answerTexts } from '../language/support-answer.js'
import { nextStep } from './next-step.js'
import { evidenceOfOffer } from './offer-evidence.js'

interface OfferedThere {
  readonly initiative: { readonly name: string; readonly url: string | null; readonly help: readonly HelpKind[] }
  readonly meets: readonly { readonly evidence: SupportEvidence }[]
}

/** What to do next with an actor. */
export function NextStep({
  actor,
  evidence,
  contact,
  offer,
}: {
  readonly actor: string
  readonly evidence: SupportEvidence
  readonly contact: ExplorerContactFragment
  /** The offer of its that is meant; null where none is known. */
  readonly offer: OfferedThere | null
}) {
  const texts = useTexts(answerTexts)
  const step = nextStep({
    actor,
    evidence,
    contact,
    offer: offer && { ...offer.initiative, evidence: evidenceOfOffer(offer) },
  })
  return (
    <p class="next-step">
      <strong>{texts.nextStep}:</strong> {texts.step(step)}
    </p>
  )
}
