import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphNode, GraphRelationship } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { type Api, openApi } from './api.js'
import { describeOnEachEngine } from './engines.js'

const provenance = { source: 'source:test', locator: 'by hand', recordedAt: '2024-01-01T00:00:00Z' }
const claim = (id: string): GraphNode => ({ label: 'Claim', id, provenance, properties: { statementSv: id } })
const against = (from: string, to: string): GraphRelationship => ({
  ...{ type: 'CONTRADICTS', from, to, key: '', properties: {} },
  provenance: { ...provenance, locator: `${from} against ${to}` },
})

const page = z.object({
  node: z.object({
    contradicts: z.object({
      edges: z.array(z.object({ node: z.object({ id: z.string() }), provenance: z.object({ locator: z.string() }) })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
})

describeOnEachEngine('claims that contradict one another in both directions', (open) => {
  let graph: Graph
  let api: Api

  beforeAll(async () => {
    graph = await open()
    api = await openApi(graph)
    await graph.transaction((transaction) =>
      writeElements(transaction, {
        nodes: [claim('claim:a'), claim('claim:b')],
        relationships: [against('claim:a', 'claim:b'), against('claim:b', 'claim:a')],
      }),
    )
  })
  afterAll(async () => {
    await api.close()
    await graph.close()
  })

  it('are paged without losing or repeating either', async () => {
    const source = `query ($after: String) { node(id: "claim:a") { ... on Claim { contradicts(first: 1, after: $after) {
      edges { node { id } provenance { locator } } pageInfo { hasNextPage endCursor } } } } }`
    const pageAfter = async (after: string | null): Promise<z.infer<typeof page>['node']['contradicts']> =>
      page.parse(await api.data(source, { after })).node.contradicts
    const first = await pageAfter(null)
    const second = await pageAfter(first.pageInfo.endCursor)
    expect([first, second].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false])
    const seen = [first, second].flatMap(({ edges }) =>
      edges.map(({ node, provenance: { locator } }) => `${node.id}: ${locator}`),
    )
    expect(seen).toEqual(['claim:b: claim:a against claim:b', 'claim:b: claim:b against claim:a'])
  })
})
