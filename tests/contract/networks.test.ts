import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphElements } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { nodeKinds, nodeLabels, relationshipTypes } from '../../src/graph/vocabulary.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { Random } from '../differential/random.js'
import { region } from '../differential/region.js'
import { wipe } from '../differential/seeds.js'
import { day } from '../differential/values.js'
import { brute, modularityOf } from '../network/measures.js'
import { type Asked, NetworkModel } from '../network/model.js'
import { type Api, openApi } from './api.js'
import { describeOnEachEngine } from './engines.js'

const allKinds = nodeLabels.map((label) => nodeKinds[label].entityKind)

const selection = `nodes { id label kind degree tier } edges { id source target kind } truncated hidden { node { id } kind count } leftOutByDay warnings { code }`
const neighbourhood = `query ($of: [ID!]!, $depth: Int!, $kinds: [EntityKind!], $edgeKinds: [EdgeKind!], $limit: Int, $asOf: Date, $withoutKinds: [EntityKind!], $without: [ID!]) {
  neighbourhood(of: $of, depth: $depth, kinds: $kinds, edgeKinds: $edgeKinds, limit: $limit, asOf: $asOf, withoutKinds: $withoutKinds, without: $without) { ${selection} } }`
const nodeFacts =
  'id organisationNumber sizeClass employees turnover jobs population municipality latitude longitude synthetic'
const edgeFacts = [
  'phase supplyStatus what value currency valueText datesText status saidBy rank since until jobs indirect induced year county run table flow coefficient output',
  'employed employees turnover sizeClass asOf statedIn locator',
].flatMap((line) => line.split(' '))
const facts = (ofEdges: readonly string[]) => `
  query ($of: [ID!]!, $depth: Int!, $kinds: [EntityKind!], $edgeKinds: [EdgeKind!], $limit: Int, $asOf: Date, $withoutKinds: [EntityKind!], $without: [ID!]) {
  neighbourhood(of: $of, depth: $depth, kinds: $kinds, edgeKinds: $edgeKinds, limit: $limit, asOf: $asOf, withoutKinds: $withoutKinds, without: $without) {
    nodes { ${nodeFacts} } edges { ${ofEdges.join(' ')} } } }`
const told = z.object({
  neighbourhood: z.object({
    nodes: z.array(z.looseObject({ id: z.string() })),
    edges: z.array(z.looseObject({ id: z.string() })),
  }),
})
const only = (names: readonly string[], values: object) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)))
const supplyChain = `query ($of: ID!, $direction: ChainDirection!, $depth: Int!, $limit: Int, $asOf: Date) {
  supplyChain(of: $of, direction: $direction, depth: $depth, limit: $limit, asOf: $asOf) { ${selection} } }`
const paths = `query ($from: ID!, $to: ID!, $maxLength: Int, $limit: Int, $asOf: Date, $withoutKinds: [EntityKind!], $without: [ID!]) {
  paths(from: $from, to: $to, maxLength: $maxLength, limit: $limit, asOf: $asOf, withoutKinds: $withoutKinds, without: $without) { length nodes { id } edges { id } } }`
const metrics = `query ($of: [ID!]!, $depth: Int!, $kinds: [EntityKind!], $edgeKinds: [EdgeKind!], $limit: Int, $asOf: Date, $withoutKinds: [EntityKind!], $without: [ID!]) {
  networkMetrics(of: $of, depth: $depth, kinds: $kinds, edgeKinds: $edgeKinds, limit: $limit, asOf: $asOf, withoutKinds: $withoutKinds, without: $without) {
    nodeCount linkCount truncated modularity nodes { node { id } degree betweenness community } } }`
const measures = z.object({
  networkMetrics: z.object({
    ...{ nodeCount: z.number(), linkCount: z.number(), truncated: z.boolean(), modularity: z.number() },
    nodes: z.array(
      z.object({
        node: z.object({ id: z.string() }),
        ...{ degree: z.number(), betweenness: z.number(), community: z.number() },
      }),
    ),
  }),
})
const foundPaths = z.object({
  paths: z.array(
    z.object({
      length: z.number(),
      nodes: z.array(z.object({ id: z.string() })),
      edges: z.array(z.object({ id: z.string() })),
    }),
  ),
})

/** A random region, with supply chains long enough to be followed. */
function regionWithChains(random: Random): GraphElements {
  const { nodes, relationships } = region(random)
  const firms = nodes.filter(({ label }) => label === 'Firm').map(({ id }) => id)
  const buyers = [...firms, ...nodes.filter(({ label }) => label === 'Establishment').map(({ id }) => id)]
  const [sample] = relationships
  if (!sample) return { nodes, relationships }
  const supplies = Array.from({ length: 15 }, (_, number) => ({
    type: 'SUPPLIES' as const,
    from: random.pick(firms),
    to: random.pick(buyers),
    key: `more ${number}`,
    provenance: sample.provenance,
    properties: random.chance(0.3) ? { since: day(random), until: day(random) } : {},
  }))
  return { nodes, relationships: [...relationships, ...supplies] }
}

