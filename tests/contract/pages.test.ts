import { expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphNode, GraphRelationship } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { describeOnSeededGraph } from './engines.js'

const provenance = { source: 'source:norrgraph-assessment', locator: 'a test', recordedAt: '2024-01-01T00:00:00.000Z' }

const electricians = Array.from(
  { length: 5 },
  (_, number): GraphNode => ({
    ...{ label: 'Firm', id: `firm:paged-${number}`, provenance },
    properties: { nameSv: `El ${number}`, employees: 10 + number, sizeClass: 'SMALL' },
  }),
)
const ties = electricians.flatMap(({ id: from }): GraphRelationship[] => [
  { type: 'LOCATED_IN', from, to: 'municipality:2582', key: '', provenance, properties: {} },
  { type: 'CAN_SUPPLY', from, to: 'category:electricians', key: '', provenance, properties: {} },
])
const fill = (graph: Graph) =>
  graph.transaction((transaction) => writeElements(transaction, { nodes: electricians, relationships: ties }))

const connection = z.object({
  totalCount: z.number(),
  edges: z.array(z.object({ cursor: z.string() })),
  pageInfo: z.object({
    hasNextPage: z.boolean(),
    hasPreviousPage: z.boolean(),
    startCursor: z.string().nullable(),
    endCursor: z.string().nullable(),
  }),
})

/** A list of each way in which the program pages: composed at the root and within an entity, cut in memory, and scored. */
const lists: readonly (readonly [name: string, field: string, within: string | null])[] = [
  ['entities of a kind', 'entities(kind: COUNTY, PAGE)', null],
  ['ventures', 'establishments(PAGE)', null],
  ['relations', 'relations(of: "actor:norrlandsfonden", kind: SERVES, direction: OUT, PAGE)', null],
  ['what an entity has', 'municipalities(PAGE)', 'County'],
  ['what a search finds', 'search(text: "luleå", PAGE)', null],
  ['support for a place', 'supportFor(profile: { municipality: "municipality:2580" }, PAGE)', null],
  ['gaps in support', 'supportGaps(PAGE)', null],
  ['what rests on old pages', 'stale(PAGE)', null],
  ['groups that lack the same', 'sharedGaps(county: "county:25", nearerThan: LOCAL, PAGE)', null],
  ['suppliers by score', 'supplierMatches(establishment: "establishment:h2-green-steel", withinKm: 20, PAGE)', null],
]

const asked = (field: string, first: number, after: string | null, within: string | null) => {
  const page = after === null ? `first: ${first}` : `first: ${first}, after: ${JSON.stringify(after)}`
  const list = `list: ${field.replace('PAGE', page)} {
    totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`
  return within === null ? `{ ${list} }` : `{ node(id: "county:25") { ... on ${within} { ${list} } } }`
}

describeOnSeededGraph(
  'pages of a list',
  (given) => {
    it.each(lists)('of %s say what comes before and after them', async (_, field, within) => {
      const page = async (first: number, after: string | null) => {
        const data = await given.api.data(asked(field, first, after, within))
        const { list } = z
          .union([z.object({ list: connection }), z.object({ node: z.object({ list: connection }) })])
          .transform((found) => ('node' in found ? found.node : found))
          .parse(data)
        return { ...list, cursors: list.edges.map(({ cursor }) => cursor) }
      }
      const whole = await page(200, null)
      expect(whole.cursors.length).toBeGreaterThan(2)
      expect(new Set(whole.cursors).size).toBe(whole.cursors.length)
      expect(whole).toMatchObject({
        totalCount: whole.cursors.length,
        pageInfo: { hasNextPage: false, hasPreviousPage: false },
      })

      const size = Math.ceil(whole.cursors.length / 3)
      const last = Math.ceil(whole.cursors.length / size) - 1
      for (let number = 0; number <= last; number += 1) {
        const cursors = whole.cursors.slice(number * size, (number + 1) * size)
        const before = number === 0 ? null : (whole.cursors[number * size - 1] ?? null)
        expect(await page(size, before)).toMatchObject({
          ...{ totalCount: whole.totalCount, cursors },
          pageInfo: {
            hasNextPage: number < last,
            hasPreviousPage: number > 0,
            startCursor: cursors[0],
            endCursor: cursors.at(-1),
          },
        })
      }
      const end = whole.cursors.at(-1) ?? null
      expect(await page(size, end)).toMatchObject({
        cursors: [],
        pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
      })
    })
  },
  fill,
)
