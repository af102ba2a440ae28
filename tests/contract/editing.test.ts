import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { localEditor, type Role, type Viewer } from '../../src/accounts/viewer.js'
import type { Graph } from '../../src/graph/graph.js'
import { today } from '../../src/kernel/day.js'
import { confirmable, editable } from '../../src/writing/editing/editable.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { edition } from '../edition.js'
import { describeOnEachEngine, describeOnSeededGraph, type Given } from './engines.js'
import { newOffer, offeredBy } from './writing-drafts.js'

const forms = z.object({
  editable: z
    .object({
      revision: z.number(),
      rights: z.array(z.string()),
      values: z.array(z.object({ name: z.string(), value: z.string() })),
      named: z.array(z.object({ id: z.string(), name: z.string() })),
    })
    .nullable(),
})

/** What a form begins with, its values read. */
async function formOf({ api }: Pick<Given, 'api'>, id: string) {
  const { editable: form } = forms.parse(
    await api.data(
      'query ($id: ID!) { editable(id: $id) { revision rights values { name value } named { id name } } }',
      {
        id,
      },
    ),
  )
  const values: Record<string, unknown> = Object.fromEntries(
    (form?.values ?? []).map(({ name, value }) => [name, JSON.parse(value)]),
  )
  return form && { ...form, values }
}

/** Lists of each kind that an update takes by what is added and what ends. */
const lists: Readonly<Record<string, readonly string[]>> = {
  SupportActor: ['locatedIn', 'serves', 'helpsWith', 'provides', 'replacedBy'],
  Initiative: [...['offeredBy', 'fundedBy', 'partners', 'covers', 'targets', 'meets', 'addresses', 'replacedBy']],
  Firm: ['canSupply', 'needs', 'requirements', 'suppliesTo'],
  Establishment: ['operators', 'municipalities', 'procures', 'requires'],
  Claim: ['about', 'contradicts'],
}

describeOnSeededGraph('what a form begins with', (given) => {
  it.each([
    ['SupportActor', 'actor:norrlandsfonden', ['nameSv', 'kind', 'url', 'serves', 'helpsWith']],
    ['Initiative', 'initiative:top-loans', ['nameSv', 'kind', 'help', 'offeredBy', 'meets', 'terms']],
    ['Establishment', 'establishment:h2-green-steel', ['nameSv', 'jobs', 'phases', 'municipalities', 'procures']],
    ['Claim', 'claim:spillover-text', ['statementSv', 'about']],
  ])('says of a %s all that its update takes, so that the same sent back changes nothing', async (kind, id, some) => {
    const before = await formOf(given, id)
    expect(Object.keys(before?.values ?? {})).toEqual(expect.arrayContaining(some))
    const { phases, ...values } = before?.values ?? {}
    const input = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, lists[kind]?.includes(name) ? { add: value } : value]),
    )
    await given.api.data(`mutation ($input: Update${kind}Input!) { update${kind}(input: $input) { change { id } } }`, {
      input: {
        ...{ id, revision: before?.revision, ...input },
        ...(phases === undefined ? {} : { phases: { change: phases } }),
        source: { title: 'A page of a test', url: 'https://example.org/same', year: 2026 },
      },
    })
    const after = await formOf(given, id)
    expect(after?.values).toEqual(before?.values)
    expect(after?.revision).toBe(Number(before?.revision) + 1)
  })

  it('names what its values name by id', async () => {
    const form = await formOf(given, 'initiative:top-loans')
    expect(form?.named.map(({ id }) => id)).toContain('need:finance')
  })

  it('is nothing of what is not written by hand, and of what is not there', async () => {
    expect(await formOf(given, 'need:finance')).toBeNull()
    expect(await formOf(given, 'initiative:no-such')).toBeNull()
  })

  it('says of what has ended on which day, and nothing of what ends later', async () => {
    const ends = async (to: string) => {
      const { createInitiative } = z
        .object({ createInitiative: z.object({ initiative: z.object({ id: z.string() }) }) })
        .parse(
          await given.api.data(
            'mutation ($input: CreateInitiativeInput!) { createInitiative(input: $input) { initiative { id } } }',
            { input: { nameSv: `Slutar ${to}`, kind: 'ADVICE', help: ['ADVICE'], to } },
          ),
        )
      const { id } = createInitiative.initiative
      const { editable: form } = z
        .object({ editable: z.object({ endedOn: z.string().nullable() }) })
        .parse(await given.api.data('query ($id: ID!) { editable(id: $id) { endedOn } }', { id }))
      return form.endedOn
    }
    expect(await ends('2020')).toBe('2020-12-31')
    expect(await ends('2999-01-01')).toBeNull()
  })

  it('lets who works on the machine publish and merge', async () => {
    expect((await formOf(given, 'initiative:top-loans'))?.rights).toEqual(['PROPOSE', 'PUBLISH', 'MERGE'])
    expect((await formOf(given, 'claim:spillover-text'))?.rights).toEqual(['PROPOSE', 'PUBLISH'])
  })
})

describeOnEachEngine('what one may do about something', (_, __, openSeeded) => {
  let graph: Graph
  beforeAll(async () => {
    graph = await openSeeded()
  }, 180_000)
  afterAll(() => graph.close())

  const viewer = (role: Role, ...actsFor: string[]): Viewer => ({
    ...{ name: 'maria', displayName: 'Maria', hasAccount: true, role, actsFor },
  })
  const rights = async (who: Viewer, id: string) => (await editable(graph, who, id, today()))?.rights
  const offer = async (...actors: string[]) => {
    const draft = newOffer(
      {},
      actors.map((actor) => offeredBy(actor)),
    )
    return (await publishDraft({ graph, edition, viewer: localEditor }, draft)).entity
  }

  describe('is for a CONTRIBUTOR', () => {
    const maria = viewer('CONTRIBUTOR', 'actor:iuc-norr')

    it('to publish about the actor that they act for, and what it alone offers', async () => {
      expect(await rights(maria, 'actor:iuc-norr')).toEqual(['PROPOSE', 'PUBLISH'])
      expect(await rights(maria, await offer('actor:iuc-norr'))).toEqual(['PROPOSE', 'PUBLISH'])
    })

    it('to propose about all else, what another offers with it included', async () => {
      expect(await rights(maria, 'actor:norrlandsfonden')).toEqual(['PROPOSE'])
      expect(await rights(maria, await offer('actor:iuc-norr', 'actor:norrlandsfonden'))).toEqual(['PROPOSE'])
      expect(await rights(maria, 'claim:spillover-text')).toEqual(['PROPOSE'])
    })

    it('to confirm of what waits for it what they may publish about', async () => {
      const [own, shared] = [await offer('actor:iuc-norr'), await offer('actor:iuc-norr', 'actor:norrlandsfonden')]
      const form = await editable(graph, maria, 'actor:iuc-norr', '2033-01-01')
      const waiting = form ? await confirmable(graph, maria, form, '2033-01-01') : []
      expect(waiting).toContain(own)
      expect(waiting).not.toContain(shared)
    })
  })

  it('is for a READER to propose', async () => {
    const form = await editable(graph, viewer('READER'), 'actor:iuc-norr', today())
    expect(form?.rights).toEqual(['PROPOSE'])
    expect(form && (await confirmable(graph, viewer('READER'), form, today()))).toEqual([])
  })
})
