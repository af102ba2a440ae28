import type { ExplorerMatchFragment, ExplorerOfferFragment, HelpKind } from '../../generated/graphql.js'
import { evidenceOfOffer } from '../../parts/offer-evidence.js'

/** A kind of help; what is of none that is told apart; actors of which no offer is known; and those who may know, no more. */
export type GroupKind = HelpKind | 'OTHER' | 'NO_OFFER' | 'MAY_KNOW'

/** An actor with those of its offers that are of one kind, what fits best first. */
export interface GroupEntry {
  readonly match: ExplorerMatchFragment
  readonly offers: readonly ExplorerOfferFragment[]
  /** Whether the actor stands in no group before this one. */
  readonly isFirst: boolean
  /** Whether all of these offers were seen too long ago to be counted on, for which it stands last. */
  readonly isOld: boolean
}

/** What is offered of one kind of help, by whom. */
export interface HelpGroup {
  readonly kind: GroupKind
  readonly entries: readonly GroupEntry[]
}

/**
 * The answer by kind of help. Groups stand in the order of what is best in each, actors within them as they were answered; what was
 * seen too long ago to count on stands last, of groups, of the actors in one and of an actor's offers. An offer of several kinds
 * stands under its first alone, actors without an offer stand after them, and last those who work in an area of the needs, whatever
 * they offer.
 * @param found who can help, best first.
 */
export function groupsOf(found: readonly ExplorerMatchFragment[]): readonly HelpGroup[] {
  const matches = found.filter(({ evidence }) => evidence !== 'AREA')
  const mayKnow = found.filter(({ evidence }) => evidence === 'AREA')
  const offers = oldLast(
    matches.flatMap(({ initiatives }) => initiatives),
    isCounted,
  )
  const kinds = new Set<GroupKind>(offers.map(kindOfOffer))
  const listed = new Set<string>()
  const groups = [...kinds].map((kind): HelpGroup => {
    const entries = matches.flatMap((match): GroupEntry[] => {
      const ofKind = oldLast(
        match.initiatives.filter((offer) => kindOfOffer(offer) === kind),
        isCounted,
      )
      const [isFirst, isOld] = [!listed.has(match.actor.id), !ofKind.some(isCounted)]
      return ofKind.length === 0 ? [] : [{ match, offers: ofKind, isFirst, isOld }]
    })
    for (const { match } of entries) listed.add(match.actor.id)
    return { kind, entries: oldLast(entries, hasCounted) }
  })
  const others = matches.filter(({ initiatives }) => initiatives.length === 0)
  return [...groups, wholly('NO_OFFER', others), wholly('MAY_KNOW', mayKnow)].filter(
    ({ entries }) => entries.length > 0,
  )
}

/** A group of actors with all that they offer, whatever kind it is of. */
const wholly = (kind: GroupKind, matches: readonly ExplorerMatchFragment[]): HelpGroup => ({
  kind,
  entries: matches.map((match) => ({ match, offers: match.initiatives, isFirst: true, isOld: false })),
})

/** Whether an offer is in force, or was seen so lately that it may be counted on. */
const isCounted = (offer: ExplorerOfferFragment): boolean => ['IN_FORCE', 'LAST_SEEN'].includes(evidenceOfOffer(offer))

/** Whether any of what an actor offers of a kind may be counted on. */
const hasCounted = ({ isOld }: GroupEntry): boolean => !isOld

function oldLast<Each>(all: readonly Each[], counts: (each: Each) => boolean): Each[] {
  return [...all.filter(counts), ...all.filter((each) => !counts(each))]
}

const kindOfOffer = ({ initiative: { help } }: ExplorerOfferFragment): GroupKind => help[0] ?? 'OTHER'

/** How many offers stand in a group. */
export const offersIn = ({ entries }: HelpGroup): number => entries.reduce((sum, { offers }) => sum + offers.length, 0)

/** How many actors have an offer in a group that may be counted on. */
export const countedIn = ({ entries }: HelpGroup): number => entries.filter(hasCounted).length
