import { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'

/** Which actors offer initiatives, and until when; empty where no end is said. */
const offersOf = query<{ ids: readonly string[] }>()(
  'who offers initiatives that are written',
  z.object({ id: z.string(), offers: z.array(z.object({ actor: z.string(), until: z.string() })) }),
  `UNWIND $ids AS id
   MATCH (initiative:Initiative {id: id})
   CALL (initiative) {
     MATCH (initiative)<-[offer:OFFERS]-(actor:SupportActor)
     RETURN collect({actor: actor.id, until: coalesce(offer.validTo, '')}) AS offers
   }
   RETURN initiative.id AS id, offers`,
)

/**
 * Who offers some initiatives on a day or will, by initiative; of one that nobody offers any more, who did. Those that are
 * not there are left out.
 * @param day ISO.
 */
export async function readOffering(
  graph: GraphReader,
  ids: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (ids.length === 0) return new Map()
  const rows = await graph.read(offersOf, { ids })
  return new Map(
    rows.map(({ id, offers }) => {
      const left = offers.filter(({ until }) => until === '' || until >= day)
      return [id, new Set((left.length > 0 ? left : offers).map(({ actor }) => actor))] as const
    }),
  )
}
