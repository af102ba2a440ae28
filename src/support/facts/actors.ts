import type { HelpKind } from '../../classification/help-kind.js'
import type { NeedStrength } from '../../classification/need-strength.js'
import type { Reservation } from '../../classification/reservation.js'
import type { Named } from '../../language/wording.js'
import type { Position } from '../../places/great-circle.js'
import type { SupportEvidence } from './evidence.js'
import type { InitiativeStatus, Seen } from './initiative-status.js'
import type { Limits } from './limits.js'
import type { Terms } from './terms.js'

export interface SupportArea extends Named {
  readonly meets: readonly Named[]
}

/** That an actor itself, or an initiative, meets a need. */
export interface Meeting {
  readonly need: Named
  readonly strength: NeedStrength
  /** It opens the way to a buyer in its own place, also for firms of elsewhere in the region. */
  readonly viaBuyer: boolean
  /** Only for firms that export, or supply those who do. */
  readonly ifExporting: boolean
  /** What is to be known before a firm counts on it. */
  readonly reservations: readonly Reservation[]
  /** Too large for a firm of a few people. */
  readonly largeScale: boolean
}

/** What an actor can itself. */
export interface OwnMeeting extends Meeting {
  readonly evidence: SupportEvidence
}

/** An initiative with where it stands on a day. */
export interface Initiative extends Named {
  readonly status: InitiativeStatus
  /** How well it is known to be there on the day; null where it is not. */
  readonly evidence: SupportEvidence | null
  readonly lastSeen: Seen
  readonly help: readonly HelpKind[]
  readonly limits: Limits
  readonly terms: Terms
  readonly reservations: readonly Reservation[]
  readonly meets: readonly Meeting[]
  readonly addresses: readonly SupportArea[]
}

/** An actor with what it does and offers on a day. An initiative that several offer is the same object in each. */
export interface SupportActor extends Named {
  /** What sort of organisation it is. */
  readonly kind: string
  readonly limits: Limits
  readonly helpsWith: readonly OwnMeeting[]
  readonly provides: readonly SupportArea[]
  readonly offers: readonly Initiative[]
  /** Where it has its seats, as far as that is known. */
  readonly seats: readonly Seat[]
  readonly contact: Contact
  /** Ids of the ventures for which it buys, of an actor that is a buyer. */
  readonly buysFor: readonly string[]
}

/** A municipality in which an actor has a seat. */
export interface Seat {
  readonly id: string
  readonly position: Position | null
}

/** How to turn to an organisation; null for what no page gives. */
export interface Contact {
  readonly url: string | null
  readonly mailbox: string | null
  readonly telephone: string | null
}
