import { afterAll, beforeAll, expect, it } from 'vitest'
import { localEditor, type Viewer } from '../../src/accounts/viewer.js'
import type { Graph } from '../../src/graph/graph.js'
import { allChanges } from '../../src/writing/history/changes.js'
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
