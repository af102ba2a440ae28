import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createAccount, updateAccount } from '../../src/accounts/accounts.js'
import { actorsOf } from '../../src/accounts/acts-for.js'
import { localEditor, type Viewer } from '../../src/accounts/viewer.js'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { today } from '../../src/kernel/day.js'
import { confirm } from '../../src/writing/corrections/confirm.js'
import { undoChange } from '../../src/writing/corrections/undo.js'
import { withdraw } from '../../src/writing/corrections/withdraw.js'
import type { Draft } from '../../src/writing/drafts/draft.js'
import { mergeEntities } from '../../src/writing/merging/merge.js'
import { written } from '../../src/writing/mutations/written.js'
import { proposeDraft } from '../../src/writing/proposals/propose-draft.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { edition } from '../edition.js'
import { draftOf, tieOf } from '../writing/drafts.js'
import { describeOnEachEngine } from './engines.js'
import { changeOf, newOffer, offeredBy, page } from './writing-drafts.js'

const [own, second, others] = ['actor:iuc-norr', 'actor:almi-nord', 'actor:norrlandsfonden'] as const
const contributor = (...actsFor: string[]): Viewer => ({
  ...{ name: 'maria', displayName: 'Maria', hasAccount: true, role: 'CONTRIBUTOR', actsFor },
})
const maria = contributor(own)

const recorded = query<{ id: string }>()(
  'a change in tests of rights',
  z.object({ number: z.number(), for: z.string().nullable(), by: z.string(), source: z.string().nullable() }),
  'MATCH (change:Change {id: $id}) RETURN change.number AS number, change.for AS for, change.by AS by, change.source AS source',
)
const counted = query<Record<never, never>>()(
  'what there is in tests of rights',
  z.object({ entities: z.number(), changes: z.number(), ties: z.number() }),
  `MATCH (entity:Entity) WITH count(entity) AS entities
   CALL () { MATCH (change:Change) RETURN count(change) AS changes }
   CALL () { MATCH (:Entity)-[tie]->(:Entity) RETURN count(tie) AS ties }
   RETURN entities, changes, ties`,
)
const revisionOf = query<{ id: string }>()(
  'a revision in tests of rights',
  z.object({ revision: z.number() }),
  'MATCH (entity:Entity {id: $id}) RETURN coalesce(entity.revision, 1) AS revision',
)

