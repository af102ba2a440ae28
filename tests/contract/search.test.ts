import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { operation } from './api.js'
import { describeOnSeededGraph } from './engines.js'

/** What people type, and what they mean: names in full and in part, without dots, abbreviated, compounded, with slips. */
const firstHits: readonly (readonly [text: string, id: string, score: number])[] = [
  ['norlandsfonden', 'actor:norrlandsfonden', 0.25],
  ['Norrlandsfonden', 'actor:norrlandsfonden', 1],
  ['pitea', 'municipality:2581', 1],
  ['PITEÅ', 'municipality:2581', 1],
  ['harnosand', 'municipality:2280', 1],
  ['IUC', 'actor:iuc-sverige', 0.75],
  ['iuc norr', 'actor:iuc-norr', 1],
  ['lulea', 'municipality:2580', 1],
  ['kiruna', 'municipality:2584', 1],
  ['skelefteå', 'municipality:2482', 0.25],
  ['SKELLEFTEÅ', 'municipality:2482', 1],
  ['overkalix', 'municipality:2513', 1],
  ['Älvsbyn', 'municipality:2560', 1],
  ['alvsbyn', 'municipality:2560', 1],
  ['norrbotten', 'county:25', 0.75],
  ['västerbotten', 'county:24', 0.75],
  ['Västerbottens handelskamare', 'actor:vasterbottens-handelskammare', 0.25],
  ['handelskammare', 'actor:norrbottens-handelskammare', 0.5],
  ['almi', 'actor:almi-nord', 0.75],
  ['northvolt', 'establishment:northvolt', 1],
  ['nortvolt', 'establishment:northvolt', 0.25],
  ['h2 green', 'establishment:h2-green-steel', 0.75],
  ['Stegra', 'establishment:h2-green-steel', 1],
  ['H2GreenSteel', 'establishment:h2-green-steel', 1],
  ['H2 Green-Steel AB', 'establishment:h2-green-steel', 1],
  ['greensteel', 'establishment:h2-green-steel', 0.5],
  ['Lyten', 'establishment:northvolt', 1],
  ['LTU Business AB', 'actor:ltu-business', 1],
  ['AB Norrlandsfonden (publ)', 'actor:norrlandsfonden', 1],
  ['Expandum', 'actor:gallivare-naringsliv', 1],
  ['LKAB', 'establishment:lkab', 1],
  ['lkab construction', 'establishment:lkab-construction', 1],
  ['boliden', 'establishment:boliden', 1],
  ['kompetens', 'initiative:subcontractor-skills-call-2022', 0.75],
  ['kompetensforsorjning', 'challenge:skills-supply', 1],
  ['elektriker', 'category:electricians', 1],
  ['electricans', 'initiative:industrial-electrician', 0.25],
  ['elektrikar', 'category:electricians', 0.25],
  ['svets', 'category:welding', 0.75],
  ['finansiering', 'need:finance', 1],
  ['green loan', 'initiative:almi-green-loan', 1],
  ['gront lan', 'initiative:almi-green-loan', 1],
  ['robotlyftet', 'initiative:robotlyftet', 1],
  ['teknikcolege', 'actor:teknikcollege', 0.25],
  ['T25', 'initiative:t25', 1],
  ['umea universitet', 'actor:umea-universitet', 1],
  ['boden bussiness park', 'actor:boden-business-park', 0.25],
  ['node pole', 'actor:the-node-pole', 0.5],
  ['gellivare', 'municipality:2523', 0.25],
  ['akeri', 'category:haulage', 0.75],
  ['Visioner i norr', 'initiative:visioner-i-norr', 1],
  ['2581', 'municipality:2581', 1],
  ['25', 'county:25', 1],
  ['c25', 'sector:sni2007-C25', 1],
  ['C 25', 'sector:sni2007-C25', 1],
  ['25.11', 'sector:sni2007-C25', 1],
  ['25,11', 'sector:sni2007-C25', 1],
  ['2511', 'sector:sni2007-C25', 1],
  ['25110', 'sector:sni2007-C25', 1],
  ['0180', 'municipality:0180', 1],
  ['180', 'municipality:0180', 1],
  ['２５８１', 'municipality:2581', 1],
  ['lån', 'need:finance', 1],
  ['LOAN', 'need:finance', 1],
  ['kapital', 'need:finance', 1],
  ['skatt', 'method:input-output-analysis', 1],
  ['32 %', 'method:input-output-analysis', 1],
  ['32%', 'method:input-output-analysis', 1],
  ['actor:almi-nord', 'actor:almi-nord', 1],
]

const answer = z.object({
  search: z.object({
    totalCount: z.number(),
    edges: z.array(z.object({ score: z.number(), node: z.object({ __typename: z.string(), id: z.string() }) })),
  }),
})

