import { expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphNode, GraphRelationship } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { operation } from './api.js'
import { describeOnSeededGraph } from './engines.js'

const provenance = { source: 'source:ramboll-2022', locator: 'a test', recordedAt: '2026-01-01T00:00:00.5Z' }

interface Made {
  readonly slug: string
  readonly name: string
  readonly sizeClass: string
  readonly employees?: number
  readonly municipality: string
  readonly sector: string
  readonly needs?: readonly string[]
}

/** In the order of the Swedish alphabet; capitals, accents and spaces do not count, å, ä and ö come last, in this order. */
const firms: readonly Made[] = [
  {
    slug: 'a',
    name: '3D Metall',
    sizeClass: 'SMALL',
    employees: 5,
    municipality: '2582',
    sector: 'C25',
    needs: ['finance'],
  },
  { slug: 'b', name: 'abc bygg', sizeClass: 'SMALL', employees: 12, municipality: '2580', sector: 'F43' },
  { slug: 'c', name: 'ABC Svets', sizeClass: 'MEDIUM', employees: 80, municipality: '2582', sector: 'C25' },
  { slug: 'd', name: 'Café Éclair', sizeClass: 'SMALL', municipality: '2480', sector: 'I56', needs: ['visibility'] },
  { slug: 'e', name: 'Zäta', sizeClass: 'LARGE', employees: 400, municipality: '2482', sector: 'C27' },
  {
    slug: 'f',
    name: 'Åkeri Norr',
    sizeClass: 'SMALL',
    municipality: '2482',
    sector: 'H49',
    needs: ['finance', 'timing'],
  },
  { slug: 'g', name: 'Ängsmaskin', sizeClass: 'UNKNOWN', municipality: '2506', sector: 'A01' },
  { slug: 'h', name: 'Östbygg', sizeClass: 'SMALL', municipality: '2580', sector: 'F41' },
]

const firmNode = ({ slug, name, sizeClass, employees }: Made): GraphNode => ({
  label: 'Firm',
  id: `firm:test-${slug}`,
  provenance,
  properties: { nameSv: name, sizeClass, ...(employees === undefined ? {} : { employees }) },
})

function relationshipsOf({ slug, municipality, sector, needs = [] }: Made): GraphRelationship[] {
  const from = `firm:test-${slug}`
  return [
    { type: 'LOCATED_IN', from, to: `municipality:${municipality}`, key: '', provenance, properties: {} },
    { type: 'IN_SECTOR', from, to: `sector:sni2007-${sector}`, key: '', provenance, properties: { rank: 1 } },
    ...needs.map(
      (need): GraphRelationship => ({
        type: 'HAS_NEED',
        from,
        to: `need:${need}`,
        key: '',
        provenance,
        properties: {},
      }),
    ),
  ]
}

const supplies: readonly GraphRelationship[] = ['OPERATION', 'MAINTENANCE_STOP'].map((phase) => ({
  type: 'SUPPLIES',
  from: 'firm:test-c',
  to: 'establishment:lkab',
  key: `category:welding ${phase}`,
  provenance,
  properties: { category: 'category:welding', phase, since: '2024-01-01' },
}))

const page = z.object({
  firms: z.object({
    totalCount: z.number(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    nodes: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        suppliesTo: z.object({ totalCount: z.number(), edges: z.array(z.unknown()) }),
      }),
    ),
  }),
})

const write = (graph: Graph, made: readonly Made[], more: readonly GraphRelationship[] = []) =>
  graph.transaction((transaction) =>
    writeElements(transaction, {
      nodes: made.map(firmNode),
      relationships: [...made.flatMap(relationshipsOf), ...more],
    }),
  )
const fill = (graph: Graph) => write(graph, firms, supplies)

