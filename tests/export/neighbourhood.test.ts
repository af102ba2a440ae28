import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { MultiDirectedGraph } from 'graphology'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openSeededApp, type SeededApp } from '../server/seeded-app.js'

const withNetworkX = spawnSync('python3', ['-c', 'import networkx']).status === 0
const withoutNetworkX = withNetworkX ? '' : ' (skipped: there is no python3 with networkx)'

/** Reads a file with NetworkX, warnings as errors, and prints what it found. */
const reader = `
import json, sys, warnings
warnings.simplefilter('error')
import networkx
read = networkx.read_graphml if sys.argv[1].endswith('graphml') else networkx.read_gexf
graph = read(sys.argv[1])
print(json.dumps({
  'directed': graph.is_directed(),
  'nodes': {id: values for id, values in graph.nodes(data=True)},
  'edges': [[source, target, values.get('kind')] for source, target, values in graph.edges(data=True)],
}))`
const readBack = z.object({
  directed: z.boolean(),
  nodes: z.record(z.string(), z.looseObject({ label: z.string(), kind: z.string(), degree: z.number() })),
  edges: z.array(z.tuple([z.string(), z.string(), z.string()])),
})

const serialized = z.object({
  nodes: z.array(z.object({ key: z.string(), attributes: z.record(z.string(), z.unknown()) })),
  edges: z.array(z.object({ key: z.string(), source: z.string(), target: z.string() })),
})
const refusal = z.object({ errors: z.array(z.object({ message: z.string(), extensions: z.unknown() })) })
const oddName = `=HYPERLINK("http://x") & <b>'två'</b>\u0007`

let seeded: SeededApp

beforeAll(async () => {
  const provenance = { source: 'source:test', locator: 'by hand', recordedAt: '2024-01-01T00:00:00Z' }
  seeded = await openSeededApp({
    nodes: [{ label: 'Firm', id: 'firm:odd', provenance, properties: { nameSv: oddName } }],
    relationships: ['welding', 'painting'].map((category) => ({
      ...{ type: 'SUPPLIES', from: 'firm:odd', to: 'establishment:lkab', key: category, provenance },
      properties: { category: `category:${category}` },
    })),
  })
}, 120_000)
afterAll(() => seeded.close())

const get = (path: string) => seeded.get(`/export/neighbourhood.${path}`)
const body = (path: string) => seeded.body(`/export/neighbourhood.${path}`)

async function reference() {
  return serialized.parse(JSON.parse(await body('json?of=establishment:lkab&depth=2&limit=300')))
}

