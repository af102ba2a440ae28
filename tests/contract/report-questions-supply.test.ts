import { expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphNode, GraphRelationship, Properties } from '../../src/graph/elements.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { operation } from './api.js'
import { describeOnSeededGraph } from './engines.js'

const provenance = { source: 'source:norrgraph-assessment', locator: 'a test', recordedAt: '2024-01-01T00:00:00.000Z' }
const asOf = '2022-06-30'

const firm = (slug: string, nameSv: string, employees: number): GraphNode => ({
  ...{ label: 'Firm', id: `firm:test-${slug}`, provenance },
  properties: { nameSv, employees, sizeClass: 'SMALL' },
})
const tie = (type: GraphRelationship['type'], slug: string, to: string, properties: Properties = {}) =>
  ({ type, from: `firm:test-${slug}`, to, key: '', provenance, properties }) satisfies GraphRelationship

/** Three workshops and an electrician; Pajala lies about 130 km from Kiruna and 95 km from Gällivare, Piteå farther off. */
const firms = {
  nodes: [
    firm('kiruna', 'Kiruna Svets', 12),
    firm('pajala', 'Pajala Mekaniska', 30),
    firm('pitea', 'Piteå Verkstad', 8),
    firm('boden', 'Bodens El', 25),
  ],
  relationships: [
    tie('LOCATED_IN', 'kiruna', 'municipality:2584'),
    tie('LOCATED_IN', 'pajala', 'municipality:2521'),
    tie('LOCATED_IN', 'pitea', 'municipality:2581'),
    tie('LOCATED_IN', 'boden', 'municipality:2582'),
    tie('CAN_SUPPLY', 'kiruna', 'category:welding'),
    tie('IN_SECTOR', 'pajala', 'sector:sni2007-C25', { rank: 1 }),
    tie('IN_SECTOR', 'pitea', 'sector:sni2007-C25', { rank: 1 }),
    tie('IN_SECTOR', 'boden', 'sector:sni2007-F43', { rank: 1 }),
    tie('FULFILS', 'kiruna', 'requirement:safety', { status: 'FULFILLED' }),
    tie('FULFILS', 'kiruna', 'requirement:code-of-conduct', { status: 'LACKING' }),
    tie('FULFILS', 'boden', 'requirement:iso-certificate', { status: 'FULFILLED' }),
  ],
}

const entity = z.object({ id: z.string() })
const matches = z.object({
  supplierMatches: z.object({
    totalCount: z.number(),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
    nodes: z.array(
      z.object({
        ...{ firm: entity, category: entity, basis: z.string(), distanceKm: z.number().nullable(), score: z.number() },
        missing: z.array(z.object({ requirement: entity, initiatives: z.array(entity) })),
      }),
    ),
  }),
})
const gaps = z.object({
  supplyGaps: z.object({
    warnings: z.array(z.object({ code: z.string() })),
    nodes: z.array(
      z.object({
        ...{ category: entity, firms: z.number(), nearestKm: z.number().nullable(), initiatives: z.array(entity) },
      }),
    ),
  }),
})
const groups = z.object({
  consortia: z.object({
    nodes: z.array(z.object({ firms: z.array(entity), employees: z.number(), missing: z.array(entity) })),
  }),
})

/** However many firms there are, it is too few: every category that is bought. */
const anyNumber = 10_000
const ids = (entities: readonly { id: string }[]) => entities.map(({ id }) => id)

/** Those that the test wrote, beside firms that the seed knows from public pages. */
const imported = <Match extends { readonly firm: { readonly id: string } }>(nodes: readonly Match[]): Match[] =>
  nodes.filter(({ firm: { id } }) => id.startsWith('firm:test-'))

