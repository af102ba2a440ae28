import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { type Api, openApi } from './api.js'
import { describeOnEachEngine } from './engines.js'

const answered = z.object({
  node: z.object({
    revision: z.number(),
    terms: z.object({ minEmployees: z.number().nullable(), maxEmployees: z.number().nullable() }),
  }),
})

describeOnEachEngine('what a source said before it said the rest', (_, __, openSeeded) => {
  let graph: Graph
  let api: Api
  beforeAll(async () => {
    graph = await openSeeded()
    api = await openApi(graph)
  }, 180_000)
  afterAll(async () => {
    await api.close()
    await graph.close()
  })

  const page = { title: 'A page', publisher: 'Test', url: 'https://example.org/page', year: 2026 }

  async function write(input: Record<string, unknown>): Promise<string> {
    const data = await api.data(
      'mutation ($input: UpdateInitiativeInput!) { made: updateInitiative(input: $input) { change { id } } }',
      { input: { id: 'initiative:top-loans', revision: (await shown()).revision, ...input } },
    )
    return z.object({ made: z.object({ change: z.object({ id: z.string() }) }) }).parse(data).made.change.id
  }

  async function shown() {
    const data = await api.data(
      '{ node(id: "initiative:top-loans") { ... on Initiative { revision terms { minEmployees maxEmployees } } } }',
    )
    const { revision, terms } = answered.parse(data).node
    return { revision, ...terms }
  }

  it('stays as old as it was: what a page said in between is shown still', async () => {
    await write({ terms: { maxEmployees: 20 } })
    await write({ terms: { maxEmployees: 30 }, source: page })
    expect(await shown()).toMatchObject({ maxEmployees: 30 })
    const last = await write({ terms: { minEmployees: 2 } })
    expect(await shown()).toMatchObject({ minEmployees: 2, maxEmployees: 30 })
    await api.data('mutation ($input: UndoChangeInput!) { undoChange(input: $input) { change { id } } }', {
      input: { change: last },
    })
    expect(await shown()).toMatchObject({ minEmployees: null, maxEmployees: 30 })
    await write({ terms: { maxEmployees: 40 } })
    expect(await shown()).toMatchObject({ maxEmployees: 40 })
  })
})
