import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphElements, GraphNode, GraphRelationship } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import type { NodeLabel, RelationshipType } from '../../src/graph/vocabulary.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { evidences, type SupportEvidence } from '../../src/support/facts/evidence.js'
import { firmsAsSmes } from '../../src/support/facts/queries.js'
import { readSupportSystem } from '../../src/support/facts/read-system.js'
import { smeOf } from '../../src/support/facts/sme.js'
import { matchSupport, type SupportQuestion } from '../../src/support/matching/match-rule.js'
import { edition } from '../edition.js'
import { needsMet, type WorldSme } from '../support/model-ways.js'
import { groundElements, worldElements } from '../support/world-elements.js'
import { municipalities, type World, worldDay, worlds, worldsWithTerms } from '../support/worlds.js'
import { type Api, openApi } from './api.js'
import { describeOnEachEngine } from './engines.js'

const provenance = { source: 'source:test', locator: 'by hand', recordedAt: '2024-01-01T00:00:00Z' }

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
  readonly turnover: number | null
  readonly needs: readonly string[]
  readonly mayBe: readonly WorldSme[]
}

const triedSeats: readonly { readonly seats: readonly string[]; readonly municipalities: readonly string[] }[] = [
  ...municipalities.map((id) => ({ seats: [id], municipalities: [id] })),
  { seats: ['county:25'], municipalities: ['municipality:a', 'municipality:b'] },
  { seats: [], municipalities },
]
const triedNeeds = [[], ['need:x'], ['need:y', 'need:finance'], ['need:finance']]

/** SEK million: none is large by it. */
const triedTurnovers = [null, 5, 50]

/** The report's rule, for firms of which no class is stated. */
function sizeByFigures(employees: number | null, turnover: number | null): string | null {
  if (employees === null && turnover === null) return null
  return (employees ?? 0) < 50 ? 'small' : 'medium'
}

const triedFirms: readonly TriedFirm[] = triedSeats.flatMap(({ seats, municipalities: possible }) =>
  ['sector:sni2007-C25', 'sector:sni2007-G47', null].flatMap((sector) =>
    ['small', 'medium', 'large', null].flatMap((size) =>
      [null, 10, 60].flatMap((employees) =>
        triedNeeds.map((stated, index) => {
          const turnover = triedTurnovers[(index + (employees ?? 0) / 10 + (sector?.length ?? 0)) % 3] ?? null
          const known = size ?? sizeByFigures(employees, turnover)
          const rest = { sector, size: known === null ? null : `size-class:${known}`, employees, turnover }
          return {
            id: `firm:${[...seats, sector, size, employees, index].join('-').replace(/[^\w-]/g, '')}`,
            ...{ seats, size, sector, employees, turnover, needs: stated },
            mayBe: possible.map((municipality) => ({ municipality, amongst: possible, ...rest })),
          }
        }),
      ),
    ),
  ),
)

/** By asking of every firm, need and actor in turn. */
function unservedOf(world: World, least: SupportEvidence = 'COMPETENCE'): string[] {
  const served = (firm: TriedFirm, need: string) =>
    world.actors.some((actor) => firm.mayBe.some((sme) => needsMet(world, actor, sme, [need], least).length > 0))
  return triedFirms
    .filter((firm) => firm.size !== 'large' && firm.needs.some((need) => !served(firm, need)))
    .map(({ id }) => id)
    .toSorted()
}

/** By the rule as the program judges single firms by it. */
async function unservedJudged(graph: Graph, evidence: SupportEvidence): Promise<string[]> {
  const system = await readSupportSystem({ graph, edition }, worldDay)
  const rows = await graph.read(firmsAsSmes, { firms: triedFirms.map(({ id }) => id), asOf: worldDay })
  expect(rows).toHaveLength(triedFirms.length)
  const { actors, country, region } = system
  return rows
    .filter((firm) => {
      const asked = firm.needs.flatMap((need) => system.needs.get(need) ?? [])
      const sme = smeOf(firm, system)
      const question: SupportQuestion = {
        ...{ sme, needs: asked, wants: null, buyerSites: null, buyer: null, includeProposed: false, evidence },
        ...{ country, region, weights: edition.matching, asOf: worldDay, inland: false },
      }
      return firm.sizeClass !== 'LARGE' && matchSupport(actors, question).unmet.length > 0
    })
    .map(({ firm }) => firm)
    .toSorted()
}

