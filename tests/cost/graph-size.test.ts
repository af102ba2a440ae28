import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { PresentSize, readGraphSize } from '../../src/cost/graph-size.js'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { writeElements } from '../../src/graph/write-elements.js'

const provenance = { source: 'source:a', locator: 'a test', recordedAt: '2024-01-01T00:00:00.000Z' }
const firm = (name: string) => ({
  label: 'Firm' as const,
  id: `firm:${name}`,
  provenance,
  properties: { nameSv: name },
})
const supply = (from: string, to: string) => ({
  ...{ type: 'SUPPLIES' as const, from: `firm:${from}`, to: `firm:${to}`, key: '', provenance, properties: {} },
})

let graph: Graph
beforeAll(async () => {
  graph = await openGraph({ engine: 'embedded', path: null })
  await graph.transaction((transaction) =>
    writeElements(transaction, {
      nodes: ['a', 'b', 'c', 'd'].map(firm),
      relationships: [supply('a', 'd'), supply('b', 'd'), supply('c', 'd'), supply('a', 'b')],
    }),
  )
})
afterAll(() => graph.close())

it('counts nodes, and relationships with the most that one node has', async () => {
  const size = await readGraphSize(graph)
  expect([size.nodes('Firm'), size.nodes('County'), size.nodes('Entity')]).toEqual([4, 0, 4])
  expect(size.degrees('Firm', ['SUPPLIES'], 'IN')).toEqual({ total: 4, most: 3 })
  expect(size.degrees('Firm', ['SUPPLIES'], 'OUT')).toEqual({ total: 4, most: 2 })
  expect(size.degrees('Firm', ['HAS_NEED'], 'OUT')).toEqual({ total: 0, most: 0 })
  expect([size.leaving(1), size.leaving(4), size.around(1)]).toEqual([2, 4, 5])
})

it('serves the last count while it counts anew', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    const present = new PresentSize()
    const first = await present.of(graph)
    await graph.transaction((transaction) => writeElements(transaction, { nodes: [firm('e')], relationships: [] }))
    expect(await present.of(graph)).toBe(first)
    vi.advanceTimersByTime(3_600_000)
    expect(await present.of(graph)).toBe(first)
    await present.settled()
    expect((await present.of(graph)).nodes('Firm')).toBe(5)
  } finally {
    vi.useRealTimers()
  }
})
