import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { operation } from './api.js'
import { describeOnSeededGraph } from './engines.js'

const row = z.object({
  ...{ supplier: z.string(), buyer: z.string(), category: z.string(), phase: z.string() },
  ...{ validFrom: z.string(), validTo: z.string(), supplyStatus: z.string() },
  ...{ value: z.string(), currency: z.string(), whatSv: z.string(), source: z.string(), locator: z.string() },
})
type Row = z.infer<typeof row>

const folder = join(import.meta.dirname, '../../seed/supply')
/** The supplies that the seed's tables state, read without the program. */
const rows = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .flatMap((name) => z.array(row).parse(parse(readFileSync(join(folder, name)), { columns: true })))

/** Written days compare as their beginnings do: a month has begun on its first day, and is over after its last. */
const holds = ({ validFrom, validTo }: Row, asOf: string) =>
  validFrom <= asOf && (validTo === '' || asOf.slice(0, validTo.length) <= validTo)

/** The first day that a year, a month or a day means. */
const firstDay = (written: string) => written && `${written}${['-01-01', '-01', ''][(written.length - 4) / 3]}`

/** A chain as loops over the rows find it. */
function chain(of: string, direction: string, depth: number, asOf: string) {
  const [near, far] = direction === 'UPSTREAM' ? (['buyer', 'supplier'] as const) : (['supplier', 'buyer'] as const)
  const tiers = new Map([[of, 0]])
  for (let tier = 1; tier <= depth; tier += 1) {
    for (const each of rows) {
      if (tiers.get(each[near]) === tier - 1 && holds(each, asOf) && !tiers.has(each[far])) tiers.set(each[far], tier)
    }
  }
  const isInside = (id: string) => (tiers.get(id) ?? depth) < depth
  return {
    nodes: Object.fromEntries(tiers),
    edges: rows.filter((each) => tiers.has(each.supplier) && tiers.has(each.buyer) && holds(each, asOf)).length,
    leftOutByDay: rows.filter((each) => isInside(each[near]) && !holds(each, asOf)).length,
  }
}

const networks = z.record(
  z.string(),
  z.object({
    nodes: z.array(z.object({ id: z.string(), tier: z.number() })),
    edges: z.array(z.object({ id: z.string(), since: z.string().nullable(), until: z.string().nullable() })),
    leftOutByDay: z.number(),
  }),
)
const chainOf = z.object({
  supplyChain: z.object({
    ...{ nodes: z.array(z.object({ id: z.string(), tier: z.number() })), leftOutByDay: z.number() },
    edges: z.array(z.looseObject({ source: z.string(), target: z.string() })),
  }),
})
const days = ['2013-06-30', '2018-06-30', '2022-06-30', '2026-11-30']