describeOnSeededGraph('search', (given) => {
  const find = async (text: string, rest: Record<string, unknown> = {}) =>
    answer.parse(await given.api.data(operation('search'), { text, ...rest })).search

  it.each(firstHits)('%s finds %s', async (text, id, score) => {
    const { edges, totalCount } = await find(text, { first: 1 })
    expect(edges[0]).toMatchObject({ score, node: { id } })
    expect(totalCount).toBeGreaterThan(0)
  })

  it('ranks what a word of the list means before places that begin alike, and needs first', async () => {
    const order = ['Need', 'Initiative', 'SupportActor', 'Method', 'Claim']
    for (const text of ['lån', 'kapital', 'skatt', '32 %', 'loan', 'tax']) {
      const { edges, totalCount } = await find(text, { first: 200 })
      const types = edges.map(({ node }) => node.__typename)
      const meant = types.filter((type, index) => order.includes(type) && edges[index]?.score === 1)
      expect(types.slice(0, meant.length)).toEqual(meant)
      expect(meant).toEqual(meant.toSorted((left, right) => order.indexOf(left) - order.indexOf(right)))
      expect(edges).toHaveLength(totalCount)
      expect(types).toContain('Claim')
      const scores = edges.map(({ score }) => score)
      expect(scores).toEqual(scores.toSorted((left, right) => right - left))
    }
    expect((await find('skatt', { kinds: ['CLAIM'] })).totalCount).toBeGreaterThan(0)
    expect((await find('lån', { kinds: ['MUNICIPALITY'] })).edges.map(({ node }) => node.__typename)).not.toContain(
      'Need',
    )
  })

  it('says which other names it finds by, with the days that a page gives', async () => {
    const names = 'otherNames { name since until }'
    const source = `query ($id: ID!) { node(id: $id) { ... on Establishment { organisationNumber ${names} }
      ... on SupportActor { organisationNumber ${names} } ... on Firm { organisationNumber ${names} } } }`
    const unknown = { since: null, until: null }
    for (const [id, otherNames] of [
      [
        'establishment:northvolt',
        [
          { name: 'Northvolt Ett', ...unknown },
          { name: 'Lyten', since: '2026-02-27', until: null },
        ],
      ],
      ['actor:ltu-business', [{ name: 'Centek', ...unknown }]],
      ['firm:h2-green-steel', [{ name: 'Stegra', ...unknown }]],
      ['firm:ssab', []],
    ] as const) {
      expect(await given.api.data(source, { id })).toEqual({ node: { organisationNumber: null, otherNames } })
    }
  })

  it('keeps to the kinds asked for', async () => {
    const { edges } = await find('northvolt', { kinds: ['FIRM'] })
    expect(edges.map(({ node }) => node.__typename)).toEqual(['Firm'])
    expect(await find('county', { kinds: ['CLAIM'] })).toEqual({ totalCount: 0, edges: [] })
  })

  it('orders by score, then kind, then name', async () => {
    const { edges, totalCount } = await find('lulea', { first: 200 })
    const scores = edges.map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((left, right) => right - left))
    expect(edges).toHaveLength(totalCount)
    expect(edges[0]?.node.__typename).toBe('Municipality')
  })

  it('pages without losing or repeating a hit', async () => {
    const source = `query ($after: String) { search(text: "norrbotten", first: 3, after: $after) {
      nodes { id } pageInfo { hasNextPage endCursor } } }`
    const page = z.object({
      search: z.object({
        nodes: z.array(z.object({ id: z.string() })),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string() }),
      }),
    })
    const seen: string[] = []
    let after: string | null = null
    do {
      const variables: Record<string, unknown> = { after }
      const { nodes, pageInfo } = page.parse(await given.api.data(source, variables)).search
      seen.push(...nodes.map(({ id }) => id))
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after !== null)
    const whole = await find('norrbotten', { first: 200 })
    expect(seen).toEqual(whole.edges.map(({ node }) => node.id))
  })

  describe('text that means nothing', () => {
    it('of Cypher finds nothing and breaks nothing', async () => {
      expect(await find("x' }) MATCH (n) DETACH DELETE n //")).toEqual({ totalCount: 0, edges: [] })
      expect((await find('norrlandsfonden')).edges[0]?.score).toBe(1)
    })

    it.each(['', '   ', '-', '&', '🚀', '№', '\u200B', '\uD83D', '*:()[]{}"'])(
      '%j is refused, as a filter too',
      async (text) => {
        const { errors } = await given.api.ask(operation('search'), { text })
        expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'text' })
        const firms = 'query ($text: String) { firms(filter: { text: $text }) { totalCount } }'
        const filtered = await given.api.ask(firms, { text })
        expect(filtered.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'filter.text' })
      },
    )

    it('refuses a text of 100 kB, as a filter too', async () => {
      const text = 'å'.repeat(100_000)
      const { errors } = await given.api.ask(operation('search'), { text })
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'text' })
      const filtered = await given.api.ask('query ($text: String) { firms(filter: { text: $text }) { totalCount } }', {
        text,
      })
      expect(filtered.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'filter.text' })
    })
  })
})
