import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphNode } from '../../src/graph/elements.js'
import type { Graph, GraphReader } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { describeOnEachEngine, describeOnTwoConnections } from './engines.js'

const counted = z.object({ count: z.number() })
const provenance = { source: 'source:test', locator: 'by hand', recordedAt: '2024-01-01T00:00:00Z' }
const need = (number: number): GraphNode => ({
  ...{ label: 'Need', id: `need:${number}`, provenance, properties: { order: number } },
})
const write = (graph: Graph, number: number) =>
  graph.transaction((transaction) => writeElements(transaction, { nodes: [need(number)], relationships: [] }))

const needs = query<Record<never, never>>()('needs', counted, 'MATCH (need:Need) RETURN count(need) AS count')
const orders = query<Record<never, never>>()(
  'orders',
  counted,
  'MATCH (need:Need) RETURN coalesce(sum(need.order), 0) AS count',
)
const note = query<Record<never, never>>()(
  'note',
  counted,
  "MATCH (state:NorrgraphState {id: 'state'}) SET state.noted = 1 RETURN 1 AS count",
)
const stamp = query<Record<never, never>>()(
  'stamp',
  counted,
  "MATCH (state:NorrgraphState {id: 'state'}) RETURN state.generation AS count",
)
const forget = query<Record<never, never>>()(
  'forget',
  counted,
  "MATCH (state:NorrgraphState {id: 'state'}) REMOVE state.generation RETURN 1 AS count",
)

const countOf = async (graph: GraphReader): Promise<number> => (await graph.read(needs, {}))[0]?.count ?? 0

describeOnEachEngine('a generation', (open) => {
  let graph: Graph
  beforeAll(async () => {
    graph = await open()
  })
  afterAll(() => graph.close())

  it('is raised once by a transaction that writes, whatever it writes', async () => {
    const before = await graph.generation()
    await write(graph, 1)
    expect(await graph.generation()).toBe(before + 1)
    await graph.transaction(async (transaction) => {
      await writeElements(transaction, { nodes: [need(2)], relationships: [] })
      await writeElements(transaction, { nodes: [need(3)], relationships: [] })
    })
    expect(await graph.generation()).toBe(before + 2)
  })

  it('stays where nothing was written that an answer shows', async () => {
    const before = await graph.generation()
    await countOf(graph)
    await graph.transaction((transaction) => countOf(transaction))
    await graph.transaction((transaction) => transaction.writeUnshown(note, {}))
    const failed = graph.transaction(async (transaction) => {
      await writeElements(transaction, { nodes: [need(4)], relationships: [] })
      throw new Error('of its own')
    })
    await expect(failed).rejects.toThrow('of its own')
    expect(await graph.generation()).toBe(before)
  })

  it('is known to what is written in it', async () => {
    const before = await graph.generation()
    const [row] = await graph.transaction(async (transaction) => {
      await writeElements(transaction, { nodes: [need(5)], relationships: [] })
      return transaction.read(stamp, {})
    })
    expect(row?.count).toBe(before + 1)
  })

  it('is another for each of many who write at once', async () => {
    const before = await graph.generation()
    const seen = Array.from({ length: 12 }, async (_, index) => {
      await write(graph, 10 + index)
      return graph.generation()
    })
    for (const generation of await Promise.all(seen)) expect(generation).toBeGreaterThan(before)
    expect(await graph.generation()).toBe(before + 12)
  })

  it('begins at 0 in a graph of an earlier version', async () => {
    await graph.transaction((transaction) => transaction.writeUnshown(forget, {}))
    expect(await graph.generation()).toBe(0)
    await write(graph, 6)
    expect(await graph.generation()).toBe(1)
  })
})

describeOnEachEngine('a snapshot', (open) => {
  let graph: Graph
  beforeAll(async () => {
    graph = await open()
    await write(graph, 1)
  })
  afterAll(() => graph.close())

  it('is of one generation however much is written while it is read', async () => {
    let number = 1
    const seen = await graph.snapshot(async (reader, generation) => {
      const first = await countOf(reader)
      // Not awaited: where all else is tried, whoever writes waits for the snapshot.
      number += 1
      const writing = write(graph, number)
      await Promise.race([writing, new Promise((resolve) => setTimeout(resolve, 300))])
      const [sum] = await reader.read(orders, {})
      return { generation, first, second: await countOf(reader), sum: sum?.count, writing }
    })
    expect(seen.second).toBe(seen.first)
    expect(seen.sum).toBe((seen.first * (seen.first + 1)) / 2)
    await seen.writing
    expect(seen.generation).toBeLessThan(await graph.generation())
    expect(await countOf(graph)).toBe(number)
  })

  it('reads several statements at once, and tells what went wrong', async () => {
    const read = graph.snapshot(async (reader) => {
      const counts = await Promise.all([countOf(reader), countOf(reader), countOf(reader)])
      expect(new Set(counts).size).toBe(1)
      void countOf(reader)
      throw new Error('of its own')
    })
    await expect(read).rejects.toThrow('of its own')
    await write(graph, 100)
    await write(graph, 101)
  })
})

describeOnTwoConnections('two processes on one database', (open) => {
  let one: Graph
  let other: Graph
  beforeAll(async () => {
    ;[one, other] = await open()
  })
  afterAll(() => Promise.all([one.close(), other.close()]))

  it('see each other’s generations at once, and what was written in them', async () => {
    for (let number = 1; number <= 20; number += 1) {
      const before = await other.generation()
      await write(one, number)
      expect(await other.generation()).toBe(before + 1)
      expect(await countOf(other)).toBe(number)
    }
  })

  it('never see a generation without all that was written in it', async () => {
    const first = await other.generation()
    const counted = await countOf(other)
    let isWriting = true
    const writing = (async () => {
      for (let batch = 1; batch <= 15; batch += 1) {
        const nodes = Array.from({ length: 500 }, (_, index) => need(1_000 * batch + index))
        await one.transaction((transaction) => writeElements(transaction, { nodes, relationships: [] }))
      }
      isWriting = false
    })()
    while (isWriting) {
      const generation = await other.generation()
      expect(await countOf(other)).toBeGreaterThanOrEqual(counted + 500 * (generation - first))
    }
    await writing
  })
})
