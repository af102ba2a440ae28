import { expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphElements } from '../../src/graph/elements.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { describeOnSeededGraph } from './engines.js'

const asOf = '2026-11-24'
const venture = 'establishment:h2-green-steel'
const provenance = { source: 'source:norrgraph-assessment', locator: 'a test', recordedAt: '2026-11-24T12:00:00.000Z' }

/** Welders that the venture could buy from, in two municipalities: one's midpoint lies far from its main town. */
const places = { 'firm:in-lulea': 'municipality:2580', 'firm:in-jokkmokk': 'municipality:2510' }
const welders: GraphElements = {
  nodes: Object.keys(places).map((id) => ({
    ...{ label: 'Firm' as const, id, provenance },
    properties: { nameSv: `Townsweld ${id}`, employees: 30, sizeClass: 'SMALL' },
  })),
  relationships: Object.entries(places).flatMap(([from, to]) => [
    { type: 'LOCATED_IN' as const, from, to, key: '', provenance, properties: {} },
    { type: 'CAN_SUPPLY' as const, from, to: 'category:welding', key: '', provenance, properties: {} },
  ]),
}

/** As GeoNames publishes them. */
const luleå = { latitude: 65.58415, longitude: 22.15465 }
const boden = { latitude: 65.82518, longitude: 21.68864 }
const jokkmokk = { latitude: 66.60665, longitude: 19.82324 }

/** By the spherical law of cosines. */
function away(one: z.infer<typeof point>, other: z.infer<typeof point>): number {
  const [a, b, turn] = [one.latitude, other.latitude, one.longitude - other.longitude].map(
    (each) => (each * Math.PI) / 180,
  )
  if (a === undefined || b === undefined || turn === undefined) throw new Error('no angles')
  return 6_371.0088 * Math.acos(Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(turn))
}

const point = z.object({ latitude: z.number(), longitude: z.number() })
const town = point.extend({ name: z.string(), source: z.object({ id: z.string() }), locator: z.string() })
const municipality = point.extend({ mainTown: town.nullable() })
const named = z.object({ id: z.string() })
const distances = z.object({ nodes: z.array(z.object({ firm: named, distanceKm: z.number().nullable() })) })
const gaps = z.object({ nodes: z.array(z.object({ category: named, nearestKm: z.number().nullable() })) })
const groups = z.object({ nodes: z.array(z.object({ firms: z.array(named), spanKm: z.number() })) })

