import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { localEditor, type Viewer } from '../../src/accounts/viewer.js'
import type { Graph } from '../../src/graph/graph.js'
import { withdraw } from '../../src/writing/corrections/withdraw.js'
import type { Draft } from '../../src/writing/drafts/draft.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { edition } from '../edition.js'
import { type Api, openApi } from './api.js'
import { describeOnEachEngine } from './engines.js'
import { changeOf, newOffer, offeredBy, page, undone, undoOperation } from './writing-drafts.js'

const shown = z.object({
  node: z
    .object({
      name: z.string(),
      description: z.string().nullable(),
      status: z.string(),
      terms: z.object({
        minAmount: z.number().nullable(),
        maxAmount: z.number().nullable(),
        lengthMonths: z.number().nullable(),
      }),
      offeredBy: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
      provenance: z.object({ source: z.object({ id: z.string() }) }),
    })
    .nullable(),
})
const history = z.object({
  history: z.object({ totalCount: z.number(), nodes: z.array(z.object({ id: z.string(), operation: z.string() })) }),
})

describeOnEachEngine('taking changes back', (_, __, openSeeded) => {
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
  const write = (draft: Draft, viewer: Viewer = localEditor) => publishDraft({ graph, edition, viewer }, draft)
  const undo = async (change: string, more: Record<string, unknown> = {}) =>
    undone.parse(await api.data(undoOperation, { input: { change, ...more } })).undoChange
  const refusal = async (change: string, more: Record<string, unknown> = {}) => {
    const { errors } = await api.ask(undoOperation, { input: { change, ...more } })
    return {
      code: errors?.[0]?.extensions.code,
      changes: errors?.[0]?.extensions.changes,
      message: errors?.[0]?.message,
    }
  }
  const node = async (id: string) =>
    shown.parse(
      await api.data(
        `query ($id: ID!) { node(id: $id) { ... on Initiative { name description status
          terms { minAmount maxAmount lengthMonths } offeredBy { nodes { id } } provenance { source { id } } } } }`,
        { id },
      ),
    ).node
  const historyOf = async (of: string) =>
    history.parse(await api.data('query ($of: ID!) { history(of: $of) { totalCount nodes { id operation } } }', { of }))
      .history
  const offersOf = async (actor: string) =>
    z
      .object({ node: z.object({ initiatives: z.object({ nodes: z.array(z.object({ id: z.string() })) }) }) })
      .parse(
        await api.data(
          'query ($id: ID!) { node(id: $id) { ... on SupportActor { initiatives(first: 200) { nodes { id } } } } }',
          { id: actor },
        ),
      )
      .node.initiatives.nodes.map(({ id }) => id)

  it('brings a value back, and leaves what was said since of others', async () => {
    const { entity } = await write(newOffer())
    const raised = await write(changeOf(entity, { values: { minAmount: 300_000 } }))
    await write(changeOf(entity, { values: { maxAmount: 900_000 } }))
    const back = await undo(raised.change, { reason: 'Wrong' })
    expect(back.change).toMatchObject({ operation: 'UNDO', inverseOf: { id: raised.change } })
    expect(back.entity).toEqual({ id: entity })
    expect((await node(entity))?.terms).toMatchObject({ minAmount: 200_000, maxAmount: 900_000 })
    expect((await historyOf(entity)).nodes.map(({ operation }) => operation)).toEqual([
      'UNDO',
      'UPDATE',
      'UPDATE',
      'CREATE',
    ])
  })

  it('brings back a value that was emptied, and empties one that was not there', async () => {
    const { entity } = await write(newOffer({ lengthMonths: 12 }))
    const changed = await write(changeOf(entity, { values: { descriptionSv: 'Ett lån.' }, emptied: ['lengthMonths'] }))
    expect((await node(entity))?.terms.lengthMonths).toBeNull()
    await undo(changed.change)
    expect(await node(entity)).toMatchObject({ description: null, terms: { lengthMonths: 12 } })
  })

  it('is refused where the same was changed since, by whichever source, and names what did', async () => {
    const { entity } = await write(newOffer())
    const first = await write(changeOf(entity, { values: { minAmount: 300_000 } }))
    const second = await write(changeOf(entity, { values: { minAmount: 400_000 }, source: page('Om lån') }))
    expect(await refusal(first.change)).toMatchObject({ code: 'CONFLICT', changes: [second.change] })
    expect((await node(entity))?.terms.minAmount).toBe(400_000)
    await undo(second.change)
    expect((await node(entity))?.terms.minAmount).toBe(300_000)
    await undo(first.change)
    expect((await node(entity))?.terms.minAmount).toBe(200_000)
    expect(await refusal(first.change)).toMatchObject({ code: 'CONFLICT' })
  })

  it('of what took a change back makes the change again, and so on', async () => {
    const { entity } = await write(newOffer())
    const raised = await write(changeOf(entity, { values: { minAmount: 300_000 } }))
    const back = await undo(raised.change)
    const again = await undo(back.change.id)
    expect((await node(entity))?.terms.minAmount).toBe(300_000)
    expect(await refusal(back.change.id)).toMatchObject({ code: 'CONFLICT', changes: [again.change.id] })
    await undo(again.change.id)
    expect((await node(entity))?.terms.minAmount).toBe(200_000)
    // What was taken back, made again and taken back leaves the change itself to be taken back no more.
    expect((await refusal(raised.change)).code).toBe('CONFLICT')
  })

  it('takes relationships back, unless they were changed since', async () => {
    const { entity } = await write(newOffer())
    const added = await write(changeOf(entity, { ties: [offeredBy('actor:iuc-norr')] }))
    expect((await node(entity))?.offeredBy.nodes).toHaveLength(2)
    const ended = await write(
      changeOf(entity, { ties: [offeredBy('actor:iuc-norr', 'END', { validTo: '2026-01-31' })] }),
    )
    expect(await refusal(added.change)).toMatchObject({ code: 'CONFLICT', changes: [ended.change] })
    await undo(ended.change)
    expect((await node(entity))?.offeredBy.nodes).toHaveLength(2)
    await undo(added.change)
    expect((await node(entity))?.offeredBy.nodes.map(({ id }) => id)).toEqual(['actor:norrlandsfonden'])
  })

  it('takes what was made out, and brings it back as it was', async () => {
    const made = await write(newOffer())
    const before = await node(made.entity)
    const back = await undo(made.change)
    expect(back.entity).toBeNull()
    expect(await node(made.entity)).toBeNull()
    expect(await offersOf('actor:norrlandsfonden')).not.toContain(made.entity)
    expect((await historyOf(made.entity)).nodes.map(({ operation }) => operation)).toEqual(['UNDO', 'CREATE'])
    await undo(back.change.id)
    expect(await node(made.entity)).toEqual(before)
    expect(await offersOf('actor:norrlandsfonden')).toContain(made.entity)
  })

  it('does not take out what was changed since, or what others relate to', async () => {
    const made = await write(newOffer())
    const update = await write(changeOf(made.entity, { values: { minAmount: 300_000 } }))
    expect(await refusal(made.change)).toMatchObject({ code: 'CONFLICT', changes: [update.change] })
    await undo(update.change)
    const related = await write({
      ...changeOf('actor:iuc-norr', {}),
      label: 'SupportActor',
      ties: [{ ...offeredBy(made.entity), direction: 'OUT' }],
    })
    expect(await refusal(made.change)).toMatchObject({ code: 'CONFLICT', changes: [related.change] })
    await undo(related.change)
    expect((await undo(made.change)).entity).toBeNull()
  })

  it('knows the revision that it was decided by', async () => {
    const { entity } = await write(newOffer())
    const raised = await write(changeOf(entity, { values: { minAmount: 300_000 } }))
    const other = await write(changeOf(entity, { values: { maxAmount: 900_000 } }))
    expect(await refusal(raised.change, { revision: 2 })).toMatchObject({ code: 'CONFLICT', changes: [other.change] })
    await undo(raised.change, { revision: 3 })
  })

  it('leaves what would not go together as it is', async () => {
    const { entity } = await write(newOffer({ minAmount: 200_000, maxAmount: 250_000 }))
    const raised = await write(changeOf(entity, { values: { maxAmount: 900_000 } }))
    const least = await write(changeOf(entity, { values: { minAmount: 500_000 } }))
    expect(await refusal(raised.change)).toMatchObject({ code: 'CONFLICT', changes: [least.change] })
    expect((await node(entity))?.terms).toMatchObject({ minAmount: 500_000, maxAmount: 900_000 })
  })

  it('is refused for what never was', async () => {
    expect((await refusal('change:not-there')).code).toBe('NOT_FOUND')
  })

  it('takes out what was entered by mistake, and lets it come back', async () => {
    const made = await write(newOffer({ nameSv: 'Fel' }))
    const before = await node(made.entity)
    const asked = `mutation ($input: WithdrawInput!) { withdraw(input: $input) { id change { id operation entity { id } } } }`
    const old = await api.ask(asked, { input: { id: made.entity, revision: 7 } })
    expect(old.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', revision: 1 })
    const { withdraw: out } = z
      .object({
        withdraw: z.object({
          id: z.string(),
          change: z.object({ id: z.string(), operation: z.string(), entity: z.null() }),
        }),
      })
      .parse(await api.data(asked, { input: { id: made.entity, revision: 1, reason: 'Twice' } }))
    expect(out).toMatchObject({ id: made.entity, change: { operation: 'WITHDRAW' } })
    expect(await node(made.entity)).toBeNull()
    expect((await historyOf(made.entity)).nodes[0]?.operation).toBe('WITHDRAW')
    const found = await api.data('{ search(text: "Fel", first: 50) { nodes { id } } }')
    expect(JSON.stringify(found)).not.toContain(made.entity)
    // Its id is taken: another of this name gets another one.
    expect((await write(newOffer({ nameSv: 'Fel' }))).entity).not.toBe(made.entity)
    await undo(out.change.id)
    expect(await node(made.entity)).toEqual(before)
  })

  it('takes out nothing that the region’s folder says, and nothing of others for who is no editor', async () => {
    const asked = 'mutation ($input: WithdrawInput!) { withdraw(input: $input) { id } }'
    const seeded = await api.ask(asked, { input: { id: 'initiative:top-loans', revision: 1 } })
    expect(seeded.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    const none = await api.ask(asked, { input: { id: 'initiative:not-there', revision: 1 } })
    expect(none.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    const author: Viewer = {
      name: 'ada',
      displayName: 'Ada',
      hasAccount: true,
      role: 'CONTRIBUTOR',
      actsFor: ['actor:norrlandsfonden'],
    }
    const other: Viewer = { ...author, name: 'bo' }
    const made = await write(newOffer(), author)
    const out = { id: made.entity, revision: 1, reason: null }
    await expect(withdraw({ graph, edition, viewer: other }, out)).rejects.toThrow(/EDITOR/)
    expect(await node(made.entity)).not.toBeNull()
    await withdraw({ graph, edition, viewer: author }, out)
    expect(await node(made.entity)).toBeNull()
  })
})