function elementsOf(world: World): GraphElements {
  const [ground, ofWorld] = [groundElements(), worldElements(world)]
  return {
    nodes: [
      ...ground.nodes,
      ...ofWorld.nodes,
      ...triedFirms.map(({ id, size, employees, turnover }) =>
        node('Firm', id, {
          ...(size && { sizeClass: size.toUpperCase() }),
          ...(employees === null ? {} : { employees }),
          ...(turnover === null ? {} : { turnover }),
        }),
      ),
    ],
    relationships: [
      ...ground.relationships,
      ...ofWorld.relationships,
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

/** Every firm that a filter finds, by id. */
async function firmsOf(graph: Graph, filter: object): Promise<string[]> {
  const api = await openApi(graph)
  const found = await pagesOf(api, filter)
  await api.close()
  return found.toSorted()
}

/** Every firm that a filter finds, page by page, in the order of the answers. */
async function pagesOf(api: Api, filter: object, first = 150): Promise<string[]> {
  const found: string[] = []
  let after: string | null = null
  let more = true
  while (more) {
    const { firms }: z.infer<typeof page> = page.parse(
      await api.data(
        `query ($filter: FirmFilter, $first: Int, $after: String, $asOf: Date) { firms(filter: $filter, first: $first, after: $after, asOf: $asOf) {
          totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { filter, first, after, asOf: worldDay },
      ),
    )
    found.push(...firms.nodes.map(({ id }) => id))
    after = firms.pageInfo.endCursor
    more = firms.pageInfo.hasNextPage
    if (more) expect(firms.nodes).toHaveLength(first)
    else expect(found).toHaveLength(firms.totalCount)
  }
  return found
}

/** What else firms are asked for by. */
const further: readonly object[] = [
  {},
  { county: 'county:25' },
  { county: 'county:25', municipality: 'municipality:a' },
  { county: 'county:24', municipality: 'municipality:a' },
  { sectors: ['sector:sni2007-C'] },
  { sizeClasses: ['MEDIUM', 'UNKNOWN'] },
  { needs: ['need:y'], text: 'small' },
  { municipality: 'municipality:b', sectors: ['sector:sni2007-C', 'sector:sni2007-G47'], text: 'a' },
]

const tried = [...fc.sample(worlds, { numRuns: 6, seed: 9 }), ...fc.sample(worldsWithTerms, { numRuns: 8, seed: 9 })]

/** What is judged of each firm does not differ by the engine, and what is asked of all differs by nothing but lists. */
const evidencesOn = { embedded: evidences, neo4j: ['LAST_SEEN', 'AREA'] } as const

/** A world takes Neo4j seconds to be written and taken away. */
const triedOn = { embedded: tried, neo4j: tried.slice(4, 9) }

describeOnEachEngine('who reaches whom, and the firms that nobody does', (open, engine) => {
  it.each(triedOn[engine].map((world, index) => ({ world, index })))(
    'is the same judged of each firm, asked of all in one statement, and by a model of loops: world $index',
    async ({ world }) => {
      const graph = await open()
      await graph.transaction((transaction) => writeElements(transaction, elementsOf(world)))
      for (const evidence of evidencesOn[engine]) {
        const expected = unservedOf(world, evidence)
        expect(await unservedJudged(graph, evidence), evidence).toEqual(expected)
        expect(await firmsOf(graph, { unserved: true, evidence }), evidence).toEqual(expected)
        const others = triedFirms.map(({ id }) => id).filter((id) => !expected.includes(id))
        expect(await firmsOf(graph, { unserved: false, evidence }), evidence).toEqual(others.toSorted())
      }
      const expected = unservedOf(world)
      const inA = triedFirms.filter(({ seats }) => seats.includes('municipality:a')).map(({ id }) => id)
      expect(await firmsOf(graph, { unserved: true, municipality: 'municipality:a' })).toEqual(
        expected.filter((id) => inA.includes(id)),
      )
      await graph.close()
    },
  )

  it.each(triedOn[engine].slice(0, 3).map((world, index) => ({ world, index })))(
    'stand in the order and on the pages of all firms, whatever else is asked for: world $index',
    async ({ world }) => {
      const graph = await open()
      await graph.transaction((transaction) => writeElements(transaction, elementsOf(world)))
      const expected = new Set(unservedOf(world))
      const api = await openApi(graph)
      for (const filter of further) {
        const all = await pagesOf(api, filter)
        const unserved = all.filter((id) => expected.has(id))
        expect(await pagesOf(api, { ...filter, unserved: true }, 40), JSON.stringify(filter)).toEqual(unserved)
      }
      await api.close()
      await graph.close()
    },
  )

  it('are others once a need is stated, or a firm has grown', async () => {
    const graph = await open()
    const world = elementsOf({ actors: [], initiatives: [] })
    await graph.transaction((transaction) => writeElements(transaction, world))
    const before = await graph.read(firmsAsSmes, { firms: triedFirms.map(({ id }) => id), asOf: worldDay })
    const content = before.find(({ needs, sizeClass }) => needs.length === 0 && sizeClass === 'SMALL')?.firm ?? ''
    const grown = before.find(({ needs, sizeClass }) => needs.length > 0 && sizeClass === 'SMALL')?.firm ?? ''
    const api = await openApi(graph)
    const first = await pagesOf(api, { unserved: true })
    expect(first).toContain(grown)
    expect(first).not.toContain(content)
    await graph.transaction((transaction) =>
      writeElements(transaction, {
        nodes: [node('Firm', grown, { sizeClass: 'LARGE' })],
        relationships: [tie('HAS_NEED', content, 'need:x')],
      }),
    )
    const then = await pagesOf(api, { unserved: true })
    expect(then.toSorted()).toEqual([...first.filter((id) => id !== grown), content].toSorted())
    await api.close()
    await graph.close()
  })

  it('leaves those in places that an initiative leaves out, and those beyond its turnover', async () => {
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
          { ...tie('MEETS', 'initiative:loan', 'need:x'), properties: { strength: 'CORE' } },
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