describeOnSeededGraph(
  'main towns',
  (given) => {
    it('stand with their municipality, and with who says where they lie', async () => {
      const asked = 'latitude longitude mainTown { name latitude longitude source { id } locator }'
      const found = z
        .object({ nodes: z.array(municipality.nullable()) })
        .parse(
          await given.api.data(
            `{ nodes(ids: ["municipality:2580", "municipality:0980", "municipality:0128"]) { ... on Municipality { ${asked} } } }`,
          ),
        )
      const [own, gotland, salem] = found.nodes
      const source = { id: 'source:geonames' }
      expect(own?.mainTown).toEqual({ name: 'Luleå', ...luleå, source, locator: 'cities500, 604490' })
      expect(gotland?.mainTown).toMatchObject({ name: 'Visby', source })
      expect(salem).toMatchObject({ latitude: expect.any(Number), mainTown: null })
    })

    it('are what a row a firm is measured between, and the rest where they are asked for', async () => {
      const { positions } = z.object({ positions: z.array(municipality) }).parse(
        await given.api.data(
          `{ positions: nodes(ids: ["municipality:2582", "municipality:2580", "municipality:2510"]) {
            ... on Municipality { latitude longitude mainTown { name latitude longitude source { id } locator } } } }`,
        ),
      )
      const [site, coast, inland] = positions
      if (!site || !coast || !inland) throw new Error('no positions')
      const between = {
        towns: { 'firm:in-lulea': away(boden, luleå), 'firm:in-jokkmokk': away(boden, jokkmokk) },
        midpoints: { 'firm:in-lulea': away(site, coast), 'firm:in-jokkmokk': away(site, inland) },
      }
      expect(Math.round(between.towns['firm:in-lulea'])).toBe(34)
      const asked = `establishment: "${venture}", filter: { categories: ["category:welding"], text: "townsweld" }, asOf: "${asOf}"`
      const found = z.record(z.string(), distances).parse(
        await given.api.data(`{
          firms: supplierFirms(${asked}) { ...firms }
          firmsBetweenTowns: supplierFirms(${asked}, distances: MAIN_TOWNS) { ...firms }
          firmsBetweenMidpoints: supplierFirms(${asked}, distances: MIDPOINTS) { ...firms }
          matches: supplierMatches(${asked}) { ...matches }
          matchesBetweenTowns: supplierMatches(${asked}, distances: MAIN_TOWNS) { ...matches }
          matchesBetweenMidpoints: supplierMatches(${asked}, distances: MIDPOINTS) { ...matches }
          matchesAnyhow: supplierMatches(${asked}, distances: null) { ...matches }
        }
        fragment firms on SupplierFirmConnection { nodes { firm { id } distanceKm } }
        fragment matches on SupplierMatchConnection { nodes { firm { id } distanceKm } }`),
      )
      const told = Object.fromEntries(
        Object.entries(found).map(([name, { nodes }]) => [
          name,
          Object.fromEntries(nodes.map(({ firm, distanceKm }) => [firm.id, distanceKm])),
        ]),
      )
      const close = (expected: Record<string, number>) =>
        Object.fromEntries(Object.entries(expected).map(([id, km]) => [id, expect.closeTo(km, 5)]))
      expect(told).toEqual({
        firms: close(between.towns),
        firmsBetweenTowns: close(between.towns),
        firmsBetweenMidpoints: close(between.midpoints),
        matches: close(between.midpoints),
        matchesBetweenTowns: close(between.towns),
        matchesBetweenMidpoints: close(between.midpoints),
        matchesAnyhow: close(between.midpoints),
      })
    })

    it('decide who lies within a distance, how far a group spans and how far the nearest is', async () => {
      // Between midpoints Luleå lies further from Boden than between the towns.
      const near = `establishment: "${venture}", withinKm: 36, asOf: "${asOf}"`
      const group = 'categories: ["category:welding"], minEmployees: 60, maxFirms: 2'
      const everywhere = `establishment: "${venture}", ${group}, first: 200, asOf: "${asOf}"`
      const found = z.object({ near: distances, far: distances, byMidpoints: groups, byTowns: groups, gaps }).parse(
        await given.api.data(`{
            near: supplierFirms(${near}, filter: { text: "townsweld" }) { nodes { firm { id } distanceKm } }
            far: supplierFirms(${near}, distances: MIDPOINTS, filter: { text: "townsweld" }) { nodes { firm { id } distanceKm } }
            byMidpoints: consortia(${everywhere}) { nodes { firms { id } spanKm } }
            byTowns: consortia(${everywhere}, distances: MAIN_TOWNS) { nodes { firms { id } spanKm } }
            gaps: supplyGaps(${near}, fewerThan: 100000, distances: MAIN_TOWNS) { nodes { category { id } nearestKm } }
          }`),
      )
      expect(found.near.nodes.map(({ firm }) => firm.id)).toEqual(['firm:in-lulea'])
      expect(found.far.nodes).toEqual([])
      const spanOf = ({ nodes }: z.infer<typeof groups>) =>
        nodes.find(({ firms }) => firms.length === 2 && firms.every(({ id }) => id in places))?.spanKm ?? null
      expect(spanOf(found.byTowns)).toBeCloseTo(away(luleå, jokkmokk), 5)
      expect(spanOf(found.byMidpoints)).not.toBeCloseTo(away(luleå, jokkmokk), 0)
      const welding = found.gaps.nodes.find(({ category }) => category.id === 'category:welding')
      expect(welding?.nearestKm).toBeLessThanOrEqual(away(boden, luleå) + 1e-6)
    })
  },
  (graph) => graph.transaction((transaction) => writeElements(transaction, welders)),
)