describeOnSeededGraph('supply chains that exist', (given) => {
  it.each(days)('are those of the tables on %s, and say how many links the day leaves out', async (asOf) => {
    const ends = [...new Set(rows.flatMap(({ supplier, buyer }) => [supplier, buyer]))]
    for (const direction of ['UPSTREAM', 'DOWNSTREAM']) {
      for (let begin = 0; begin < ends.length; begin += 10) {
        const some = ends.slice(begin, begin + 10)
        const fields = some.map(
          (
            id,
            index,
          ) => `c${index}: supplyChain(of: "${id}", direction: ${direction}, depth: 3, limit: 500, asOf: "${asOf}") {
            nodes { id tier } edges { id since until } leftOutByDay }`,
        )
        const answer = networks.parse(await given.api.data(`{ ${fields.join('\n')} }`))
        for (const [index, id] of some.entries()) {
          const { nodes, edges, leftOutByDay } = answer[`c${index}`] ?? { nodes: [], edges: [] }
          const found = { nodes: Object.fromEntries(nodes.map((node) => [node.id, node.tier])), leftOutByDay }
          const ids = new Set(edges.map((edge) => edge.id))
          expect({ ...found, edges: ids.size }, `${id} ${direction}`).toEqual(chain(id, direction, 3, asOf))
          for (const { since, until } of edges) {
            expect(String(since ?? asOf) <= asOf && String(until ?? asOf) >= asOf).toBe(true)
          }
        }
      }
    }
  })

  it('lead from a haulier over three tiers to the mine in 2018, each link with its page, and no more today', async () => {
    const source = (asOf: string) => `{
      supplyChain(of: "establishment:lkab", direction: UPSTREAM, depth: 3, asOf: "${asOf}") {
        nodes { id tier } leftOutByDay
        edges { source target category { id } phase supplyStatus what(lang: EN) since until datesText statedIn locator } } }`
    const then = chainOf.parse(await given.api.data(source('2018-06-30'))).supplyChain
    const firm = 'firm:turovaaras-akeri'
    expect(then.nodes).toContainEqual({ id: firm, tier: 2 })
    expect(then.edges.find((edge) => edge.source === firm)).toEqual({
      ...{ source: firm, target: 'firm:bdx', category: { id: 'category:haulage' }, phase: 'OPERATION' },
      ...{ supplyStatus: 'OVER', what: 'Haulage of concrete in Kiruna with new trucks' },
      ...{ since: '2017-10-01', until: '2022-09-30', datesText: '1 Oct 2017, 5 + 1 years' },
      ...{ statedIn: 'source:bdx-kiruna-2017', locator: expect.stringContaining('Turovaaras') },
    })
    const joined = then.edges.map((edge) => `${edge.source} ${edge.target}`)
    expect(joined).toEqual(expect.arrayContaining(['firm:bdx firm:lkab-berg-betong']))
    expect(joined).toEqual(expect.arrayContaining(['firm:lkab-berg-betong establishment:lkab']))
    const now = chainOf.parse(await given.api.data(source('2026-11-30'))).supplyChain
    expect(now.nodes.map(({ id }) => id)).not.toContain(firm)
    expect(now.leftOutByDay).toBeGreaterThan(0)
  })

  it('of a buyer that went bankrupt are there on a day before, and afterwards a warning says when they were', async () => {
    const asked = (asOf: string) => `{
      supplyChain(of: "establishment:northvolt", direction: UPSTREAM, depth: 3, asOf: "${asOf}") {
        nodes { id } leftOutByDay warnings { code message } }
      chainExposure(of: "establishment:northvolt", asOf: "${asOf}") { firms warnings { code message } } }`
    const count = rows.filter(({ buyer }) => buyer === 'establishment:northvolt').length
    expect(await given.api.data(asked('2024-01-15'))).toMatchObject({
      supplyChain: { nodes: expect.arrayContaining([{ id: 'firm:wallenius-sol' }]), warnings: [] },
      chainExposure: { warnings: [] },
    })
    const warnings = [{ code: 'NOT_ON_DAY', message: expect.stringMatching(/2019-01-01.*2025-03-31/) }]
    expect(await given.api.data(asked('2026-11-30'))).toEqual({
      supplyChain: { nodes: [{ id: 'establishment:northvolt' }], leftOutByDay: count, warnings },
      chainExposure: { firms: 0, warnings },
    })
  })

  it('are in the README as they are answered', async () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8').replaceAll(/\s+/g, ' ')
    const asked = [...readme.matchAll(/ask\.mjs supply-chain '([^']*)'/g)].map(([, json]) =>
      z.looseObject({ of: z.string() }).parse(JSON.parse(String(json))),
    )
    expect(asked.map(({ of }) => of)).toEqual(['establishment:lkab', 'establishment:northvolt'])
    const answers = await Promise.all(
      asked.map(async (variables) => {
        const answer = chainOf.parse(await given.api.data(operation('supply-chain'), variables)).supplyChain
        return { suppliers: answer.nodes.length - 1, leftOutByDay: answer.leftOutByDay }
      }),
    )
    const [first, second] = answers
    expect(readme).toContain(`LKAB has ${first?.suppliers} known suppliers`)
    expect(readme).toContain(`${first?.leftOutByDay} supplies hold on other days only`)
    expect(readme).toContain(`Northvolt has ${second?.suppliers} on the second`)
  })

  it('are listed of a firm and a venture: all, or those that hold on a day, or those that do not', async () => {
    const page = z.object({ totalCount: z.number() })
    const lists = z.record(z.string(), page)
    const asOf = '2018-06-30'
    const fields = (field: string) => `
      all: ${field} { totalCount } asOf: ${field}(asOf: "${asOf}") { totalCount }
      on: ${field}(holding: true, asOf: "${asOf}") { totalCount } off: ${field}(holding: false, asOf: "${asOf}") { totalCount }`
    const expected = (some: readonly Row[]) => {
      const then = some.filter((each) => holds(each, asOf)).length
      return {
        ...{ all: { totalCount: some.length }, asOf: { totalCount: then }, on: { totalCount: then } },
        off: { totalCount: some.length - then },
      }
    }
    const allLists = z.object({ mine: lists, buyer: lists, supplier: lists })
    const answer = allLists.parse(
      await given.api.data(`{
        mine: establishment(id: "establishment:lkab") { ${fields('suppliers')} }
        buyer: node(id: "firm:bdx") { ... on Firm { ${fields('suppliers')} } }
        supplier: node(id: "firm:bdx") { ... on Firm { ${fields('suppliesTo')} } } }`),
    )
    expect(answer).toEqual({
      mine: expected(rows.filter(({ buyer }) => buyer === 'establishment:lkab')),
      buyer: expected(rows.filter(({ buyer }) => buyer === 'firm:bdx')),
      supplier: expected(rows.filter(({ supplier }) => supplier === 'firm:bdx')),
    })
    // The day goes down to what is asked of those who are found.
    const below = z.object({
      establishment: z.object({
        suppliers: z.object({ nodes: z.array(z.object({ id: z.string(), suppliers: page })) }),
      }),
    })
    const { nodes } = below.parse(
      await given.api.data(`{ establishment(id: "establishment:lkab") { suppliers(asOf: "${asOf}", first: 100) {
        nodes { id suppliers(holding: true) { totalCount } } } } }`),
    ).establishment.suppliers
    for (const { id, suppliers } of nodes) {
      expect(suppliers.totalCount, id).toBe(rows.filter((each) => each.buyer === id && holds(each, asOf)).length)
    }
  })

  it('tell what each supply is, what it is worth and on which page that stands', async () => {
    const edges = z.object({
      establishment: z.object({
        suppliers: z.object({
          edges: z.array(
            z.object({
              node: z.object({ id: z.string() }),
              ...{ category: z.object({ id: z.string() }), phase: z.string().nullable() },
              ...{ supplyStatus: z.string().nullable(), what: z.string().nullable() },
              ...{ value: z.number().nullable(), currency: z.string().nullable() },
              provenance: z.object({
                source: z.object({ id: z.string(), url: z.string().nullable() }),
                locator: z.string(),
              }),
            }),
          ),
        }),
      }),
    })
    const found = edges.parse(
      await given.api.data(`{ establishment(id: "establishment:lkab") { suppliers(first: 200) { edges {
        node { id } category { id } phase supplyStatus what value currency provenance { source { id url } locator } } } } }`),
    ).establishment.suppliers.edges
    const told = found.map(({ node, category, phase, supplyStatus, what, value, currency, provenance }) =>
      [node.id, category.id, phase ?? '', supplyStatus ?? '', what, value ?? '', currency ?? '']
        .concat(provenance.source.id, provenance.locator)
        .join(' | '),
    )
    const stated = rows
      .filter(({ buyer }) => buyer === 'establishment:lkab')
      .map((each) => {
        const currency = each.value === '' ? '' : each.currency || 'SEK'
        return [each.supplier, each.category, each.phase, each.supplyStatus, each.whatSv, each.value, currency]
          .concat(each.source, each.locator)
          .join(' | ')
      })
    expect(told.toSorted()).toEqual(stated.toSorted())
    for (const { provenance } of found) expect(provenance.source.url).toMatch(/^https:\/\//)
  })

  it('several contracts between the same two are several links with ids of their own, and one step of a path', async () => {
    const between = rows.filter(({ supplier, buyer }) => supplier === 'firm:bdx' && buyer === 'establishment:lkab')
    expect(between.length).toBeGreaterThan(1)
    const answer = z.object({
      neighbourhood: z.object({ edges: z.array(z.object({ id: z.string() })), leftOutByDay: z.number() }),
      paths: z.array(z.object({ length: z.number(), edges: z.array(z.object({ id: z.string() })) })),
    })
    const asOf = '2022-12-31'
    const { neighbourhood, paths } = answer.parse(
      await given.api.data(`{
        neighbourhood(of: ["firm:bdx", "establishment:lkab"], depth: 1, limit: 1, kinds: [FIRM], edgeKinds: [SUPPLIES], asOf: "${asOf}") {
          edges { id } leftOutByDay }
        paths(from: "firm:bdx", to: "establishment:lkab", maxLength: 1, asOf: "${asOf}") { length edges { id } } }`),
    )
    const holding = between.filter((each) => holds(each, asOf))
    const ids = holding.map(({ category, phase, validFrom, source }) =>
      ['SUPPLIES|firm:bdx|establishment:lkab', `${category} ${phase} ${firstDay(validFrom)} ${source}`].join('|'),
    )
    const own = neighbourhood.edges.filter(({ id }) => id.startsWith('SUPPLIES|firm:bdx|establishment:lkab|'))
    expect(own.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    expect(paths).toEqual([{ length: 1, edges: [{ id: ids.toSorted()[0] }] }])
  })

  it('stand beside those who could supply: who does today, and with which supply', async () => {
    const asOf = '2026-11-30'
    const matches = z.object({
      supplierMatches: z.object({
        nodes: z.array(
          z.object({
            ...{ firm: z.object({ id: z.string() }), category: z.object({ id: z.string() }), basis: z.string() },
            supplies: z
              .object({
                totalCount: z.number(),
                edges: z.array(z.object({ what: z.string(), provenance: z.object({ locator: z.string() }) })),
              })
              .nullable(),
          }),
        ),
      }),
    })
    for (const phase of [null, 'OPERATION']) {
      const { nodes } = matches.parse(
        await given.api.data(
          `query ($phase: PhaseKind) { supplierMatches(establishment: "establishment:lkab", phase: $phase, first: 200, asOf: "${asOf}") {
            nodes { firm { id } category { id } basis supplies { totalCount edges { what provenance { locator } } } } } }`,
          { phase },
        ),
      ).supplierMatches
      expect(nodes.some(({ basis }) => basis === 'EXISTING')).toBe(true)
      for (const { firm, category, basis, supplies } of nodes) {
        const known = rows.filter(
          (each) =>
            each.supplier === firm.id &&
            each.buyer === 'establishment:lkab' &&
            each.category === category.id &&
            (phase === null || each.phase === '' || each.phase === phase) &&
            holds(each, asOf),
        )
        expect(basis === 'EXISTING', `${firm.id} ${category.id}`).toBe(known.length > 0)
        expect(supplies?.edges.map(({ what }) => what).toSorted() ?? []).toEqual(
          known.map(({ whatSv }) => whatSv).toSorted(),
        )
      }
    }
  })
})