describeOnEachEngine('what a CONTRIBUTOR publishes', (_, __, openSeeded) => {
  let graph: Graph
  beforeAll(async () => {
    graph = await openSeeded()
  }, 180_000)
  afterAll(() => graph.close())

  const as = (viewer: Viewer) => ({ graph, edition, viewer })
  const publish = (draft: Draft, viewer = maria) => publishDraft(as(viewer), draft)
  const made = async (...actors: string[]) =>
    (
      await publish(
        newOffer(
          {},
          actors.map((actor) => offeredBy(actor)),
        ),
        localEditor,
      )
    ).entity
  const change = async (id: string) => (await graph.read(recorded, { id }))[0]
  const revision = async (id: string) => (await graph.read(revisionOf, { id }))[0]?.revision ?? 0
  /** Refused, without a trace. */
  const refused = async (attempt: () => Promise<unknown>) => {
    const before = await graph.read(counted, {})
    await expect(attempt()).rejects.toMatchObject({
      name: 'ForbiddenError',
      message: expect.stringContaining('EDITOR'),
    })
    expect(await graph.read(counted, {})).toEqual(before)
  }
  const said: Partial<Draft> = { values: { minAmount: 300_000 } }

  describe('is what is said', () => {
    it('of an actor that they act for, also by a page that nobody named before', async () => {
      const serves = tieOf({ does: 'ADD', type: 'SERVES', end: 'county:25', direction: 'OUT' })
      const draft = draftOf({
        operation: 'UPDATE',
        label: 'SupportActor',
        id: own,
        ties: [serves],
        ...{ source: page('Ny') },
      })
      const { change: id } = await publish({ ...draft, values: { descriptionSv: 'Hjälper företag.' } })
      expect(await change(id)).toMatchObject({ for: own, by: 'maria' })
    })

    it('of what that actor alone offers, and of what it offers anew', async () => {
      const id = await made(own)
      const area = tieOf({ does: 'ADD', type: 'COVERS', end: 'municipality:2580', direction: 'OUT' })
      const { change: changed } = await publish(changeOf(id, { ...said, ties: [area] }))
      expect(await change(changed)).toMatchObject({
        for: own,
        source: `source:stated-by-iuc-norr-${today().slice(0, 4)}`,
      })
      await publish(draftOf({ operation: 'END', label: 'Initiative', id, endsOn: '2026-10-01' }))
      await publish(newOffer({}, [offeredBy(own)]))
    })

    it('of what others offered once and no longer do', async () => {
      const id = await made(own)
      await publish(changeOf(id, { ties: [offeredBy(others, 'ADD', { validTo: '2020-12-31' })] }), localEditor)
      await publish(changeOf(id, said))
    })

    it('of what nobody offers any more, where nobody else did', async () => {
      const id = await made(own)
      await publish(changeOf(id, { ties: [offeredBy(own, 'END', { validTo: '2020-12-31' })] }))
      await publish(changeOf(id, said))
    })

    it('of what two offer together, by who acts for both', async () => {
      const id = await made(own, second)
      await refused(() => publish(changeOf(id, said)))
      await publish(changeOf(id, said), contributor(own, second))
    })
  })

  describe('is not', () => {
    const notTheirs: readonly (readonly [string, () => Promise<Draft>])[] = [
      [
        'what is said of another actor',
        async () =>
          draftOf({ operation: 'UPDATE', label: 'SupportActor', id: others, values: { descriptionSv: 'Annat' } }),
      ],
      [
        'a new actor',
        async () =>
          draftOf({ operation: 'CREATE', label: 'SupportActor', values: { nameSv: 'Ny aktör', kind: 'AGENCY' } }),
      ],
      ['what is said of what another offers', async () => changeOf(await made(others), said)],
      ['an offer of what another offers', async () => changeOf(await made(others), { ties: [offeredBy(own)] })],
      ['what one offers together with another', async () => changeOf(await made(own, others), said)],
      ["another's offer of what one offers", async () => changeOf(await made(own), { ties: [offeredBy(others)] })],
      [
        "another's offer to come",
        async () => changeOf(await made(own), { ties: [offeredBy(others, 'ADD', { validFrom: '2099-01-01' })] }),
      ],
      ['a new offer of nobody', async () => newOffer({}, [])],
      ['a new offer of another', async () => newOffer({}, [offeredBy(others)])],
      ['a new offer with another', async () => newOffer({}, [offeredBy(own), offeredBy(others)])],
      ['an offer of what nobody offers', async () => changeOf(await made(), { ties: [offeredBy(own)] })],
      [
        "another's money in what one offers",
        async () =>
          changeOf(await made(own), { ties: [tieOf({ does: 'ADD', type: 'FUNDS', end: others, direction: 'IN' })] }),
      ],
      [
        'that another takes its place',
        async () =>
          draftOf({
            operation: 'UPDATE',
            label: 'SupportActor',
            id: own,
            ties: [tieOf({ does: 'ADD', type: 'REPLACED_BY', end: others, direction: 'OUT' })],
          }),
      ],
      [
        'a claim, also of an own actor',
        async () =>
          draftOf({
            operation: 'CREATE',
            label: 'Claim',
            values: { statementSv: 'Det är så.', nameSv: 'Det är så.' },
            ties: [tieOf({ does: 'ADD', type: 'ABOUT', end: own, direction: 'OUT' })],
          }),
      ],
      [
        'a firm',
        async () => draftOf({ operation: 'CREATE', label: 'Firm', values: { name: 'Provfirman AB', legalForm: 'AB' } }),
      ],
    ]
    it.each(notTheirs)('%s', async (_name, draft) => {
      const asked = await draft()
      await refused(() => publish(asked))
    })

    it('anything for who acts for nobody, or only did', async () => {
      const id = await made(own)
      await refused(() => publish(changeOf(id, said), contributor()))
      await createAccount(
        graph,
        { name: 'bo', role: 'CONTRIBUTOR', actsFor: [{ actor: own, from: '2019-01-01', to: '2020-01-01' }] },
        today(),
      )
      await refused(async () => publish(changeOf(id, said), contributor(...(await actorsOf(graph, 'bo', today())))))
      await updateAccount(graph, { name: 'bo', actsFor: [{ actor: own }] }, today())
      await publish(changeOf(id, said), contributor(...(await actorsOf(graph, 'bo', today()))))
    })

    it('refused without being told how it can be proposed, which it can', async () => {
      const draft = changeOf(await made(others), said)
      await expect(written(as(maria), false, () => draft)).rejects.toThrow(/propose: true/)
      await expect(written(as({ ...maria, role: 'READER' }), null, () => draft)).rejects.toThrow(
        /CONTRIBUTOR.*propose: true/,
      )
      expect(await written(as(maria), true, () => draft)).toMatchObject({ change: null, proposal: expect.any(String) })
    })
  })

  it('is confirmed all or nothing', async () => {
    const [mine, shared] = [await made(own), await made(own, others)]
    const asked = { asOf: today(), source: null, reason: null }
    await refused(() => confirm(as(maria), { ...asked, ids: [mine, shared] }, today()))
    await refused(() => confirm(as(maria), { ...asked, ids: [others] }, today()))
    const [done = ''] = await confirm(as(maria), { ...asked, ids: [mine, own] }, today())
    expect(await change(done)).toMatchObject({ for: own })
  })

  describe('is taken back', () => {
    it('where the opposite could be published', async () => {
      const id = await made(own)
      const { change: mine } = await publish(changeOf(id, said), localEditor)
      await undoChange(as(maria), { change: mine, revision: null, reason: null })
      const shared = await publish(changeOf(id, { ties: [offeredBy(others)] }), localEditor)
      await refused(() => undoChange(as(maria), { change: shared.change, revision: null, reason: null }))
    })

    it('but a merge by an editor alone', async () => {
      const [from, into] = [await made(own), await made(own)]
      const request = {
        from,
        fromRevision: await revision(from),
        into,
        intoRevision: await revision(into),
        reason: null,
      }
      const merged = await mergeEntities(as(localEditor), request)
      await refused(() => undoChange(as(maria), { change: merged.change, revision: null, reason: null }))
    })

    it('but what others entered is taken out by none but an editor', async () => {
      const entered = await publish(newOffer({}, [offeredBy(own)]), localEditor)
      await refused(() => undoChange(as(maria), { change: entered.change, revision: null, reason: null }))
      const ofHers = await publish(newOffer({}, [offeredBy(own)]))
      await undoChange(as(maria), { change: ofHers.change, revision: null, reason: null })
    })
  })

  it('is taken out by who entered it, as long as nobody else offers it', async () => {
    const { entity: id } = await publish(newOffer({}, [offeredBy(own)]))
    const shared = await publish(newOffer({}, [offeredBy(own)]))
    await publish(changeOf(shared.entity, { ties: [offeredBy(others)] }), localEditor)
    await refused(async () =>
      withdraw(as(maria), { id: shared.entity, revision: await revision(shared.entity), reason: null }),
    )
    await refused(async () => withdraw(as({ ...maria, name: 'other' }), { id, revision: 1, reason: null }))
    await withdraw(as(maria), { id, revision: 1, reason: null })
  })

  it('is for the actor that it is about, of several that they act for', async () => {
    const both = contributor(second, own)
    const [mine, theirs] = [await made(own), await made(second)]
    const source = (actor: string) => `source:stated-by-${actor.slice(6)}-${today().slice(0, 4)}`
    const wanted = [
      [changeOf(mine, said), own],
      [changeOf(theirs, said), second],
      [newOffer({}, [offeredBy(own)]), own],
      [draftOf({ operation: 'UPDATE', label: 'SupportActor', id: own, values: { descriptionSv: 'Hjälper.' } }), own],
      [changeOf(await made(own, second), said), second],
    ] as const
    for (const [draft, actor] of wanted) {
      expect(await change((await publish(draft, both)).change)).toMatchObject({ for: actor, source: source(actor) })
    }
    const ids = await confirm(as(both), { ids: [mine, theirs], asOf: today(), source: null, reason: null }, today())
    const confirmed = await Promise.all(ids.map(change))
    expect(confirmed).toMatchObject([
      { for: own, source: source(own) },
      { for: second, source: source(second) },
    ])
    const { proposal } = await proposeDraft(as(both), changeOf(mine, said))
    const proposed = query<{ id: string }>()(
      'for whom a proposal is in tests of rights',
      z.object({ for: z.string().nullable() }),
      'MATCH (proposal:Proposal {id: $id}) RETURN proposal.for AS for',
    )
    expect(await graph.read(proposed, { id: proposal })).toEqual([{ for: own }])
  })

  it('follows an actor that was merged, and stays with one that has ended', async () => {
    const actor = async (nameSv: string) =>
      (
        await publish(
          draftOf({ operation: 'CREATE', label: 'SupportActor', values: { nameSv, kind: 'AGENCY' } }),
          localEditor,
        )
      ).entity
    const [from, into] = [await actor('Provhjälpen'), await actor('Provstödet')]
    const before = contributor(from)
    const id = await made(into)
    await refused(() => publish(changeOf(id, said), before))
    await mergeEntities(as(localEditor), {
      from,
      fromRevision: 1,
      into,
      intoRevision: await revision(into),
      reason: null,
    })
    await publish(changeOf(id, said), before)
    await publish(draftOf({ operation: 'END', label: 'SupportActor', id: into, endsOn: today() }), localEditor)
    await publish(changeOf(id, { values: { minAmount: 400_000 } }), before)
  })

  it('is decided with what is there as it is written, not before', async () => {
    for (let round = 0; round < 8; round += 1) {
      const id = await made(own)
      const [mine, theirs] = await Promise.allSettled([
        publish(changeOf(id, said)),
        publish(changeOf(id, { ties: [offeredBy(others)] }), localEditor),
      ])
      const numbers = [mine, theirs].map((each) => (each.status === 'fulfilled' ? each.value.change : ''))
      const [first, second_] = await Promise.all(numbers.map(change))
      if (mine.status === 'rejected') expect(mine.reason).toMatchObject({ name: 'ForbiddenError' })
      else expect(first?.number).toBeLessThan(second_?.number ?? 0)
    }
  })
})
