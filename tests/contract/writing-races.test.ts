import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { bringUpToDate } from '../../src/startup/open-norrgraph.js'
import { edition } from '../edition.js'
import { type Api, openApi } from './api.js'
import { describeOnEachEngine, describeOnTwoConnections } from './engines.js'

/** How often two write at once; more often by REGISTER_LONG. */
const TIMES = process.env.REGISTER_LONG ? 200 : 20

const numbers = query<Record<never, never>>()(
  'numbers of changes in tests',
  z.object({ number: z.number(), changed: z.number() }),
  `MATCH (change:Change)
   CALL (change) { MATCH (change)-[changed:CHANGED]->(:Entity) RETURN count(changed) AS changed }
   RETURN change.number AS number, changed ORDER BY number`,
)
const amount = query<{ id: string }>()(
  'an amount in tests',
  z.object({ amount: z.number(), revision: z.number() }),
  'MATCH (entity:Entity {id: $id}) RETURN entity.minAmount AS amount, entity.revision AS revision',
)

const made = z.object({ createInitiative: z.object({ initiative: z.object({ id: z.string() }) }) })
const create = `mutation($input: CreateInitiativeInput!) { createInitiative(input: $input) { initiative { id } } }`
const update = `mutation($input: UpdateInitiativeInput!) {
  updateInitiative(input: $input) { initiative { revision } change { id } }
}`
const updated = z.object({
  updateInitiative: z.object({
    initiative: z.object({ revision: z.number() }),
    change: z.object({ id: z.string() }),
  }),
})
const told = z.object({
  history: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        revision: z.number(),
        fields: z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
      }),
    ),
  }),
})
const history = `query($of: ID!, $after: String) {
  history(of: $of, first: 200, after: $after) { nodes { id revision fields { name before after } } }
}`

/** Two write the same entity from the same revision, again and again: one of them does each time. */
async function race(graph: Graph, [one, two]: readonly [Api, Api]): Promise<void> {
  const input = { nameSv: 'Kapplöpning', kind: 'LOAN', help: ['LOAN'], terms: { minAmount: 1 } }
  const { id } = made.parse(await one.data(create, { input })).createInitiative.initiative
  const won: string[] = []
  const amounts: number[] = [1]
  for (let revision = 1; revision <= TIMES; revision += 1) {
    const wanted = [1_000 + revision, 2_000 + revision]
    const answers = await Promise.all(
      [one, two].map((api, index) => api.ask(update, { input: { id, revision, terms: { minAmount: wanted[index] } } })),
    )
    const winners = answers.flatMap(({ data, errors }, index) => (errors ? [] : [{ data, amount: wanted[index] }]))
    expect(winners).toHaveLength(1)
    const { initiative, change } = updated.parse(winners[0]?.data).updateInitiative
    expect(initiative.revision).toBe(revision + 1)
    expect(answers.flatMap(({ errors = [] }) => errors)).toMatchObject([
      { extensions: { code: 'CONFLICT', revision: revision + 1, changes: [change.id] } },
    ])
    won.push(change.id)
    amounts.push(Number(winners[0]?.amount))
    expect(await graph.read(amount, { id })).toEqual([{ amount: amounts.at(-1), revision: revision + 1 }])
  }
  const newest = told.parse(await one.data(history, { of: id })).history.nodes
  const shownLast = won.slice(-newest.length).toReversed()
  expect(newest.slice(0, won.length).map((change) => change.id)).toEqual(shownLast)
  for (const { revision, fields } of newest.filter((change) => change.revision > 1)) {
    expect(fields).toEqual([
      { name: 'minAmount', before: String(amounts[revision - 2]), after: String(amounts[revision - 1]) },
    ])
  }
  const all = await graph.read(numbers, {})
  expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1))
  expect(all.filter(({ changed }) => changed === 0)).toEqual([])
}

describeOnEachEngine('two who write one entity from the same revision', (_, __, openSeeded) => {
  it(`are told apart, one that wins and one that conflicts, ${TIMES} times`, async () => {
    const graph = await openSeeded()
    const api = await openApi(graph)
    await race(graph, [api, api])
    await api.close()
    await graph.close()
  }, 600_000)
})

describeOnTwoConnections('two servers of one graph that write one entity', (open) => {
  it(`are told apart, one that wins and one that conflicts, ${TIMES} times`, async () => {
    const [one, two] = await open()
    await bringUpToDate(one, edition)
    const apis = [await openApi(one), await openApi(two)] as const
    await race(one, apis)
    await Promise.all(apis.map((api) => api.close()))
    await Promise.all([one, two].map((graph) => graph.close()))
  }, 600_000)
})
