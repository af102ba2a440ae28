import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphElements } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { nodeLabels, relationshipTypes } from '../../src/graph/vocabulary.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { bringUpToDate } from '../../src/startup/open-norrgraph.js'
import { edition } from '../edition.js'
import { describeOnEachEngine } from './engines.js'

const provenance = z.object({ source: z.string(), locator: z.string(), recordedAt: z.string() })
const properties = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]),
)
const writtenEdition = z.object({
  version: z.number(),
  elements: z.object({
    nodes: z.array(z.object({ label: z.enum(nodeLabels), id: z.string(), provenance, properties })),
    relationships: z.array(
      z.object({
        type: z.enum(relationshipTypes),
        from: z.string(),
        to: z.string(),
        key: z.string(),
        provenance,
        properties,
      }),
    ),
  }),
})

/** The seed as the first version of the program wrote it. */
const first = writtenEdition.parse(
  JSON.parse(gunzipSync(readFileSync(join(import.meta.dirname, 'editions/seed-1.json.gz'))).toString('utf8')),
)

const mine = { source: 'source:mine', locator: 'row 1', recordedAt: '2026-11-24T12:00:00.123Z' }
/** What a user added to it. */
const added: GraphElements = {
  nodes: [
    { label: 'Source', id: 'source:mine', provenance: mine, properties: { title: 'Mine', kind: 'REGISTER' } },
    { label: 'Firm', id: 'firm:mine', provenance: mine, properties: { nameSv: 'Min firma', employees: 7 } },
  ],
  relationships: [
    { type: 'LOCATED_IN', from: 'firm:mine', to: 'municipality:2582', key: '', provenance: mine, properties: {} },
    { type: 'SUPPLIES', from: 'firm:mine', to: 'establishment:lkab', key: '', provenance: mine, properties: {} },
    { type: 'HAS_NEED', from: 'firm:mine', to: 'need:gone', key: '', provenance: mine, properties: {} },
  ],
}
/** What the first edition held beside, and no later one does. */
const gone = { source: 'source:norrgraph-assessment', locator: 'gone', recordedAt: '2026-11-24T00:00:00Z' }
const noLongerHeld: GraphElements = {
  nodes: [
    { label: 'Need', id: 'need:gone', provenance: gone, properties: { nameSv: 'Borta' } },
    { label: 'Need', id: 'need:lonely', provenance: gone, properties: { nameSv: 'Ensam' } },
  ],
  relationships: [
    { type: 'MEETS', from: 'area:training', to: 'need:lonely', key: '', provenance: gone, properties: {} },
    { type: 'SERVES', from: 'actor:norrlandsfonden', to: 'county:24', key: 'old', provenance: gone, properties: {} },
  ],
}

const recordSeed = query<{ version: number }>()(
  'record an edition',
  z.object({ version: z.number() }),
  `MATCH (state:NorrgraphState {id: 'state'}) SET state.seedVersion = $version RETURN state.seedVersion AS version`,
)
const allNodes = query()(
  'all nodes',
  z.object({ id: z.string(), properties: z.record(z.string(), z.unknown()) }),
  'MATCH (node:Entity) RETURN node.id AS id, properties(node) AS properties ORDER BY id',
)
const allRelationships = query()(
  'all relationships',
  z.object({ type: z.string(), from: z.string(), to: z.string(), properties: z.record(z.string(), z.unknown()) }),
  `MATCH (start:Entity)-[relationship]->(end:Entity)
   RETURN type(relationship) AS type, start.id AS from, end.id AS to, properties(relationship) AS properties`,
)

/** Everything in a graph but when it was recorded and calculated, as sorted lines. */
async function contents(graph: Graph): Promise<string[]> {
  const rows = [...(await graph.read(allNodes, {})), ...(await graph.read(allRelationships, {}))]
  return rows.map((row) => JSON.stringify(sorted({ ...row, properties: withoutTime(row.properties) }))).sort()
}

/** What both editions say alike bears the time and the revision at which it was first said. */
function withoutTime({ computedAt, recordedAt: _, revision: __, indirect, induced, ...rest }: Record<string, unknown>) {
  return rest
}

const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([left], [right]) => (left < right ? -1 : 1))
          .map(([key, inner]) => [key, sorted(inner)]),
      )
    : value

describeOnEachEngine('a newer seed upgrades an older graph', (open) => {
  it('to what a new graph holds, and what users added stays', async () => {
    const fresh = await open()
    await bringUpToDate(fresh, edition)
    const expected = new Set(await contents(fresh))
    await fresh.close()

    const graph = await open()
    await graph.transaction(async (transaction) => {
      await writeElements(transaction, first.elements)
      await writeElements(transaction, noLongerHeld)
      await writeElements(transaction, added)
      await transaction.write(recordSeed, { version: first.version })
    })
    await bringUpToDate(graph, edition)
    const upgraded = await contents(graph)
    await graph.close()

    const beside = upgraded.filter((line) => !expected.has(line)).map((line) => JSON.parse(line))
    const held = new Set(upgraded)
    expect([...expected].filter((line) => !held.has(line))).toEqual([])
    expect(upgraded.length - beside.length).toBe(expected.size)
    expect(beside.filter(({ id }) => id !== undefined).map(({ id }) => id)).toEqual([
      'firm:mine',
      'need:gone',
      'source:mine',
    ])
    expect(
      beside
        .filter(({ type }) => type !== undefined)
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['HAS_NEED', 'LOCATED_IN', 'SUPPLIES'])
  }, 240_000)
})
