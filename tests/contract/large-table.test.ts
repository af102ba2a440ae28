import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { localEditor } from '../../src/accounts/viewer.js'
import { spilloverAnswer, spilloverQuestion } from '../../src/commands/spillover-answer.js'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { storeTable } from '../../src/import/input-output/store-table.js'
import { Jobs } from '../../src/jobs/jobs.js'
import { calculationOf } from '../../src/jobs/shown-calculations.js'
import type { AreaInMaking } from '../../src/spillover/model/areas.js'
import { totalEffects } from '../../src/spillover/model/cube.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import { leontiefInverse } from '../../src/spillover/model/linear-algebra/leontief.js'
import { inverseSystem } from '../../src/spillover/model/linear-algebra/leontief-system.js'
import { spillover } from '../../src/spillover/question/question.js'
import { readTable } from '../../src/spillover/table/stored-table.js'
import { edition } from '../edition.js'
import { preparedArea } from '../spillover/at-once.js'
import { largeTable } from '../spillover/large-table.js'
import { type Api, openApi, operation } from './api.js'
import { describeOnEachEngine } from './engines.js'

const SIZE = 300
const RECORDED = '2026-01-01T00:00:00Z'
/** The question of the command line, without its random draws. */
const withoutDraws = { withDraws: false, draws: 1, seed: 1 }
const TABLE = `table:large-${SIZE}`

const inputsOfTable = query<{ table: string }>()(
  'inputs of a table',
  z.object({ count: z.number() }),
  'MATCH (:Sector)-[input:INPUT_TO]->(:Sector) WHERE input.table = $table RETURN count(input) AS count',
)

describeOnEachEngine('a table too large for a dense inverse', (_, __, openSeeded) => {
  const large = largeTable(SIZE, 7)
  let graph: Graph
  let api: Api

  beforeAll(async () => {
    graph = await openSeeded()
    // Twice, as an import may be repeated, and beside another edition.
    await storeTable({ graph, edition }, largeTable(120, 8), RECORDED)
    await storeTable(
      { graph, edition },
      { ...large, flows: large.flows.map((row) => row.map((flow) => 2 * flow)) },
      RECORDED,
    )
    await storeTable({ graph, edition }, large, RECORDED)
    api = await openApi(graph)
  }, 120_000)
  afterAll(async () => {
    await api.close()
    await graph.close()
  })

  it('comes back as it was stored, its strongest inputs as relationships, and the other as it was', async () => {
    expect((await readTable(graph, TABLE)).table).toEqual(large)
    expect((await readTable(graph, 'table:large-120')).table).toEqual(largeTable(120, 8))
    expect(await graph.read(inputsOfTable, { table: TABLE })).toEqual([{ count: 10 * SIZE }])
  })

  it.each(['FINAL_DEMAND', 'OUTPUT'])('answers everything as a dense inverse would, %s', async (shock) => {
    const answer = await api.data(spilloverQuestion, { input: { table: TABLE, shock }, ...withoutDraws })
    const { total, bySector, alternatives, measures } = spilloverAnswer.parse(answer).spillover
    if (total === null) throw new Error('no jobs')
    const { table, assumptions, shocks } = await spillover({ graph, edition }, { table: TABLE })
    const prepared = prepareTable(table.table, { ...assumptions, shock: shock === 'OUTPUT' ? shock : 'FINAL_DEMAND' })
    const { model } = prepared.areaOf('county:25')
    const system = inverseSystem(leontiefInverse(model.coefficients))
    const makeArea = (making: AreaInMaking) => preparedArea(making, { ...model, system })
    const dense = prepareTable(table.table, prepared.assumptions, { makeArea }).effects(shocks)
    expect(total.spillover / totalEffects(dense).spillover).toBeCloseTo(1, 10)
    expect(bySector).toHaveLength(SIZE)
    expect(bySector.reduce((sum, each) => sum + each.spillover, 0) / total.spillover).toBeCloseTo(1, 10)
    expect(alternatives.map(({ assumption }) => assumption)).toContain('retention.apply')
    expect(measures.find(({ name }) => name === 'employed')?.indirect).toBeCloseTo(total.indirect, 6)
  })

  it('is drawn from, and a run of it stored, as a job', async () => {
    const jobs = new Jobs({ graph, edition })
    const viewer = localEditor
    const draws = await jobs.calculations.startDraws({ spillover: { table: TABLE }, draws: 5, seed: 3 }, viewer)
    const asked = { table: TABLE, years: [2025] }
    const run = await jobs.calculations.startRun({ spillover: asked, name: 'Large' }, viewer)
    const ended = async (id: string) => {
      for (;;) {
        const now = await calculationOf(graph, id, viewer)
        if (now === null || !['QUEUED', 'RUNNING'].includes(now.status)) return now
        await wait(50)
      }
    }
    const drawn = (await ended(draws))?.uncertainty
    const answer = z
      .object({ spillover: z.looseObject({ uncertainty: z.unknown() }) })
      .parse(await api.data(spilloverQuestion, { input: { table: TABLE }, withDraws: true, draws: 5, seed: 3 }))
    expect(answer.spillover.uncertainty).toMatchObject({ ...drawn, byCorrelation: await drawn?.byCorrelation() })
    const stored = await ended(run)
    const { effects } = await spillover({ graph, edition }, asked)
    const { spilloverRun } = z
      .object({ spilloverRun: z.object({ total: z.object({ spillover: z.number() }) }) })
      .parse(
        await api.data('query ($run: ID!) { spilloverRun(id: $run) { total { spillover } } }', { run: stored?.stored }),
      )
    expect(spilloverRun.total.spillover / totalEffects(effects).spillover).toBeCloseTo(1, 10)
    await jobs.end()
  })

  it('keeps a run whose cuts add up to its total', async () => {
    const stored = z.object({ storeSpillover: z.object({ run: z.object({ id: z.string() }) }) })
    const input = { table: TABLE, years: [2024] }
    const { run } = stored.parse(await api.data(operation('spillover-store'), { input, name: 'Large' })).storeSpillover
    const effects = z.object({ indirect: z.number(), induced: z.number(), spillover: z.number() })
    const { spilloverRun } = z
      .object({ spilloverRun: z.object({ total: effects, bySector: z.array(effects), stale: z.boolean() }) })
      .parse(
        await api.data(
          `query ($run: ID!) { spilloverRun(id: $run) {
             stale total { indirect induced spillover } bySector { indirect induced spillover } } }`,
          { run: run.id },
        ),
      )
    expect(spilloverRun.stale).toBe(false)
    const sum = spilloverRun.bySector.reduce((all, each) => all + each.spillover, 0)
    expect(sum / spilloverRun.total.spillover).toBeCloseTo(1, 10)
  })
})