describeOnSeededGraph(
  'firms',
  (given) => {
    const ask = async (variables: object) =>
      page.parse(await given.api.data(operation('firms'), { ...variables })).firms
    const slugs = (nodes: readonly { id: string }[]) =>
      nodes.filter(({ id }) => id.startsWith('firm:test-')).map(({ id }) => id.replace('firm:test-', ''))

    it('stand in the order of the Swedish alphabet', async () => {
      const seen: string[] = []
      let after: string | null = null
      do {
        const { nodes, pageInfo } = await ask({ first: 200, after })
        seen.push(...slugs(nodes))
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null
      } while (after !== null)
      expect(seen).toEqual(firms.map(({ slug }) => slug))
    })

    it.each([
      [{ county: 'county:25' }, 'abcgh'],
      [{ county: 'county:24' }, 'def'],
      [{ municipality: 'municipality:2582' }, 'ac'],
      [{ county: 'county:24', municipality: 'municipality:2582' }, ''],
      [{ county: 'county:25', sizeClasses: ['SMALL', 'UNKNOWN'] }, 'abgh'],
      [{ sectors: ['sector:sni2007-C'] }, 'ace'],
      [{ sectors: ['sector:sni2007-F', 'sector:sni2007-H49'] }, 'bfh'],
      [{ needs: ['need:finance'] }, 'af'],
      [{ needs: ['need:finance', 'need:visibility'], county: 'county:24' }, 'df'],
      [{ text: 'bygg' }, 'bh'],
      [{ text: 'ANGS' }, 'g'],
      [{ text: 'abc', sizeClasses: ['MEDIUM'] }, 'c'],
    ])('filtered by %o are %s', async (filter, expected) => {
      const { nodes, totalCount } = await ask({ filter, first: 200 })
      expect(slugs(nodes).join('')).toBe(expected)
      expect(totalCount).toBe(nodes.length)
    })

    it('page in that order while others come: none is lost or shown twice', async () => {
      const seen: string[] = []
      let after: string | null = null
      let round = 0
      do {
        const { nodes, pageInfo } = await ask({ first: 7, after })
        seen.push(...slugs(nodes))
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null
        round += 1
        // One before every cursor, one after it.
        await write(
          given.graph,
          ['0', 'Ö'].map((initial) => ({
            slug: `late${round}${initial === '0' ? 'first' : 'last'}`,
            name: `${initial} sen ${round}`,
            sizeClass: 'SMALL',
            municipality: '2417',
            sector: 'G47',
          })),
        )
      } while (after !== null && round < 100)
      const first = seen.filter((slug) => !slug.startsWith('late'))
      expect(first).toEqual(firms.map(({ slug }) => slug))
      expect(new Set(seen).size).toBe(seen.length)
    })

    it('supply a buyer once for each category and phase', async () => {
      const { nodes } = await ask({ filter: { text: 'ABC Svets' } })
      expect(nodes[0]?.suppliesTo).toEqual({
        totalCount: 2,
        edges: ['MAINTENANCE_STOP', 'OPERATION'].map((phase) => ({
          category: { id: 'category:welding' },
          phase,
          since: '2024-01-01',
          node: { __typename: 'Establishment', id: 'establishment:lkab', name: 'LKAB' },
        })),
      })
    })

    const structure = async (by: readonly string[], origin?: string) =>
      z
        .object({
          businessStructure: z.object({
            origin: z.string(),
            cells: z.array(
              z.object({
                county: z.object({ id: z.string() }).nullable(),
                sectorGroup: z.string().nullable(),
                sizeClass: z.string().nullable(),
                firms: z.number().nullable(),
                employees: z.number().nullable(),
                provenance: z.object({ source: z.object({ id: z.string() }), locator: z.string() }),
              }),
            ),
          }),
        })
        .parse(await given.api.data(operation('business-structure'), { by, origin })).businessStructure

    it('in numbers, as Figure 1 of the report states them', async () => {
      const { cells } = await structure(['SIZE_CLASS'])
      const stated = Object.fromEntries(
        cells.map(({ sizeClass, firms: count, employees }) => [sizeClass, [count, employees]]),
      )
      expect(stated).toEqual({
        SMALL: [95_577, 64_455],
        MEDIUM: [466, 32_864],
        LARGE: [178, 166_656],
        UNKNOWN: [4_503, null],
      })
      expect(new Set(cells.map(({ provenance: { source } }) => source.id))).toEqual(new Set(['source:ramboll-2022']))
      expect((await structure(['COUNTY', 'SIZE_CLASS'])).cells).toEqual([])
    })

    it('in numbers, counted in the graph', async () => {
      const { origin, cells } = await structure(['COUNTY', 'SIZE_CLASS'], 'GRAPH')
      expect(origin).toBe('GRAPH')
      const cell = cells.find(({ county, sizeClass }) => county?.id === 'county:25' && sizeClass === 'MEDIUM')
      expect(cell).toMatchObject({ firms: 1, employees: 80, sectorGroup: null })
      expect(cell?.provenance.source.id).toBe('source:norrgraph-count')
      const [all] = (await structure([], 'GRAPH')).cells
      const groups = (await structure(['SECTOR_GROUP'], 'GRAPH')).cells
      expect(groups.reduce((sum, { firms: count }) => sum + (count ?? 0), 0)).toBe(all?.firms)
    })
  },
  fill,
)
