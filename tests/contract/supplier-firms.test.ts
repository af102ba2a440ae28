import { graphql } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { createSchema } from '../../src/server/schema.js'
import { Random } from '../differential/random.js'
import { requestContext } from '../server/request-context.js'
import { modelSupplierFirms, type SoughtSuppliers, supplierOrders } from '../supply/supplier-model.js'
import {
  categories,
  elementsOf,
  hasSite,
  measuredBetween,
  municipalities,
  requirements,
  venture,
  worldDay,
  worldOf,
} from '../supply/world.js'
import { describeOnEachEngine } from './engines.js'

/** `npm run test:long` tries more. */
const worlds = { embedded: Number(process.env.WORLDS ?? 120), neo4j: Number(process.env.WORLDS ?? 25) }
/** More suppliers of a venture than are kept: the database then filters, orders and counts. */
const CROWD = 501

const wipe = query<Record<never, never>>()(
  'take all away before the next world',
  z.object({ count: z.number() }),
  'MATCH (node:Entity) DETACH DELETE node RETURN count(*) AS count',
)

const id = z.object({ id: z.string() }).transform((entity) => entity.id)
const ids = z.array(id)
const counted = { firms: z.number() }
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() })
const firm = z.object({
  ...{ firm: id, categories: z.array(z.object({ category: id, basis: z.string() })), employees: z.number().nullable() },
  ...{ sizeClass: z.string(), municipality: id.nullable(), distanceKm: z.number().nullable() },
  ...{ fulfils: ids, missing: z.array(z.object({ requirement: id })), unknown: ids, score: z.number() },
  scoreParts: z.object({ basis: z.number(), requirements: z.number(), distance: z.number() }),
})
const facets = z.object({
  all: z.number(),
  categories: z.array(z.object({ category: id, ...counted })),
  requirements: z.array(
    z.object({ requirement: id, fulfilling: z.number(), lacking: z.number(), notKnown: z.number() }),
  ),
  sizeClasses: z.array(z.object({ sizeClass: z.string(), ...counted })),
  bases: z.array(z.object({ basis: z.string(), ...counted })),
  municipalities: z.array(z.object({ municipality: id.nullable(), ...counted })),
  loosened: z.array(z.object({ without: z.string(), ...counted })),
})
const answers = z.object({
  supplierFirms: z.object({ totalCount: z.number(), facets, nodes: z.array(firm), pageInfo }),
  supplierMatches: z.object({
    totalCount: z.number(),
    nodes: z.array(z.object({ firm: id, category: id, basis: z.string(), score: z.number() })),
    pageInfo,
  }),
})

const asked = `establishment: "${venture}", phase: $phase, withinKm: $withinKm, distances: $distances, filter: $filter,
  orderBy: $orderBy, first: $first, asOf: $asOf`
const source = `query ($phase: PhaseKind, $withinKm: Float, $distances: DistanceBetween, $filter: SupplierFilter, $orderBy: SupplierOrder, $first: Int,
    $after: String, $afterMatch: String, $asOf: Date!) {
  supplierFirms(${asked}, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    facets {
      all
      categories { category { id } firms }
      requirements { requirement { id } fulfilling lacking notKnown }
      sizeClasses { sizeClass firms }
      bases { basis firms }
      municipalities { municipality { id } firms }
      loosened { without firms }
    }
    nodes {
      firm { id } categories { category { id } basis } employees sizeClass municipality { id } distanceKm
      fulfils { id } missing { requirement { id } } unknown { id } score scoreParts { basis requirements distance }
    }
  }
  supplierMatches(${asked}, after: $afterMatch) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { firm { id } category { id } basis score }
  }
}`

