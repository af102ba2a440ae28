import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networkMetrics } from '../../src/network/metrics.js'
import type { NetworkNode } from '../../src/network/network.js'
import { brute, type Links, modularityOf } from './measures.js'

const idOf = (number: number) => `firm:${number}`

const node = (number: number): NetworkNode => ({
  ...{ id: idOf(number), kind: 'FIRM', nameSv: null, nameEn: null, degree: 0, tier: 0, asOf: '2024-06-30' },
  facts: () => Promise.reject(new Error('not asked for')),
})

/** A drawing of nodes and edges by their numbers. */
function network(nodes: number, pairs: Links): Parameters<typeof networkMetrics>[0] {
  const edges = pairs.map(([from, to]) => ({ source: idOf(from), target: idOf(to) }))
  return {
    nodes: Array.from({ length: nodes }, (_, number) => node(number)),
    edges,
    truncated: false,
    warnings: [],
  }
}

/** Up to eight nodes, with edges either way, several between the same two and from one to itself among them. */
const drawings = fc.integer({ min: 1, max: 8 }).chain((nodes) => {
  const number = fc.integer({ min: 0, max: nodes - 1 })
  return fc.record({ nodes: fc.constant(nodes), pairs: fc.array(fc.tuple(number, number), { maxLength: 20 }) })
})

describe('measures of a network', () => {
  it('are degree and betweenness as counting every shortest way gives them', () => {
    fc.assert(
      fc.property(drawings, ({ nodes, pairs }) => {
        const measured = networkMetrics(network(nodes, pairs))
        const expected = brute(nodes, pairs)
        expect(measured.nodes.map(({ node: { id }, degree }) => [id, degree])).toEqual(
          expected.degrees.map((degree, number) => [idOf(number), degree]),
        )
        for (const [number, { betweenness }] of measured.nodes.entries()) {
          expect(betweenness).toBeCloseTo(expected.betweenness[number] ?? Number.NaN, 12)
        }
        expect([measured.nodeCount, measured.linkCount]).toEqual([nodes, expected.links.length])
      }),
      { numRuns: 500 },
    )
  })

  it('put each node in one community, the largest first, and say how well they hold together', () => {
    fc.assert(
      fc.property(drawings, ({ nodes, pairs }) => {
        const measured = networkMetrics(network(nodes, pairs))
        const communities = measured.nodes.map(({ community }) => community)
        const sizes = Array.from(
          { length: measured.communityCount },
          (_, number) => communities.filter((community) => community === number).length,
        )
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(nodes)
        expect(sizes).toEqual(sizes.toSorted((left, right) => right - left))
        expect(Math.min(...sizes)).toBeGreaterThan(0)
        const { links } = brute(nodes, pairs)
        expect(measured.modularity).toBeCloseTo(modularityOf(links, communities), 12)
        const alone = communities.map((_, number) => number)
        expect(measured.modularity).toBeGreaterThanOrEqual(modularityOf(links, alone))
      }),
      { numRuns: 500 },
    )
  })

  it('find two groups that one link joins, and who joins them', () => {
    const groups: Links = [[0, 1], [1, 2], [0, 2], [2, 3], [3, 4], [4, 5], [3, 5]] // biome-ignore format: a row
    const { nodes, modularity } = networkMetrics(network(6, groups))
    expect(nodes.map(({ community }) => community)).toEqual([0, 0, 0, 1, 1, 1])
    // Of the ten pairs of others, those of the two on its side with the three beyond.
    expect(nodes.map(({ betweenness }) => Number(betweenness.toFixed(12)))).toEqual([0, 0, 0.6, 0.6, 0, 0])
    // Newman and Girvan 2004: two halves with 3 of 7 links each, and half of all link ends.
    expect(modularity).toBeCloseTo(6 / 7 - 1 / 2, 12)
  })
})