describe.each(['graphml', 'gexf'])('%s', (format) => {
  it.skipIf(!withNetworkX)(`is read by NetworkX without warnings${withoutNetworkX}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'norrgraph-export-'))
    try {
      const file = join(folder, `network.${format}`)
      writeFileSync(file, await body(`${format}?of=establishment:lkab&depth=2&limit=300`))
      const { stdout, stderr } = spawnSync('python3', ['-c', reader, file], { encoding: 'utf8' })
      expect(stderr).toBe('')
      const found = readBack.parse(JSON.parse(stdout))
      const { nodes, edges } = await reference()
      expect(found.directed).toBe(true)
      expect(Object.keys(found.nodes).toSorted()).toEqual(nodes.map(({ key }) => key).toSorted())
      for (const { key, attributes } of nodes.filter((node) => node.key !== 'firm:odd')) {
        expect(found.nodes[key]).toMatchObject(attributes)
      }
      expect(found.nodes['firm:odd']?.label).toBe(oddName.replace('\u0007', ''))
      expect(found.edges.map(String).toSorted()).toEqual(
        edges.map(({ key, source, target }) => String([source, target, key.split('|')[0]])).toSorted(),
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

it('json is what graphology reads, with both of two parallel supplies', async () => {
  const read = MultiDirectedGraph.from(JSON.parse(await body('json?of=establishment:lkab&depth=1&limit=500')))
  expect(read.edges('firm:odd', 'establishment:lkab').toSorted()).toEqual([
    'SUPPLIES|firm:odd|establishment:lkab|painting',
    'SUPPLIES|firm:odd|establishment:lkab|welding',
  ])
  expect(read.getNodeAttribute('establishment:lkab', 'label')).toBe('LKAB')
  expect(read.getAttribute('truncated')).toBe(false)
})

it('json is also what Cytoscape reads', async () => {
  const elements = z.object({
    elements: z.object({
      nodes: z.array(z.object({ data: z.object({ id: z.string(), label: z.string() }) })),
      edges: z.array(z.object({ data: z.object({ id: z.string(), source: z.string(), target: z.string() }) })),
    }),
  })
  const { nodes, edges } = await reference()
  const cytoscape = elements.parse(
    JSON.parse(await body('json?format=cytoscape&of=establishment:lkab&depth=2&limit=300')),
  )
  expect(cytoscape.elements.nodes.map(({ data }) => data.id)).toEqual(nodes.map(({ key }) => key))
  expect(cytoscape.elements.edges.map(({ data }) => data.id)).toEqual(edges.map(({ key }) => key))
})

it('csv has a table of edges and one of nodes, and no cell that a spreadsheet would run', async () => {
  const rows = z.array(z.record(z.string(), z.string()))
  const read = async (table: string) =>
    rows.parse(
      parse(await body(`csv?of=establishment:lkab&depth=2&limit=300&table=${table}`), { bom: true, columns: true }),
    )
  const { nodes, edges } = await reference()
  const nodeRows = await read('nodes')
  expect(nodeRows.map(({ id }) => id)).toEqual(nodes.map(({ key }) => key))
  expect((await read('edges')).map(({ id }) => id)).toEqual(edges.map(({ key }) => key))
  expect(nodeRows.find(({ id }) => id === 'firm:odd')?.label).toBe(`'${oddName}`)
})

it('a file says that the limit cut it', async () => {
  expect((await get('json?of=county:25&depth=1&limit=5')).headers['norrgraph-truncated']).toBe('true')
  expect(await body('graphml?of=county:25&depth=1&limit=5')).toContain('<data key="graph-truncated">true</data>')
})

it('a file holds nothing of what was taken away', async () => {
  const kept = serialized.parse(
    JSON.parse(
      await body('json?of=establishment:lkab&depth=2&limit=300&withoutKinds=COUNTY,SECTOR&without=municipality:2584'),
    ),
  )
  const ids = kept.nodes.map(({ key }) => key)
  expect(ids).toContain('municipality:2523')
  expect(ids.filter((id) => /^(?:county|sector):/.test(id) || id === 'municipality:2584')).toEqual([])
})

it.each([
  ['csv?of=county:25&kinds=FIRM&withoutKinds=FIRM', 400, { code: 'BAD_USER_INPUT', argument: 'withoutKinds' }],
  ['csv?of=county:25&without=nothing', 400, { code: 'BAD_USER_INPUT', argument: 'without' }],
  ['graphml', 400, { code: 'BAD_USER_INPUT', argument: 'of' }],
  ['graphml?of=county:25&depth=5', 400, { code: 'BAD_USER_INPUT', argument: 'depth' }],
  ['gexf?of=county:25&depth=one', 400, { code: 'BAD_USER_INPUT', argument: 'depth' }],
  ['gexf?of=county:25&limit=1e6', 400, { code: 'BAD_USER_INPUT', argument: 'limit' }],
  ['json?of=county:25&format=d3', 400, { code: 'BAD_USER_INPUT', argument: 'format' }],
  ['csv?of=county:25&table=all', 400, { code: 'BAD_USER_INPUT', argument: 'table' }],
  ['csv?of=county:25&kinds=FIRM,CITY', 400, { code: 'BAD_USER_INPUT', argument: 'kinds' }],
  ['csv?of=county:25&edgeKinds=KNOWS', 400, { code: 'BAD_USER_INPUT', argument: 'edgeKinds' }],
  ['jsonld?of=county:25&asOf=2022', 400, { code: 'BAD_USER_INPUT', argument: 'asOf' }],
  ['jsonld?of=county:25&dept=2', 400, { code: 'BAD_USER_INPUT', argument: 'dept' }],
  ['jsonld?of=county:25&depth=1&depth=2', 400, { code: 'BAD_USER_INPUT', argument: 'depth' }],
  ['jsonld?of=county:99', 404, { code: 'NOT_FOUND', id: 'county:99' }],
])('%s is refused', async (path, status, extensions) => {
  const reply = await get(path)
  expect(reply.statusCode).toBe(status)
  expect(refusal.parse(JSON.parse(reply.body)).errors).toMatchObject([{ extensions }])
})
