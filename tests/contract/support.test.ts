import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphNode, GraphRelationship } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import type { NodeLabel, RelationshipType } from '../../src/graph/vocabulary.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { keptKnowledge } from '../../src/reference/reference.js'
import { supportCoverage } from '../../src/support/coverage/coverage-question.js'
import { actorsServing, supportFor } from '../../src/support/matching/support-question.js'
import { edition } from '../edition.js'
import { openApi } from './api.js'
import { describeOnEachEngine } from './engines.js'

const provenance = { source: 'source:test', locator: 'by hand', recordedAt: '2024-01-01T00:00:00Z' }
const assessment = { ...provenance, source: 'source:norrgraph-assessment' }

function node(label: NodeLabel, id: string, properties: GraphNode['properties'] = {}): GraphNode {
  return { label, id, provenance, properties: { nameSv: id.slice(id.indexOf(':') + 1), ...properties } }
}

function tie(
  type: RelationshipType,
  from: string,
  to: string,
  properties: GraphRelationship['properties'] = {},
): GraphRelationship {
  return { type, from, to, key: '', provenance: assessment, properties }
}

const asOf = '2024-06-30'

const joined = query<{ from: string; to: string }>()(
  'whether two nodes are joined',
  z.object({ count: z.number() }),
  'MATCH (from:Entity {id: $from})-[tie]-(to:Entity {id: $to}) RETURN count(tie) AS count',
)

describeOnEachEngine('support in the seed', (_, __, openSeeded) => {
  let graph: Graph

  beforeAll(async () => {
    graph = await openSeeded()
  }, 180_000)
  afterAll(() => graph.close())

  it('has the jobs at stake that the report’s run gives', async () => {
    const needs = ['need:skills-supply']
    const byCounty = await supportCoverage(keptKnowledge(graph, edition), { by: 'COUNTY', needs, asOf })
    expect(byCounty.cells.map(({ place, jobsAtStake }) => [place, Math.round(jobsAtStake * 10) / 10])).toEqual([
      ['county:25', 12_428.5],
      ['county:24', 6_737.9],
    ])
    const { cells } = await supportCoverage(keptKnowledge(graph, edition), {
      by: 'MUNICIPALITY',
      county: 'county:25',
      needs,
      asOf,
    })
    expect(cells.find(({ place }) => place === 'municipality:2506')?.jobsAtStake).toBeCloseTo(129.92, 2)
  })

  it('shares a county’s jobs out among its municipalities without a rest', async () => {
    const [byCounty, byMunicipality] = await Promise.all([
      supportCoverage(keptKnowledge(graph, edition), { by: 'COUNTY', county: 'county:24', asOf }),
      supportCoverage(keptKnowledge(graph, edition), { by: 'MUNICIPALITY', county: 'county:24', asOf }),
    ])
    for (const { need, jobsAtStake } of byCounty.cells) {
      const parts = byMunicipality.cells.filter((cell) => cell.need === need)
      expect(parts).toHaveLength(15)
      expect(parts.reduce((sum, part) => sum + part.jobsAtStake, 0)).toBeCloseTo(jobsAtStake, 6)
    }
  })

  it('says which shares are not known, and none of those that the report states', async () => {
    const { warnings } = await supportCoverage(keptKnowledge(graph, edition), { by: 'COUNTY', asOf })
    const [unknown] = warnings.filter(({ code }) => code === 'SME_SHARE_UNKNOWN')
    expect(unknown?.textEn).toMatch(/for sections A, D, E, /)
    expect(warnings.map(({ code }) => code)).not.toContain('INDUSTRIES_LEFT_OUT')
  })

  it('gives an actor’s own address on the web, and none where no page of its own is known', async () => {
    const api = await openApi(graph)
    const url = (id: string) => api.data(`{ node(id: "${id}") { ... on SupportActor { url } } }`)
    expect(await url('actor:almi-nord')).toEqual({ node: { url: 'https://almi.se' } })
    expect(await url('actor:business-sweden')).toEqual({ node: { url: 'https://business-sweden.com' } })
    expect(await url('actor:minddig')).toEqual({ node: { url: null } })
    await api.close()
  })

  it('gives reasons whose neighbours are joined by a relationship', async () => {
    const profile = { municipality: 'municipality:2582', sector: 'sector:sni2007-C25' }
    const { matches } = await supportFor(keptKnowledge(graph, edition), { profile, includeProposed: true, asOf })
    const steps = new Set<string>()
    for (const { path } of matches.flatMap(({ reasons }) => reasons)) {
      for (const [index, to] of path.slice(1).entries()) steps.add(`${path[index]} ${to}`)
    }
    expect(steps.size).toBeGreaterThan(50)
    for (const step of steps) {
      const [from = '', to = ''] = step.split(' ')
      expect(await graph.read(joined, { from, to }), step).toEqual([{ count: expect.toSatisfy((count) => count > 0) }])
    }
  })
})

