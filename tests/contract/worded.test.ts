import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphNode } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { type Api, openApi } from './api.js'
import { describeOnEachEngine } from './engines.js'

const provenance = {
  source: 'source:test',
  locator: 'chapter 2, "Bakgrund"; place by post town',
  recordedAt: '2024-01-01T00:00:00Z',
}
const source: GraphNode = {
  ...{ label: 'Source', id: 'source:test', provenance },
  properties: { title: 'Prov', nameSv: 'Prov', publisher: 'Somebody of the north', kind: 'REPORT' },
}
const firm = (id: string): GraphNode => ({ label: 'Firm', id, provenance, properties: { nameSv: id } })

const answer = z.object({
  node: z.object({
    suppliers: z.object({ edges: z.array(z.record(z.string(), z.unknown())) }),
  }),
  source: z.object({ publisher: z.string() }),
  neighbourhood: z.object({ edges: z.array(z.object({ locator: z.string(), valueText: z.string() })) }),
})

describeOnEachEngine('what is noted in English', (open) => {
  let graph: Graph
  let api: Api

  beforeAll(async () => {
    graph = await open()
    api = await openApi(graph)
    await graph.transaction((transaction) =>
      writeElements(transaction, {
        nodes: [source, firm('firm:a'), firm('firm:b')],
        relationships: [
          {
            ...{ type: 'SUPPLIES', from: 'firm:a', to: 'firm:b', key: '', provenance },
            properties: { valueText: 'secret', datesText: 'written by somebody' },
          },
        ],
      }),
    )
  })
  afterAll(async () => {
    await api.close()
    await graph.close()
  })

  const asked = async (lang: string) =>
    answer.parse(
      await api.data(`{
        node(id: "firm:b") { ... on Firm { suppliers { edges {
          valueText${lang} datesText${lang} provenance { locator${lang} as: locator }
        } } } }
        source: node(id: "source:test") { ... on Source { publisher${lang} } }
        neighbourhood(of: ["firm:b"], depth: 1, limit: 10, edgeKinds: [SUPPLIES]) { edges { locator${lang} valueText${lang} } }
      }`),
    )

  it('is told in Swedish where its words are known, and as it is written where they are not', async () => {
    const told = await asked('(lang: SV)')
    const locator = 'kapitel 2, "Bakgrund"; kommunen utläst ur postorten'
    expect(told.node.suppliers.edges).toEqual([
      { valueText: 'hemligt', datesText: 'written by somebody', provenance: { locator, as: provenance.locator } },
    ])
    expect(told.source).toEqual({ publisher: 'Somebody of the north' })
    expect(told.neighbourhood.edges).toEqual([{ locator, valueText: 'hemligt' }])
  })

  it.each(['', '(lang: EN)'])('is as it is written where that is asked for: "%s"', async (lang) => {
    const told = await asked(lang)
    expect(told.node.suppliers.edges).toMatchObject([
      { valueText: 'secret', provenance: { locator: provenance.locator, as: provenance.locator } },
    ])
    expect(told.neighbourhood.edges).toEqual([{ locator: provenance.locator, valueText: 'secret' }])
  })
})
