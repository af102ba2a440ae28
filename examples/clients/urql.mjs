// Two networks that both show Skellefteå, kept apart in urql's cache: node examples/clients/urql.mjs [http://127.0.0.1:4000]
import { Client, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { buildSchema, introspectionFromSchema } from 'graphql'

const server = process.argv[2] ?? 'http://127.0.0.1:4000'
const read = async (path) => (await fetch(`${server}${path}`)).text()

const { embedded } = JSON.parse(await read('/type-policies.json'))
const client = new Client({
  url: `${server}/graphql`,
  preferGetMethod: 'within-url-limit',
  exchanges: [
    cacheExchange({
      schema: introspectionFromSchema(buildSchema(await read('/schema.graphql'))),
      keys: Object.fromEntries(embedded.map((type) => [type, () => null])),
    }),
    fetchExchange,
  ],
})

const network = /* GraphQL */ `
  query Network($of: ID!, $edgeKinds: [EdgeKind!]) {
    neighbourhood(of: [$of], depth: 1, edgeKinds: $edgeKinds, asOf: "2022-06-30") {
      nodes { id label kind degree tier latitude longitude }
      edges { id source target kind jobs year }
      truncated
      warnings { code message }
    }
  }`

const asked = [{ of: 'municipality:2482' }, { of: 'establishment:northvolt', edgeKinds: ['LOCATED_IN'] }]
for (const variables of asked) {
  const { error } = await client.query(network, variables).toPromise()
  if (error) throw error
}
for (const variables of asked) {
  const { neighbourhood } = client.readQuery(network, variables).data
  const place = neighbourhood.nodes.find(({ id }) => id === 'municipality:2482')
  console.log(`From ${variables.of}: ${place.label} has degree ${place.degree}, tier ${place.tier}`)
}
