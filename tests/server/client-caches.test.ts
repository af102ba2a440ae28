import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { Client, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { buildSchema, introspectionFromSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openSeededApp, type SeededApp } from './seeded-app.js'

let seeded: SeededApp
let address: string

beforeAll(async () => {
  seeded = await openSeededApp()
  address = await seeded.app.listen({ host: '127.0.0.1', port: 0 })
}, 120_000)
afterAll(() => seeded.close())

const network = `query Network($of: ID!, $edgeKinds: [EdgeKind!]) {
  neighbourhood(of: [$of], depth: 1, edgeKinds: $edgeKinds, asOf: "2022-06-30") {
    nodes { id degree tier label entity { id name provenance { locator } } }
    edges { id source target }
  }
}`
const source = `query Source($id: ID!) { node(id: $id) { id ... on Entity { name provenance { source { id } } } } }`
/** Two networks that both show Skellefteå: as what the first begins at, and as where the second's venture lies. */
const asked = [{ of: 'municipality:2482' }, { of: 'establishment:northvolt', edgeKinds: ['LOCATED_IN'] }]

const answered = z.object({
  neighbourhood: z.object({
    nodes: z.array(z.looseObject({ id: z.string(), degree: z.number(), tier: z.number() })),
    edges: z.array(z.looseObject({ id: z.string() })),
  }),
})
const rules = z.object({
  typePolicies: z.record(z.string(), z.object({ keyFields: z.literal(false), merge: z.literal(true) })),
  embedded: z.array(z.string()),
})

async function served<Shape>(path: string, shape: z.ZodType<Shape>): Promise<Shape> {
  return shape.parse(await (await fetch(`${address}${path}`)).json())
}

const possibleTypes = z.record(z.string(), z.array(z.string()))

/** What the server says, past any cache. */
async function truth(variables: object) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: network, variables }),
  })
  return answered.parse(z.object({ data: z.unknown() }).parse(await response.json()).data)
}

const places = (data: unknown) =>
  answered.parse(data).neighbourhood.nodes.map(({ id, degree, tier }) => ({ id, degree, tier }))
const edges = (data: unknown) => answered.parse(data).neighbourhood.edges.map(({ id }) => id)

async function expectKept(readAgain: (variables: (typeof asked)[number]) => unknown) {
  const shared = await Promise.all(asked.map(truth))
  const ids = shared.map((data) => data.neighbourhood.nodes.map(({ id }) => id))
  expect(ids[0]?.filter((id) => ids[1]?.includes(id)).length).toBeGreaterThan(0)
  for (const [index, variables] of asked.entries()) {
    const kept = await readAgain(variables)
    expect(places(kept)).toEqual(places(shared[index]))
    expect(edges(kept)).toEqual(edges(shared[index]))
  }
}

describe('a client’s cache', () => {
  it('of Apollo Client keeps a node’s degree and tier in each network', async () => {
    const { typePolicies } = await served('/type-policies.json', rules)
    const cache = new InMemoryCache({
      typePolicies,
      possibleTypes: await served('/possible-types.json', possibleTypes),
    })
    const client = new ApolloClient({ cache, link: new HttpLink({ uri: `${address}/graphql` }) })
    for (const variables of asked) await client.query({ query: gql(network), variables })
    await client.query({ query: gql(source), variables: { id: asked[0]?.of } })
    await expectKept((variables) => client.readQuery({ query: gql(network), variables }))
    client.stop()
  })

  it('of Apollo Client without the rules does not, which is what they are for', async () => {
    const client = new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri: `${address}/graphql` }) })
    for (const variables of asked) await client.query({ query: gql(network), variables })
    await expect(expectKept((variables) => client.readQuery({ query: gql(network), variables }))).rejects.toThrow()
    client.stop()
  })

  it('of urql keeps a node’s degree and tier in each network, asked by GET as it does by default', async () => {
    const { embedded } = await served('/type-policies.json', rules)
    const schema = introspectionFromSchema(buildSchema(await (await fetch(`${address}/schema.graphql`)).text()))
    const keys = Object.fromEntries(embedded.map((type) => [type, () => null]))
    const methods: string[] = []
    const client = new Client({
      url: `${address}/graphql`,
      preferGetMethod: 'within-url-limit',
      fetch: (input, init) => {
        methods.push(init?.method ?? 'GET')
        return fetch(input, init)
      },
      exchanges: [cacheExchange({ schema, keys }), fetchExchange],
    })
    for (const variables of asked) {
      const { error } = await client.query(network, variables).toPromise()
      expect(error).toBeUndefined()
    }
    await client.query(source, { id: asked[0]?.of }).toPromise()
    expect(methods).toEqual(['GET', 'GET', 'GET'])
    await expectKept((variables) => client.readQuery(network, variables)?.data)
  })
})
