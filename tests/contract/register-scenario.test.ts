import { expect, it } from 'vitest'
import { z } from 'zod'
import { operation } from './api.js'
import { describeOnSeededGraph } from './engines.js'

const change = z.object({ id: z.string(), operation: z.string() })
const difference = z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })
const proposal = z.object({ id: z.string(), status: z.string() })
const initiative = z.object({ id: z.string(), status: z.string(), revision: z.number() })
const written = { change: change.nullable(), proposal: proposal.nullable() }
const firm = z.object({ id: z.string(), revision: z.number(), sizeClass: z.string() })

/** What is looked at of the answer to each operation. */
const answers = {
  viewer: z.object({ viewer: z.object({ role: z.string() }) }),
  'create-initiative': z.object({
    createInitiative: z.object({ ...written, initiative: initiative.nullable() }),
  }),
  'update-initiative': z.object({
    updateInitiative: z.object({
      initiative,
      change: change.extend({ fields: z.array(difference) }),
    }),
  }),
  'end-initiative': z.object({ endInitiative: z.object({ initiative }) }),
  history: z.object({
    history: z.object({ totalCount: z.number(), nodes: z.array(change.extend({ fields: z.array(difference) })) }),
  }),
  'undo-change': z.object({
    undoChange: z.object({ change: change.extend({ inverseOf: z.object({ id: z.string() }) }) }),
  }),
  'to-confirm': z.object({
    toConfirm: z.object({ nodes: z.array(z.object({ id: z.string(), status: z.string() })) }),
  }),
  confirm: z.object({ confirm: z.object({ changes: z.array(change) }) }),
  proposals: z.object({ proposals: z.object({ nodes: z.array(proposal) }) }),
  'decide-proposal': z.object({ decideProposal: z.object({ proposal, change: change.nullable() }) }),
  'create-firm': z.object({ createFirm: z.object({ firm, change }) }),
  'merge-entities': z.object({ mergeEntities: z.object({ entity: z.object({ id: z.string() }), change }) }),
  changes: z.object({ changes: z.object({ nodes: z.array(change) }) }),
}
type Answers = { readonly [Name in keyof typeof answers]: z.infer<(typeof answers)[Name]> }
const shapes: { readonly [Name in keyof Answers]: z.ZodType<Answers[Name]> } = answers

const offers = z.object({
  supportFor: z.object({
    nodes: z.array(
      z.object({
        actor: z.object({ id: z.string() }),
        initiatives: z.array(z.object({ initiative: z.object({ id: z.string() }) })),
      }),
    ),
  }),
})
const profile = {
  ...{ municipality: 'municipality:2582', sector: 'sector:sni2007-C25', sizeClass: 'SMALL' },
  needs: ['need:finance'],
}
const loan = {
  ...{ nameSv: 'Provlån', nameEn: 'Trial loan', kind: 'LOAN', help: ['LOAN'], from: '2026-09-01' },
  ...{ offeredBy: ['actor:norrlandsfonden'], covers: ['county:25'], addresses: ['area:growth-and-finance'] },
  meets: [{ need: 'need:finance', strength: 'CORE' }],
  terms: { minAmount: 200_000, maxShare: 0.5 },
  source: { title: 'Own page', publisher: 'Norrlandsfonden', url: 'https://example.org/provlan', year: 2026 },
  reason: 'New this autumn',
}
const hearsay = {
  ...{ nameSv: 'Förslag', kind: 'ADVICE', help: ['ADVICE'], offeredBy: ['actor:iuc-norr'] },
  meets: [{ need: 'need:transition', strength: 'SIDE' }],
  ...{ propose: true, reason: 'Heard of it' },
}
const firmOf = (organisationNumber: string, name: string) => ({
  ...{ organisationNumber, name, municipality: 'municipality:2582' },
  ...{ sni: ['25.110'], employees: 12, asOf: '2026-06-30' },
})

