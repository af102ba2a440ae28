import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphElements, GraphNode, GraphRelationship } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import type { NodeLabel, RelationshipType } from '../../src/graph/vocabulary.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { needsMet, type WorldSme } from '../support/model.js'
import {
  counties,
  holders,
  meets,
  municipalities,
  needs,
  sectors,
  sizes,
  type World,
  worlds,
} from '../support/worlds.js'
import { openApi } from './api.js'
import { describeOnEachEngine } from './engines.js'

const provenance = { source: 'source:test', locator: 'by hand', recordedAt: '2024-01-01T00:00:00Z' }
const asOf = '2024-06-30'

function node(label: NodeLabel, id: string, properties: GraphNode['properties'] = {}): GraphNode {
  return { label, id, provenance, properties: { nameSv: id.slice(id.indexOf(':') + 1), ...properties } }
}

function tie(
  type: RelationshipType,
  from: string,
  to: string,
  properties: GraphRelationship['properties'] = {},
): GraphRelationship {
  return { type, from, to, key: '', provenance, properties }
}

/** A firm as the graph has it, and the SMEs that it may be by what is known of it. */
interface TriedFirm {
  readonly id: string
  readonly seats: readonly string[]
  readonly size: string | null
  readonly sector: string | null
  readonly employees: number | null
  readonly needs: readonly string[]
  readonly mayBe: readonly WorldSme[]
}

const triedSeats: readonly { readonly seats: readonly string[]; readonly municipalities: readonly string[] }[] = [
  ...municipalities.map((id) => ({ seats: [id], municipalities: [id] })),
  { seats: ['county:25'], municipalities: ['municipality:a', 'municipality:b'] },
  { seats: [], municipalities },
]
const triedNeeds = [[], ['need:x'], ['need:y', 'need:finance'], ['need:finance']]

/** The report's rule, for firms of which no class is stated. */
function sizeByEmployees(employees: number | null): string | null {
  if (employees === null) return null
  return employees < 50 ? 'small' : 'medium'
}

const triedFirms: readonly TriedFirm[] = triedSeats.flatMap(({ seats, municipalities: possible }) =>
  ['sector:sni2007-C25', 'sector:sni2007-G47', null].flatMap((sector) =>
    ['small', 'medium', 'large', null].flatMap((size) =>
      [null, 10, 60].flatMap((employees) =>
        triedNeeds.map((stated, index) => {
          const known = size ?? sizeByEmployees(employees)
          const rest = { sector, size: known === null ? null : `size-class:${known}`, employees }
          return {
            id: `firm:${[...seats, sector, size, employees, index].join('-').replace(/[^\w-]/g, '')}`,
            ...{ seats, size, sector, employees, needs: stated },
            mayBe: possible.map((municipality) => ({ municipality, ...rest })),
          }
        }),
      ),
    ),
  ),
)

/** By asking of every firm, need and actor in turn. */
function unservedOf(world: World): string[] {
  const served = (firm: TriedFirm, need: string) =>
    world.actors.some((actor) => firm.mayBe.some((sme) => needsMet(world, actor, sme, [need]).length > 0))
  return triedFirms
    .filter((firm) => firm.size !== 'large' && firm.needs.some((need) => !served(firm, need)))
    .map(({ id }) => id)
    .toSorted()
}

const lapse = (lapsed: boolean) => (lapsed ? { validTo: '2024-06-29' } : {})

function elementsOf({ actors, initiatives }: World): GraphElements {
  const limitOf = (to: string): RelationshipType => (/^(sector|size-class):/.test(to) ? 'TARGETS' : 'COVERS')
  return {
    nodes: [
      node('Source', 'source:test', { title: 'By hand' }),
      node('Country', 'country:SE'),
      ...counties.map((id) => node('County', id)),
      ...municipalities.map((id) => node('Municipality', id)),
      ...sectors.map((id) => node('Sector', id, { code: id.slice('sector:sni2007-'.length) })),
      ...sizes.map((id) => node('SizeClass', id, { code: id.slice('size-class:'.length).toUpperCase() })),
      ...needs.map((id, order) => node('Need', id, { order })),
      ...Object.keys(meets).map((id) => node('SupportArea', id)),
      ...actors.map(({ id }) => node('SupportActor', id, { kind: 'FUND' })),
      ...initiatives.map(({ id, proposed, maxEmployees }) =>
        node('Initiative', id, { lastSeenYear: 2024, proposed, ...(maxEmployees === null ? {} : { maxEmployees }) }),
      ),
      ...triedFirms.map(({ id, size, employees }) =>
        node('Firm', id, {
          ...(size && { sizeClass: size.toUpperCase() }),
          ...(employees === null ? {} : { employees }),
        }),
      ),
    ],
    relationships: [
      ...municipalities.map((id) => tie('IN_COUNTY', id, String(holders[id]?.[1]))),
      ...counties.map((id) => tie('IN_COUNTRY', id, 'country:SE')),
      ...sectors.flatMap((id) => (holders[id] ?? []).slice(1).map((above) => tie('PART_OF', id, above))),
      ...Object.entries(meets).flatMap(([area, met]) => met.map((need) => tie('MEETS', area, need))),
      ...actors.flatMap(({ id, names, provides, offers }) => [
        ...names.map(({ to, lapsed }) => tie('SERVES', id, to, lapse(lapsed))),
        ...provides.map((area) => tie('PROVIDES', id, area)),
        ...offers.map((initiative) => tie('OFFERS', id, initiative)),
      ]),
      ...initiatives.flatMap(({ id, names, addresses }) => [
        ...names.map(({ to, lapsed }) => tie(limitOf(to), id, to, lapse(lapsed))),
        ...addresses.map((area) => tie('ADDRESSES', id, area)),
      ]),
      ...triedFirms.flatMap(({ id, seats, sector, needs: stated }) => [
        ...seats.map((seat) => tie('LOCATED_IN', id, seat)),
        ...(sector === null ? [] : [tie('IN_SECTOR', id, sector)]),
        ...stated.map((need) => tie('HAS_NEED', id, need)),
      ]),
    ],
  }
}

