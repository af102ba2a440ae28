// Two networks that both show Skellefteå, kept apart in Apollo's cache: node examples/clients/apollo.mjs [http://127.0.0.1:4000]
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client'

const server = process.argv[2] ?? 'http://127.0.0.1:4000'
const read = async (path) => (await fetch(`${server}${path}`)).json()

const { typePolicies } = await read('/type-policies.json')
const client = new ApolloClient({
  link: new HttpLink({ uri: `${server}/graphql` }),
  cache: new InMemoryCache({ typePolicies, possibleTypes: await read('/possible-types.json') }),
})

const network = gql`
  query Network($of: ID!, $edgeKinds: [EdgeKind!]) {
    neighbourhood(of: [$of], depth: 1, edgeKinds: $edgeKinds, asOf: "2022-06-30") {
      nodes { id label kind degree tier latitude longitude }
      edges { id source target kind jobs year }
      truncated
      warnings { code message }
    }
  }`

const asked = [{ of: 'municipality:2482' }, { of: 'establishment:northvolt', edgeKinds: ['LOCATED_IN'] }]
for (const variables of asked) await client.query({ query: network, variables })
for (const variables of asked) {
  const { neighbourhood } = client.readQuery({ query: network, variables })
  const place = neighbourhood.nodes.find(({ id }) => id === 'municipality:2482')
  console.log(`From ${variables.of}: ${place.label} has degree ${place.degree}, tier ${place.tier}`)
}