describeOnSeededGraph('what the report asks about supply', (given) => {
  const gapsOf = async (variables: object) =>
    gaps.parse(await given.api.data(operation('supply-gaps'), { establishment: 'establishment:lkab', ...variables }))
      .supplyGaps

  // Section 3.3: "… rörmokare och svetsare till planerade underhållsstopp".
  it('which categories a maintenance stop needs: welders', async () => {
    const { nodes } = await gapsOf({ phase: 'MAINTENANCE_STOP', fewerThan: anyNumber })
    expect(ids(nodes.map(({ category }) => category))).toEqual(['category:welding'])
  })

  // Section 3.3, on what is bought while a plant runs and while it is built; and what public pages say is supplied to LKAB.
  it('which categories a plant needs that runs, and one that is built', async () => {
    const operation = await gapsOf({ phase: 'OPERATION', fewerThan: anyNumber })
    const construction = await gapsOf({ phase: 'CONSTRUCTION', fewerThan: anyNumber })
    expect(ids(operation.nodes.map(({ category }) => category)).toSorted()).toEqual([
      ...['category:contract-mining', 'category:electricians', 'category:haulage', 'category:maintenance-mechanical'],
      ...['category:plumbing', 'category:process-equipment', 'category:rail-haulage'],
    ])
    expect(ids(construction.nodes.map(({ category }) => category)).toSorted()).toEqual([
      ...['category:building-contractors', 'category:contract-mining', 'category:electricians', 'category:painting'],
    ])
  })

  // End of chapter 2, on what the regions should map and compare with the firms that they have (it refers to section 3.3):
  // "Finns det företag som passar in eller kan de lockas till länen?"
  it('knows a few that fit before firms are imported: those that public pages name', async () => {
    const variables = { establishment: 'establishment:lkab', phase: 'MAINTENANCE_STOP', withinKm: 200, first: 50 }
    const { supplierMatches } = matches.parse(await given.api.data(operation('supplier-matches'), variables))
    const near = ['firm:gisab', 'firm:jernbro', 'firm:metso', 'firm:momek-techteam', 'firm:mrm-mining']
    expect(ids(supplierMatches.nodes.map(({ firm: each }) => each))).toEqual(expect.arrayContaining(near))
  })

  it('are there firms that fit: those that say so first, then those of a sector that fits, by distance', async () => {
    await given.graph.transaction((transaction) => writeElements(transaction, firms))
    const source = `query ($withinKm: Float) {
      supplierMatches(establishment: "establishment:lkab", phase: MAINTENANCE_STOP, withinKm: $withinKm, asOf: "${asOf}", first: 50) {
        totalCount warnings { code message }
        nodes { firm { id } category { id } basis distanceKm score missing { requirement { id } initiatives { id } } }
      }
    }`
    const { supplierMatches: anywhere } = matches.parse(await given.api.data(source, {}))
    expect(imported(anywhere.nodes).map(({ firm: { id }, basis }) => [id, basis])).toEqual([
      ['firm:test-kiruna', 'DECLARED'],
      ['firm:test-pajala', 'BY_SECTOR'],
      ['firm:test-pitea', 'BY_SECTOR'],
    ])
    const [kiruna] = imported(anywhere.nodes)
    expect(kiruna?.distanceKm).toBe(0)
    // 0.3 declared + 0.4 · 1 of 9 requirements + 0.1 next door.
    expect(kiruna?.score).toBeCloseTo(0.3 + 0.4 / 9 + 0.1, 12)

    const { supplierMatches: near } = matches.parse(await given.api.data(source, { withinKm: 150 }))
    expect(imported(near.nodes).length).toBe(2)
  })

  // Section 3.5 and footnote 11: training in sustainability and a shared code of conduct, in Norrbotten 2020–2022.
  it('who helps a firm with the code of conduct that a buyer asks for', async () => {
    const source = (day: string) => `{
      supplierMatches(establishment: "establishment:lkab", phase: MAINTENANCE_STOP, first: 50, asOf: "${day}") {
        totalCount warnings { code message }
        nodes { firm { id } category { id } basis distanceKm score missing { requirement { id } initiatives { id } } }
      }
    }`
    const { supplierMatches: then } = matches.parse(await given.api.data(source(asOf)))
    expect(imported(then.nodes)[0]?.missing).toEqual([
      {
        requirement: { id: 'requirement:code-of-conduct' },
        initiatives: [{ id: 'initiative:sustainability-training' }],
      },
    ])
    const { supplierMatches: later } = matches.parse(await given.api.data(source('2024-06-30')))
    expect(ids(imported(later.nodes)[0]?.missing.flatMap(({ initiatives }) => initiatives) ?? [])).not.toContain(
      'initiative:sustainability-training',
    )
  })

  // Chapter 1, footnote 1, names a study of subcontractors in the metal industry of Västerbotten, where Northvolt builds.
  it('can they be attracted: what there is too little of, how far the nearest lies, and what is meant for its sectors', async () => {
    const source = `query ($establishment: ID!) {
      supplyGaps(establishment: $establishment, phase: MAINTENANCE_STOP, fewerThan: 7, withinKm: 50, asOf: "2020-12-31") {
        warnings { code } nodes { category { id } firms nearestKm initiatives { id } }
      }
    }`
    const gapAt = async (establishment: string) =>
      gaps.parse(await given.api.data(source, { establishment })).supplyGaps.nodes[0]
    const atLkab = await gapAt('establishment:lkab')
    // The one that was imported, and the five in Kiruna and Gällivare that public pages name.
    expect(atLkab).toMatchObject({ category: { id: 'category:welding' }, firms: 6, nearestKm: 0 })
    expect(ids(atLkab?.initiatives ?? [])).not.toContain('initiative:supplier-study-2020')
    const atNorthvolt = await gapAt('establishment:northvolt')
    expect(atNorthvolt).toMatchObject({ category: { id: 'category:welding' }, firms: 0 })
    expect(atNorthvolt?.nearestKm).toBeGreaterThan(50)
    expect(ids(atNorthvolt?.initiatives ?? [])).toContain('initiative:supplier-study-2020')
  })

  // Sections 3.2 and 3.3: SMEs are too small for large contracts, and could share them.
  it('which SMEs could share a contract', async () => {
    const { consortia } = groups.parse(
      await given.api.data(operation('consortia'), {
        establishment: 'establishment:h2-green-steel',
        categories: ['category:electricians', 'category:welding'],
        minEmployees: 50,
        maxFirms: 3,
      }),
    )
    expect(consortia.nodes.map((group) => [ids(group.firms), group.employees])).toEqual([
      [['firm:test-boden', 'firm:test-pajala'], 55],
    ])
    expect(ids(consortia.nodes[0]?.missing ?? [])).not.toContain('requirement:iso-certificate')
  })
})
