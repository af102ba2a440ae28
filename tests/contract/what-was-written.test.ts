import { afterAll, beforeAll, expect, it } from 'vitest'
import { localEditor, type Viewer } from '../../src/accounts/viewer.js'
import type { Graph } from '../../src/graph/graph.js'
import { confirm } from '../../src/writing/corrections/confirm.js'
import { allChanges, historyOf } from '../../src/writing/history/changes.js'
import { proposalsFor } from '../../src/writing/proposals/proposals.js'
import { proposeDraft } from '../../src/writing/proposals/propose-draft.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { edition } from '../edition.js'
import { draftOf, tieOf } from '../writing/drafts.js'
import { describeOnEachEngine } from './engines.js'

const person = (name: string, actsFor: readonly string[], role: Viewer['role'] = 'CONTRIBUTOR'): Viewer => ({
  ...{ name, displayName: name, hasAccount: true, role, actsFor },
})
const maria = person('maria', ['actor:iuc-norr'])
const nils = person('nils', ['actor:norrlandsfonden'])
const reader = person('rut', [], 'READER')

describeOnEachEngine('what concerns an actor', (_, __, openSeeded) => {
  let graph: Graph
  let offer: string
  beforeAll(async () => {
    graph = await openSeeded()
    const made = await publishDraft(
      { graph, edition, viewer: nils },
      draftOf({
        ...{ operation: 'CREATE', label: 'Initiative', values: { nameSv: 'Provlån', kind: 'LOAN' } },
        ties: [tieOf({ does: 'ADD', type: 'OFFERS', end: 'actor:norrlandsfonden', direction: 'IN' })],
      }),
    )
    offer = made.entity
  }, 180_000)
  afterAll(() => graph.close())

  const changesAbout = async (about: string, more: { since?: string; for?: string } = {}) =>
    (await allChanges(graph, { about, first: 200, ...more })).nodes

  it('is what was changed of it and of what it offers, whoever changed it', async () => {
    await publishDraft(
      { graph, edition, viewer: localEditor },
      draftOf({ operation: 'UPDATE', label: 'Initiative', id: offer, values: { nameSv: 'Provlånet' } }),
    )
    const found = await changesAbout('actor:norrlandsfonden')
    expect(found.slice(0, 2).map(({ operation, about, for: actor }) => [operation, about, actor])).toEqual([
      ['UPDATE', offer, null],
      ['CREATE', offer, 'actor:norrlandsfonden'],
    ])
    expect((await changesAbout('actor:iuc-norr')).some(({ about }) => about === offer)).toBe(false)
  })

  it('can be asked for since a moment, and for who made it', async () => {
    const [newest] = await changesAbout('actor:norrlandsfonden')
    const since = await changesAbout('actor:norrlandsfonden', { since: newest?.at ?? '' })
    expect(since.map(({ id }) => id)).toContain(newest?.id)
    expect(since.length).toBeLessThanOrEqual(2)
    const own = await changesAbout('actor:norrlandsfonden', { for: 'actor:norrlandsfonden' })
    expect(own.map(({ operation }) => operation)).toEqual(['CREATE'])
  })

  it('is its own history, with what became of its offers where that is asked for, by pages', async () => {
    const actor = 'actor:almi-nord'
    const writer = { graph, edition, viewer: person('almi', [actor]) }
    const before = (await historyOf(graph, actor, { withOffers: true })).nodes.length
    const offering = async (nameSv: string) =>
      publishDraft(
        writer,
        draftOf({
          ...{ operation: 'CREATE', label: 'Initiative', values: { nameSv, kind: 'ADVICE' } },
          ties: [tieOf({ does: 'ADD', type: 'OFFERS', end: actor, direction: 'IN' })],
        }),
      )
    const [first, second] = [await offering('Provråd ett'), await offering('Provråd två')]
    const own = await publishDraft(
      writer,
      draftOf({ operation: 'UPDATE', label: 'SupportActor', id: actor, values: { descriptionSv: 'Råd i norr' } }),
    )
    const confirmed = await confirm(
      writer,
      { ids: [first.entity], asOf: '2026-11-20', source: null, reason: null },
      '2026-11-24',
    )
    const ended = await publishDraft(
      writer,
      draftOf({ operation: 'END', label: 'Initiative', id: second.entity, endsOn: '2026-11-22' }),
    )
    const wanted = [
      ...[
        { change: ended.change, about: second.entity },
        { change: confirmed[0], about: first.entity },
      ],
      ...[{ change: own.change, about: actor }],
      ...[second, first].map(({ change, entity }) => ({ change, about: entity })),
    ]
    const seen: { change: string; about: string | null }[] = []
    let after: string | null = null
    while (seen.length < wanted.length) {
      const page: Awaited<ReturnType<typeof historyOf>> = await historyOf(graph, actor, {
        ...{ withOffers: true, first: 2, after },
      })
      expect(page.totalCount).toBe(before + wanted.length)
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null)
      seen.push(...page.nodes.map(({ id, about }) => ({ change: id, about })))
      after = page.pageInfo.endCursor
    }
    expect(seen.slice(0, wanted.length)).toEqual(wanted)
    const alone = (await historyOf(graph, actor, {})).nodes
    expect(alone[0]?.id).toBe(own.change)
    expect(new Set(alone.map(({ about }) => about))).toEqual(new Set([actor]))
    // An initiative offers nothing.
    const [plain, asked] = [{}, { withOffers: true }].map((more) => historyOf(graph, first.entity, more))
    expect((await asked)?.nodes.map(({ id }) => id)).toEqual((await plain)?.nodes.map(({ id }) => id))
  })

  it('is what others propose about it, which who acts for it sees, and nobody else of those who decide nothing', async () => {
    await proposeDraft(
      { graph, edition, viewer: maria },
      draftOf({ operation: 'UPDATE', label: 'Initiative', id: offer, values: { minAmount: 5, amountOf: 'SUPPORT' } }),
    )
    const seenBy = async (viewer: Viewer) =>
      (await proposalsFor(graph, viewer, { about: 'actor:norrlandsfonden', first: 10 })).nodes.length
    expect([await seenBy(nils), await seenBy(maria), await seenBy(reader), await seenBy(localEditor)]).toEqual([
      ...[1, 1, 0, 1],
    ])
    expect((await proposalsFor(graph, nils, { about: 'actor:iuc-norr', first: 10 })).nodes).toEqual([])
    expect((await proposalsFor(graph, nils, { first: 10 })).nodes).toHaveLength(1)
  })

  it('is refused for an actor that is not there', async () => {
    await expect(changesAbout('actor:none')).rejects.toThrow('actor:none')
    await expect(proposalsFor(graph, nils, { about: 'actor:none' })).rejects.toThrow('actor:none')
  })
})
