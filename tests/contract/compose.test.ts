import { makeExecutableSchema } from '@graphql-tools/schema'
import { graphql } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Composer } from '../../src/graph/compose/composer.js'
import {
  type Catalog,
  connection,
  embedded,
  inLanguage,
  leaf,
  list,
  one,
  property,
} from '../../src/graph/compose/fields.js'
import { readComposedRows } from '../../src/graph/compose/rows.js'
import type { GraphNode, GraphRelationship } from '../../src/graph/elements.js'
import type { Graph, GraphReader } from '../../src/graph/graph.js'
import type { RelationshipType } from '../../src/graph/vocabulary.js'
import { writeElements } from '../../src/graph/write-elements.js'
import type { Lang } from '../../src/language/language.js'
import { describeOnEachEngine } from './engines.js'

const typeDefs = `
  enum Lang { SV EN }
  interface Entity { id: ID! name(lang: Lang): String! provenance: Provenance! }
  type Provenance { source: Source! locator: String! }
  type Source implements Entity { id: ID! name(lang: Lang): String! provenance: Provenance! }
  type County implements Entity { id: ID! name(lang: Lang): String! provenance: Provenance! label: String population: Int }
  type Municipality implements Entity { id: ID! name(lang: Lang): String! provenance: Provenance! label: String county: County }
  union Place = County | Municipality
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  type PlaceEdge { cursor: String! node: Place! since: String provenance: Provenance! }
  type PlaceConnection { totalCount: Int! nodes: [Place!]! edges: [PlaceEdge!]! pageInfo: PageInfo! }
  type SupportActor implements Entity { id: ID! name(lang: Lang): String! provenance: Provenance! serves(first: Int, after: String, asOf: String): PlaceConnection! neighbours: [Entity!]! }
  type SupportActorEdge { cursor: String! node: SupportActor! }
  type SupportActorConnection { totalCount: Int! nodes: [SupportActor!]! edges: [SupportActorEdge!]! pageInfo: PageInfo! }
  type Match { actor: SupportActor! near: [Entity!]! again(asOf: String): Match! }
  type Query { actors(first: Int, after: String, asOf: String): SupportActorConnection! entity(id: ID!): Entity matches(asOf: String): [Match!]! }
`

const entity = {
  id: property('id'),
  name: inLanguage('name'),
  provenance: embedded,
}
const catalog: Catalog = {
  Source: entity,
  Provenance: {
    source: one(({ parent, node }) => ({ match: `MATCH (${node}:Source {id: ${parent}.source})` })),
    locator: property('locator'),
  },
  County: { ...entity, label: leaf((county) => `${county}.nameEn`), population: property('population') },
  Municipality: {
    ...entity,
    label: leaf((municipality) => `${municipality}.id`),
    county: one(({ parent, node }) => ({ match: `MATCH (${parent})-[:IN_COUNTY]->(${node})` })),
  },
  PlaceEdge: { since: property('validFrom'), provenance: embedded },
  SupportActor: {
    ...entity,
    serves: connection(({ parent, node, edge }, { asOf, bind }) => {
      const day = bind(asOf)
      return {
        match: `MATCH (${parent}:SupportActor)-[${edge}:SERVES]->(${node})`,
        where: [`coalesce(${edge}.validFrom, ${day}) <= ${day}`],
      }
    }),
    neighbours: list(({ parent, node }) => ({ match: `MATCH (${parent})-[:SERVES]->(${node})` })),
  },
  SupportActorEdge: {},
}

const provenance = { source: 'source:a', locator: 'page 1', recordedAt: '2026-01-01T00:00:00Z' }
const node = (label: GraphNode['label'], id: string, nameSv: string, nameEn?: string): GraphNode => ({
  label,
  id,
  provenance,
  properties: nameEn === undefined ? { nameSv } : { nameSv, nameEn },
})
const relationship = (type: RelationshipType, from: string, to: string, validFrom?: string): GraphRelationship => ({
  type,
  from,
  to,
  key: validFrom ?? '',
  provenance: { ...provenance, locator: 'page 2' },
  properties: validFrom === undefined ? {} : { validFrom },
})

interface ServesPage {
  edges: [{ cursor: string; since: string | null; node: { id: string } }]
  pageInfo: { hasNextPage: boolean; endCursor: string }
}

