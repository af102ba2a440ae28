import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { localEditor, type Viewer } from '../../src/accounts/viewer.js'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import type { Draft } from '../../src/writing/drafts/draft.js'
import { decideProposal } from '../../src/writing/proposals/decide-proposal.js'
import { proposeDraft } from '../../src/writing/proposals/propose-draft.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { edition } from '../edition.js'
import { draftOf, tieOf } from '../writing/drafts.js'
import { describeOnEachEngine } from './engines.js'

const maria: Viewer = {
  name: 'maria',
  displayName: 'Maria',
  hasAccount: true,
  role: 'CONTRIBUTOR',
  actsFor: ['actor:iuc-norr'],
}
const other: Viewer = { name: 'other', displayName: 'Other', hasAccount: true, role: 'EDITOR', actsFor: [] }

const stored = query<{ id: string }>()(
  'a proposal in tests',
  z.object({ status: z.string(), change: z.string().nullable(), entity: z.string().nullable(), differed: z.string() }),
  `MATCH (proposal:Proposal {id: $id})
   RETURN proposal.status AS status, proposal.change AS change, proposal.entity AS entity, proposal.differed AS differed`,
)
const changeBy = query<{ id: string }>()(
  'a change in tests',
  z.object({ by: z.string(), for: z.string().nullable(), source: z.string(), reason: z.string().nullable() }),
  'MATCH (change:Change {id: $id}) RETURN change.by AS by, change.for AS for, change.source AS source, change.reason AS reason',
)
const entity = query<{ id: string }>()(
  'an entity in tests',
  z.object({ properties: z.record(z.string(), z.unknown()) }),
  'MATCH (entity:Entity {id: $id}) RETURN properties(entity) AS properties',
)
const nodes = query<Record<never, never>>()(
  'all but proposals in tests',
  z.object({ entities: z.number(), changes: z.number(), ties: z.number() }),
  `MATCH (entity:Entity) WITH count(entity) AS entities
   CALL () { MATCH (change:Change) RETURN count(change) AS changes }
   CALL () { MATCH (:Entity)-[tie]->(:Entity) RETURN count(tie) AS ties }
   RETURN entities, changes, ties`,
)
const offers = query<{ id: string }>()(
  'offers in tests',
  z.object({ actor: z.string(), until: z.string().nullable() }),
  `MATCH (actor:SupportActor)-[offer:OFFERS]->(initiative:Initiative {id: $id})
   RETURN actor.id AS actor, offer.validTo AS until ORDER BY actor`,
)

