import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphElements, GraphNode, GraphRelationship, Properties } from '../../src/graph/elements.js'
import type { Graph, GraphReader } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { type Api, openApi, operation } from '../contract/api.js'
import { Random } from '../differential/random.js'
import { openSeededGraph } from '../seed/seeded-graph.js'

const provenance = { source: 'source:norrgraph-assessment', locator: 'a test', recordedAt: '2024-01-01T00:00:00.000Z' }
const asOf = '2022-06-30'

/** More than a network may show, each joined to many others. */
const FIRMS = 6_000
const SUPPLIES = 12

const firmId = (number: number) => `firm:worst-${String(number).padStart(4, '0')}`

/** What the questions name of the seed. */
interface Named {
  readonly municipalities: readonly string[]
  readonly needs: readonly string[]
  readonly categories: readonly string[]
  readonly requirements: readonly string[]
  readonly areas: readonly string[]
  readonly divisions: readonly string[]
}

/** Firms that supply many others and a few ventures, and state, can and fulfil much. */
function crowd(random: Random, named: Named): GraphElements {
  const nodes: GraphNode[] = []
  const relationships: GraphRelationship[] = []
  for (let number = 0; number < FIRMS; number += 1) {
    const from = firmId(number)
    const tie = (type: GraphRelationship['type'], to: string, properties: Properties = {}, key = '') =>
      relationships.push({ type, from, to, key, provenance, properties })
    const properties = { nameSv: `Firma ${number}`, employees: random.whole(1, 40), sizeClass: 'SMALL' }
    nodes.push({ label: 'Firm', id: from, provenance, properties })
    tie('LOCATED_IN', random.pick(named.municipalities))
    tie('IN_SECTOR', random.pick(named.divisions), { rank: 1 })
    for (const need of random.some(named.needs, 4)) tie('HAS_NEED', need)
    for (const category of random.some(named.categories, 4)) tie('CAN_SUPPLY', category)
    for (const to of random.some(named.requirements, 3)) tie('FULFILS', to, { status: 'FULFILLED' })
    const buyers = new Set(random.list(SUPPLIES, () => random.whole(0, FIRMS - 1)))
    buyers.delete(number)
    for (const buyer of buyers) {
      const category = random.pick(named.categories)
      tie('SUPPLIES', firmId(buyer), { category }, category)
    }
    if (random.chance(0.2)) {
      const category = random.pick(named.categories)
      tie('SUPPLIES', 'establishment:lkab', { category }, category)
    }
  }
  return { nodes, relationships }
}

/** Counts what leaves the database: statements, and rows with what they hold in lists. */
function counting(graph: Graph) {
  const left = { statements: 0, rows: 0 }
  const read: GraphReader['read'] = async (query, parameters, patience) => {
    const rows = await graph.read(query, parameters, patience)
    left.statements += 1
    left.rows += itemsIn(rows)
    return rows
  }
  return { graph: { ...graph, read }, left }
}

function itemsIn(value: unknown): number {
  if (Array.isArray(value)) return value.length + value.reduce((sum: number, each) => sum + itemsIn(each), 0)
  if (typeof value === 'object' && value !== null)
    return Object.values(value).reduce((sum, each) => sum + itemsIn(each), 0)
  return 0
}

const idsOfKind = query<{ kind: string }>()(
  'ids of a kind',
  z.object({ id: z.string() }),
  'MATCH (entity:Entity {entityKind: $kind}) RETURN entity.id AS id ORDER BY id',
)

let graph: Graph
let api: Api
let named: Named
let left: { statements: number; rows: number }

beforeAll(async () => {
  graph = await openSeededGraph()
  const idsOf = async (kind: string) => (await graph.read(idsOfKind, { kind })).map(({ id }) => id)
  named = {
    municipalities: await idsOf('MUNICIPALITY'),
    needs: await idsOf('NEED'),
    categories: await idsOf('SUPPLY_CATEGORY'),
    requirements: await idsOf('REQUIREMENT'),
    areas: await idsOf('SUPPORT_AREA'),
    divisions: (await idsOf('SECTOR')).filter((id) => /^sector:sni2007-[A-Z]\d\d$/.test(id)),
  }
  await graph.transaction((transaction) => writeElements(transaction, crowd(new Random(1), named)))
  const counted = counting(graph)
  left = counted.left
  api = await openApi(counted.graph)
}, 180_000)
afterAll(async () => {
  await api.close()
  await graph.close()
})

const starts = Array.from({ length: 50 }, (_, number) => firmId(number))
const lkab = { establishment: 'establishment:lkab', withinKm: 20_000 }
const [one, other] = [firmId(0), firmId(1)]

