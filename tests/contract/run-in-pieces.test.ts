import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { z } from 'zod'
import { localEditor } from '../../src/accounts/viewer.js'
import { exportGraph } from '../../src/export/graph.js'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { deleteSpilloverRun, storeSpillover } from '../../src/spillover/runs/stored-runs.js'
import { sweepUnfinishedRuns } from '../../src/spillover/runs/write-run.js'
import { edition } from '../edition.js'
import { describeOnSeededGraph } from './engines.js'

/** How many relationships stand in the graph by the run that they are of, shown or not: looked at behind the API. */
const standing = query<Record<never, never>>()(
  'effects that stand in the graph',
  z.object({ run: z.string(), count: z.number() }),
  'MATCH ()-[effect:SPILLS_OVER]->(:Sector) RETURN effect.run AS run, count(effect) AS count ORDER BY run',
)

const venture = 'establishment:h2-green-steel'
const industry = 'sector:scb44-C24'
const looks = `{
  spilloverRuns(first: 50) { totalCount nodes { id } }
  entities(kind: SPILLOVER_RUN, first: 50) { totalCount nodes { id } }
  search(text: "Halvvägs", first: 5) { totalCount }
  fromVenture: relationCounts(of: "${venture}") { kind direction count }
  toIndustry: relationCounts(of: "${industry}") { kind direction count }
  relations(of: "${venture}", kind: SPILLS_OVER, direction: OUT, first: 200) { totalCount edges { provenance { recordedAt } } }
  neighbourhood(of: ["${venture}"], depth: 1, edgeKinds: [SPILLS_OVER], limit: 200) {
    nodes { id degree } edges { id run } hidden { kind count }
  }
  paths(from: "${venture}", to: "${industry}", maxLength: 1) { edges { id run } }
}`

const input = {
  retention: { share: 0.45 },
  shocks: [{ sector: industry, county: 'county:25', year: 2030, jobs: 40 }],
}
const PIECE = 300

/** The graph of a program that is killed after so many transactions. */
function killedAfter(graph: Graph, transactions: number): Graph {
  let left = transactions
  return {
    ...graph,
    rowsATransaction: PIECE,
    transaction(work) {
      left -= 1
      return left < 0 ? Promise.reject(new Error('killed')) : graph.transaction(work)
    },
  }
}

describeOnSeededGraph('a run that is written a piece at a time', (given) => {
  const file = join(tmpdir(), `norrgraph-pieces-${process.pid}.jsonl`)
  afterEach(() => rm(file, { force: true }))

  /** All that shows runs and what they set off. */
  async function seen(): Promise<unknown> {
    await exportGraph(given.graph, file)
    const exported = (await readFile(file, 'utf8')).split('\n').filter((line) => line.includes('SPILL'))
    return { answered: await given.api.data(looks), exported }
  }
  const stored = async () => new Map((await given.graph.read(standing, {})).map(({ run, count }) => [run, count]))
  const drop = (graph: Graph, run: string) => deleteSpilloverRun({ graph, edition }, run, localEditor)
  const store = (graph: Graph) => storeSpillover({ graph, edition }, input, 'Halvvägs', localEditor)

  it('is seen by nobody until it is whole, and can be stored again', async () => {
    const before = await seen()
    await expect(store(killedAfter(given.graph, 4))).rejects.toThrow('killed')
    const partly = [...(await stored())].filter(([run]) => run !== edition.spillover.run.id)
    expect(partly).toEqual([[expect.stringMatching(/^run:/), 3 * PIECE]])
    expect(await seen()).toEqual(before)
    const [[run]] = z.tuple([z.tuple([z.string(), z.number()])]).parse(partly)
    expect(await given.api.data(`{ node(id: "${run}") { id } spilloverRun(id: "${run}") { id } }`)).toEqual({
      node: null,
      spilloverRun: null,
    })

    await sweepUnfinishedRuns(given.graph)
    expect((await stored()).has(run)).toBe(false)
    expect(await store(given.graph)).toBe(run)
    const whole = (await stored()).get(run)
    const sums = z
      .object({
        spilloverRun: z.object({
          total: z.object({ spillover: z.number() }),
          byYear: z.array(z.object({ spillover: z.number() })),
        }),
      })
      .parse(await given.api.data(`{ spilloverRun(id: "${run}") { total { spillover } byYear { spillover } } }`))
    const added = sums.spilloverRun.byYear.reduce((sum, { spillover }) => sum + spillover, 0)
    expect(added).toBeCloseTo(sums.spilloverRun.total.spillover, 6)

    // Gone for readers with the first piece, whatever is left of it then.
    await expect(drop(killedAfter(given.graph, 3), run)).rejects.toThrow('killed')
    expect((await stored()).get(run)).toBeLessThan(whole ?? 0)
    expect((await stored()).get(run)).toBeGreaterThan(0)
    expect(await seen()).toEqual(before)
    await sweepUnfinishedRuns(given.graph)
    expect((await stored()).has(run)).toBe(false)
  })

  it('is of other generations than before, so that nobody takes what was read of both for one', async () => {
    const before = await given.graph.generation()
    await expect(store(killedAfter(given.graph, 2))).rejects.toThrow('killed')
    expect(await given.graph.generation()).toBeGreaterThan(before)
    await sweepUnfinishedRuns(given.graph)
  })

  it('is one run where two store it at once', async () => {
    const inPieces = { ...given.graph, rowsATransaction: PIECE }
    const [first, second] = await Promise.all([store(inPieces), store(inPieces)])
    expect(second).toBe(first)
    const together = (await stored()).get(first)
    await drop(inPieces, first)
    expect((await stored()).has(first)).toBe(false)
    await store(given.graph)
    expect((await stored()).get(first)).toBe(together)
    await drop(given.graph, first)
  })

  it('is not written on once another program has taken it away', async () => {
    let transactions = 0
    const sweptMeanwhile: Graph = {
      ...given.graph,
      rowsATransaction: PIECE,
      async transaction(work) {
        transactions += 1
        if (transactions === 3) await sweepUnfinishedRuns(given.graph)
        return given.graph.transaction(work)
      },
    }
    const run = await store(sweptMeanwhile)
    const found = (await stored()).get(run)
    await drop(given.graph, run)
    await store(given.graph)
    expect((await stored()).get(run)).toBe(found)
    await drop(given.graph, run)
  })
})