describeOnEachEngine('one root field is one statement', (open) => {
  let graph: Graph
  let statements: string[]

  beforeAll(async () => {
    graph = await open()
    await graph.transaction((transaction) =>
      writeElements(transaction, {
        nodes: [
          node('Source', 'source:a', 'Källa'),
          node('County', 'county:1', 'Norrbotten', 'Norrbotten County'),
          node('Municipality', 'municipality:1', 'Älvsbyn'),
          node('Municipality', 'municipality:2', 'Åsele'),
          node('Municipality', 'municipality:3', 'Övertorneå'),
          node('SupportActor', 'actor:1', 'Zonen'),
          node('SupportActor', 'actor:2', 'Åhuset'),
          node('SupportActor', 'actor:3', 'Ärlan'),
        ],
        relationships: [
          relationship('IN_COUNTY', 'municipality:1', 'county:1'),
          relationship('SERVES', 'actor:1', 'county:1'),
          relationship('SERVES', 'actor:1', 'municipality:1', '2020-01-01'),
          relationship('SERVES', 'actor:1', 'municipality:1', '2022-01-01'),
          relationship('SERVES', 'actor:1', 'municipality:2'),
          relationship('SERVES', 'actor:2', 'municipality:3'),
        ],
      }),
    )
  })
  afterAll(() => graph.close())

  async function ask(source: string, variableValues: Record<string, unknown> = {}, lang: Lang = 'SV') {
    statements = []
    const counted: GraphReader = {
      read(query, parameters) {
        statements.push(query.cypher)
        return graph.read(query, parameters)
      },
    }
    const composer = new Composer(counted, catalog, '2026-01-01', { lang, run: '' })
    const schema = makeExecutableSchema({
      typeDefs,
      resolvers: {
        Query: {
          actors: (_, __, ___, info) =>
            composer.connection(info, ({ node: actor }) => ({ match: `MATCH (${actor}:SupportActor)` })),
          entity: (_, { id }, ___, info) => composer.entity(info, id),
          matches: () => [
            { actor: 'actor:1', near: ['municipality:1', 'county:1'] },
            { actor: 'actor:2', near: ['municipality:3'] },
          ],
        },
        Match: {
          actor: (match, _, __, info) => composer.entity(info, match.actor),
          near: (match, _, __, info) => composer.entities(info, match.near),
          again: (match) => match,
        },
      },
    })
    readComposedRows(schema, catalog)
    const result = await graphql({ schema, source, variableValues })
    expect(result.errors).toBeUndefined()
    return JSON.parse(JSON.stringify(result.data))
  }

  it('answers four levels with one call, names in the order of the Swedish alphabet', async () => {
    const data =
      await ask(`{ actors { totalCount nodes { name serves { totalCount edges { since provenance { locator source { name } } node {
      __typename ... on Municipality { id county { id provenance { source { id provenance { source { id } } } } } } } } } } } }`)
    expect(statements).toHaveLength(1)
    expect(data.actors.nodes.map(({ name }: { name: string }) => name)).toEqual(['Zonen', 'Åhuset', 'Ärlan'])
    expect(data.actors.nodes[0].serves).toMatchObject({
      totalCount: 4,
      edges: [
        { since: null, node: { __typename: 'County' } },
        { since: null, node: { id: 'municipality:2', county: null } },
        { since: '2020-01-01', provenance: { locator: 'page 2', source: { name: 'Källa' } } },
        {
          since: '2022-01-01',
          node: {
            id: 'municipality:1',
            county: {
              id: 'county:1',
              provenance: { source: { id: 'source:a', provenance: { source: { id: 'source:a' } } } },
            },
          },
        },
      ],
    })
    expect(data.actors.nodes[2].serves).toEqual({ totalCount: 0, edges: [] })
  })

  it('tells the same field under two aliases apart', async () => {
    const data = await ask(
      '{ entity(id: "actor:1") { ... on SupportActor { first: serves(first: 1) { nodes { ... on County { id } } pageInfo { hasNextPage } } order: serves { totalCount } match: id } } }',
    )
    expect(data.entity).toEqual({
      first: { nodes: [{ id: 'county:1' }], pageInfo: { hasNextPage: true } },
      order: { totalCount: 4 },
      match: 'actor:1',
    })
  })

  it('keeps one response name apart on two types of a union, and merges what is alike', async () => {
    const data = await ask(`{ entity(id: "actor:1") { ... on SupportActor { neighbours { __typename name(lang: EN)
      ... on County { what: label } ... on Municipality { what: label } } } } }`)
    expect(data.entity.neighbours).toEqual([
      { __typename: 'County', name: 'Norrbotten County', what: 'Norrbotten County' },
      { __typename: 'Municipality', name: 'Åsele', what: 'municipality:2' },
      { __typename: 'Municipality', name: 'Älvsbyn', what: 'municipality:1' },
      { __typename: 'Municipality', name: 'Älvsbyn', what: 'municipality:1' },
    ])
  })

  it('obeys skip and include on variables, and counts only where a count is asked for', async () => {
    const source =
      'query ($count: Boolean!) { actors(first: 1) { totalCount @include(if: $count) nodes { id name @skip(if: $count) } } }'
    expect(await ask(source, { count: false })).toEqual({ actors: { nodes: [{ id: 'actor:1', name: 'Zonen' }] } })
    expect(statements.join()).not.toContain('count(')
    expect(await ask(source, { count: true })).toEqual({ actors: { totalCount: 3, nodes: [{ id: 'actor:1' }] } })
  })

  it('reads no rows for a count alone', async () => {
    expect(await ask('{ actors { totalCount } }')).toEqual({ actors: { totalCount: 3 } })
    expect(statements.join()).not.toContain('collect(')
  })

  it('says whether more follows, and where a page ends, whatever else of it is asked', async () => {
    const info = (asked: string) => ask(`{ actors(first: 1) { pageInfo { ${asked} } } }`)
    const { actors } = await ask('{ actors(first: 1) { edges { cursor } } }')
    const [{ cursor }] = actors.edges
    expect(await info('hasNextPage')).toEqual({ actors: { pageInfo: { hasNextPage: true } } })
    expect(await info('endCursor')).toEqual({ actors: { pageInfo: { endCursor: cursor } } })
    expect(await info('startCursor')).toEqual({ actors: { pageInfo: { startCursor: cursor } } })
  })

  it('hands a day down to the lists below', async () => {
    const counts = 'nodes { serves { totalCount } late: serves(asOf: "2023-01-01") { totalCount } }'
    const data = await ask(`{ actors(first: 1, asOf: "2021-01-01") { ${counts} } }`)
    expect(data.actors.nodes).toEqual([{ serves: { totalCount: 3 }, late: { totalCount: 4 } }])
  })

  it('names things in the language of the region where a request does not say, else in the other', async () => {
    const names =
      '{ county: entity(id: "county:1") { name sv: name(lang: SV) no: name(lang: null) } municipality: entity(id: "municipality:1") { name } }'
    expect(await ask(names, {}, 'EN')).toEqual({
      county: { name: 'Norrbotten County', sv: 'Norrbotten', no: 'Norrbotten County' },
      municipality: { name: 'Älvsbyn' },
    })
    expect(await ask(names)).toMatchObject({ county: { name: 'Norrbotten', no: 'Norrbotten' } })
  })

  it('asks each alias of a root field about its own day, through resolvers and a fragment that both share', async () => {
    const data = await ask(
      `
      query ($late: String) {
        early: matches(asOf: "2019-01-01") { ...counted again { ...counted } }
        late: matches(asOf: $late) { ...counted again(asOf: "2023-01-01") { ...counted } }
        today: matches { ...counted }
      }
      fragment counted on Match { actor { serves { totalCount } own: serves(asOf: "2021-01-01") { totalCount } } }`,
      {
        late: '2021-01-01',
      },
    )
    const ofFirst = ({ actor }: { actor: { serves: object; own: object } }) => [actor.serves, actor.own]
    const totals = (...counts: number[]) => counts.map((totalCount) => ({ totalCount }))
    expect(ofFirst(data.early[0])).toEqual(totals(2, 3))
    expect(ofFirst(data.early[0].again)).toEqual(totals(2, 3))
    expect(ofFirst(data.late[0])).toEqual(totals(3, 3))
    expect(ofFirst(data.late[0].again)).toEqual(totals(4, 3))
    expect(ofFirst(data.today[0])).toEqual(totals(4, 3))
    expect(statements).toHaveLength(1)
  })

  it('pages through parallel relationships without losing or repeating one', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const data: { entity: { serves: ServesPage } } = await ask(
        'query ($after: String) { entity(id: "actor:1") { ... on SupportActor { serves(first: 1, after: $after) { edges { cursor since node { ... on Entity { id } } } pageInfo { hasNextPage endCursor } } } } }',
        { after },
      )
      const { edges, pageInfo } = data.entity.serves
      expect(edges).toHaveLength(1)
      expect(edges[0].cursor).toBe(pageInfo.endCursor)
      seen.push(`${edges[0].node.id} ${edges[0].since}`)
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after !== null)
    expect(seen).toEqual([
      'county:1 null',
      'municipality:2 null',
      'municipality:1 2020-01-01',
      'municipality:1 2022-01-01',
    ])
  })

  it('fetches what a list of plain objects refers to in one further statement', async () => {
    const data = await ask('{ matches { actor { name } near { __typename id } } entity(id: "nobody") { id } }')
    expect(statements).toHaveLength(1)
    expect(data).toEqual({
      matches: [
        {
          actor: { name: 'Zonen' },
          near: [
            { __typename: 'Municipality', id: 'municipality:1' },
            { __typename: 'County', id: 'county:1' },
          ],
        },
        { actor: { name: 'Åhuset' }, near: [{ __typename: 'Municipality', id: 'municipality:3' }] },
      ],
      entity: null,
    })
  })

  it('reads nothing more of a known entity of which only the id is asked', async () => {
    const { matches } = await ask('{ matches { near { __typename what: id } } }')
    expect(statements).toEqual([])
    expect(matches[0].near).toEqual([
      { __typename: 'Municipality', what: 'municipality:1' },
      { __typename: 'County', what: 'county:1' },
    ])
  })

  it('composes only for the types that an id can be of', async () => {
    const source =
      'query ($id: ID!) { entity(id: $id) { id ... on County { population } ... on Municipality { label } } }'
    expect(await ask(source, { id: 'municipality:1' })).toEqual({
      entity: { id: 'municipality:1', label: 'municipality:1' },
    })
    expect(statements.join()).not.toContain('population')
  })

  it('gives one text for one shape', async () => {
    await ask('{ entity(id: "actor:1") { name } }')
    const [text] = statements
    await ask('{ entity(id: "actor:2") { name } }')
    expect(statements).toEqual([text])
  })
})