const page = z.object({
  firms: z.object({
    totalCount: z.number(),
    nodes: z.array(z.object({ id: z.string() })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
})

/** Every firm that a filter finds, page by page. */
async function firmsOf(graph: Graph, filter: object): Promise<string[]> {
  const api = await openApi(graph)
  const found: string[] = []
  let after: string | null = null
  let more = true
  while (more) {
    const { firms }: z.infer<typeof page> = page.parse(
      await api.data(
        `query ($filter: FirmFilter, $after: String, $asOf: Date) { firms(filter: $filter, first: 150, after: $after, asOf: $asOf) {
          totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { filter, after, asOf },
      ),
    )
    found.push(...firms.nodes.map(({ id }) => id))
    after = firms.pageInfo.endCursor
    more = firms.pageInfo.hasNextPage
    if (!more) expect(found).toHaveLength(firms.totalCount)
  }
  await api.close()
  return found.toSorted()
}

const tried = fc.sample(worlds, { numRuns: 12, seed: 9 })

/** A world takes Neo4j seconds to be written and taken away. */
const triedOn = { embedded: tried, neo4j: tried.slice(0, 4) }

describeOnEachEngine('unserved firms', (open, engine) => {
  it.each(triedOn[engine].map((world, index) => ({ world, index })))(
    'are those with a need that no actor who reaches them meets: world $index',
    async ({ world }) => {
      const graph = await open()
      await graph.transaction((transaction) => writeElements(transaction, elementsOf(world)))
      const expected = unservedOf(world)
      expect(await firmsOf(graph, { unserved: true })).toEqual(expected)
      const others = triedFirms.map(({ id }) => id).filter((id) => !expected.includes(id))
      expect(await firmsOf(graph, { unserved: false })).toEqual(others.toSorted())
      const inA = triedFirms.filter(({ seats }) => seats.includes('municipality:a')).map(({ id }) => id)
      expect(await firmsOf(graph, { unserved: true, municipality: 'municipality:a' })).toEqual(
        expected.filter((id) => inA.includes(id)),
      )
      await graph.close()
    },
  )

  it('are those in places that an initiative leaves out, and those beyond its turnover', async () => {
    const graph = await open()
    const terms = { excludedPlaces: ['county:25'], minTurnover: 1, maxTurnover: 20 }
    const world = elementsOf({ actors: [], initiatives: [] })
    const firms = [
      { id: 'firm:t-left-out', seat: 'municipality:a', turnover: 5 },
      { id: 'firm:t-county-left-out', seat: 'county:25', turnover: 5 },
      { id: 'firm:t-small', seat: 'municipality:c', turnover: 0.5 },
      { id: 'firm:t-fits', seat: 'municipality:c', turnover: 20 },
      { id: 'firm:t-large', seat: 'municipality:c', turnover: 20.5 },
    ]
    await graph.transaction((transaction) =>
      writeElements(transaction, {
        nodes: [
          ...world.nodes.filter(({ label }) => label !== 'Firm'),
          node('SupportActor', 'actor:fund', { kind: 'FUND' }),
          node('Initiative', 'initiative:loan', { lastSeenYear: 2024, ...terms }),
          ...firms.map(({ id, turnover }) => node('Firm', id, { sizeClass: 'SMALL', turnover })),
          node('Firm', 'firm:t-unknown'),
        ],
        relationships: [
          ...world.relationships.filter(({ from }) => !from.startsWith('firm:')),
          tie('OFFERS', 'actor:fund', 'initiative:loan'),
          tie('ADDRESSES', 'initiative:loan', 'area:p'),
          ...firms.map(({ id, seat }) => tie('LOCATED_IN', id, seat)),
          ...[...firms.map(({ id }) => id), 'firm:t-unknown'].map((id) => tie('HAS_NEED', id, 'need:x')),
        ],
      }),
    )
    const unserved = ['county-left-out', 'large', 'left-out', 'small'].map((slug) => `firm:t-${slug}`)
    expect(await firmsOf(graph, { unserved: true })).toEqual(unserved)
    await graph.close()
  })
})
