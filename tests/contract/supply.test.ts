import { expect, it } from 'vitest'
import type { GraphNode, GraphRelationship } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { describeOnSeededGraph } from './engines.js'

const provenance = { source: 'source:norrgraph-assessment', locator: 'a test', recordedAt: '2024-01-01T00:00:00.000Z' }
const siteless: GraphNode = {
  ...{ label: 'Establishment', id: 'establishment:siteless', provenance },
  properties: { nameSv: 'Utan plats', totalJobs: 0, expectedYears: [2024], expectedJobs: [0] },
}
/** What a venture buys that no firm says it can supply, and no sector fits. */
const unheard: GraphNode = {
  label: 'SupplyCategory',
  id: 'category:unheard',
  provenance,
  properties: { nameSv: 'Okänt' },
}
const buyer: GraphNode = {
  ...{ label: 'Establishment', id: 'establishment:buyer', provenance },
  properties: { nameSv: 'Köparen', totalJobs: 0, expectedYears: [2024], expectedJobs: [0] },
}
const buys: GraphRelationship = {
  ...{ type: 'PROCURES', from: buyer.id, to: unheard.id, key: 'OPERATION', provenance },
  properties: { phase: 'OPERATION' },
}

/** More electricians in one town than a consortium's search tries: all alike but for the number of employees. */
const crowd = Array.from(
  { length: 80 },
  (_, number): GraphNode => ({
    ...{ label: 'Firm', id: `firm:crowd-${String(number).padStart(2, '0')}`, provenance },
    properties: { nameSv: `El ${number}`, employees: number < 79 ? 3 : 49, sizeClass: 'SMALL' },
  }),
)
const ties = crowd.flatMap(({ id: from }): GraphRelationship[] => [
  { type: 'LOCATED_IN', from, to: 'municipality:2582', key: '', provenance, properties: {} },
  { type: 'CAN_SUPPLY', from, to: 'category:electricians', key: '', provenance, properties: {} },
])

const fill = (graph: Graph) =>
  graph.transaction((transaction) =>
    writeElements(transaction, { nodes: [siteless, unheard, buyer, ...crowd], relationships: [buys, ...ties] }),
  )

describeOnSeededGraph(
  'supply',
  (given) => {
    it('says what stands in the way where no group is enough', async () => {
      const group = (more: string) => `consortia(establishment: "establishment:lkab", ${more}) {
        totalCount failed { bound category { id } value text(lang: SV) }
      }`
      expect(
        await given.api.data(`{
        nobody: ${group('categories: ["category:unheard"], minEmployees: 1, maxFirms: 2')}
        few: ${group('categories: ["category:electricians"], minEmployees: 60, maxFirms: 2, withinKm: 200')}
        enough: ${group('categories: ["category:electricians"], minEmployees: 40, maxFirms: 1, withinKm: 200')}
      }`),
      ).toEqual({
        nobody: {
          totalCount: 0,
          failed: [
            {
              ...{ bound: 'CATEGORY', category: { id: 'category:unheard' }, value: null },
              text: 'Inget litet eller medelstort företag är känt som kan leverera ”Okänt”.',
            },
          ],
        },
        few: {
          totalCount: 0,
          failed: [
            {
              ...{ bound: 'EMPLOYEES', category: null, value: 52 },
              text: 'För få anställda tillsammans: högst 52 i en grupp om 2 företag, 60 krävs.',
            },
            { bound: 'MEMBERS', category: null, value: 5, text: 'Fler än 2 företag behövs: det räcker med 5.' },
          ],
        },
        enough: { totalCount: 1, failed: [] },
      })
    })

    it('tells a filter that lets nobody through from a graph that knows nobody', async () => {
      expect(
        await given.api.data(`{
        supplierFirms(establishment: "establishment:lkab", filter: { minEmployees: 900000 }) {
          totalCount warnings { code } facets { loosened { without } }
        }
        supplierMatches(establishment: "establishment:lkab", filter: { minEmployees: 900000 }) {
          totalCount warnings { code }
        }
        nobody: supplierFirms(establishment: "establishment:buyer") { totalCount warnings { code } facets { all } }
      }`),
      ).toEqual({
        supplierFirms: {
          ...{ totalCount: 0, warnings: [{ code: 'NONE_AS_FILTERED' }] },
          facets: { loosened: [{ without: 'EMPLOYEES' }] },
        },
        supplierMatches: { totalCount: 0, warnings: [{ code: 'NONE_AS_FILTERED' }] },
        nobody: { totalCount: 0, warnings: [{ code: 'NO_FIRMS' }], facets: { all: 0 } },
      })
    })

    it('says that nothing is known to be bought', async () => {
      expect(
        await given.api.data(`{
        supplierMatches(establishment: "establishment:siteless") { totalCount nodes { score } warnings { code } }
        supplyGaps(establishment: "establishment:siteless") { nodes { firms } warnings { code } }
      }`),
      ).toEqual({
        supplierMatches: { totalCount: 0, nodes: [], warnings: [{ code: 'NOTHING_BOUGHT' }] },
        supplyGaps: { nodes: [], warnings: [{ code: 'NOTHING_BOUGHT' }] },
      })
    })

    it('says that it knows no firm that fits', async () => {
      expect(
        await given.api.data(`{
        supplierMatches(establishment: "establishment:buyer", phase: OPERATION) { totalCount nodes { score } warnings { code } }
        supplyGaps(establishment: "establishment:buyer", phase: OPERATION) { nodes { category { id } firms } warnings { code } }
      }`),
      ).toEqual({
        supplierMatches: { totalCount: 0, nodes: [], warnings: [{ code: 'NO_FIRMS' }] },
        supplyGaps: { nodes: [{ category: { id: 'category:unheard' }, firms: 0 }], warnings: [{ code: 'NO_FIRMS' }] },
      })
    })

    it('says when a search for groups left firms out, and still finds the largest', async () => {
      const source = `query ($minEmployees: Int!, $maxFirms: Int!) {
      consortia(establishment: "establishment:h2-green-steel", categories: ["category:electricians"],
          minEmployees: $minEmployees, maxFirms: $maxFirms, first: 1) {
        complete warnings { code } nodes { firms { id } employees }
      }
    }`
      expect(await given.api.data(source, { minEmployees: 49, maxFirms: 1 })).toEqual({
        consortia: {
          ...{ complete: false, warnings: [{ code: 'SEARCH_CUT' }] },
          nodes: [{ firms: [{ id: 'firm:crowd-79' }], employees: 49 }],
        },
      })
      expect(await given.api.data(source, { minEmployees: 18, maxFirms: 6 })).toMatchObject({
        consortia: { complete: false, warnings: [{ code: 'SEARCH_CUT' }, { code: 'SEARCH_CUT' }] },
      })
    })

    it('says that it knows no supplier', async () => {
      expect(
        await given.api.data(
          '{ chainExposure(of: "establishment:siteless") { firms warnings { code } tiers { tier } } }',
        ),
      ).toEqual({ chainExposure: { firms: 0, warnings: [{ code: 'NO_FIRMS' }], tiers: [] } })
    })
  },
  fill,
)