describeOnSeededGraph('whoever keeps the register', (given) => {
  async function answer<Name extends keyof Answers>(name: Name, variables: Record<string, unknown> = {}) {
    return shapes[name].parse(await given.api.data(operation(name), variables))
  }
  const refusal = async (name: string, input: Record<string, unknown>) => {
    const reply = await given.api.ask(operation(name), { input })
    return { ...reply.errors?.[0]?.extensions, text: JSON.stringify(reply) }
  }
  const isOffered = async (id: string): Promise<boolean> => {
    const asked = `query ($p: SmeProfile!) { supportFor(profile: $p, asOf: "2026-11-24", first: 200) {
      nodes { actor { id } initiatives { initiative { id } } } } }`
    const { supportFor } = offers.parse(await given.api.data(asked, { p: profile }))
    return supportFor.nodes.some(
      ({ actor, initiatives }) =>
        actor.id === 'actor:norrlandsfonden' && initiatives.some((offered) => offered.initiative.id === id),
    )
  }
  const idOf = async (id: string) => given.api.data('query ($id: ID!) { node(id: $id) { id } }', { id })
  const create = async (input: Record<string, unknown>) =>
    (await answer('create-initiative', { input })).createInitiative
  const createFirm = async (input: Record<string, unknown>) => (await answer('create-firm', { input })).createFirm

  it('is the local editor, without an account', async () => {
    expect((await answer('viewer')).viewer.role).toBe('EDITOR')
  })

  it('makes an offer, changes it, takes the change back and ends it', async () => {
    const made = await create(loan)
    const id = z.string().parse(made.initiative?.id)
    expect(made).toMatchObject({
      initiative: { id: expect.stringMatching(/^initiative:/), status: 'ACTIVE', revision: 1 },
      change: { operation: 'CREATE' },
    })
    expect(await isOffered(id)).toBe(true)

    const raised = { id, revision: 1, terms: { minAmount: 300_000 }, reason: 'Raised' }
    const { updateInitiative } = await answer('update-initiative', { input: raised })
    expect(updateInitiative.initiative.revision).toBe(2)
    expect(updateInitiative.change.fields).toEqual([{ name: 'minAmount', before: '200000', after: '300000' }])
    expect(await refusal('update-initiative', { id, revision: 1, nameSv: 'Annat' })).toMatchObject({
      ...{ code: 'CONFLICT', revision: 2 },
    })
    const { history } = await answer('history', { of: id, first: 10 })
    expect([history.totalCount, ...history.nodes.map((each) => each.operation)]).toEqual([2, 'UPDATE', 'CREATE'])

    const wrong = updateInitiative.change.id
    const { undoChange } = await answer('undo-change', { input: { change: wrong, reason: 'Wrong' } })
    expect(undoChange.change).toMatchObject({ operation: 'UNDO', inverseOf: { id: wrong } })

    const { endInitiative } = await answer('end-initiative', { input: { id, on: '2026-11-01', reason: 'Closed' } })
    expect(endInitiative.initiative.status).toBe('ENDED')
    expect(await isOffered(id)).toBe(false)
  })

  it('confirms what nobody has confirmed for long', async () => {
    const id = 'initiative:top-loans'
    const asked = { actor: 'actor:norrlandsfonden', asOf: '2026-11-24', first: 50 }
    const { toConfirm } = await answer('to-confirm', asked)
    expect(toConfirm.nodes.find((each) => each.id === id)?.status).toBe('UNCONFIRMED')
    const { confirm } = await answer('confirm', { input: { ids: [id], asOf: '2026-11-24' } })
    expect(confirm.changes.map((each) => each.operation)).toEqual(['CONFIRM'])
    const status = `{ node(id: "${id}") { ... on Initiative { status(asOf: "2026-11-25") } } }`
    expect(await given.api.data(status)).toEqual({ node: { status: 'ACTIVE' } })
  })

  it('proposes, and decides once', async () => {
    const proposed = await create(hearsay)
    expect(proposed).toMatchObject({ initiative: null, change: null, proposal: { status: 'PENDING' } })
    const id = z.string().parse(proposed.proposal?.id)
    const { proposals } = await answer('proposals', { status: 'PENDING', first: 10 })
    expect(proposals.nodes.map((each) => each.id)).toContain(id)
    const { decideProposal } = await answer('decide-proposal', { input: { proposal: id, decision: 'APPROVE' } })
    expect(decideProposal).toMatchObject({ proposal: { status: 'APPROVED' }, change: { operation: 'CREATE' } })
    expect(await refusal('decide-proposal', { proposal: id, decision: 'REJECT' })).toHaveProperty('code')
  })

  it('makes two firms one, and two again', async () => {
    const known = await createFirm(firmOf('5599000014', 'Prov Svets AB'))
    expect(known.firm).toMatchObject({ id: 'firm:5599000014', sizeClass: 'SMALL' })
    const unknown = { name: 'Provsvets i Boden', legalForm: 'LIMITED_COMPANY', municipality: 'municipality:2582' }
    const double = await createFirm(unknown)
    expect(double.firm.id).not.toBe(known.firm.id)
    const { mergeEntities } = await answer('merge-entities', {
      input: {
        ...{ from: double.firm.id, fromRevision: double.firm.revision },
        ...{ into: known.firm.id, intoRevision: known.firm.revision, reason: 'The same' },
      },
    })
    expect(mergeEntities.entity.id).toBe(known.firm.id)
    expect(await idOf(double.firm.id)).toEqual({ node: { id: known.firm.id } })
    await answer('undo-change', { input: { change: mergeEntities.change.id } })
    for (const { id } of [known.firm, double.firm]) expect(await idOf(id)).toEqual({ node: { id } })
  })

  it('is refused what is a person’s, without its number, and what never was', async () => {
    const person = await refusal('create-firm', firmOf('8112189876', 'Någon'))
    expect(person).toMatchObject({ code: 'BAD_USER_INPUT', text: expect.not.stringContaining('8112189876') })
    expect(await refusal('end-initiative', { id: 'initiative:not-there', on: '2026-11-24' })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('finds every one of these changes, newest first', async () => {
    const { changes } = await answer('changes', { first: 200 })
    expect(changes.nodes.map((each) => each.operation).slice(0, 10)).toEqual([
      ...['UNDO', 'MERGE', 'CREATE', 'CREATE', 'CREATE', 'CONFIRM', 'END', 'UNDO', 'UPDATE', 'CREATE'],
    ])
  })
})
