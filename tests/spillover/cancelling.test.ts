import { EventEmitter, once } from 'node:events'
import { request } from 'node:http'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Graph } from '../../src/graph/graph.js'
import { storeTable } from '../../src/import/input-output/store-table.js'
import { createApp } from '../../src/server/app.js'
import { pathsOf } from '../../src/spillover/question/analysis.js'
import { alternatives } from '../../src/spillover/question/answers.js'
import { multipliersOfTable } from '../../src/spillover/question/multipliers.js'
import { spillover } from '../../src/spillover/question/question.js'
import { localSettings } from '../contract/api.js'
import { edition } from '../edition.js'
import { openSeededGraph } from '../seed/seeded-graph.js'
import { largeTable } from './large-table.js'

describe('a question that is given up', () => {
  let graph: Graph
  beforeAll(async () => {
    graph = await openSeededGraph()
    await storeTable({ graph, edition }, largeTable(150, 5), '2026-01-01T00:00:00Z')
  })
  afterAll(() => graph.close())

  /** A signal that is aborted when it has been asked so many times. */
  const abortedAfter = (questions: number): AbortSignal => {
    const controller = new AbortController()
    const { signal } = controller
    let asked = 0
    signal.throwIfAborted = () => {
      asked += 1
      if (asked === questions) controller.abort(new Error('given up'))
      AbortSignal.prototype.throwIfAborted.call(signal)
    }
    return signal
  }

  it('ends between two alternatives', async () => {
    const answer = await spillover({ graph, edition }, {})
    await expect(alternatives(edition, answer, abortedAfter(3))).rejects.toThrow('given up')
    expect(await alternatives(edition, answer, abortedAfter(1_000))).toHaveLength(20)
  })

  it('ends between two solves of a large table', async () => {
    await expect(spillover({ graph, edition }, { table: 'table:large-150' }, abortedAfter(3))).rejects.toThrow(
      'given up',
    )
  })

  it('ends between two solves for multipliers', async () => {
    const asked = (signal: AbortSignal) =>
      multipliersOfTable({ graph, edition }, 'table:large-150', { closure: 'TYPE_II' }, signal)
    await expect(asked(abortedAfter(3))).rejects.toThrow('given up')
    expect(await asked(abortedAfter(1_000))).toHaveLength(150)
  })

  it('ends between two searches for paths', async () => {
    const answer = await spillover({ graph, edition }, {})
    await expect(pathsOf(answer, 200, abortedAfter(3))).rejects.toThrow('given up')
    expect((await pathsOf(answer, 200, abortedAfter(1_000))).paths).toHaveLength(200)
  })

  it('asks the graph no further once its client has gone', async () => {
    const names: string[] = []
    const reads = new EventEmitter()
    const slow: Graph = {
      ...graph,
      async read(query, parameters, patience) {
        names.push(query.name)
        reads.emit('begun')
        if (patience) await once(patience.signal, 'abort')
        return graph.read(query, parameters)
      },
    }
    const app = await createApp({ graph: slow, edition }, localSettings, pino({ level: 'silent' }))
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    const asked = { method: 'POST', headers: { 'content-type': 'application/json' } }
    // The first request has the graph counted.
    await fetch(`${address}/graphql`, { ...asked, body: JSON.stringify({ query: '{ __typename }' }) })
    names.splice(0)
    const begun = once(reads, 'begun')
    const sent = request(`${address}/graphql`, asked)
    sent.on('error', () => {})
    sent.end(JSON.stringify({ query: '{ spillover(input: {}) { total { spillover } } }' }))
    await begun
    sent.destroy()
    await app.close()
    expect(names).toEqual(['table by id'])
  })
})
