import { setMaxListeners } from 'node:events'
import { z } from 'zod'
import type { Graph, GraphReader, Patience } from './graph.js'
import { query } from './query.js'

/** Ids of entities that were merged away, each with that of the entity that answers for it now. */
export type Redirects = ReadonlyMap<string, string>

/** How many ids are looked for at a time. */
const IDS_AT_ONCE = 2_000

const redirect = z.object({ id: z.string(), now: z.string() })

/** What entities that were merged away became, whatever was merged since. */
const allRedirects = query<Record<never, never>>()(
  'what was merged away, and into what',
  redirect,
  `MATCH (former:Former)
   MATCH (former)-[:NOW*1..20]->(entity:Entity)
   RETURN former.id AS id, entity.id AS now`,
)

/** The same of some ids. */
const redirectsOf = query<{ ids: readonly string[] }>()(
  'into what some ids were merged',
  redirect,
  `UNWIND $ids AS id
   MATCH (former:Former {id: id})
   MATCH (former)-[:NOW*1..20]->(entity:Entity)
   RETURN former.id AS id, entity.id AS now`,
)

const byId = (rows: readonly z.infer<typeof redirect>[]): Redirects => new Map(rows.map(({ id, now }) => [id, now]))

/** All that was merged away. What was withdrawn is not among it: nothing answers for that. */
export async function readRedirects(graph: GraphReader, patience?: Patience): Promise<Redirects> {
  return byId(await graph.read(allRedirects, {}, patience))
}

/** Those of some ids that were merged away; all others are left out, whether or not anything has them. */
export async function idsNow(graph: GraphReader, ids: Iterable<string>): Promise<Redirects> {
  const asked = [...new Set(ids)]
  const found = new Map<string, string>()
  for (let from = 0; from < asked.length; from += IDS_AT_ONCE) {
    const rows = await graph.read(redirectsOf, { ids: asked.slice(from, from + IDS_AT_ONCE) })
    for (const { id, now } of rows) found.set(id, now)
  }
  return found
}

/** What was merged away, read once for a generation of the graph: hardly anything, in one short statement. */
export class KeptRedirects {
  private generation = -1
  private read: Promise<Redirects> | null = null

  private readonly patience: Patience

  /** @param seconds how long the statement may take: whoever asks waits for it. */
  constructor(
    private readonly graph: Pick<Graph, 'read' | 'generation'>,
    seconds: number,
  ) {
    const { signal } = new AbortController()
    setMaxListeners(0, signal)
    this.patience = { signal, seconds }
  }

  /** @param generation the earliest that will do; null where it is not known. */
  async of(generation: number | null): Promise<Redirects> {
    const earliest = generation ?? (await this.graph.generation())
    if (this.read && this.generation >= earliest) return this.read
    const read = readRedirects(this.graph, this.patience)
    this.generation = earliest
    this.read = read
    read.catch(() => {
      if (this.read === read) this.read = null
    })
    return read
  }
}
