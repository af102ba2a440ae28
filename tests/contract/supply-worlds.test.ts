import { graphql } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { sortName } from '../../src/graph/sort-name.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { createSchema } from '../../src/server/schema.js'
import { Random } from '../differential/random.js'
import { requestContext } from '../server/request-context.js'
import { type ModelMatch, modelConsortia, modelExposure, modelGaps, modelMatches } from '../supply/model.js'
import {
  categories,
  elementsOf,
  hasSite,
  measuredBetween,
  type SupplyWorld,
  venture,
  worldDay,
  worldOf,
} from '../supply/world.js'
import { describeOnEachEngine } from './engines.js'

/** `npm run test:long` tries more. */
const worlds = { embedded: Number(process.env.WORLDS ?? 300), neo4j: Number(process.env.WORLDS ?? 50) }

const wipe = query<Record<never, never>>()(
  'take all entities away',
  z.object({ count: z.number() }),
  'MATCH (node:Entity) DETACH DELETE node RETURN count(*) AS count',
)

const id = z.object({ id: z.string() }).transform((entity) => entity.id)
const ids = z.array(id)
const match = z.object({
  ...{ firm: id, category: id, basis: z.string(), distanceKm: z.number().nullable(), score: z.number() },
  ...{ fulfils: ids, unknown: ids },
  missing: z.array(z.object({ requirement: id, initiatives: ids })),
})
const countIn = z.object({ firms: z.number() })
const tier = z.object({
  tier: z.number(),
  byMunicipality: z.array(countIn.extend({ municipality: id.nullable() })),
  bySector: z.array(countIn.extend({ sector: id.nullable() })),
  bySizeClass: z.array(countIn.extend({ sizeClass: z.string() })),
})
const answers = z.object({
  supplierMatches: z.object({
    totalCount: z.number(),
    nodes: z.array(match),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
  supplyGaps: z.object({
    nodes: z.array(z.object({ category: id, firms: z.number(), nearestKm: z.number().nullable(), initiatives: ids })),
  }),
  consortia: z.object({
    totalCount: z.number(),
    complete: z.boolean(),
    nodes: z.array(
      z.object({ firms: ids, covers: ids, employees: z.number(), spanKm: z.number(), missing: ids, score: z.number() }),
    ),
  }),
  chainExposure: z.object({
    firms: z.number(),
    truncated: z.boolean(),
    tiers: z.array(tier),
    soleSuppliers: z.object({ nodes: z.array(z.object({ firm: id, category: id, buyer: id })) }),
    carriers: z.object({ nodes: z.array(z.object({ firm: id, firms: z.number() })) }),
  }),
})

const source = `query ($phase: PhaseKind, $withinKm: Float, $first: Int, $after: String, $fewerThan: Int, $wanted: [ID!]!,
    $minEmployees: Int!, $maxFirms: Int!, $distances: DistanceBetween, $of: ID!, $depth: Int!, $asOf: Date!) {
  supplierMatches(establishment: "${venture}", phase: $phase, withinKm: $withinKm, distances: $distances, first: $first,
      after: $after, asOf: $asOf) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { firm { id } category { id } basis distanceKm score fulfils { id } unknown { id }
      missing { requirement { id } initiatives { id } } }
  }
  supplyGaps(establishment: "${venture}", phase: $phase, withinKm: $withinKm, distances: $distances, fewerThan: $fewerThan,
      asOf: $asOf) {
    nodes { category { id } firms nearestKm initiatives { id } }
  }
  consortia(establishment: "${venture}", categories: $wanted, minEmployees: $minEmployees, maxFirms: $maxFirms,
      withinKm: $withinKm, distances: $distances, first: 200, asOf: $asOf) {
    totalCount complete nodes { firms { id } covers { id } employees spanKm missing { id } score }
  }
  chainExposure(of: $of, depth: $depth, asOf: $asOf) {
    firms truncated
    tiers { tier byMunicipality { municipality { id } firms } bySector { sector { id } firms } bySizeClass { sizeClass firms } }
    soleSuppliers(first: 200) { nodes { firm { id } category { id } buyer { id } } }
    carriers(first: 200) { nodes { firm { id } firms } }
  }
}`

/** Numbers to a metre and a thousandth: sums in another order and another formula of distance, which is bad near zero, compare as equal. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, each) => (typeof each === 'number' ? Math.round(each * 1e3) / 1e3 : each)))
const sorted = (values: readonly unknown[]): unknown[] => values.map((each) => JSON.stringify(rounded(each))).toSorted()

describeOnEachEngine('supply in small random graphs', (open, engine) => {
  let graph: Graph
  const schema = createSchema()

  beforeAll(async () => {
    graph = await open()
  }, 180_000)
  afterAll(() => graph.close())

  async function ask(variables: Record<string, unknown>) {
    const contextValue = requestContext(graph, worldDay)
    const answer = await graphql({ schema, source, variableValues: variables, contextValue })
    if (answer.errors) throw new Error(answer.errors.map(({ message }) => message).join('\n'))
    return answers.parse(answer.data)
  }

  async function allMatches(variables: Record<string, unknown>, first: number) {
    const found: z.infer<typeof match>[] = []
    for (let after: string | null = null; ; ) {
      const { supplierMatches } = await ask({ ...variables, first, after })
      found.push(...supplierMatches.nodes)
      after = supplierMatches.pageInfo.endCursor
      if (!supplierMatches.pageInfo.hasNextPage) return found
    }
  }

  async function compareWorld(filled: SupplyWorld, random: Random) {
    const phase = random.pick([null, 'OPERATION', 'CONSTRUCTION'])
    // Left out, it means midpoints.
    const distances = random.pick([null, 'MIDPOINTS', 'MAIN_TOWNS', 'MAIN_TOWNS'])
    const world = measuredBetween(filled, distances ?? 'MIDPOINTS')
    const withinKm = hasSite(world) ? random.pick([null, 100, 300]) : null
    const fewerThan = random.whole(1, 4)
    const wanted = categories.slice(0, random.whole(1, 3))
    const minEmployees = random.whole(1, 60)
    const maxFirms = random.whole(1, 4)
    const of = random.pick([venture, ...world.firms.map((firm) => firm.id)])
    const depth = random.whole(1, 4)
    const numbers = { withinKm, fewerThan, minEmployees, maxFirms, depth }
    const variables = { phase, distances, wanted, of, ...numbers, asOf: worldDay }
    const answer = await ask({ ...variables, first: 200 })

    const matches = modelMatches(world, phase, withinKm)
    const nameOf = new Map(world.firms.map((firm) => [firm.id, sortName(firm.name)]))
    expect(answer.supplierMatches.totalCount).toBe(matches.length)
    expect(sorted(answer.supplierMatches.nodes)).toEqual(sorted(matches.map(withSortedKeys)))
    expect(answer.supplierMatches.nodes).toEqual(answer.supplierMatches.nodes.toSorted(inOrder(nameOf)))
    if (matches.length > 3) expect(await allMatches(variables, 3)).toEqual(answer.supplierMatches.nodes)

    expect(rounded(answer.supplyGaps.nodes)).toEqual(rounded(modelGaps(world, phase, withinKm, fewerThan)))

    const { nodes, totalCount, complete } = answer.consortia
    const groups = modelConsortia(world, wanted, minEmployees, maxFirms, withinKm)
    expect({ totalCount, complete }).toEqual({ totalCount: groups.length, complete: true })
    expect(sorted(nodes.map((node) => ({ ...node, firms: node.firms.toSorted() })))).toEqual(
      sorted(groups.map(({ firms, ...group }) => ({ firms, covers: wanted, ...group }))),
    )
    expect(nodes.map(({ score }) => score)).toEqual(nodes.map(({ score }) => score).toSorted((a, b) => b - a))

    const exposure = modelExposure(world, of, depth)
    const { tiers, soleSuppliers, carriers } = answer.chainExposure
    expect(answer.chainExposure).toMatchObject({ firms: exposure.firms, truncated: false })
    const counts = tiers.flatMap((each) => [
      ...each.byMunicipality.flatMap((row) => times(row.firms, `${each.tier} ${row.municipality}`)),
      ...each.bySector.flatMap((row) => times(row.firms, `${each.tier} ${row.sector}`)),
      ...each.bySizeClass.flatMap((row) => times(row.firms, `${each.tier} ${row.sizeClass}`)),
    ])
    expect(counts.toSorted()).toEqual(exposure.counts.toSorted())
    expect(soleSuppliers.nodes.map(({ firm, category, buyer }) => `${firm} ${category} ${buyer}`).toSorted()).toEqual(
      exposure.sole.toSorted(),
    )
    expect(sorted(carriers.nodes)).toEqual(sorted(exposure.carriers))
    return matches.length + groups.length + exposure.carriers.length
  }

  const times = (count: number, text: string): string[] => Array.from({ length: count }, () => text)

  it('answers as loops over arrays do', async () => {
    let found = 0
    for (let seed = 0; seed < worlds[engine]; seed += 1) {
      const world = worldOf(seed)
      await graph.transaction(async (transaction) => {
        await transaction.write(wipe, {})
        await writeElements(transaction, elementsOf(world))
      })
      try {
        found += await compareWorld(world, new Random(seed + 1_000_000))
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error })
      }
    }
    expect(found).toBeGreaterThan(worlds[engine])
  }, 900_000)
})

/** In the order in which the answer has its keys. */
function withSortedKeys({ firm, category, basis, distanceKm, score, fulfils, unknown, missing }: ModelMatch) {
  return { firm, category, basis, distanceKm, score, fulfils, unknown, missing }
}

const inOrder =
  (nameOf: ReadonlyMap<string, string>) =>
  (left: z.infer<typeof match>, right: z.infer<typeof match>): number => {
    const keys = ({ firm, category }: z.infer<typeof match>) => [nameOf.get(firm) ?? '', firm, category]
    const others = keys(right)
    if (left.score !== right.score) return right.score - left.score
    for (const [index, key] of keys(left).entries()) {
      const other = others[index] ?? ''
      if (key !== other) return key < other ? -1 : 1
    }
    return 0
  }
