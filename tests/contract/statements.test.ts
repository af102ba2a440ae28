import { expect, it } from 'vitest'
import { z } from 'zod'
import { describeOnSeededGraph } from './engines.js'
import { write } from './writing.js'

const page = (title: string) => ({
  source: {
    title,
    publisher: 'Norrlandsfonden',
    url: `https://example.org/${title.length}-${title.charAt(0)}`,
    year: 2026,
  },
})

const field = z.object({ name: z.string(), value: z.string().nullable() })
const edge = z.object({
  cursor: z.string(),
  node: z.object({ title: z.string() }),
  provenance: z.object({ source: z.object({ title: z.string() }), locator: z.string() }),
  asOf: z.string().nullable(),
  confirmedOn: z.string().nullable(),
  isSeeded: z.boolean(),
  fields: z.array(field),
})
const connection = z.object({
  totalCount: z.number(),
  edges: z.array(edge),
  nodes: z.array(z.object({ title: z.string() })),
  pageInfo: z.object({ hasNextPage: z.boolean() }),
})
const selected = `totalCount
  edges { cursor node { title } provenance { source { title } locator } asOf confirmedOn isSeeded fields { name value } }
  nodes { title } pageInfo { hasNextPage }`

describeOnSeededGraph('what each source says', (given) => {
  const statementsOf = async (id: string, kind: string, page: { first?: number; after?: string } = {}) => {
    const asked = `query ($id: ID!, $first: Int, $after: String) {
      node(id: $id) { ... on ${kind} { statements(first: $first, after: $after) { ${selected} } } } }`
    const data = await given.api.data(asked, { id, ...page })
    return z.object({ node: z.object({ statements: connection }) }).parse(data).node.statements
  }
  const saidOf = async (id: string, kind = 'Initiative') =>
    (await statementsOf(id, kind)).edges.map(({ node, fields }) => [
      node.title,
      ...fields.map(({ name, value }) => `${name} ${value}`),
    ])
  const revisionOf = async (id: string): Promise<number> => {
    const asked = `query ($id: ID!) { node(id: $id) { ... on Initiative { revision } ... on SupportActor { revision } ... on Firm { revision } } }`
    return z.object({ node: z.object({ revision: z.number() }) }).parse(await given.api.data(asked, { id })).node
      .revision
  }
  const undo = (change: string) =>
    given.api.data('mutation ($input: UndoChangeInput!) { undoChange(input: $input) { change { id } } }', {
      input: { change },
    })

  it('is one statement of the region’s folder, as the folder has it, where nobody else said anything', async () => {
    const { totalCount, edges, nodes } = await statementsOf('initiative:top-loans', 'Initiative')
    expect({ totalCount, nodes: nodes.length }).toEqual({ totalCount: 1, nodes: 1 })
    const [only] = edges
    expect(only).toMatchObject({ isSeeded: true, asOf: null, node: nodes[0] })
    expect(only?.provenance).toEqual({
      source: nodes[0],
      locator: 'need normally from SEK 1 million, the fund takes at most half',
    })
    const told = new Map(only?.fields.map(({ name, value }) => [name, value]))
    expect([...told.keys()].toSorted()).toEqual(
      [
        ...['nameSv', 'nameEn', 'descriptionSv', 'descriptionEn', 'kind', 'help', 'maxShare', 'minAmount', 'amountOf'],
        ...[
          'namedIn',
          'replacesSecurity',
          'largeScale',
          'otherTermsSv',
          'otherTermsEn',
          'presupposesSv',
          'presupposesEn',
        ],
      ].toSorted(),
    )
    expect([told.get('nameSv'), told.get('minAmount'), told.get('help')]).toEqual(['"Topplån"', '1000000', '["LOAN"]'])
  })

  it('is kept for actors, ventures, phases and claims', async () => {
    const asked = `{
      actor: node(id: "actor:norrlandsfonden") { ... on SupportActor { statements { edges { isSeeded } } } }
      ventures: establishments(first: 3) { nodes { statements { totalCount } phases { statements { edges { isSeeded } } } } }
      claims(first: 3) { nodes { statements { edges { isSeeded node { id } provenance { source { id } } } } provenance { source { id } } } }
    }`
    const text = JSON.stringify(await given.api.data(asked))
    expect(text).toContain('"actor":{"statements":{"edges":[{"isSeeded":true}]}}')
    expect(text.match(/"statements":\{"totalCount":1\}/g)).toHaveLength(3)
    expect(text).not.toContain('"edges":[]')
  })

  it('stands side by side where sources differ: what people wrote first, the newest before others', async () => {
    const id = 'initiative:top-loans'
    const said = async (title: string, more: Record<string, unknown>) =>
      write(given.api, 'update', 'Initiative', { id, revision: await revisionOf(id), ...page(title), ...more })
    const before = await saidOf(id)
    const older = await said('Older', { asOf: '2026-02-01', terms: { minAmount: 500_000, maxAmount: 9_000_000 } })
    const newer = await said('Newer', { asOf: '2026-05-01', terms: { minAmount: 700_000, maxShare: null } })
    const other = await said('Between', { asOf: '2026-03-01', url: 'https://example.org/topplan' })
    const [first, second, third, seed] = await saidOf(id)
    expect([first, second, third]).toEqual([
      ['Newer', 'maxShare null', 'minAmount 700000'],
      ['Between', 'address "example.org/topplan"', 'addressSource "source:norrlandsfonden-between-2026"'],
      ['Older', 'maxAmount 9000000', 'minAmount 500000'],
    ])
    expect([seed]).toEqual(before)
    const terms = `query ($id: ID!) { node(id: $id) { ... on Initiative { terms { minAmount maxAmount maxShare } } } }`
    expect(await given.api.data(terms, { id })).toEqual({
      node: { terms: { minAmount: 700_000, maxAmount: 9_000_000, maxShare: null } },
    })

    const pages: string[] = []
    let after: string | undefined
    for (;;) {
      const { edges, pageInfo, totalCount } = await statementsOf(id, 'Initiative', {
        first: 1,
        ...(after ? { after } : {}),
      })
      expect(totalCount).toBe(4)
      pages.push(...edges.map(({ node }) => node.title))
      after = edges[0]?.cursor
      if (!pageInfo.hasNextPage) break
    }
    expect(pages.slice(0, 3)).toEqual(['Newer', 'Between', 'Older'])
    expect(pages).toHaveLength(4)

    for (const { change } of [other, newer, older]) await undo(change.id)
    expect(await saidOf(id)).toEqual(before)
  })

  it('says when it was confirmed, and by whom', async () => {
    const confirm = 'mutation ($input: ConfirmInput!) { confirm(input: $input) { changes { id } } }'
    await given.api.data(confirm, { input: { ids: ['initiative:top-loans'], asOf: '2026-11-24' } })
    const { edges } = await statementsOf('initiative:top-loans', 'Initiative')
    expect(edges.map(({ isSeeded, confirmedOn, fields }) => [isSeeded, confirmedOn, fields.length > 0])).toEqual([
      [false, '2026-11-24', false],
      [true, null, true],
    ])
  })

  it('moves to the one that two become', async () => {
    const kind = { kind: 'PARTNERSHIP' }
    const made = async (nameSv: string, more: object) =>
      (await write(given.api, 'create', 'SupportActor', { nameSv, ...kind, ...page(nameSv), ...more })).entity
    const from = await made('Provstödet', { asOf: '2026-01-01', url: 'https://example.org/prov' })
    const into = await made('Provstöd Norr', { asOf: '2026-06-01' })
    const merge = `mutation ($input: MergeEntitiesInput!) { mergeEntities(input: $input) { change { id } } }`
    const merged = z.object({ mergeEntities: z.object({ change: z.object({ id: z.string() }) }) }).parse(
      await given.api.data(merge, {
        input: {
          ...{ from: from.id, fromRevision: from.revision, into: into.id, intoRevision: into.revision },
          reason: 'The same',
        },
      }),
    )
    const both = await saidOf(into.id, 'SupportActor')
    expect(both.map(([title]) => title)).toEqual(['Provstöd Norr', 'Provstödet'])
    await undo(merged.mergeEntities.change.id)
    expect((await saidOf(into.id, 'SupportActor')).map(([title]) => title)).toEqual(['Provstöd Norr'])
    expect((await saidOf(from.id, 'SupportActor')).map(([title]) => title)).toEqual(['Provstödet'])
  })

  it('is told of relationships', async () => {
    const statedBy = 'statedBy { source { title } locator recordedAt isSeeded fields { name value } }'
    const asked = `{ node(id: "initiative:top-loans") { ... on Initiative { meets { edges { node { id } ${statedBy} } } } } }`
    const row = z.object({
      ...{ source: z.object({ title: z.string() }), locator: z.string(), recordedAt: z.string() },
      ...{ isSeeded: z.boolean(), fields: z.array(field) },
    })
    const rows = z.object({
      node: z.object({
        meets: z.object({ edges: z.array(z.object({ node: z.object({ id: z.string() }), statedBy: z.array(row) })) }),
      }),
    })
    const ways = async () => rows.parse(await given.api.data(asked)).node.meets.edges
    const before = await ways()
    expect(before.map(({ statedBy }) => statedBy.map(({ isSeeded }) => isSeeded))).toEqual(before.map(() => [true]))
    const [first, ...others] = before
    const [seed] = first?.statedBy ?? []
    const strength = seed?.fields.find(({ name }) => name === 'strength')?.value
    const other = strength === '"CORE"' ? 'SIDE' : 'CORE'
    const { change } = await write(given.api, 'update', 'Initiative', {
      ...{ id: 'initiative:top-loans', revision: await revisionOf('initiative:top-loans'), ...page('Ways') },
      meets: { add: [{ need: first?.node.id, strength: other }] },
    })
    const after = await ways()
    expect(after.find(({ node }) => node.id === first?.node.id)?.statedBy).toEqual([
      expect.objectContaining({
        ...{ source: { title: 'Ways' }, isSeeded: false },
        fields: [{ name: 'strength', value: `"${other}"` }],
      }),
      seed,
    ])
    expect(after.filter(({ node }) => node.id !== first?.node.id)).toEqual(others)
    await undo(change.id)
    expect(await ways()).toEqual(before)
  })

  it('answers for a firm of which a source states only some', async () => {
    const { entity } = await write(given.api, 'create', 'Firm', {
      ...{ organisationNumber: '5599000014', name: 'Prov Svets AB', employees: 12, ...page('Register') },
    })
    await write(given.api, 'update', 'Firm', {
      ...{ id: entity.id, revision: 1, legalForm: 'LIMITED_COMPANY', turnover: null, ...page('Note') },
    })
    const asked = `query ($id: ID!) { node(id: $id) { ... on Firm { name statements { edges {
      node { title } name sizeClass employees isSeeded confirmedOn fields { name value } } } } } }`
    expect(await given.api.data(asked, { id: entity.id })).toEqual({
      node: {
        name: 'Prov Svets AB',
        statements: {
          edges: [
            {
              ...{ node: { title: 'Note' }, name: null, sizeClass: 'UNKNOWN', employees: null },
              ...{ isSeeded: false, confirmedOn: null },
              fields: expect.arrayContaining([
                { name: 'legalForm', value: '"LIMITED_COMPANY"' },
                { name: 'turnover', value: null },
              ]),
            },
            {
              ...{ node: { title: 'Register' }, name: 'Prov Svets AB', sizeClass: 'SMALL', employees: 12 },
              ...{ isSeeded: false, confirmedOn: null },
              fields: expect.arrayContaining([{ name: 'employees', value: '12' }]),
            },
          ],
        },
      },
    })
  })
})