const places = [
  node('Country', 'country:SE'),
  node('County', 'county:25', { population: 40 }),
  node('County', 'county:24'),
  node('Municipality', 'municipality:1', { population: 30 }),
  node('Municipality', 'municipality:2', { population: 10, inland: true }),
]
const statuses = [
  node('Initiative', 'initiative:ended', { endsOn: '2024-06-29', proposed: true }),
  node('Initiative', 'initiative:last-day', { endsOn: '2024-06-30', startsOn: '2024-06-30' }),
  node('Initiative', 'initiative:proposed', { proposed: true, startsOn: '2025-01-01' }),
  node('Initiative', 'initiative:planned', { startsOn: '2024-07-01' }),
  node('Initiative', 'initiative:unseen'),
  node('Initiative', 'initiative:seen-long-ago', { lastSeenYear: 2020 }),
  node('Initiative', 'initiative:seen', { lastSeenYear: 2021 }),
  node('Initiative', 'initiative:ends-later', { endsOn: '2030-12-31', lastSeenYear: 2010 }),
]
const smes = Array.from({ length: 40 }, (_, index) => `firm:${index}`)

describeOnEachEngine('support in a small graph', (open) => {
  let graph: Graph

  beforeAll(async () => {
    graph = await open()
    const elements = {
      nodes: [
        ...places,
        ...statuses,
        node('Source', 'source:test', { title: 'By hand' }),
        node('Need', 'need:finance', { order: 1 }),
        node('Need', 'need:skills-supply', { order: 2 }),
        node('SupportArea', 'area:growth'),
        node('Sector', 'sector:C', { code: 'C' }),
        node('Sector', 'sector:C25', { code: 'C25' }),
        node('SizeClass', 'size-class:small', { code: 'SMALL' }),
        node('SizeClass', 'size-class:medium', { code: 'MEDIUM' }),
        node('SupportActor', 'actor:a', { kind: 'FUND' }),
        node('SupportActor', 'actor:lapsed', { kind: 'FUND' }),
        node('SupportActor', 'actor:gone', { kind: 'FUND' }),
        node('SupportActor', 'actor:metal', { kind: 'FUND' }),
        node('InputOutputTable', 'table:t', { title: 'T' }),
        node('Sector', 'sector:t-C25', { code: 'C25', sectionCode: 'C' }),
        node('Establishment', 'establishment:e'),
        node('SpilloverRun', 'run:report'),
        ...smes.map((id) => node('Firm', id, { sizeClass: id === 'firm:0' ? 'LARGE' : 'SMALL', employees: 12 })),
      ],
      relationships: [
        tie('IN_COUNTY', 'municipality:1', 'county:25'),
        tie('IN_COUNTY', 'municipality:2', 'county:25'),
        tie('IN_COUNTRY', 'county:25', 'country:SE'),
        tie('IN_COUNTRY', 'county:24', 'country:SE'),
        tie('PART_OF', 'sector:C25', 'sector:C'),
        tie('MEETS', 'area:growth', 'need:finance'),
        tie('SERVES', 'actor:a', 'county:25'),
        ...statuses.flatMap(({ id }) => [
          tie('OFFERS', 'actor:a', id),
          tie('MEETS', id, 'need:finance', { strength: 'CORE' }),
        ]),
        tie('FUNDS', 'actor:metal', 'initiative:seen'),
        tie('SERVES', 'actor:lapsed', 'municipality:1', { validTo: '2024-06-29' }),
        tie('PROVIDES', 'actor:lapsed', 'area:growth'),
        tie('PROVIDES', 'actor:gone', 'area:growth', { validTo: '2024-06-29' }),
        tie('SERVES', 'actor:metal', 'sector:C'),
        tie('SERVES', 'actor:metal', 'size-class:small'),
        tie('SERVES', 'actor:metal', 'size-class:medium', { validTo: '2023-12-31' }),
        tie('PROVIDES', 'actor:metal', 'area:growth', { validFrom: '2024-06-30', validTo: '2024-06-30' }),
        tie('USES_TABLE', 'run:report', 'table:t'),
        tie('HAS_INDUSTRY', 'table:t', 'sector:t-C25', { group: 'INDUSTRY' }),
        tie('SPILLS_OVER', 'establishment:e', 'sector:t-C25', {
          ...{ run: 'run:report', year: 2024, county: 'county:25', indirect: 60, induced: 20 },
        }),
        ...smes.flatMap((id) => [tie('LOCATED_IN', id, 'municipality:1'), tie('IN_SECTOR', id, 'sector:C25')]),
        ...smes
          .slice(0, 31)
          .map((id, index) => tie('HAS_NEED', id, index <= 6 ? 'need:finance' : 'need:skills-supply')),
      ],
    }
    await graph.transaction((transaction) => writeElements(transaction, elements))
  })
  afterAll(() => graph.close())

  /** Of most actors here no more is known than their area. */
  const byArea = { evidence: 'AREA', asOf } as const
  const metalFirm = { municipality: 'municipality:1', sector: 'sector:C25', employees: 12, needs: ['need:finance'] }

  it('counts initiatives by where they stand on the day, and what is proposed only where asked for', async () => {
    const offered = async (includeProposed: boolean) => {
      const { matches } = await supportFor(keptKnowledge(graph, edition), { profile: metalFirm, includeProposed, asOf })
      return matches.find(({ actor }) => actor === 'actor:a')?.initiatives.map(({ initiative }) => initiative)
    }
    const inForce = ['initiative:ends-later', 'initiative:last-day', 'initiative:seen']
    // What was seen four years ago fits worse than what is in force, and what no page names worse still.
    const unconfirmed = ['initiative:seen-long-ago', 'initiative:unseen']
    expect(await offered(false)).toEqual([...inForce, ...unconfirmed])
    expect(await offered(true)).toEqual([
      ...inForce.slice(0, 2),
      ...['initiative:proposed', 'initiative:seen'],
      ...unconfirmed,
    ])
  })

  it('shows where initiatives stand, and lists under an actor those in force and those not confirmed', async () => {
    const api = await openApi(graph)
    const ask = `query ($id: ID!, $asOf: Date) { node(id: $id) { ... on Initiative { status(asOf: $asOf) } } }`
    const found = await Promise.all(statuses.map(({ id }) => api.data(ask, { id, asOf })))
    expect(found.map((data) => z.object({ node: z.object({ status: z.string() }) }).parse(data).node.status)).toEqual([
      ...['ENDED', 'ACTIVE', 'PROPOSED', 'PLANNED', 'UNCONFIRMED', 'UNCONFIRMED', 'ACTIVE', 'ACTIVE'],
    ])
    const listed = await api.data(
      `query ($asOf: Date) { supportActors(asOf: $asOf) { nodes { id servesSizes
        servesSectors { nodes { id } } serves { nodes { __typename } } provides { totalCount }
        initiatives { edges { role node { id status } } } } } }`,
      { asOf },
    )
    expect(listed).toEqual({
      supportActors: {
        nodes: [
          {
            ...{ id: 'actor:a', servesSizes: [], servesSectors: { nodes: [] }, provides: { totalCount: 0 } },
            serves: { nodes: [{ __typename: 'County' }] },
            initiatives: {
              edges: [
                ['ends-later', 'ACTIVE'],
                ['last-day', 'ACTIVE'],
                ['seen', 'ACTIVE'],
                ['seen-long-ago', 'UNCONFIRMED'],
                ['unseen', 'UNCONFIRMED'],
              ].map(([id, status]) => ({ role: 'OFFERS', node: { id: `initiative:${id}`, status } })),
            },
          },
          ...['actor:gone', 'actor:lapsed'].map((id) => ({
            ...{ id, servesSizes: [], servesSectors: { nodes: [] }, serves: { nodes: [] }, initiatives: { edges: [] } },
            provides: { totalCount: id === 'actor:lapsed' ? 1 : 0 },
          })),
          {
            ...{ id: 'actor:metal', servesSizes: ['SMALL'], servesSectors: { nodes: [{ id: 'sector:C' }] } },
            ...{ serves: { nodes: [] }, provides: { totalCount: 1 } },
            initiatives: { edges: [{ role: 'FUNDS', node: { id: 'initiative:seen', status: 'ACTIVE' } }] },
          },
        ],
      },
    })
    await api.close()
  })

  it('answers the same for a firm and for a description of it', async () => {
    const described = await supportFor(keptKnowledge(graph, edition), {
      profile: metalFirm,
      includeProposed: false,
      ...byArea,
    })
    expect(
      await supportFor(keptKnowledge(graph, edition), {
        profile: { firm: 'firm:1' },
        includeProposed: false,
        ...byArea,
      }),
    ).toEqual(described)
    expect(described.matches.map(({ actor, reach }) => [actor, reach])).toEqual([
      ['actor:a', 'county:25'],
      ['actor:metal', 'country:SE'],
    ])
  })

  it('takes all needs for a firm that states none', async () => {
    const { unmet } = await supportFor(keptKnowledge(graph, edition), {
      profile: { firm: 'firm:39' },
      includeProposed: false,
      ...byArea,
    })
    expect(unmet).toEqual(['need:skills-supply'])
  })

  it('does not find what had lapsed by the day, and finds it before', async () => {
    const actorsOn = async (day: string) => {
      const { matches } = await supportFor(keptKnowledge(graph, edition), {
        profile: metalFirm,
        includeProposed: false,
        ...{ evidence: 'AREA', asOf: day },
      })
      return matches.map(({ actor }) => actor).toSorted()
    }
    expect(await actorsOn('2024-06-29')).toEqual(['actor:a', 'actor:gone', 'actor:lapsed'])
    expect(await actorsOn('2024-06-30')).toEqual(['actor:a', 'actor:metal'])
  })

  it('finds actors that serve a place and meet any of some needs', async () => {
    const serving = async (serves: string) =>
      (await actorsServing(keptKnowledge(graph, edition), { serves, asOf }))?.toSorted()
    expect(await serving('municipality:1')).toEqual(['actor:a', 'actor:gone', 'actor:metal'])
    expect(await serving('county:24')).toEqual(['actor:gone', 'actor:metal'])
    const meeting = await actorsServing(keptKnowledge(graph, edition), {
      meetsNeeds: ['need:finance', 'need:skills-supply'],
      ...byArea,
    })
    expect(meeting?.toSorted()).toEqual(['actor:a', 'actor:lapsed', 'actor:metal'])
  })

  it('counts SMEs and what they state once, and takes the share of those from 30 on', async () => {
    const { cells, warnings } = await supportCoverage(keptKnowledge(graph, edition), {
      by: 'MUNICIPALITY',
      county: 'county:25',
      asOf,
    })
    const counted = cells.map(({ place, need, firms, firmsWithNeed, basis, jobsAtStake }) => [
      ...[place, need, firms, firmsWithNeed, basis, Math.round(jobsAtStake * 100) / 100],
    ])
    expect(counted).toEqual([
      ['municipality:1', 'need:finance', 39, 6, 'FIRMS', 12],
      ['municipality:1', 'need:skills-supply', 39, 24, 'FIRMS', 48],
      ['municipality:2', 'need:finance', 0, 0, 'REPORT', 20],
      ['municipality:2', 'need:skills-supply', 0, 0, 'REPORT', 20],
    ])
    expect(warnings.map(({ code }) => code)).toEqual(['SME_SHARE_UNKNOWN'])
    const byCounty = await supportCoverage(keptKnowledge(graph, edition), {
      by: 'COUNTY',
      county: 'county:25',
      needs: ['need:finance'],
      ...byArea,
    })
    expect(byCounty.cells).toMatchObject([
      { firms: 39, firmsWithNeed: 6, basis: 'REPORT', level: 'COUNTY', restricted: 1 },
    ])
    expect(byCounty.cells[0]?.jobsAtStake).toBeCloseTo(32)
  })
})
