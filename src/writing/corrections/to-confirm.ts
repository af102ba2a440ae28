import { z } from 'zod'
import type { CursorValues } from '../../graph/compose/cursor.js'
import { byKeys, type Page, type PageArguments, pageOf, pageSize } from '../../graph/compose/page.js'
import { aboutKnown, idOfKind } from '../../graph/entity-ids.js'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { holdsOn } from '../../graph/relationship-days.js'
import { compare } from '../../graph/sort-name.js'
import { lastConfirmed } from '../../provenance/last-confirmed.js'
import { confirmedSince, initiativeStatusOn } from '../../support/facts/initiative-status.js'

/** What an actor offers that stands open on a day, with when it was last confirmed, and in which year last seen. */
const openOffers = query<{ actor: string; asOf: string; confirmedSince: number }>()(
  'offers that somebody may have to confirm',
  z.object({
    id: z.string(),
    sortName: z.string(),
    status: z.enum(['UNCONFIRMED', 'ACTIVE']),
    confirmed: z.string().nullable(),
    seen: z.number().nullable(),
  }),
  `MATCH (actor:SupportActor {id: $actor})
   MATCH (actor)-[offers:OFFERS]->(initiative:Initiative)
   WHERE ${holdsOn('offers', '$asOf')}
   WITH DISTINCT initiative
   WITH initiative, ${initiativeStatusOn('initiative', '$asOf', '$confirmedSince')} AS status,
     ${lastConfirmed('initiative')} AS confirmed
   WHERE status IN ['UNCONFIRMED', 'ACTIVE']
   RETURN initiative.id AS id, initiative.sortName AS sortName, status, confirmed, initiative.lastSeenYear AS seen`,
)

/** An offer that somebody should confirm. */
export interface ToConfirm {
  readonly id: string
  readonly sortName: string
  /** The last day on which it was known to hold; empty for never. */
  readonly last: string
}

export type PageToConfirm = Page<ToConfirm>
export type EdgeToConfirm = PageToConfirm['edges'][number]

/**
 * What of an actor's offers is unconfirmed on a day, or was last confirmed or seen over a year before it; longest first.
 * @throws BadUserInputError for what is no actor, or a wrong page; NotFoundError for an actor that is not there.
 */
export async function toConfirm(
  graph: GraphReader,
  asked: { readonly actor: string; readonly asOf: string },
  page: PageArguments,
): Promise<PageToConfirm> {
  pageSize(page)
  const { asOf } = asked
  const actor = idOfKind('actor', asked.actor, 'actor')
  const offers = await aboutKnown(
    graph,
    [actor],
    graph.read(openOffers, { actor, asOf, confirmedSince: confirmedSince(asOf) }),
  )
  const aYearBefore = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`
  const due = offers
    .map(({ confirmed, seen, ...offer }) => ({ ...offer, last: lastHeld(confirmed, seen) }))
    .filter(({ status, last }) => status === 'UNCONFIRMED' || last < aYearBefore)
    .toSorted((left, right) => compareKeys(keysOf(left), keysOf(right)))
  return pageOf('toConfirm', due, page, keysOf, compareKeys)
}

/** The day that somebody said, unless a page of a later year speaks of it: that may be of any day of its year. */
function lastHeld(confirmed: string | null, seen: number | null): string {
  const ofPage = seen === null ? '' : `${seen}-12-31`
  return confirmed !== null && confirmed.slice(0, 4) >= ofPage.slice(0, 4) ? confirmed : ofPage
}

const keysOf = ({ last, sortName, id }: ToConfirm): CursorValues => [last, sortName, id]

function compareKeys([last, name, id]: CursorValues, [otherLast, otherName, otherId]: CursorValues): number {
  return (
    byKeys([String(last)], [String(otherLast)]) ||
    compare(String(name), String(otherName)) ||
    compare(String(id), String(otherId))
  )
}