function someNeighbourhood(random: Random, model: NetworkModel): Asked {
  const ids = model.nodes.map(({ id }) => id)
  return {
    starts: [...new Set([random.pick(ids), ...random.some(ids, 2)])],
    depth: random.whole(0, 4),
    limit: random.pick([1, 3, 10, 30, 100, 2_000]),
    asOf: day(random),
    direction: 'EITHER',
    kinds: random.chance(0.4) ? random.list(random.whole(1, 12), () => random.pick(allKinds)) : null,
    edgeKinds: random.chance(0.4) ? random.list(random.whole(1, 15), () => random.pick(relationshipTypes)) : null,
    withoutKinds: [],
    without: random.chance(0.3) ? random.some(ids, 4) : [],
  }
}

/** The same without some kinds, as long as any is left. */
function withFewerKinds(random: Random, asked: Asked): Asked {
  const withoutKinds = random.chance(0.3) ? random.list(random.whole(1, 4), () => random.pick(allKinds)) : []
  const isLeft = !asked.kinds || asked.kinds.some((kind) => !withoutKinds.some((each) => each === kind))
  return isLeft ? { ...asked, withoutKinds } : asked
}

const numbers = (seeds: number) => Array.from({ length: seeds }, (_, index) => index + 1)

describeOnEachEngine('networks of random regions', (open, engine) => {
  const seeds = Number(process.env.NETWORK_SEEDS ?? (engine === 'embedded' ? 100 : 10))
  let graph: Graph
  let api: Api

  beforeAll(async () => {
    graph = await open()
    api = await openApi(graph)
  })
  afterAll(async () => {
    await api.close()
    await graph.close()
  })

  async function fill(random: Random): Promise<NetworkModel> {
    const elements = regionWithChains(random)
    await graph.transaction(async (transaction) => {
      await transaction.write(wipe, {})
      await writeElements(transaction, elements)
    })
    return new NetworkModel(elements)
  }

  describe.each(numbers(seeds))('seed %i', (seed) => {
    it('are those that a model of loops finds', async () => {
      const random = new Random(seed)
      const model = await fill(random)
      const ids = model.nodes.map(({ id }) => id)
      for (let round = 0; round < 3; round += 1) {
        const asked = withFewerKinds(random, someNeighbourhood(random, model))
        const { starts, direction: _, ...rest } = asked
        const answer = await api.data(neighbourhood, { of: starts, ...rest })
        expect(answer, JSON.stringify(asked)).toEqual({ neighbourhood: model.network(asked) })

        const wanted = ['id', ...(random.chance(0.5) ? edgeFacts : random.some(edgeFacts, 3))]
        const { nodes, edges } = told.parse(await api.data(facts(wanted), { of: starts, ...rest })).neighbourhood
        expect(nodes).toEqual(model.network(asked).nodes.map(({ id }) => model.facts.node(id, asked.asOf)))
        expect(edges).toEqual(model.network(asked).edges.map(({ id }) => only(wanted, model.facts.edge(id))))

        await compareMetrics(model, { ...asked, limit: random.whole(1, 5) })

        const direction = random.pick(['UPSTREAM', 'DOWNSTREAM'])
        const chain: Asked = {
          ...asked,
          starts: [random.pick(ids.filter((id) => /^(?:firm|establishment):/.test(id)))],
          depth: random.whole(1, 6),
          direction: direction === 'UPSTREAM' ? 'IN' : 'OUT',
          kinds: ['FIRM', 'ESTABLISHMENT'],
          edgeKinds: ['SUPPLIES'],
          withoutKinds: [],
          without: [],
        }
        const { depth, limit, asOf } = chain
        const followed = await api.data(supplyChain, { of: chain.starts[0], direction, depth, limit, asOf })
        expect(followed, JSON.stringify(chain)).toEqual({ supplyChain: model.network(chain) })

        await comparePaths(model, random, [random.pick(ids), random.pick(ids)])
      }
    })
  })

  async function compareMetrics(model: NetworkModel, asked: Asked) {
    const { starts, direction: _, ...rest } = asked
    const answer = measures.parse(await api.data(metrics, { of: starts, ...rest })).networkMetrics
    const { nodes, edges, truncated } = model.network(asked)
    const ids = nodes.map(({ id }) => id)
    const pairs = edges.map(({ source, target }): [number, number] => [ids.indexOf(source), ids.indexOf(target)])
    const { links, degrees, betweenness } = brute(ids.length, pairs)
    expect(answer, JSON.stringify(asked)).toMatchObject({
      ...{ nodeCount: ids.length, linkCount: links.length, truncated },
      nodes: ids.map((id, number) => ({
        ...{
          node: { id },
          degree: degrees[number],
          betweenness: expect.closeTo(betweenness[number] ?? Number.NaN, 12),
        },
      })),
    })
    const communities = answer.nodes.map(({ community }) => community)
    expect(answer.modularity).toBeCloseTo(modularityOf(links, communities), 12)
  }

  async function comparePaths(model: NetworkModel, random: Random, [from, to]: readonly [string, string]) {
    const passing = {
      asOf: day(random),
      withoutKinds: random.chance(0.3) ? random.list(2, () => random.pick(allKinds)) : [],
      without: random.chance(0.3)
        ? random.some(
            model.nodes.map(({ id }) => id),
            4,
          )
        : [],
    }
    const { asOf } = passing
    const maxLength = random.whole(1, 4)
    const limit = random.pick([1, 5, 2_000])
    const expected = model.paths(from, to, maxLength, passing).slice(0, limit)
    const found = foundPaths.parse(await api.data(paths, { from, to, maxLength, limit, ...passing })).paths
    expect(
      found.map(({ nodes }) => nodes.map(({ id }) => id)),
      `${from} ${to} ${maxLength}`,
    ).toEqual(expected)
    for (const { length, nodes, edges } of found) {
      expect(length).toBe(nodes.length - 1)
      const firsts = nodes.slice(1).map(({ id }, index) => model.joining(String(nodes[index]?.id), id, asOf)[0])
      expect(edges.map(({ id }) => id)).toEqual(firsts)
    }
  }
})

