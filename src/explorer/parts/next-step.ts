import type { HelpKind, SupportEvidence } from '../generated/graphql.js'
import type { Errand, Step, Way } from '../language/support-answer.js'
import { siteOf } from './web-address.js'

/** What is known of an actor by whoever turns to it. */
interface Reached {
  readonly actor: string
  readonly evidence: SupportEvidence
  readonly contact: {
    readonly url: string | null
    readonly mailbox: string | null
    readonly telephone: string | null
  }
  /** What it offers that fits best; null where no offer is known. */
  readonly offer: {
    readonly name: string
    readonly url: string | null
    readonly help: readonly HelpKind[]
    readonly evidence: SupportEvidence
  } | null
}

/** Help that one applies for. */
const appliedFor: ReadonlySet<HelpKind> = new Set(['GRANT', 'CHECK'])

/** Money that is had on terms. */
const lent: ReadonlySet<HelpKind> = new Set(['LOAN', 'GUARANTEE', 'EQUITY'])

/**
 * What to do next with an actor, from what is known of it: an offer that nobody has seen for long is asked after before its terms
 * are read, and one in force is applied for where that is how it is had.
 */
export function nextStep({ actor, evidence, contact, offer }: Reached): Step {
  const page = offer?.url ?? contact.url ?? ''
  return {
    way: wayTo(contact),
    errand: errandOf(evidence, offer),
    actor,
    at: contact.telephone ?? contact.mailbox ?? '',
    page: siteOf(page),
    offer: offer?.name ?? '',
  }
}

function wayTo({ telephone, mailbox, url }: Reached['contact']): Way {
  if (telephone !== null) return 'CALL'
  if (mailbox !== null) return 'WRITE'
  return url === null ? 'SEEK' : 'VISIT'
}

function errandOf(evidence: SupportEvidence, offer: Reached['offer']): Errand {
  if (offer === null) return evidence === 'AREA' ? 'WHO_KNOWS' : 'ABILITY'
  if (offer.evidence !== 'IN_FORCE') return 'STILL_THERE'
  if (offer.help.some((kind) => appliedFor.has(kind))) return 'APPLY'
  return offer.help.some((kind) => lent.has(kind)) ? 'TERMS' : 'TAKE_PART'
}
