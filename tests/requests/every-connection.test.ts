import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Graph } from '../../src/graph/graph.js'
import { createSchema } from '../../src/server/schema.js'
import { type Api, localSettings, openApi } from '../contract/api.js'
import { openSeededGraph } from '../seed/seeded-graph.js'

const schema = createSchema()

/** What fields of the root cannot be asked without. */
const needed: Readonly<Record<string, string>> = {
  search: 'text: "luleå"',
  supportFor: 'profile: { municipality: "municipality:2580" }',
  supplierMatches: 'establishment: "establishment:lkab"',
  supplierFirms: 'establishment: "establishment:lkab"',
  entities: 'kind: COUNTY',
  toConfirm: 'actor: "actor:norrlandsfonden"',
  history: 'of: "initiative:top-loans"',
  likelyDoubles: 'kind: SUPPORT_ACTOR',
  relations: 'of: "establishment:lkab", kind: LOCATED_IN, direction: OUT',
}

const isPaged = ({ args }: GraphQLField<unknown, unknown>): boolean => args.some(({ name }) => name === 'after')
const pagedOf = (type: GraphQLObjectType) => Object.values(type.getFields()).filter(isPaged)

/** What a connection may be asked for without its rows. */
const bare = (type: GraphQLNamedType): string[] =>
  isObjectType(type) && 'totalCount' in type.getFields() ? ['totalCount', '__typename'] : ['__typename']

const entityTypes = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Entity'),
)

let graph: Graph
let api: Api
beforeAll(async () => {
  graph = await openSeededGraph()
  // Some lists are for an ADMIN alone.
  api = await openApi(graph, { ...localSettings, token: 'of an admin' })
}, 60_000)
afterAll(async () => {
  await api.close()
  await graph.close()
})

const wrong = [
  ['after', 'after: "x"'],
  ['after', 'after: ""'],
  ['first', 'first: 0'],
  ['first', 'first: 201'],
] as const

async function refuses(
  around: (connection: string) => string,
  field: GraphQLField<unknown, unknown>,
  required?: string,
): Promise<void> {
  for (const [argument, given] of wrong) {
    for (const selected of bare(getNamedType(field.type))) {
      const args = [given, required].filter((each) => each !== undefined)
      const question = around(`${field.name}(${args.join(', ')}) { ${selected} }`)
      const { errors } = await api.ask(question)
      expect([question, errors?.[0]?.extensions]).toEqual([question, { code: 'BAD_USER_INPUT', argument }])
    }
  }
}

it.each(pagedOf(schema.getQueryType() ?? expect.fail()).map((field) => [field.name, field] as const))(
  'the root’s %s takes no wrong page, whatever is asked of it',
  async (name, field) => {
    const required = field.args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
    expect(required.length > 0).toBe(name in needed)
    await refuses((connection) => `{ ${connection} }`, field, needed[name])
  },
)

it('no entity’s connection does either', async () => {
  const ids = await anIdOfEachType()
  let tried = 0
  for (const type of entityTypes) {
    const id = ids.get(type.name)
    if (id === undefined) continue
    for (const field of pagedOf(type)) {
      await refuses((connection) => `{ node(id: "${id}") { ... on ${type.name} { ${connection} } } }`, field)
      tried += 1
    }
  }
  expect(tried).toBeGreaterThan(30)
})

async function anIdOfEachType(): Promise<Map<string, string>> {
  const kinds = schema.getType('EntityKind')
  const ids = new Map<string, string>()
  const values = kinds && 'getValues' in kinds ? kinds.getValues() : []
  for (const { name } of values) {
    const data = await api.data(`{ entities(kind: ${name}, first: 1) { nodes { __typename id } } }`)
    const [, type, id] = /"__typename":"(\w+)","id":"([^"]+)"/.exec(JSON.stringify(data)) ?? []
    if (type !== undefined && id !== undefined) ids.set(type, id)
  }
  return ids
}
