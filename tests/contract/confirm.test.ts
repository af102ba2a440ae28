import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { localEditor } from '../../src/accounts/viewer.js'
import type { Graph } from '../../src/graph/graph.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { edition } from '../edition.js'
import { type Api, openApi } from './api.js'
import { describeOnEachEngine } from './engines.js'
import {
  confirmed,
  confirmOperation,
  newOffer,
  toConfirm,
  toConfirmOperation,
  undoOperation,
} from './writing-drafts.js'

const asOf = '2026-11-24'
const offers = z.object({
  supportFor: z.object({
    nodes: z.array(
      z.object({
        actor: z.object({ id: z.string() }),
        initiatives: z.array(
          z.object({ initiative: z.object({ id: z.string() }), meets: z.array(z.object({ evidence: z.string() })) }),
        ),
      }),
    ),
  }),
})

describeOnEachEngine('saying that it still holds', (_, __, openSeeded) => {
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
  const confirm = async (ids: readonly string[], day = asOf, more: Record<string, unknown> = {}) =>
    confirmed.parse(await api.data(confirmOperation, { input: { ids, asOf: day, ...more } })).confirm.changes
  const refusal = async (ids: readonly string[], day = asOf) => {
    const { errors } = await api.ask(confirmOperation, { input: { ids, asOf: day } })
    return errors?.[0] ?? { message: '', extensions: { code: 'none' } }
  }
  const due = async (actor: string, day = asOf) =>
    toConfirm.parse(await api.data(toConfirmOperation, { actor, asOf: day, first: 200 })).toConfirm
  const evidenceOf = async (initiative: string) => {
    const { supportFor } = offers.parse(
      await api.data(
        `query ($profile: SmeProfile!, $asOf: Date) { supportFor(profile: $profile, asOf: $asOf, first: 200) {
          nodes { actor { id } initiatives { initiative { id } meets { evidence } } } } }`,
        {
          profile: {
            municipality: 'municipality:2582',
            sector: 'sector:sni2007-C25',
            sizeClass: 'SMALL',
            needs: ['need:finance'],
          },
          asOf,
        },
      ),
    )
    return supportFor.nodes
      .flatMap(({ initiatives }) => initiatives)
      .filter((each) => each.initiative.id === initiative)
      .flatMap(({ meets }) => meets.map(({ evidence }) => evidence))
  }
  const row = z.object({
    node: z.object({
      status: z.string(),
      later: z.string(),
      last: z.string(),
      lastSeen: z.number().nullable(),
      lastConfirmed: z.string().nullable(),
      provenance: z.object({ source: z.object({ id: z.string() }), recordedAt: z.string() }),
    }),
  })
  const stateOf = async (id: string) =>
    row.parse(
      await api.data(
        `query ($id: ID!) { node(id: $id) { ... on Initiative { status(asOf: "2026-11-25") later: status(asOf: "2029-12-31")
          last: status(asOf: "2030-01-01") lastSeen lastConfirmed provenance { source { id } recordedAt } } } }`,
        { id },
      ),
    ).node

  it('makes an old offer stand in force for three years, by dates alone', async () => {
    const offer = 'initiative:top-loans'
    const listed = await due('actor:norrlandsfonden')
    expect(listed.nodes.find(({ id }) => id === offer)).toEqual({
      id: offer,
      lastConfirmed: null,
      status: 'UNCONFIRMED',
    })
    const before = await stateOf(offer)
    expect(before).toMatchObject({ status: 'UNCONFIRMED', lastConfirmed: null })
    const evidenceBefore = await evidenceOf(offer)
    expect(evidenceBefore).not.toContain('IN_FORCE')
    const [change] = await confirm([offer])
    expect(change).toMatchObject({ operation: 'CONFIRM', entity: { id: offer } })
    const after = await stateOf(offer)
    expect(after).toMatchObject({ status: 'ACTIVE', later: 'ACTIVE', last: 'UNCONFIRMED' })
    expect(after).toMatchObject({ lastSeen: 2026, lastConfirmed: asOf, provenance: before.provenance })
    expect(new Set(await evidenceOf(offer))).toEqual(new Set(['IN_FORCE']))
    const left = await due('actor:norrlandsfonden')
    expect(left.totalCount).toBe(listed.totalCount - 1)
    // A year and a day later it is to be confirmed again, though it is still in force.
    const again = (await due('actor:norrlandsfonden', '2027-11-25')).nodes.find(({ id }) => id === offer)
    expect(again).toEqual({ id: offer, lastConfirmed: asOf, status: 'ACTIVE' })
    const undo = await api.ask(undoOperation, { input: { change: change?.id } })
    expect(undo.errors).toBeUndefined()
    expect(await stateOf(offer)).toEqual(before)
  })

  it('keeps the greatest day, and counts what is stated here', async () => {
    const { entity } = await publishDraft({ graph, edition, viewer: localEditor }, newOffer())
    const stated = (await stateOf(entity)).lastConfirmed
    expect(stated).toBe(new Date().toISOString().slice(0, 10))
    const changes = await confirm(
      ['actor:norrlandsfonden', 'initiative:top-loans', 'initiative:top-loans'],
      '2026-05-01',
    )
    expect(changes.map((each) => each.entity?.id)).toEqual(['actor:norrlandsfonden', 'initiative:top-loans'])
    expect((await stateOf('initiative:top-loans')).lastConfirmed).toBe('2026-05-01')
    await confirm(['initiative:top-loans'], '2026-03-01')
    expect((await stateOf('initiative:top-loans')).lastConfirmed).toBe('2026-05-01')
    await confirm(['initiative:top-loans'], '2026-06-01', {
      source: { title: 'Egen sida', publisher: 'Norrlandsfonden', year: 2026 },
    })
    expect((await stateOf('initiative:top-loans')).lastConfirmed).toBe('2026-06-01')
    await publishDraft(
      { graph, edition, viewer: localEditor },
      { ...newOffer(), operation: 'UPDATE', id: entity, values: { minAmount: 250_000 }, ties: [] },
    )
    expect((await stateOf(entity)).lastConfirmed).toBe(stated)
  })

  it('is asked of the oldest first, by pages, and not of what has ended', async () => {
    const { nodes, totalCount } = await due('actor:norrlandsfonden')
    expect(nodes).toHaveLength(totalCount)
    expect(nodes.every(({ status }) => status === 'UNCONFIRMED' || status === 'ACTIVE')).toBe(true)
    const ids: string[] = []
    let after: string | null = null
    do {
      const page: {
        toConfirm: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
      } = z
        .object({
          toConfirm: z.object({
            edges: z.array(z.object({ node: z.object({ id: z.string() }) })),
            pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
          }),
        })
        .parse(
          await api.data(
            `query ($after: String) { toConfirm(actor: "actor:norrlandsfonden", asOf: "${asOf}", first: 2, after: $after) {
              edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
            { after },
          ),
        )
      ids.push(...page.toConfirm.edges.map(({ node }) => node.id))
      after = page.toConfirm.pageInfo.hasNextPage ? page.toConfirm.pageInfo.endCursor : null
    } while (after !== null)
    expect(ids).toEqual(nodes.map(({ id }) => id))
    const never = await api.ask(toConfirmOperation, { actor: 'actor:not-there' })
    expect(never.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    const wrong = await api.ask(toConfirmOperation, { actor: 'firm:5599000014' })
    expect(wrong.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  it('is refused as a whole for what is not there, has ended or is to come', async () => {
    const before = await stateOf('initiative:top-loans')
    expect((await refusal([])).extensions.code).toBe('BAD_USER_INPUT')
    expect((await refusal(Array.from({ length: 201 }, (_each, index) => `actor:${index}`))).extensions.code).toBe(
      'BAD_USER_INPUT',
    )
    expect((await refusal(['initiative:top-loans', 'initiative:not-there'])).extensions.code).toBe('NOT_FOUND')
    expect((await refusal(['initiative:top-loans'], '2999-01-01')).extensions.code).toBe('BAD_USER_INPUT')
    expect((await refusal(['need:finance'])).extensions.code).toBe('BAD_USER_INPUT')
    const { entity } = await publishDraft({ graph, edition, viewer: localEditor }, newOffer())
    await publishDraft(
      { graph, edition, viewer: localEditor },
      { ...newOffer({}, []), operation: 'END', id: entity, values: {}, endsOn: '2026-02-01' },
    )
    const ended = await refusal(['initiative:top-loans', entity])
    expect(ended.extensions.code).toBe('BAD_USER_INPUT')
    expect(ended.message).toContain('ended on 2026-01-31')
    expect(await stateOf('initiative:top-loans')).toEqual(before)
  })
})
