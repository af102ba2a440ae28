import { expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphElements } from '../../src/graph/elements.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { describeOnSeededGraph } from './engines.js'

const provenance = { source: 'source:norrgraph-assessment', locator: 'a test', recordedAt: '2024-01-01T00:00:00.000Z' }

/** Dates of a supply by either pair of names, and whether it holds on the day that is asked about. */
const supplies: readonly (readonly [slug: string, holds: boolean, dates: Record<string, string>])[] = [
  ['undated', true, {}],
  ['since', true, { since: '2022-06-30' }],
  ['not-since', false, { since: '2022-07-01' }],
  ['until', true, { until: '2022-06-30' }],
  ['not-until', false, { until: '2022-06-29' }],
  ['valid-from', true, { validFrom: '2022-06-30' }],
  ['not-valid-from', false, { validFrom: '2022-07-01' }],
  ['valid-to', true, { validTo: '2022-06-30' }],
  ['not-valid-to', false, { validTo: '2022-06-29' }],
]
const ids = supplies.map(([slug]) => `firm:dated-${slug}`)
const inTime = supplies.filter(([, holds]) => holds).map(([slug]) => `firm:dated-${slug}`)

/** A buyer of whom nothing else is known. */
const buyer = 'establishment:dated'

const elements: GraphElements = {
  nodes: [
    { label: 'Establishment', id: buyer, provenance, properties: { nameSv: 'Köpare' } },
    ...ids.map((id) => ({
      ...{ label: 'Firm' as const, id, provenance },
      properties: { nameSv: id, sizeClass: 'SMALL' },
    })),
  ],
  relationships: [
    { type: 'PROCURES', from: buyer, to: 'category:welding', key: '', provenance, properties: {} },
    ...supplies.map(([slug, , dates]) => ({
      ...{ type: 'SUPPLIES' as const, from: `firm:dated-${slug}`, to: buyer, key: '', provenance },
      properties: { category: 'category:welding', ...dates },
    })),
  ],
}

const found = z.object({
  supplierMatches: z.object({ nodes: z.array(z.object({ firm: z.object({ id: z.string() }), basis: z.string() })) }),
})

describeOnSeededGraph(
  'dates of supplies',
  (given) => {
    it('are read alike wherever a firm counts as a supplier on a day', async () => {
      const answer = await given.api.data(`{
        supplyChain(of: "${buyer}", direction: UPSTREAM, depth: 1, asOf: "2022-06-30") { nodes { id } }
        neighbourhood(of: ["${buyer}"], depth: 1, kinds: [FIRM], edgeKinds: [SUPPLIES], asOf: "2022-06-30") {
          nodes { id } }
        supplierMatches(establishment: "${buyer}", first: 200, asOf: "2022-06-30") { nodes { firm { id } basis } }
        chainExposure(of: "${buyer}", depth: 1, asOf: "2022-06-30") { firms } }`)
      const nodes = [buyer, ...inTime.toSorted()].map((id) => ({ id }))
      expect(answer).toMatchObject({
        supplyChain: { nodes },
        neighbourhood: { nodes },
        chainExposure: { firms: inTime.length },
      })
      const existing = found.parse(answer).supplierMatches.nodes.filter(({ basis }) => basis === 'EXISTING')
      expect(existing.map(({ firm }) => firm.id)).toEqual(inTime.toSorted())
    })

    it('are shown by one pair of names', async () => {
      const source = '{ node(id: "firm:dated-valid-to") { ... on Firm { suppliesTo { edges { since until } } } } }'
      expect(await given.api.data(source)).toEqual({
        node: { suppliesTo: { edges: [{ since: null, until: '2022-06-30' }] } },
      })
    })
  },
  (graph) => graph.transaction((transaction) => writeElements(transaction, elements)),
)
