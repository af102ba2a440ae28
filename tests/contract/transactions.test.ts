import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphNode } from '../../src/graph/elements.js'
import type { Graph, GraphTransaction } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { query } from '../../src/graph/query.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { describeOnEachEngine } from './engines.js'

const counted = z.object({ count: z.number() })
const provenance = { source: 'source:test', locator: 'by hand', recordedAt: '2024-01-01T00:00:00Z' }
const need = (id: string): GraphNode => ({ label: 'Need', id, provenance, properties: { order: 0 } })

const needs = query<Record<never, never>>()('needs', counted, 'MATCH (need:Need) RETURN count(need) AS count')
const wrong = query<Record<never, never>>()('wrong', counted, 'MATCH (need:Need) RETURN nothing AS count')
const twice = query<{ id: string }>()('twice', counted, 'CREATE (need:Entity {id: $id}) RETURN 1 AS count')
const misdeclared = query<Record<never, never>>()('misdeclared', z.object({ count: z.string() }), 'RETURN 1 AS count')
const order = query<Record<never, never>>()(
  'order',
  counted,
  "MATCH (need:Need {id: 'need:first'}) RETURN need.order AS count",
)
const setOrder = query<{ order: number }>()(
  'set order',
  counted,
  "MATCH (need:Need {id: 'need:first'}) SET need.order = $order RETURN need.order AS count",
)

describeOnEachEngine('a transaction', (open) => {
  let graph: Graph

  beforeAll(async () => {
    graph = await open()
    await graph.transaction((transaction) =>
      writeElements(transaction, { nodes: [need('need:first')], relationships: [] }),
    )
  })
  afterAll(() => graph.close())

  const failures: [string, (transaction: GraphTransaction) => Promise<unknown>, object][] = [
    ['a statement is wrong', (transaction) => transaction.write(wrong, {}), { kind: 'FAILED' }],
    ['an id is there already', (transaction) => transaction.write(twice, { id: 'need:first' }), { kind: 'FAILED' }],
    ['a row is not as declared', (transaction) => transaction.read(misdeclared, {}), { kind: 'FAILED' }],
    [
      'a relationship leads nowhere',
      (transaction) =>
        writeElements(transaction, {
          nodes: [need('need:third')],
          relationships: [{ type: 'MEETS', from: 'need:none', to: 'need:first', key: '', provenance, properties: {} }],
        }),
      { kind: 'FAILED', message: '1 MEETS relationships name unknown nodes' },
    ],
    ['its work fails', () => Promise.reject(new Error('of its own')), { name: 'Error', message: 'of its own' }],
  ]

  it.each(failures)('leaves nothing where %s, and says why', async (_, fail, error) => {
    const work = graph.transaction(async (transaction) => {
      await writeElements(transaction, { nodes: [need('need:second')], relationships: [] })
      expect(await transaction.read(needs, {})).toEqual([{ count: 2 }])
      await fail(transaction)
    })
    await expect(work).rejects.toMatchObject(error)
    expect(await graph.read(needs, {})).toEqual([{ count: 1 }])
  })

  it('waits for the one before it, also for one that failed', async () => {
    await graph.transaction((transaction) => transaction.write(setOrder, { order: 0 }))
    const more = (fails: boolean) =>
      graph.transaction(async (transaction) => {
        const [row] = await transaction.write(setOrder, {
          order: ((await transaction.read(order, {}))[0]?.count ?? 0) + 1,
        })
        if (fails) throw new Error('of its own')
        return row?.count
      })
    const all = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => more(index % 3 === 0)))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(8)
    expect(await graph.read(order, {})).toEqual([{ count: 8 }])
  })

  it('is seen by what is read after it', async () => {
    for (let number = 0; number < 20; number += 1) {
      await graph.transaction((transaction) => transaction.write(setOrder, { order: number }))
      expect(await graph.read(order, {})).toEqual([{ count: number }])
    }
  })
})

describe('a panic of the embedded engine', () => {
  const crowd = query<{ numbers: readonly number[] }>()(
    'crowd',
    counted,
    `MATCH (need:Need {id: 'need:first'})
     UNWIND $numbers AS number
     CREATE (need)<-[:HAS_NEED]-(:Firm {id: number})
     RETURN count(*) AS count`,
  )
  // Two steps of one type in a pattern, which the program never sends.
  const panics = query<{ id: number }>()(
    'panics',
    counted,
    'MATCH (firm:Firm {id: $id})-[:HAS_NEED]->(need)<-[:HAS_NEED]-(other) RETURN other.id AS count',
  )

  it('becomes an error that names the statement, takes nothing with it, and the graph goes on', async () => {
    const graph = await openGraph({ engine: 'embedded', path: null })
    await graph.transaction(async (transaction) => {
      await writeElements(transaction, { nodes: [need('need:first')], relationships: [] })
      await transaction.write(crowd, { numbers: Array.from({ length: 66_000 }, (_, index) => index) })
    })
    const work = graph.transaction(async (transaction) => {
      await writeElements(transaction, { nodes: [need('need:second')], relationships: [] })
      await transaction.read(panics, { id: 1 })
    })
    await expect(work).rejects.toMatchObject({ kind: 'FAILED', message: expect.stringMatching(/^panics: .*panicked/) })
    expect(await graph.read(needs, {})).toEqual([{ count: 1 }])
    await graph.transaction((transaction) =>
      writeElements(transaction, { nodes: [need('need:second')], relationships: [] }),
    )
    expect(await graph.read(needs, {})).toEqual([{ count: 2 }])
    await graph.close()
  })
})