interface Worst {
  readonly ask: string
  readonly with: (named: Named) => Record<string, unknown>
  /** The most statements, and the most rows and items that leave the database: fewer than the firms unless a network is asked for. */
  readonly most: readonly [statements: number, rows: number]
  /** What of the answer tells that the bound was met. */
  readonly answers?: object
}

const cut = { truncated: true }

/** The largest question of each kind that is not refused. A network shows 2 000 nodes beside its starts, and 50 000 edges. */
const worst: readonly Worst[] = [
  {
    ask: 'neighbourhood',
    with: () => ({ of: starts, depth: 4, limit: 2_000 }),
    most: [15, 80_000],
    answers: { neighbourhood: cut },
  },
  {
    ask: 'network-metrics',
    with: () => ({ of: starts, depth: 4, limit: 500, asOf }),
    most: [15, 20_000],
    answers: { networkMetrics: { nodeCount: 550, ...cut } },
  },
  {
    ask: 'supply-chain',
    with: () => ({ of: 'establishment:lkab', direction: 'UPSTREAM', depth: 6, limit: 2_000 }),
    most: [20, 80_000],
    answers: { supplyChain: cut },
  },
  {
    ask: 'supply-chain',
    with: () => ({ of: one, direction: 'DOWNSTREAM', depth: 6, limit: 2_000 }),
    most: [20, 80_000],
    answers: { supplyChain: cut },
  },
  // At most 20 000 steps are read, and as many relationships of a tier.
  // One of them asks which runs are unfinished, whose relationships are passed by.
  { ask: 'paths', with: () => ({ from: one, to: other, maxLength: 6, limit: 2_000 }), most: [21, 60_000] },
  {
    ask: 'chain-exposure',
    with: () => ({ of: 'establishment:lkab', depth: 6, first: 200, asOf }),
    most: [15, 60_000],
    answers: { chainExposure: cut },
  },
  // Of each category that LKAB buys a page and one more, with what each firm fulfils.
  { ask: 'supplier-matches', with: () => ({ ...lkab, first: 200 }), most: [30, 20_000] },
  { ask: 'supply-gaps', with: () => ({ ...lkab, fewerThan: 2_147_483_647 }), most: [25, FIRMS] },
  {
    ask: 'consortia',
    with: ({ categories }) => ({
      ...lkab,
      categories: categories.slice(0, 10),
      minEmployees: 200,
      maxFirms: 6,
      first: 200,
    }),
    most: [30, FIRMS],
  },
  {
    ask: 'support-for',
    with: ({ needs }) => ({
      ...{ profile: { municipality: 'municipality:2582', needs }, first: 200, includeProposed: true, asOf },
    }),
    most: [10, FIRMS],
  },
  { ask: 'support-coverage', with: ({ needs }) => ({ by: 'MUNICIPALITY', needs, asOf }), most: [20, FIRMS] },
  { ask: 'support-coverage-by-sector', with: ({ needs }) => ({ needs, asOf }), most: [20, FIRMS] },
  { ask: 'support-gaps', with: () => ({ nearerThan: 'LOCAL', first: 200, asOf }), most: [15, FIRMS] },
  { ask: 'shared-gaps', with: () => ({ nearerThan: 'LOCAL', minPlaces: 2, first: 200, asOf }), most: [15, FIRMS] },
  {
    ask: 'support-what-if',
    with: ({ municipalities, areas, needs }) => ({
      ...{ by: 'MUNICIPALITY', needs, asOf },
      change: { addActors: starts.map((name) => ({ name, serves: municipalities, provides: areas })) },
    }),
    most: [20, FIRMS],
  },
  { ask: 'timeline', with: () => ({ ...lkab, asOf }), most: [10, FIRMS] },
  { ask: 'firms', with: ({ needs }) => ({ filter: { unserved: true, needs }, first: 200 }), most: [10, 20_000] },
  { ask: 'search', with: () => ({ text: 'firma', first: 200 }), most: [10, FIRMS] },
  {
    ask: 'business-structure',
    with: () => ({ by: ['COUNTY', 'SECTOR_GROUP', 'SIZE_CLASS'], origin: 'GRAPH' }),
    most: [5, FIRMS],
  },
]

describe.each(worst)('the largest $ask', ({ ask, with: variables, most: [statements, rows], answers = {} }) => {
  it(`takes at most ${statements} statements and ${rows} rows`, async () => {
    left.statements = 0
    left.rows = 0
    const data = await api.data(operation(ask), variables(named))
    expect(data).toMatchObject(answers)
    expect(itemsIn(data)).toBeGreaterThan(0)
    expect(left.statements).toBeLessThanOrEqual(statements)
    expect(left.rows).toBeLessThanOrEqual(rows)
  })
})
