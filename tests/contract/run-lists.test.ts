import { beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { createAccount } from '../../src/accounts/accounts.js'
import { today } from '../../src/kernel/day.js'
import { storeSpillover } from '../../src/spillover/runs/stored-runs.js'
import { edition } from '../edition.js'
import { describeOnSeededGraph } from './engines.js'

const page = z.object({
  spilloverRuns: z.object({
    totalCount: z.number(),
    nodes: z.array(z.object({ name: z.string(), question: z.string().nullable(), mayDelete: z.boolean() })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
})
const source = `query ($filter: SpilloverRunFilter, $orderBy: SpilloverRunOrder, $first: Int, $after: String) {
  spilloverRuns(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount nodes { name question mayDelete } pageInfo { hasNextPage endCursor } } }`

describeOnSeededGraph('the list of runs', (given) => {
  const anna = {
    ...{ name: 'anna-of-runs', displayName: 'Anna', role: 'READER' as const },
    ...{ actsFor: [], hasAccount: true },
  }
  const nobody = { name: 'local', hasAccount: false }
  const lkab = ['establishment:lkab']

  beforeAll(async () => {
    const knowledge = { graph: given.graph, edition }
    await storeSpillover(knowledge, { closure: 'TYPE_I' }, 'Bara indirekta', nobody)
    await storeSpillover(knowledge, { regionalisation: { method: 'FLQ' } }, 'Kvoter för Övre Norrland', nobody)
    await storeSpillover(knowledge, { establishments: lkab, closure: 'TYPE_I' }, 'LKAB för sig', anna)
  })
  const list = async (variables: Record<string, unknown> = {}) =>
    page.parse(await given.api.data(source, variables)).spilloverRuns
  const names = async (filter: Record<string, unknown>) =>
    (await list({ filter })).nodes.map(({ name }) => name).toSorted()

  it('is found by a part of the name, whatever its case and dots', async () => {
    expect(await names({ text: 'OVRE norrland' })).toEqual(['Kvoter för Övre Norrland'])
    expect(await names({ text: 'finns inte' })).toEqual([])
  })

  it('is found by table, method, effects, venture and day', async () => {
    expect(await names({ method: 'FLQ' })).toEqual(['Kvoter för Övre Norrland'])
    expect(await names({ closure: 'TYPE_I', method: 'RETENTION' })).toEqual(['Bara indirekta', 'LKAB för sig'])
    expect(await names({ establishment: 'establishment:lkab', closure: 'TYPE_I' })).toContain('LKAB för sig')
    expect(await names({ establishment: 'establishment:boliden', closure: 'TYPE_I' })).toEqual(['Bara indirekta'])
    expect(await names({ table: 'table:scb-2016-44', from: today(), to: today() })).toHaveLength(4)
    expect(await names({ from: '2999-01-01' })).toEqual([])
    expect(await names({ to: '2000-01-01' })).toEqual([])
  })

  it('has the newest first where that is asked, page after page', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const { nodes, pageInfo, totalCount } = await list({ orderBy: 'NEWEST', first: 1, after })
      expect(totalCount).toBe(4)
      seen.push(...nodes.map(({ name }) => name))
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after !== null)
    expect(seen.slice(0, 3)).toEqual(['LKAB för sig', 'Kvoter för Övre Norrland', 'Bara indirekta'])
    expect(seen).toHaveLength(4)
  })

  it('tells what each was asked, and which may be taken away', async () => {
    const { nodes } = await list({ orderBy: 'NEWEST' })
    expect(JSON.parse(nodes[0]?.question ?? '')).toEqual({ establishments: lkab, closure: 'TYPE_I' })
    // On the machine itself, without accounts, one is an editor; the region's own stays.
    expect(nodes.map(({ mayDelete }) => mayDelete)).toEqual([true, true, true, false])
  })

  it('refuses what is no filter, and what is not there', async () => {
    const refusal = async (filter: unknown) => (await given.api.ask(source, { filter })).errors?.[0]?.extensions
    expect(await refusal({ text: '–' })).toEqual({ code: 'BAD_USER_INPUT', argument: 'filter.text' })
    expect(await refusal({ table: 'run:report' })).toEqual({ code: 'BAD_USER_INPUT', argument: 'filter.table' })
    expect(await refusal({ table: 'table:none' })).toEqual({ code: 'NOT_FOUND', id: 'table:none' })
  })

  it('has one’s own for who is signed in, and nothing to take away for nobody', async () => {
    await createAccount(given.graph, { name: anna.name, role: 'READER' }, today())
    expect((await given.api.ask(source, { filter: { own: true } })).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    )
    expect((await list()).nodes.map(({ mayDelete }) => mayDelete)).toEqual([false, false, false, false])
  })
})

describeOnSeededGraph('what a question has otherwise than the region’s own', (given) => {
  const differs = async (input: Record<string, unknown>) =>
    z
      .object({ spillover: z.object({ differs: z.array(z.string()) }) })
      .parse(
        await given.api.data('query ($input: SpilloverInput!) { spillover(input: $input) { differs } }', { input }),
      ).spillover.differs

  it('is nothing where it says the same in words of its own', async () => {
    expect(await differs({})).toEqual([])
    expect(await differs({ closure: 'TYPE_II', incomeTax: 0.32, placement: 'COMMUTING' })).toEqual([])
  })

  it('is named part by part; what quotients take the place of is none', async () => {
    expect(await differs({ establishments: ['establishment:lkab'], closure: 'TYPE_I' })).toEqual([
      'establishments',
      'closure',
    ])
    expect(await differs({ retention: { share: 0.5, nationalSectors: [] } })).toEqual([
      'retention.share',
      'retention.nationalSectors',
    ])
    expect(await differs({ regionalisation: { method: 'SLQ' } })).toEqual(['regionalisation'])
  })
})
