import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { graphql } from 'graphql'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { localEditor, type Viewer } from '../../src/accounts/viewer.js'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { createSchema } from '../../src/server/schema.js'
import { bringUpToDate } from '../../src/startup/open-norrgraph.js'
import { decideProposal } from '../../src/writing/proposals/decide-proposal.js'
import { proposeDraft } from '../../src/writing/proposals/propose-draft.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { edition } from '../edition.js'
import { requestContext } from '../server/request-context.js'
import { draftOf } from '../writing/drafts.js'
import { describeOnSeededGraph, describeOnTwoConnections } from './engines.js'

const account = (name: string, role: Viewer['role'], ...actsFor: string[]): Viewer => ({
  ...{ name, displayName: name, hasAccount: true, role, actsFor },
})
const maria = account('maria', 'CONTRIBUTOR', 'actor:iuc-norr')
const sven = account('sven', 'CONTRIBUTOR', 'actor:iuc-norr', 'actor:almi-nord')
const eva = account('eva', 'CONTRIBUTOR', 'actor:almi-nord')
const reader = account('reader', 'READER')
const editor = account('editor', 'EDITOR')

const list = `query Proposals($status: ProposalStatus, $for: ID, $first: Int, $after: String) {
  proposals(status: $status, for: $for, first: $first, after: $after) {
    totalCount
    nodes { id status entity { id } operation at forActor { id } author reason fields { name before after } decidedAt
      change { id operation entity { id } } decisionReason }
    pageInfo { hasNextPage endCursor }
  }
}`
const page = z.object({
  data: z.object({
    proposals: z.object({
      totalCount: z.number(),
      nodes: z.array(z.looseObject({ id: z.string(), status: z.string(), author: z.string().nullable() })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
})
const refusal = z.object({ errors: z.array(z.object({ message: z.string() })) })
const schema = createSchema()

const creating = (nameSv: string) =>
  draftOf({ operation: 'CREATE', label: 'Initiative', values: { nameSv, kind: 'ADVICE' } })

describeOnSeededGraph('proposals', (given) => {
  const asked = (viewer: Viewer | null, variables: object = {}) => ask(viewer, list, variables)
  async function ask(viewer: Viewer | null, source: string, variables: object = {}): Promise<unknown> {
    const contextValue = { ...requestContext(given.graph, '2026-11-24'), viewer }
    const answer = await graphql({ schema, source, contextValue, variableValues: { ...variables } })
    return JSON.parse(JSON.stringify(answer))
  }
  const listed = async (viewer: Viewer, variables: object = {}) =>
    page.parse(await asked(viewer, variables)).data.proposals
  const propose = async (viewer: Viewer, nameSv: string) =>
    (await proposeDraft({ graph: given.graph, edition, viewer }, creating(nameSv))).proposal
  const decide = (proposal: string, decision: 'APPROVE' | 'REJECT', reason: string | null = null) =>
    decideProposal({ graph: given.graph, edition, viewer: editor }, { proposal, decision, reason })

  it('are seen by their author, by who acts for the actor, and by editors, newest first', async () => {
    const ofMaria = await propose(maria, 'Marias råd')
    const ofSven = await propose(sven, 'Svens råd')
    const ofEva = await propose(eva, 'Evas råd')
    const ofReader = await propose(reader, 'Läsarens råd')
    const seen = async (viewer: Viewer, variables: object = {}) =>
      (await listed(viewer, variables)).nodes.map(({ id }) => id)
    expect(await seen(editor)).toEqual([ofReader, ofEva, ofSven, ofMaria])
    expect(await seen(maria)).toEqual([ofSven, ofMaria])
    expect(await seen(sven)).toEqual([ofEva, ofSven, ofMaria])
    expect(await seen(eva)).toEqual([ofEva])
    expect(await seen(reader)).toEqual([ofReader])
    expect(await seen(account('nils', 'READER'))).toEqual([])
    expect(await seen(editor, { for: 'actor:iuc-norr' })).toEqual([ofSven, ofMaria])
    expect(await seen(eva, { for: 'actor:iuc-norr' })).toEqual([])
    expect((await listed(maria)).totalCount).toBe(2)
    const authors = (await listed(maria)).nodes.map(({ author }) => author)
    expect(authors).toEqual([null, 'maria'])
  })

  it('are told as they stand, page by page', async () => {
    const ids = []
    for (const each of [1, 2, 3, 4, 5]) ids.unshift(await propose(account('paging', 'READER'), `Sida ${each}`))
    const paging = account('paging', 'READER')
    const first = await listed(paging, { first: 2 })
    const second = await listed(paging, { first: 2, after: first.pageInfo.endCursor })
    const third = await listed(paging, { first: 2, after: second.pageInfo.endCursor })
    const pages = [first, second, third]
    expect(pages.flatMap(({ nodes }) => nodes.map(({ id }) => id))).toEqual(ids)
    expect(pages.map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false])
    expect(pages.map(({ totalCount }) => totalCount)).toEqual([5, 5, 5])
    await decide(String(ids[0]), 'REJECT', 'Finns redan')
    expect(await listed(paging, { status: 'REJECTED' })).toMatchObject({
      totalCount: 1,
      nodes: [{ id: ids[0], status: 'REJECTED', decisionReason: 'Finns redan', change: null, entity: null }],
    })
  })

  it('become changes that are told with them', async () => {
    const proposal = await propose(maria, 'Blir av')
    const { change } = await decide(proposal, 'APPROVE')
    const [told] = (await listed(maria, { status: 'APPROVED' })).nodes
    expect(told).toMatchObject({
      ...{
        id: proposal,
        operation: 'CREATE',
        entity: { id: 'initiative:blir-av' },
        forActor: { id: 'actor:iuc-norr' },
      },
      change: { id: change, operation: 'CREATE', entity: { id: 'initiative:blir-av' } },
      fields: [
        { name: 'kind', before: null, after: '"ADVICE"' },
        { name: 'nameSv', before: null, after: '"Blir av"' },
      ],
    })
  })

  it('are not for who is not known, and decided by no others than editors', async () => {
    const proposal = await propose(maria, 'Hemligt råd')
    const decision = `mutation { decideProposal(input: { proposal: "${proposal}", decision: APPROVE }) { change { id } } }`
    const answers = [await asked(null), await ask(maria, decision), await ask(null, decision)]
    const [unknown, contributor, nobody] = answers.map((answer) => refusal.parse(answer).errors[0]?.message)
    expect(unknown).toBe('It takes being signed in to see proposals')
    expect(contributor).toBe('It takes the role EDITOR to decide proposals; this account is of the role CONTRIBUTOR')
    expect(nobody).toBe('It takes being signed in to decide proposals')
    expect(JSON.stringify(answers)).not.toContain('Hemligt')
    expect((await listed(maria, { first: 1 })).nodes).toMatchObject([{ id: proposal, status: 'PENDING' }])
  })

  it.each([
    [{ for: 'firm:5599000014' }, 'for'],
    [{ first: 0 }, 'first'],
    [{ after: 'nothing' }, 'after'],
  ])('refuse %j', async (variables, argument) => {
    const { errors } = await given.api.ask(list, variables)
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }])
  })

  it('refuse an actor that never was', async () => {
    const { errors } = await given.api.ask(list, { for: 'actor:never-was' })
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', id: 'actor:never-was' } }])
  })

  describe('over HTTP', () => {
    const written = z.object({
      createInitiative: z.object({
        initiative: z.null(),
        change: z.null(),
        proposal: z.object({ id: z.string(), status: z.string() }),
      }),
    })
    const proposing = async (nameSv: string) =>
      written.parse(
        await given.api.data(
          `mutation($input: CreateInitiativeInput!) {
             createInitiative(input: $input) { initiative { id } change { id } proposal { id status } } }`,
          {
            input: {
              nameSv,
              kind: 'ADVICE',
              help: ['ADVICE'],
              offeredBy: ['actor:iuc-norr'],
              propose: true,
              reason: 'Heard of it',
            },
          },
        ),
      ).createInitiative.proposal

    it('are in no answer but their own list, which is never an old one', async () => {
      const questions = [
        '{ supportActors { totalCount } }',
        '{ search(text: "Osynligt råd") { totalCount } }',
        '{ entities(kind: INITIATIVE) { totalCount } }',
        '{ changes { totalCount } }',
        '{ node(id: "initiative:osynligt-rad") { id } }',
        '{ node(id: "actor:iuc-norr") { ... on SupportActor { initiatives { totalCount } } } }',
      ]
      const before = await Promise.all(questions.map((question) => given.api.data(question)))
      const counted = '{ proposals { totalCount } }'
      const counts = [await given.api.data(counted), await given.api.data(counted)]
      expect(counts[0]).toEqual(counts[1])
      const { id, status } = await proposing('Osynligt råd')
      expect(status).toBe('PENDING')
      expect(await Promise.all(questions.map((question) => given.api.data(question)))).toEqual(before)
      expect(await given.api.data(counted)).not.toEqual(counts[0])
      await given.api.data(
        `mutation { decideProposal(input: { proposal: "${id}", decision: REJECT }) { change { id } } }`,
      )
      expect(await given.api.data('{ proposals(first: 1) { nodes { id status } } }')).toMatchObject({
        proposals: { nodes: [{ id, status: 'REJECTED' }] },
      })
      expect(await Promise.all(questions.map((question) => given.api.data(question)))).toEqual(before)
    })

    it('are decided once, and what stands in the way is named', async () => {
      const { id } = await proposing('En gång')
      const deciding = { input: { proposal: id, decision: 'APPROVE' } }
      const first = z
        .object({
          decideProposal: z.object({
            proposal: z.object({ status: z.string() }),
            change: z.object({ id: z.string() }),
          }),
        })
        .parse(await given.api.data(decideOperation, deciding)).decideProposal
      expect(first.proposal.status).toBe('APPROVED')
      const { errors } = await given.api.ask(decideOperation, deciding)
      expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', changes: [first.change.id] } }])
    })

    it('are not there by another id', async () => {
      const { errors } = await given.api.ask(decideOperation, {
        input: { proposal: 'proposal:none', decision: 'REJECT' },
      })
      expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', id: 'proposal:none' } }])
    })
  })
})

const decideOperation = `mutation DecideProposal($input: DecideProposalInput!) {
  decideProposal(input: $input) {
    proposal { id status }
    change { id operation entity { id } }
  }
}`

describe('a proposal in a graph that was closed', () => {
  it('is decided as it was made', async () => {
    const path = mkdtempSync(join(tmpdir(), 'norrgraph-proposal-'))
    const opened = async () => {
      const graph = await openGraph({ engine: 'embedded', path })
      await bringUpToDate(graph, edition)
      return graph
    }
    try {
      const before = await opened()
      const draft = { ...creating('Kvar efteråt'), reason: 'Åäö "…"' }
      const { proposal } = await proposeDraft({ graph: before, edition, viewer: maria }, draft)
      await before.close()
      const graph = await opened()
      const { change } = await decideProposal(
        { graph, edition, viewer: editor },
        { proposal, decision: 'APPROVE', reason: null },
      )
      const context = { ...requestContext(graph, '2026-11-24'), viewer: editor }
      const source = `{ changes(first: 1) { nodes { id author reason entity { id } forActor { id } } } }`
      const { data } = await graphql({ schema, source, contextValue: context })
      expect(JSON.parse(JSON.stringify(data))).toEqual({
        changes: {
          nodes: [
            {
              ...{ id: change, author: 'maria', reason: 'Åäö "…"' },
              ...{ entity: { id: 'initiative:kvar-efterat' }, forActor: { id: 'actor:iuc-norr' } },
            },
          ],
        },
      })
      await graph.close()
    } finally {
      rmSync(path, { recursive: true })
    }
  })
})

describeOnTwoConnections('a proposal that two decide at once', (open) => {
  it('is decided by one of them', async () => {
    const [one, two] = await open()
    await bringUpToDate(one, edition)
    const writer = (graph: Graph) => ({ graph, edition, viewer: localEditor })
    for (let round = 1; round <= 10; round += 1) {
      const { entity } = await publishDraft(writer(one), creating(`Omgång ${round}`))
      const draft = draftOf({ operation: 'UPDATE', label: 'Initiative', id: entity, values: { descriptionSv: 'Nytt' } })
      const { proposal } = await proposeDraft(writer(two), draft)
      const decision = { proposal, decision: 'APPROVE', reason: null } as const
      const both = await Promise.allSettled([one, two].map((graph) => decideProposal(writer(graph), decision)))
      const [won] = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
      const lost = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
      expect(lost).toMatchObject([{ name: 'ConflictError', details: { changes: [won?.change] } }])
    }
    await Promise.all([one.close(), two.close()])
  })
})
