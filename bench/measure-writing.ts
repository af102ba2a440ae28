import { z } from 'zod'
import { localEditor } from '#built/accounts/viewer.js'
import type { Graph } from '#built/graph/graph.js'
import { type GraphSettings, openGraph } from '#built/graph/open.js'
import { query } from '#built/graph/query.js'
import type { Draft } from '#built/writing/drafts/draft.js'
import { publishDraft } from '#built/writing/publishing/publish-draft.js'
import { edition } from '../tests/edition.js'
import { type Times, timeInTurn } from './timing.js'

/** What writes took, in ms. */
export interface WritingTimes {
  readonly small: Times
  readonly large: Times
  readonly bare: Times
  readonly renamed: Times
  readonly offerSmall: Times
  readonly offerLarge: Times
}

const SPAN = { warmUpMs: 3_000, measureMs: 12_000, most: 400 }

const someFirms = query<Record<never, never>>()(
  'some firms',
  z.object({ id: z.string() }),
  'MATCH (firm:Firm) RETURN firm.id AS id ORDER BY id LIMIT 500',
)

const someOffers = query<Record<never, never>>()(
  'some offers',
  z.object({ id: z.string() }),
  'MATCH (offer:Initiative) RETURN offer.id AS id ORDER BY id LIMIT 50',
)

const anySource = query<Record<never, never>>()(
  'some source',
  z.object({ id: z.string() }),
  'MATCH (source:Source) RETURN source.id AS id ORDER BY id LIMIT 1',
)

const counted = z.object({ count: z.number() })

const setFirm = query<{ id: string; employees: number }>()(
  'set a firm',
  counted,
  `UNWIND [$id] AS id
   MATCH (firm:Entity {id: id})
   SET firm.employees = $employees, firm.recordedAt = 'now'
   RETURN count(*) AS count`,
)

const setStatement = query<{ id: string; source: string; employees: number }>()(
  'set what a source says of a firm',
  counted,
  `MATCH (firm:Entity {id: $id})
   MATCH (source:Entity {id: $source})
   MERGE (firm)-[stated:STATED_IN {key: 'bare'}]->(source)
   SET stated.employees = $employees, stated.recordedAt = 'now'
   RETURN count(*) AS count`,
)

/** Times writes on a small graph and a large one in turn. */
export async function measureWriting(small: GraphSettings, large: GraphSettings): Promise<WritingTimes> {
  const [few, many] = await Promise.all([opened(small), opened(large)])
  try {
    const [inSmall = [], inLarge = [], bare = [], renamed = [], offerSmall = [], offerLarge = []] = await timeInTurn(
      [
        () => few.write('Firm', { employees: few.next() }),
        () => many.write('Firm', { employees: many.next() }),
        () => many.bare(),
        () => many.write('Firm', { name: `Renamed ${many.next()} AB` }),
        () => few.write('Initiative', { maxEmployees: few.next() }),
        () => many.write('Initiative', { maxEmployees: many.next() }),
      ],
      SPAN,
    )
    return { small: inSmall, large: inLarge, bare, renamed, offerSmall, offerLarge }
  } finally {
    await Promise.all([few.close(), many.close()])
  }
}

async function opened(settings: GraphSettings) {
  const graph = await openGraph(settings)
  const [firms, offers, [source]] = await Promise.all([
    graph.read(someFirms, {}),
    graph.read(someOffers, {}),
    graph.read(anySource, {}),
  ])
  let count = 0
  const next = (): number => {
    count += 1
    return count
  }
  const idOf = (label: Draft['label']): string => {
    const all = label === 'Firm' ? firms : offers
    return all[next() % all.length]?.id ?? ''
  }
  return {
    next,
    write: (label: Draft['label'], values: Draft['values']) => write(graph, label, idOf(label), values),
    bare: () =>
      graph.transaction(async (transaction) => {
        const firm = { id: idOf('Firm'), employees: next() }
        await transaction.write(setFirm, firm)
        await transaction.write(setStatement, { ...firm, source: source?.id ?? '' })
      }),
    close: () => graph.close(),
  }
}

const write = (graph: Graph, label: Draft['label'], id: string, values: Draft['values']) =>
  publishDraft(
    { graph, edition, viewer: localEditor },
    {
      ...{ operation: 'UPDATE', label, id, revision: null, values, emptied: [], ties: [] },
      ...{ endsOn: null, source: null, locator: null, asOf: null, reason: null },
    },
  )
