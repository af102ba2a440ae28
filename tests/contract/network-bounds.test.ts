import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphNode, GraphRelationship } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { type Api, openApi } from './api.js'
import { describeOnEachEngine } from './engines.js'

const provenance = { source: 'source:test', locator: 'by hand', recordedAt: '2024-01-01T00:00:00Z' }
const firm = (name: string): GraphNode => ({
  label: 'Firm',
  id: `firm:${name}`,
  provenance,
  properties: { nameSv: name },
})
const supplies = (from: string, to: string): GraphRelationship => ({
  ...{ type: 'SUPPLIES', from: `firm:${from}`, to: `firm:${to}`, key: '', provenance, properties: {} },
})
const answer = z.object({
  neighbourhood: z.object({
    nodes: z.array(z.object({ id: z.string() })),
    truncated: z.boolean(),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  }),
})

/** a and b supply each other and both supply c and d; a lay in Luleå until 2022; four firms stand alone. */
describeOnEachEngine('the bounds of a neighbourhood', (open) => {
  let graph: Graph
  let api: Api
  beforeAll(async () => {
    graph = await open()
    const ties = [
      supplies('a', 'b'),
      supplies('b', 'a'),
      ...['c', 'd'].flatMap((to) => [supplies('a', to), supplies('b', to)]),
    ]
    await graph.transaction((transaction) =>
      writeElements(transaction, {
        nodes: [
          ...['a', 'b', 'c', 'd', 'one', 'two', 'three', 'four'].map(firm),
          { label: 'Municipality', id: 'municipality:2580', provenance, properties: { nameSv: 'Luleå' } },
        ],
        relationships: [
          ...ties,
          {
            ...{ type: 'LOCATED_IN', from: 'firm:a', to: 'municipality:2580', key: '', provenance },
            properties: { validTo: '2022-12-31' },
          },
        ],
      }),
    )
    api = await openApi(graph)
  })
  afterAll(async () => {
    await api.close()
    await graph.close()
  })

  const around = async (asked: string) => {
    const source = `{ neighbourhood(depth: 1, ${asked}) { nodes { id } truncated warnings { code message(lang: EN) } } }`
    return answer.parse(await api.data(source)).neighbourhood
  }

  it('say that something was left out, also where the starts are one another’s neighbours', async () => {
    const starts = 'of: ["firm:a", "firm:b"], kinds: [FIRM]'
    const cut = await around(`${starts}, limit: 1`)
    expect([cut.nodes.map(({ id }) => id), cut.truncated]).toEqual([['firm:a', 'firm:b', 'firm:c'], true])
    expect((await around(`${starts}, limit: 2`)).truncated).toBe(false)
  })

  it('names three starts that nothing is joined to, and no more', async () => {
    const [three, four] = await Promise.all([
      around('of: ["firm:one", "firm:two", "firm:three"]'),
      around('of: ["firm:one", "firm:two", "firm:three", "firm:four"]'),
    ])
    expect(three.warnings.map(({ message }) => message)).toEqual([
      'Nothing in the graph is joined to firm:one, firm:two, firm:three.',
    ])
    expect(four.warnings.map(({ message }) => message)).toEqual([
      'Nothing in the graph is joined to firm:one, firm:two, firm:three ….',
    ])
  })

  it('says which types end in kinds not asked for, of those that hold on the day', async () => {
    const asked = 'of: ["firm:a"], kinds: [FIRM], edgeKinds: [SUPPLIES, LOCATED_IN]'
    const codes = async (asOf: string) => (await around(`${asked}, asOf: "${asOf}"`)).warnings.map(({ code }) => code)
    expect(await codes('2022-06-30')).toEqual(['EDGE_KINDS_END_ELSEWHERE'])
    expect(await codes('2024-06-30')).toEqual([])
  })
})