describeOnEachEngine('a municipality of 11 000 firms', (open) => {
  const firms = 11_000
  let graph: Graph
  let api: Api

  beforeAll(async () => {
    graph = await open()
    const provenance = { source: 'source:test', locator: 'by hand', recordedAt: '2024-01-01T00:00:00Z' }
    const ids = Array.from({ length: firms }, (_, number) => `firm:demo-${String(number).padStart(6, '0')}`)
    const toPlace = { type: 'LOCATED_IN' as const, to: 'municipality:2580', key: '', provenance, properties: {} }
    const toBuyer = { type: 'SUPPLIES' as const, to: 'establishment:buyer', key: '', provenance, properties: {} }
    await graph.transaction((transaction) =>
      writeElements(transaction, {
        nodes: [
          { label: 'Municipality', id: 'municipality:2580', provenance, properties: { nameSv: 'Luleå' } },
          { label: 'Establishment', id: 'establishment:buyer', provenance, properties: { nameSv: 'Köpare' } },
          ...ids.map((id) => ({ label: 'Firm' as const, id, provenance, properties: { nameSv: `Firma ${id}` } })),
        ],
        relationships: ids.flatMap((from) => [
          { ...toPlace, from },
          { ...toBuyer, from },
        ]),
      }),
    )
    api = await openApi(graph)
  })
  afterAll(async () => {
    await api.close()
    await graph.close()
  })

  it('is counted whole, and its first neighbours are shown', async () => {
    const shown = Array.from({ length: 3 }, (_, number) => ({ id: `firm:demo-00000${number}` }))
    const counted = 'nodes { id } truncated hidden { node { degree } kind count }'
    const hidden = [{ node: { degree: firms }, kind: 'FIRM', count: firms - 3 }]
    expect(
      await api.data(`{
        neighbourhood(of: ["municipality:2580"], depth: 1, limit: 3) { ${counted} }
        supplyChain(of: "establishment:buyer", direction: UPSTREAM, depth: 2, limit: 3) { ${counted} } }`),
    ).toEqual({
      neighbourhood: { nodes: [{ id: 'municipality:2580' }, ...shown], truncated: true, hidden },
      supplyChain: { nodes: [{ id: 'establishment:buyer' }, ...shown], truncated: true, hidden },
    })
  })

  it('is a step between two of its firms, and its firms too many for a search', async () => {
    const ends = 'from: "firm:demo-000001", to: "firm:demo-000002"'
    expect(await api.data(`{ paths(${ends}, maxLength: 3) { nodes { id } } }`)).toEqual({
      paths: ['establishment:buyer', 'municipality:2580'].map((id) => ({
        nodes: [{ id: 'firm:demo-000001' }, { id }, { id: 'firm:demo-000002' }],
      })),
    })
    const { errors } = await api.ask(`{ paths(${ends}, maxLength: 6) { length } }`)
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'SEARCH_TOO_LARGE', bound: 20_000 }])
  })
})
