import { expect } from 'vitest'
import { z } from 'zod'
import type { GraphReader } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'

const count = z.object({ changes: z.number() })
const counted = query<Record<never, never>>()(
  'changes counted in tests',
  count,
  "MATCH (state:NorrgraphState {id: 'state'}) RETURN coalesce(state.changes, 0) AS changes",
)
const changes = query<Record<never, never>>()(
  'changes in tests',
  z.object({ id: z.string(), number: z.number() }),
  'MATCH (change:Change) RETURN change.id AS id, change.number AS number ORDER BY number',
)
const changed = query<Record<never, never>>()(
  'what changes changed in tests',
  z.object({ change: z.string(), number: z.number(), entity: z.string(), revision: z.number(), pieces: z.string() }),
  `MATCH (change:Change)-[changed:CHANGED]->(entity:Entity)
   RETURN change.id AS change, change.number AS number, entity.id AS entity, changed.revision AS revision,
     changed.pieces AS pieces ORDER BY number`,
)
const entities = query<Record<never, never>>()(
  'entities in tests',
  z.object({
    id: z.string(),
    revision: z.number(),
    amount: z.number().nullable(),
    stated: z.number(),
    offers: z.number(),
  }),
  `MATCH (entity:Entity)
   CALL (entity) { MATCH (entity)-[says:STATED_IN {key: 'says'}]->(:Source) RETURN count(says) AS stated }
   CALL (entity) { MATCH (:SupportActor)-[offer:OFFERS]->(entity) RETURN count(offer) AS offers }
   RETURN entity.id AS id, entity.revision AS revision, entity.minAmount AS amount, stated, offers`,
)

const piece = z.looseObject({
  of: z.enum(['LIFE', 'STATEMENT', 'TIE']),
  after: z.union([z.string(), z.looseObject({ values: z.record(z.string(), z.unknown()) })]).nullable(),
})

/** What a change said. */
interface Said {
  readonly change: string
  /** The amount that it gave, null for none. */
  readonly amount: number | null
}

/**
 * Holds a register that began empty, of initiatives with an amount and who offers them, against its own changes: each has
 * its effect, and nothing is there that none has made.
 * @returns what its changes said.
 */
export async function wholeRegister(graph: GraphReader): Promise<readonly Said[]> {
  const all = await graph.read(changes, {})
  expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1))
  expect(await graph.read(counted, {})).toEqual([{ changes: all.length }])
  const made = (await graph.read(changed, {})).map((row) => ({
    ...row,
    pieces: z.array(piece).parse(JSON.parse(row.pieces)),
  }))
  expect(new Set(made.map(({ change }) => change))).toEqual(new Set(all.map(({ id }) => id)))
  const expected = new Map<string, { revision: number; amount: number | null; stated: number; offers: number }>()
  for (const { entity, revision, pieces } of made) {
    const before = expected.get(entity) ?? { revision: 0, amount: null, stated: 0, offers: 0 }
    expect([entity, revision]).toEqual([entity, before.revision + 1])
    const isOwnSource = entity.startsWith('source:')
    expected.set(entity, {
      revision,
      amount: amountIn(pieces) ?? before.amount,
      stated: !isOwnSource && pieces.some(({ of }) => of === 'STATEMENT') ? 1 : before.stated,
      offers: before.offers + pieces.filter(({ of }) => of === 'TIE').length,
    })
  }
  const there = (await graph.read(entities, {})).map(({ id, ...each }) => [id, each] as const)
  expect(new Map(there)).toEqual(expected)
  return made
    .filter(({ entity }) => entity.startsWith('initiative:'))
    .map(({ change, pieces }) => ({ change, amount: amountIn(pieces) }))
}

function amountIn(pieces: readonly z.infer<typeof piece>[]): number | null {
  for (const { of, after } of pieces) {
    if (of !== 'STATEMENT' || typeof after === 'string') continue
    const amount = after?.values.minAmount
    if (typeof amount === 'number') return amount
  }
  return null
}
