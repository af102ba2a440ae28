import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { firmCounts } from '../../src/reference/firm-counts.js'
import { Kept } from '../../src/reference/kept.js'
import { Reference, References } from '../../src/reference/reference.js'
import { readRunIndustries } from '../../src/spillover/runs/run-industries.js'
import { bringUpToDate } from '../../src/startup/open-norrgraph.js'
import { edition } from '../edition.js'
import { type Api, openApi } from './api.js'
import { describeOnTwoConnections } from './engines.js'

const provenance = { source: 'source:test', locator: 'by hand', recordedAt: '2024-01-01T00:00:00Z' }
const municipality = 'municipality:2580'

const coverage = `{ supportCoverage(county: "county:25", by: MUNICIPALITY, needs: ["need:finance"]) {
  cells { place { id } firms firmsWithNeed } } }`
const cells = z.object({
  supportCoverage: z.object({
    cells: z.array(z.object({ place: z.object({ id: z.string() }), firms: z.number(), firmsWithNeed: z.number() })),
  }),
})
const firms = `{ firms(filter: { municipality: "${municipality}" }, first: 1) { totalCount } }`
const counted = z.object({ firms: z.object({ totalCount: z.number() }) })
const runs = '{ spilloverRuns(first: 50) { nodes { id } } }'
const listed = z.object({ spilloverRuns: z.object({ nodes: z.array(z.object({ id: z.string() })) }) })
const store = `mutation { storeSpillover(name: "n", input: { establishments: ["establishment:lkab"] }) { run { id } } }`
const stored = z.object({ storeSpillover: z.object({ run: z.object({ id: z.string() }) }) })
const remove = 'mutation ($id: ID!) { deleteSpilloverRun(id: $id) { id } }'

/** A firm with a need, in one municipality. */
const write = (graph: Graph, number: number) =>
  graph.transaction((transaction) =>
    writeElements(transaction, {
      nodes: [{ label: 'Firm', id: `firm:kept-${number}`, provenance, properties: { nameSv: `Kept ${number}` } }],
      relationships: [
        { type: 'LOCATED_IN', from: `firm:kept-${number}`, to: municipality, key: '', provenance, properties: {} },
        { type: 'HAS_NEED', from: `firm:kept-${number}`, to: 'need:finance', key: '', provenance, properties: {} },
      ],
    }),
  )

/** What one server writes, another never answers without. */
function neverStale(open: () => Promise<readonly [writer: Graph, reader: Graph]>): void {
  let graphs: readonly Graph[]
  let writer: Graph
  let references: References
  let apis: readonly [writing: Api, reading: Api]

  beforeAll(async () => {
    const [one, other] = await open()
    await bringUpToDate(one, edition)
    graphs = [one, other]
    writer = one
    references = new References(other, edition)
    apis = [await openApi(one), await openApi(other)]
  }, 180_000)
  afterAll(async () => {
    for (const api of apis) await api.close()
    for (const graph of new Set(graphs)) await graph.close()
  })

  const here = async () => {
    const { supportCoverage } = cells.parse(await apis[1].data(coverage))
    const cell = supportCoverage.cells.find(({ place }) => place.id === municipality)
    const { firms: found } = counted.parse(await apis[1].data(firms))
    const counts = await new Reference(references).of(firmCounts)
    return [
      ...[cell?.firms, cell?.firmsWithNeed, found.totalCount],
      ...[counts.in(municipality), counts.in(municipality, { need: 'need:finance' })],
    ]
  }

  it('counts every firm at once', async () => {
    const before = await here()
    for (let number = 1; number <= 15; number += 1) {
      expect(await here()).toEqual(before.map((count) => Number(count) + number - 1))
      await write(writer, number)
    }
  })

  it('counts every firm at once while many ask and others write', async () => {
    const before = await here()
    let written = 0
    const writing = (async () => {
      for (let number = 1; number <= 15; number += 1) {
        await write(writer, 100 + number)
        written = number
      }
    })()
    const asking = Array.from({ length: 4 }, async () => {
      while (written < 15) {
        const atLeast = before.map((count) => Number(count) + written)
        for (const [index, count] of (await here()).entries()) expect(count).toBeGreaterThanOrEqual(atLeast[index] ?? 0)
      }
    })
    await Promise.all([writing, ...asking])
  })

  it('knows a run as soon as it is stored, and no longer than it is there', async () => {
    const known = async () => listed.parse(await apis[1].data(runs)).spilloverRuns.nodes.map(({ id }) => id)
    const runIndustries = new Kept('industries of a run', ({ graph }, run: string) => readRunIndustries(graph, run))
    const jobs = (run: string) => new Reference(references).of(runIndustries, run)
    for (let times = 0; times < 3; times += 1) {
      const { id } = stored.parse(await apis[0].data(store)).storeSpillover.run
      expect(await known()).toContain(id)
      expect((await jobs(id)).jobs.length).toBeGreaterThan(0)
      await apis[0].data(remove, { id })
      expect(await known()).not.toContain(id)
      await expect(jobs(id)).rejects.toMatchObject({ id })
    }
  })
}

describe('one server on an embedded graph', () => {
  neverStale(async () => {
    const graph = await openGraph({ engine: 'embedded', path: null })
    return [graph, graph]
  })
})

describeOnTwoConnections('two servers on one database', neverStale)

describeOnTwoConnections('a server whose database is emptied and filled by another process', (open) => {
  it('answers of what is there now', async () => {
    const [served, first] = await open()
    await first.close()
    const api = await openApi(served)
    const all = '{ entities(kind: FIRM, first: 9) { totalCount nodes { id } } }'
    const add = (graph: Graph, number: number) =>
      graph.transaction((transaction) =>
        writeElements(transaction, {
          nodes: [{ label: 'Firm', id: `firm:kept-${number}`, provenance, properties: { nameSv: `Kept ${number}` } }],
          relationships: [],
        }),
      )
    try {
      for (const number of [1, 2, 3]) await add(served, number)
      await served.generation()
      const before = await api.data(all)
      const [refilled, beside] = await open()
      await add(refilled, 4)
      const now = await api.data(all)
      expect(now).not.toEqual(before)
      expect(now).toMatchObject({ entities: { nodes: [{ id: 'firm:kept-4' }] } })
      await Promise.all([refilled.close(), beside.close()])
    } finally {
      await api.close()
      await served.close()
    }
  }, 60_000)
})