/** Numbers to a metre and a thousandth: another formula of distance and sums in another order compare as equal. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, each) => (typeof each === 'number' ? Math.round(each * 1e3) / 1e3 : each)))

function questionOf(random: Random, isPlaced: boolean): SoughtSuppliers {
  const filter = {
    ...(random.chance(0.3) ? { categories: random.some(categories, random.whole(1, 2)) } : {}),
    ...(random.chance(0.3) ? { fulfils: random.some(requirements, random.whole(1, 2)) } : {}),
    ...(random.chance(0.2) ? { mayFulfil: random.some(requirements, random.whole(1, 2)) } : {}),
    ...(random.chance(0.3) ? { sizeClasses: random.some(['SMALL', 'MEDIUM', 'LARGE', 'UNKNOWN'], 2) } : {}),
    ...(random.chance(0.2) ? { minEmployees: random.whole(0, 15) } : {}),
    ...(random.chance(0.2) ? { maxEmployees: random.whole(15, 30) } : {}),
    ...(random.chance(0.2) ? { bases: random.some(['EXISTING', 'DECLARED', 'BY_SECTOR'], random.whole(1, 2)) } : {}),
    ...(random.chance(0.2) ? { municipalities: random.some(municipalities, random.whole(1, 2)) } : {}),
    ...(random.chance(0.3) ? { text: random.pick(['B', 'å b', 'c24', 'Category B', 'sector', 'zz']) } : {}),
  }
  const given = Object.fromEntries(
    Object.entries(filter).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  )
  return {
    phase: random.pick([null, 'OPERATION', 'CONSTRUCTION']),
    withinKm: isPlaced ? random.pick([null, 100, 300]) : null,
    orderBy: random.pick(supplierOrders),
    filter: given,
  }
}

describeOnEachEngine('firms that could supply in small random graphs', (open, engine) => {
  let graph: Graph
  const schema = createSchema()

  beforeAll(async () => {
    graph = await open()
  }, 180_000)
  afterAll(() => graph.close())

  async function ask(variables: Record<string, unknown>) {
    const contextValue = requestContext(graph, worldDay)
    const answer = await graphql({ schema, source, variableValues: { asOf: worldDay, ...variables }, contextValue })
    if (answer.errors) throw new Error(answer.errors.map(({ message }) => message).join('\n'))
    return answers.parse(answer.data)
  }

  async function fill(seed: number, crowd: number) {
    const world = worldOf(seed)
    const elements = elementsOf(world)
    const provenance = { source: 'source:test', locator: 'a test', recordedAt: '2024-01-01T00:00:00.000Z' }
    const others = Array.from({ length: crowd }, (_, number) => `firm:crowd-${number}`)
    await graph.transaction(async (transaction) => {
      await transaction.write(wipe, {})
      await writeElements(transaction, {
        nodes: [
          ...elements.nodes,
          ...others.map((firm) => ({ label: 'Firm' as const, id: firm, provenance, properties: { nameSv: firm } })),
        ],
        relationships: [
          ...elements.relationships,
          ...others.map((from) => ({
            ...{ type: 'SUPPLIES' as const, from, to: venture, key: 'crowd', provenance },
            properties: { category: 'category:none' },
          })),
        ],
      })
    })
    return world
  }

  async function compare(seed: number, crowd: number): Promise<number> {
    const filled = await fill(seed, crowd)
    const random = new Random(seed + 1_000_000)
    const between = new Random(seed + 2_000_000)
    let found = 0
    for (let tried = 0; tried < 3; tried += 1) {
      const distances = between.pick(['MAIN_TOWNS', 'MAIN_TOWNS', 'MIDPOINTS'])
      const world = measuredBetween(filled, distances)
      const question = { ...questionOf(random, hasSite(world)), distances }
      const { firms, rows, facets: expected } = modelSupplierFirms(world, question)
      const { supplierFirms, supplierMatches } = await ask({ ...question, first: 200 })
      const told = supplierFirms.nodes.map(({ missing, scoreParts, ...node }) => {
        const { basis, requirements: share, distance } = scoreParts
        expect(basis + share + distance).toBeCloseTo(node.score, 9)
        return { ...node, missing: missing.map(({ requirement }) => requirement) }
      })
      expect(rounded(told)).toEqual(rounded(firms))
      expect(supplierFirms.totalCount).toBe(firms.length)
      expect(supplierFirms.facets).toEqual(expected)
      expect(rounded(supplierMatches.nodes)).toEqual(rounded(rows))
      expect(supplierMatches.totalCount).toBe(rows.length)

      const paged: string[] = []
      for (let after: string | null = null; ; ) {
        const { supplierFirms: page } = await ask({ ...question, first: 2, after })
        paged.push(...page.nodes.map((node) => node.firm))
        after = page.pageInfo.endCursor
        if (!page.pageInfo.hasNextPage) break
      }
      expect(paged).toEqual(firms.map((node) => node.firm))
      const pagedRows: string[] = []
      for (let afterMatch: string | null = null; ; ) {
        const { supplierMatches: page } = await ask({ ...question, first: 2, afterMatch })
        pagedRows.push(...page.nodes.map((node) => `${node.firm} ${node.category}`))
        afterMatch = page.pageInfo.endCursor
        if (!page.pageInfo.hasNextPage) break
      }
      expect(pagedRows).toEqual(rows.map((node) => `${node.firm} ${node.category}`))
      found += firms.length
    }
    return found
  }

  it.each([
    { of: 'what is kept', crowd: 0, share: 1 },
    { of: 'the database, where they are too many', crowd: CROWD, share: 0.2 },
  ])(
    'answer as loops over arrays do, of $of',
    async ({ crowd, share }) => {
      let found = 0
      const most = Math.ceil(worlds[engine] * share)
      for (let seed = 0; seed < most; seed += 1) {
        try {
          found += await compare(seed, crowd)
        } catch (error) {
          throw new Error(`seed ${seed}`, { cause: error })
        }
      }
      expect(found).toBeGreaterThan(most)
    },
    900_000,
  )

  it.each([
    [{ filter: { categories: [] } }, 'filter.categories'],
    [{ filter: { categories: ['firm:1'] } }, 'filter.categories'],
    [{ filter: { fulfils: ['category:a'] } }, 'filter.fulfils'],
    [{ filter: { municipalities: ['county:25'] } }, 'filter.municipalities'],
    [{ filter: { minEmployees: -1 } }, 'filter.minEmployees'],
    [{ filter: { minEmployees: 9, maxEmployees: 8 } }, 'filter.maxEmployees'],
    [{ filter: { text: '!' } }, 'filter.text'],
    [{ withinKm: -1 }, 'withinKm'],
    [{ first: 201 }, 'first'],
    [{ after: 'nothing' }, 'after'],
  ])('refuse %j, naming %s', async (variables, argument) => {
    await fill(1, 0)
    const contextValue = requestContext(graph, worldDay)
    const given = { asOf: worldDay, first: 5, afterMatch: null, ...variables }
    const { errors } = await graphql({ schema, source, variableValues: given, contextValue })
    expect(errors?.map(({ originalError }) => originalError)).toContainEqual(
      expect.objectContaining({ name: 'BadUserInputError', argument }),
    )
  })

  it('refuse what is not there, and a cursor of another order', async () => {
    await fill(1, 0)
    await expect(ask({ filter: { categories: ['category:none'] } })).rejects.toThrow('There is no category:none')
    await expect(ask({ filter: { fulfils: ['requirement:none'] } })).rejects.toThrow('There is no requirement:none')
    const named = await ask({ first: 1, orderBy: 'NAME_ASC' })
    const after = named.supplierFirms.pageInfo.endCursor
    if (after !== null)
      await expect(ask({ after, orderBy: 'EMPLOYEES_DESC' })).rejects.toThrow('not a cursor of this list')
  })
})