describeOnEachEngine('a proposal', (_, __, openSeeded) => {
  let graph: Graph
  beforeAll(async () => {
    graph = await openSeeded()
  }, 180_000)
  afterAll(() => graph.close())

  const as = (viewer: Viewer) => ({ graph, edition, viewer })
  const propose = async (draft: Draft, viewer = maria) => (await proposeDraft(as(viewer), draft)).proposal
  const publish = (draft: Draft) => publishDraft(as(localEditor), draft)
  const decide = (proposal: string, decision: 'APPROVE' | 'REJECT' = 'APPROVE', reason: string | null = null) =>
    decideProposal(as(localEditor), { proposal, decision, reason })
  const statusOf = async (proposal: string) => (await graph.read(stored, { id: proposal }))[0]?.status
  const fieldsOf = async (proposal: string) =>
    JSON.parse((await graph.read(stored, { id: proposal }))[0]?.differed ?? '')
  const shown = async (id: string) => (await graph.read(entity, { id }))[0]?.properties
  const updating = (id: string, said: Partial<Draft>) =>
    draftOf({ operation: 'UPDATE', label: 'Initiative', id, ...said })

  let count = 0
  /** A new offer of its own for a case. */
  const offer = async (values: Draft['values'] = {}) => {
    count += 1
    const made = await publish(
      draftOf({
        ...{ operation: 'CREATE', label: 'Initiative' },
        values: {
          nameSv: `Provlån ${count}`,
          kind: 'LOAN',
          minAmount: 200_000,
          maxAmount: 900_000,
          amountOf: 'SUPPORT',
          ...values,
        },
        ties: [tieOf({ does: 'ADD', type: 'OFFERS', end: 'actor:norrlandsfonden', direction: 'IN' })],
      }),
    )
    return made.entity
  }

  describe('while it is pending', () => {
    it('is nowhere but in the list of proposals', async () => {
      const id = await offer()
      const [before, entityBefore] = [await graph.read(nodes, {}), await shown(id)]
      await propose(
        updating(id, {
          values: { minAmount: 300_000 },
          source: { title: 'A page', publisher: null, url: 'https://example.org/only-proposed', year: 2026 },
        }),
      )
      await propose(
        draftOf({ operation: 'CREATE', label: 'Initiative', values: { nameSv: 'Föreslaget', kind: 'ADVICE' } }),
      )
      await propose(draftOf({ operation: 'END', label: 'Initiative', id, endsOn: '2026-10-01' }))
      expect(await graph.read(nodes, {})).toEqual(before)
      expect(await shown(id)).toEqual(entityBefore)
    })

    it('says what would differ', async () => {
      const id = await offer()
      const proposal = await propose(
        updating(id, {
          values: { minAmount: 300_000 },
          ties: [tieOf({ does: 'ADD', type: 'OFFERS', end: 'actor:iuc-norr', direction: 'IN' })],
        }),
      )
      expect(await fieldsOf(proposal)).toEqual([
        { name: 'minAmount', before: 200_000, after: 300_000 },
        { name: 'OFFERS actor:iuc-norr', before: null, after: {} },
      ])
    })
  })

  describe('that could not be published', () => {
    const refused: readonly (readonly [string, (id: string) => Draft, object])[] = [
      [
        'of what never was',
        () => updating('initiative:never-was', {}),
        { name: 'NotFoundError', id: 'initiative:never-was' },
      ],
      [
        'of another revision',
        (id) => updating(id, { revision: 7 }),
        { name: 'ConflictError', details: { revision: 1 } },
      ],
      ['of another kind', (id) => ({ ...updating(id, {}), label: 'Claim' }), { name: 'BadUserInputError' }],
      [
        'that contradicts itself',
        (id) => updating(id, { values: { minAmount: 1_000_000 } }),
        { name: 'BadUserInputError' },
      ],
      [
        'with a relationship to what never was',
        (id) =>
          updating(id, { ties: [tieOf({ does: 'ADD', type: 'OFFERS', end: 'actor:never-was', direction: 'IN' })] }),
        { name: 'NotFoundError', id: 'actor:never-was' },
      ],
      [
        'with a relationship to a kind that it cannot have',
        (id) => updating(id, { ties: [tieOf({ does: 'ADD', type: 'OFFERS', end: 'need:finance', direction: 'IN' })] }),
        { name: 'BadUserInputError' },
      ],
      [
        'that ends a relationship which is not there',
        (id) =>
          updating(id, { ties: [tieOf({ does: 'END', type: 'OFFERS', end: 'actor:iuc-norr', direction: 'IN' })] }),
        { name: 'BadUserInputError' },
      ],
    ]
    it.each(refused)('is refused %s', async (_, draft, error) => {
      const id = await offer()
      const generation = await graph.generation()
      await expect(propose(draft(id))).rejects.toMatchObject(error)
      expect(await graph.generation()).toBe(generation)
    })
  })

  describe('that is approved', () => {
    it('is a change of who proposed it, with their source and reason', async () => {
      const id = await offer()
      const proposal = await propose(updating(id, { values: { minAmount: 300_000 }, reason: 'Raised' }))
      const { change } = await decide(proposal)
      expect(await shown(id)).toMatchObject({ minAmount: 300_000, revision: 2 })
      const year = new Date().getUTCFullYear()
      expect(await graph.read(changeBy, { id: String(change) })).toEqual([
        { by: 'maria', for: 'actor:iuc-norr', source: `source:stated-by-iuc-norr-${year}`, reason: 'Raised' },
      ])
      expect(await graph.read(stored, { id: proposal })).toMatchObject([{ status: 'APPROVED', change, entity: id }])
    })

    it('keeps the page that it comes from', async () => {
      const id = await offer()
      const source = {
        title: 'Sida',
        publisher: 'Norrlandsfonden',
        url: 'https://example.org/of-a-proposal',
        year: 2026,
      }
      const { change } = await decide(await propose(updating(id, { values: { minAmount: 300_000 }, source })))
      const [{ source: said } = { source: '' }] = await graph.read(changeBy, { id: String(change) })
      expect(await shown(said)).toMatchObject({ address: 'example.org/of-a-proposal', title: 'Sida' })
    })

    it('makes what is new under another id where its own was taken meanwhile', async () => {
      const made = draftOf({
        operation: 'CREATE',
        label: 'Initiative',
        values: { nameSv: 'Samma namn', kind: 'ADVICE' },
      })
      const first = await propose(made)
      const second = await propose(made)
      await decide(first)
      await decide(second)
      const [one, two] = [await graph.read(stored, { id: first }), await graph.read(stored, { id: second })]
      expect([one[0]?.entity, two[0]?.entity]).toEqual(['initiative:samma-namn', 'initiative:samma-namn-2'])
    })

    it('is approved though other things of the entity have changed', async () => {
      const id = await offer()
      const proposal = await propose(updating(id, { revision: 1, values: { minAmount: 300_000 } }))
      await publish(updating(id, { values: { maxShare: 0.5 } }))
      await publish(
        updating(id, { ties: [tieOf({ does: 'ADD', type: 'COVERS', end: 'county:25', direction: 'OUT' })] }),
      )
      await decide(proposal)
      expect(await statusOf(proposal)).toBe('APPROVED')
      expect(await shown(id)).toMatchObject({ minAmount: 300_000, maxShare: 0.5, revision: 4 })
    })

    it('stays pending where it cannot be any more, and nothing of it is there', async () => {
      const id = await offer()
      const proposal = await propose(updating(id, { values: { minAmount: 800_000 } }))
      await publish(updating(id, { values: { maxAmount: 500_000 } }))
      const before = await graph.read(nodes, {})
      await expect(decide(proposal)).rejects.toMatchObject({ name: 'BadUserInputError' })
      expect(await statusOf(proposal)).toBe('PENDING')
      expect(await graph.read(nodes, {})).toEqual(before)
      await decide(proposal, 'REJECT')
      expect(await statusOf(proposal)).toBe('REJECTED')
    })

    it('is of what its entity was merged into', async () => {
      const [from, into] = [await offer(), await offer()]
      const proposal = await propose(updating(from, { values: { minAmount: 300_000 } }))
      await graph.transaction((transaction) => transaction.write(mergedAway, { from, into }))
      await decide(proposal)
      expect(await statusOf(proposal)).toBe('APPROVED')
      expect(await shown(into)).toMatchObject({ minAmount: 300_000 })
    })
  })

  describe('that is stale', () => {
    const staleAfter = async (draft: Draft, meanwhile: () => Promise<unknown>) => {
      const proposal = await propose(draft)
      await meanwhile()
      const before = await graph.read(nodes, {})
      expect(await decide(proposal)).toEqual({ proposal, change: null })
      expect(await statusOf(proposal)).toBe('STALE')
      expect(await graph.read(nodes, {})).toEqual(before)
      return fieldsOf(proposal)
    }

    it('shows what there is now beside what was proposed', async () => {
      const id = await offer()
      const draft = updating(id, { values: { minAmount: 300_000, maxShare: 0.4 } })
      const fields = await staleAfter(draft, () => publish(updating(id, { values: { minAmount: 250_000 } })))
      expect(fields).toEqual([
        { name: 'maxShare', before: null, after: 0.4 },
        { name: 'minAmount', before: 250_000, after: 300_000 },
      ])
      expect(await shown(id)).toMatchObject({ minAmount: 250_000 })
    })

    it('where somebody else said the same', async () => {
      const id = await offer()
      const same = updating(id, { values: { minAmount: 300_000 } })
      expect(await staleAfter(same, () => publish(same))).toEqual([
        { name: 'minAmount', before: 300_000, after: 300_000 },
      ])
    })

    it('where a value that it empties is another', async () => {
      const id = await offer()
      const draft = updating(id, { emptied: ['minAmount'] })
      expect(await staleAfter(draft, () => publish(updating(id, { values: { minAmount: 1 } })))).toEqual([
        { name: 'minAmount', before: 1, after: null },
      ])
    })

    it('where a relationship that it would end was ended', async () => {
      const id = await offer()
      const tie = tieOf({ does: 'END', type: 'OFFERS', end: 'actor:norrlandsfonden', direction: 'IN' })
      const ending = (validTo: string) => updating(id, { ties: [{ ...tie, values: { validTo } }] })
      await staleAfter(ending('2026-10-31'), () => publish(ending('2026-09-30')))
      expect(await graph.read(offers, { id })).toEqual([{ actor: 'actor:norrlandsfonden', until: '2026-09-30' }])
    })

    it('where a relationship that it would add was added', async () => {
      const id = await offer()
      const adding = updating(id, {
        ties: [tieOf({ does: 'ADD', type: 'OFFERS', end: 'actor:iuc-norr', direction: 'IN' })],
      })
      await staleAfter(adding, () => publish(adding))
    })

    it('where what it would end begins otherwise or was ended', async () => {
      const id = await offer()
      const ending = (endsOn: string) => draftOf({ operation: 'END', label: 'Initiative', id, endsOn })
      await staleAfter(ending('2026-10-31'), () => publish(ending('2026-09-30')))
      expect(await shown(id)).toMatchObject({ endsOn: '2026-09-29' })
    })

    it('where a firm of that number is there', async () => {
      const firm = (name: string) =>
        draftOf({
          ...{ operation: 'CREATE', label: 'Firm', id: 'firm:5599000014' },
          values: { name, organisationNumber: '5599000014', municipality: 'municipality:2582' },
        })
      const fields = await staleAfter(firm('Prov Svets AB'), () => publish(firm('Prov Svets och Smide AB')))
      expect(fields).toContainEqual({ name: 'nameSv', before: 'Prov Svets och Smide AB', after: 'Prov Svets AB' })
    })

    it('where what it changes was withdrawn', async () => {
      const id = await offer()
      const fields = await staleAfter(updating(id, { values: { minAmount: 300_000 } }), () =>
        graph.transaction((transaction) => transaction.write(withdrawn, { id })),
      )
      expect(fields).toEqual([{ name: 'minAmount', before: null, after: 300_000 }])
    })
  })

  describe('that was decided', () => {
    let id = ''
    beforeEach(async () => {
      id = await offer()
    })
    const raising = (to: number) => updating(id, { values: { minAmount: to } })

    it('is in the graph or not, as it was decided', async () => {
      const proposal = await propose(raising(300_000))
      expect(await decide(proposal, 'REJECT', 'Not so')).toEqual({ proposal, change: null })
      expect(await statusOf(proposal)).toBe('REJECTED')
      expect(await shown(id)).toMatchObject({ minAmount: 200_000, revision: 1 })
    })

    it.each(['APPROVE', 'REJECT'] as const)('is not decided again by %s', async (again) => {
      const proposal = await propose(raising(300_000))
      const { change } = await decide(proposal)
      await expect(decide(proposal, again)).rejects.toMatchObject({
        name: 'ConflictError',
        details: { changes: [change] },
      })
      const rejected = await propose(raising(400_000))
      await decide(rejected, 'REJECT')
      await expect(decide(rejected, again)).rejects.toMatchObject({ name: 'ConflictError', details: { changes: [] } })
      expect(await shown(id)).toMatchObject({ minAmount: 300_000, revision: 2 })
    })

    it('is decided by one of those who do at once', async () => {
      const proposal = await propose(raising(300_000))
      const all = await Promise.allSettled(
        [localEditor, other, localEditor, other].map((viewer, index) =>
          decideProposal(as(viewer), { proposal, decision: index % 2 === 0 ? 'APPROVE' : 'REJECT', reason: null }),
        ),
      )
      expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    })

    it('was decided by an editor, of what there is', async () => {
      const proposal = await propose(raising(300_000))
      const decision = { proposal, decision: 'APPROVE', reason: null } as const
      await expect(decideProposal(as(maria), decision)).rejects.toMatchObject({ name: 'ForbiddenError' })
      expect(await statusOf(proposal)).toBe('PENDING')
      await expect(decide('proposal:never-was')).rejects.toMatchObject({ id: 'proposal:never-was' })
    })
  })
})

const mergedAway = query<{ from: string; into: string }>()(
  'merge in tests',
  z.object({ count: z.number() }),
  `MATCH (entity:Entity {id: $from})
   MATCH (into:Entity {id: $into})
   CREATE (entity)-[:NOW]->(into)
   REMOVE entity:Entity:Initiative
   SET entity:Former
   RETURN count(*) AS count`,
)
const withdrawn = query<{ id: string }>()(
  'withdraw in tests',
  z.object({ count: z.number() }),
  `MATCH (entity:Entity {id: $id})
   REMOVE entity:Entity:Initiative
   SET entity:Former
   RETURN count(*) AS count`,
)
