import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { localEditor } from '../../src/accounts/viewer.js'
import type { Graph } from '../../src/graph/graph.js'
import type { Draft } from '../../src/writing/drafts/draft.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { edition } from '../edition.js'
import { type Api, openApi } from './api.js'
import { describeOnEachEngine } from './engines.js'

const historyOperation = `query History($of: ID!, $first: Int) {
  history(of: $of, first: $first) {
    totalCount
    nodes {
      id operation at revision reason
      forActor { id }
      source { id }
      fields { name before after }
    }
  }
}`
const changesOperation = `query Changes($since: DateTime, $for: ID, $first: Int) {
  changes(since: $since, for: $for, first: $first) {
    nodes { id operation at entity { id } forActor { id } }
    pageInfo { hasNextPage endCursor }
  }
}`

const entity = z.object({ id: z.string() }).nullable()
const history = z.object({
  history: z.object({
    totalCount: z.number(),
    nodes: z.array(
      z.object({
        id: z.string(),
        operation: z.string(),
        at: z.string(),
        revision: z.number().nullable(),
        reason: z.string().nullable(),
        forActor: entity,
        source: entity,
        fields: z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
      }),
    ),
  }),
})
const changes = z.object({
  changes: z.object({
    nodes: z.array(z.object({ id: z.string(), operation: z.string(), at: z.string(), entity, forActor: entity })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
})

const nothing = {
  ...{ id: null, revision: null, values: {}, emptied: [], ties: [], endsOn: null, source: null, locator: null },
  ...{ asOf: null, reason: null },
}
const offer: Draft = {
  ...nothing,
  operation: 'CREATE',
  label: 'Initiative',
  values: { nameSv: 'Provlån', kind: 'LOAN', help: ['LOAN'], minAmount: 200_000, amountOf: 'SUPPORT' },
  ties: [
    {
      ...{ does: 'ADD', type: 'OFFERS', end: 'actor:norrlandsfonden', direction: 'IN', key: '' },
      ...{ isKeyedBySource: false, values: {}, argument: 'offeredBy[0]' },
    },
  ],
  reason: 'New this autumn',
}

describeOnEachEngine('what became of the register', (_, __, openSeeded) => {
  let graph: Graph
  let api: Api
  beforeAll(async () => {
    graph = await openSeeded()
    api = await openApi(graph)
  }, 180_000)
  afterAll(async () => {
    await api.close()
    await graph.close()
  })
  const write = (draft: Draft, viewer = localEditor) => publishDraft({ graph, edition, viewer }, draft)
  const historyOf = async (of: string, first = 10) =>
    history.parse(await api.data(historyOperation, { of, first })).history
  const allChanges = async (variables: Record<string, unknown>) =>
    changes.parse(await api.data(changesOperation, variables)).changes

  it('begins with the edition that spoke of it, and is refused for what never was', async () => {
    const seeded = await historyOf('initiative:top-loans')
    expect(seeded.totalCount).toBe(1)
    expect(seeded.nodes[0]).toMatchObject({ operation: 'SEED', revision: 1 })
    const { errors } = await api.ask(historyOperation, { of: 'initiative:not-there' })
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    const wrong = await api.ask(changesOperation, { for: 'actor:not-there' })
    expect(wrong.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    const moment = await api.ask(changesOperation, { since: 'yesterday' })
    expect(moment.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    const many = await api.ask(changesOperation, { first: 201 })
    expect(many.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  it('is told newest first, with what differed, why and where from', async () => {
    const made = await write(offer)
    const update: Draft = {
      ...nothing,
      operation: 'UPDATE',
      label: 'Initiative',
      id: made.entity,
      revision: 1,
      values: { minAmount: 300_000 },
      emptied: [],
    }
    const raised = await write(update, { ...localEditor, actsFor: ['actor:norrlandsfonden'] })
    const { totalCount, nodes } = await historyOf(made.entity)
    expect(totalCount).toBe(2)
    expect(nodes.map(({ id, operation, revision }) => [id, operation, revision])).toEqual([
      [raised.change, 'UPDATE', 2],
      [made.change, 'CREATE', 1],
    ])
    expect(nodes[1]).toMatchObject({ reason: 'New this autumn', forActor: null })
    expect(nodes[0]?.forActor).toEqual({ id: 'actor:norrlandsfonden' })
    expect(nodes[0]?.source?.id).toMatch(/^source:stated-by-norrlandsfonden-/)
    expect(nodes[0]?.fields).toEqual([{ name: 'minAmount', before: '200000', after: '300000' }])
    const told = new Map(nodes[1]?.fields.map(({ name, before, after }) => [name, { before, after }]))
    expect(told.get('help')).toEqual({ before: null, after: '["LOAN"]' })
    expect(told.get('minAmount')).toEqual({ before: null, after: '200000' })
    expect(told.get('OFFERS actor:norrlandsfonden')?.after).not.toBeNull()
    expect((await historyOf(made.entity, 1)).nodes.map(({ id }) => id)).toEqual([raised.change])
  })

  it('is listed for the whole register, by pages, by moment and by actor', async () => {
    const before = (await allChanges({ first: 200 })).nodes
    const made = []
    for (let index = 0; index < 5; index++) {
      await new Promise((resolve) => setTimeout(resolve, 2))
      made.unshift(await write({ ...offer, values: { ...offer.values, nameSv: `Lån ${index}` } }))
    }
    const all = (await allChanges({ first: 200 })).nodes
    expect(all.map(({ id }) => id)).toEqual([...made.map(({ change }) => change), ...before.map(({ id }) => id)])
    expect(all.slice(0, 5).map((each) => each.entity?.id)).toEqual(made.map((each) => each.entity))
    const since = all[2]?.at
    expect((await allChanges({ since, first: 200 })).nodes.map(({ id }) => id)).toEqual(
      all.slice(0, 3).map(({ id }) => id),
    )
    expect((await allChanges({ since: '2999-01-01T00:00:00Z' })).nodes).toEqual([])
    const offered = (await allChanges({ for: 'actor:norrlandsfonden' })).nodes
    expect(offered.map((each) => each.forActor?.id)).toEqual(['actor:norrlandsfonden'])
    const paged = z.object({
      changes: z.object({
        totalCount: z.number(),
        edges: z.array(z.object({ cursor: z.string(), node: z.object({ id: z.string() }) })),
        pageInfo: z.object({ hasNextPage: z.boolean(), hasPreviousPage: z.boolean(), endCursor: z.string() }),
      }),
    })
    const ids: string[] = []
    let after: string | null = null
    do {
      const page: z.infer<typeof paged>['changes'] = paged.parse(
        await api.data(
          `query ($after: String) { changes(first: 3, after: $after) {
            totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
          { after },
        ),
      ).changes
      expect(page.totalCount).toBe(all.length)
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null)
      expect(page.edges.at(-1)?.cursor).toBe(page.pageInfo.endCursor)
      ids.push(...page.edges.map(({ node }) => node.id))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after !== null)
    expect(ids).toEqual(all.map(({ id }) => id))
    const other = await api.ask(
      `query ($after: String) { history(of: "${made[0]?.entity}", after: $after) { totalCount } }`,
      {
        after: 'abc',
      },
    )
    expect(other.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  it('keeps reasons and accounts from whoever may only read', async () => {
    const reader = await openApi(graph, {
      ...{ host: '0.0.0.0', port: 0, token: null, anonymousWrites: false },
      ...{ hosts: ['localhost'], origins: [], embedders: [], querySeconds: 30 },
      ...{ url: null, proxies: [], readers: 'ALL', provider: null },
    })
    const asked = '{ changes(first: 1) { nodes { id author reason } } viewer { role } }'
    const row = z.object({
      changes: z.object({ nodes: z.array(z.object({ author: z.string().nullable(), reason: z.string().nullable() })) }),
    })
    expect(row.parse(await reader.data(asked)).changes.nodes).toMatchObject([{ author: null, reason: null }])
    expect(row.parse(await api.data(asked)).changes.nodes).toMatchObject([
      { author: 'local', reason: 'New this autumn' },
    ])
    await reader.close()
  })
})
