import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Graph } from '../../src/graph/graph.js'
import { describeOnEachEngine } from './engines.js'
import { firmNumber, Importing, listOf } from './importing.js'

describeOnEachEngine('a list that comes in while the server runs', (_, __, openSeeded) => {
  let graph: Graph
  let server: Importing
  beforeAll(async () => {
    graph = await openSeeded()
    server = await Importing.open(graph)
  }, 180_000)
  afterAll(async () => {
    await server.close()
    await graph.close()
  })

  it('is compared first, and stored once somebody confirms it', async () => {
    const list = listOf([
      [1, 'Ett AB'],
      [2, 'Två AB'],
      [3, 'Tre AB'],
    ])
    const before = await graph.generation()
    const shown = await server.compared(list, { title: 'First list' })
    expect(shown).toMatchObject({
      ...{ status: 'READY', title: 'First list', rows: 3, asks: [], message: null, source: null, change: null },
      summary: { added: 3, changed: 0, unchanged: 0, gone: 0, refused: 0, leftOut: 0, cellsLost: 0 },
    })
    expect(shown.columns).toContainEqual({ header: 'Kommun', column: 'municipality' })
    expect(await graph.generation()).toBe(before)
    const { errors } = await server.confirm(shown.id)
    expect(errors).toBeUndefined()
    const done = await server.settled(shown.id)
    expect(done).toMatchObject({
      ...{ status: 'DONE', isUnfinished: false, source: { id: 'source:import-firms-first-list' } },
      change: { operation: 'IMPORT', counts: { added: 3, changed: 0, gone: 0 } },
    })
    expect(done.progress.done).toBe(done.progress.total)
    const { data } = await server.ask('query ($id: ID!) { node(id: $id) { id } }', { id: `firm:${firmNumber(2)}` })
    expect(data).toEqual({ node: { id: `firm:${firmNumber(2)}` } })
  })
})
