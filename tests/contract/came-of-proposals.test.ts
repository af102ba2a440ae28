import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { graphql } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { localEditor, type Viewer } from '../../src/accounts/viewer.js'
import { exportGraph } from '../../src/export/graph.js'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { importGraph } from '../../src/import/graph.js'
import { createSchema } from '../../src/server/schema.js'
import { decideProposal } from '../../src/writing/proposals/decide-proposal.js'
import { proposeDraft } from '../../src/writing/proposals/propose-draft.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { edition } from '../edition.js'
import { requestContext } from '../server/request-context.js'
import { draftOf, tieOf } from '../writing/drafts.js'
import { describeOnEachEngine } from './engines.js'

const account = (name: string, role: Viewer['role'], ...actsFor: string[]): Viewer => ({
  ...{ name, displayName: name, hasAccount: true, role, actsFor },
})
const maria = account('maria-konto', 'CONTRIBUTOR', 'actor:iuc-norr')
const nils = account('nils-konto', 'CONTRIBUTOR', 'actor:norrlandsfonden')
const reader = account('rut-konto', 'READER')
const editor = account('eva-konto', 'EDITOR')

const forget = query<{ id: string }>()(
  'test: a change as an earlier program recorded it',
  z.object({ count: z.number() }),
  'MATCH (change:Change {id: $id}) REMOVE change.proposed RETURN count(change) AS count',
)

const asked = `query ($of: ID!) { history(of: $of) { nodes {
  operation isProposed proposal { id status author decidedBy decidedAt reason forActor { id } change { id } } } } }`
const nodes = z.array(
  z.object({ operation: z.string(), isProposed: z.boolean(), proposal: z.looseObject({ id: z.string() }).nullable() }),
)
const answered = z.object({ data: z.object({ history: z.object({ nodes }) }) })
const schema = createSchema()

describeOnEachEngine('a change that came of a proposal', (open, _, openSeeded) => {
  let graph: Graph
  let folder: string
  let offer: string
  let proposal: string
  let change: string | null
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'norrgraph-came-of-'))
    graph = await openSeeded()
    const as = (viewer: Viewer) => ({ graph, edition, viewer })
    const made = await publishDraft(
      as(localEditor),
      draftOf({
        ...{ operation: 'CREATE', label: 'Initiative', values: { nameSv: 'Provlån', kind: 'LOAN' } },
        ties: [tieOf({ does: 'ADD', type: 'OFFERS', end: 'actor:norrlandsfonden', direction: 'IN' })],
      }),
    )
    offer = made.entity
    const draft = draftOf({ operation: 'UPDATE', label: 'Initiative', id: offer, values: { nameSv: 'Provlånet' } })
    proposal = (await proposeDraft(as(maria), { ...draft, reason: 'Hemligt skäl' })).proposal
    const decision = { proposal, decision: 'APPROVE', reason: null } as const
    change = (await decideProposal(as(editor), decision)).change
  }, 180_000)
  afterAll(async () => {
    await graph.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function ask(viewer: Viewer | null, source: string, variableValues: Record<string, unknown>, of = graph) {
    const contextValue = { ...requestContext(of, '2026-11-24'), viewer }
    return JSON.parse(JSON.stringify(await graphql({ schema, source, contextValue, variableValues })))
  }
  const told = async (viewer: Viewer | null, of = graph) =>
    answered.parse(await ask(viewer, asked, { of: offer }, of)).data.history.nodes

  it('says so, and to an editor who proposed and who decided it', async () => {
    expect(await told(editor)).toEqual([
      {
        ...{ operation: 'UPDATE', isProposed: true },
        proposal: {
          ...{ id: proposal, status: 'APPROVED', author: 'maria-konto', decidedBy: 'eva-konto' },
          ...{ decidedAt: expect.any(String), reason: 'Hemligt skäl' },
          ...{ forActor: { id: 'actor:iuc-norr' }, change: { id: change } },
        },
      },
      { operation: 'CREATE', isProposed: false, proposal: null },
    ])
  })

  it('names no account of others to who proposed it, and to who acts for whom it concerns', async () => {
    const [own] = await told(maria)
    expect(own?.proposal).toMatchObject({ id: proposal, author: 'maria-konto', decidedBy: null })
    const [concerned] = await told(nils)
    expect(concerned?.proposal).toMatchObject({ id: proposal, author: null, decidedBy: null })
  })

  it('tells others that it came of one, and no more', async () => {
    for (const viewer of [reader, null]) {
      expect((await told(viewer))[0]).toEqual({ operation: 'UPDATE', isProposed: true, proposal: null })
    }
  })

  it('leads to the proposal, which others do not find', async () => {
    const one = 'query ($id: ID!) { proposal(id: $id) { id } }'
    for (const viewer of [editor, maria, nils]) {
      expect(await ask(viewer, one, { id: proposal })).toEqual({ data: { proposal: { id: proposal } } })
    }
    expect(await ask(reader, one, { id: proposal })).toEqual({ data: { proposal: null } })
    expect(await ask(editor, one, { id: 'proposal:none' })).toEqual({ data: { proposal: null } })
    expect(await ask(null, one, { id: proposal })).toMatchObject({
      data: { proposal: null },
      errors: [{ message: 'It takes being signed in to see proposals' }],
    })
  })

  it('says so after a file too; one that tells of no accounts tells of no proposal', async () => {
    const [whole, nameless] = [join(folder, 'whole'), join(folder, 'nameless')]
    await exportGraph(graph, whole, undefined, { withAccounts: true })
    await exportGraph(graph, nameless)
    expect(readFileSync(nameless, 'utf8')).not.toContain(proposal)
    const before = await told(editor)
    await graph.close()

    const second = await open()
    await importGraph(second, nameless)
    expect((await told(editor, second))[0]).toEqual({ operation: 'UPDATE', isProposed: true, proposal: null })
    await second.close()

    graph = await open()
    await importGraph(graph, whole)
    expect(await told(editor)).toEqual(before)
  }, 180_000)

  it('is known by its proposal where an earlier program recorded it', async () => {
    const before = [await told(editor), await told(null)]
    await graph.transaction((transaction) => transaction.write(forget, { id: change ?? '' }))
    expect([await told(editor), await told(null)]).toEqual(before)
  })
})
