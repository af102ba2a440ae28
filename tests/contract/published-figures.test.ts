import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { storeTable } from '../../src/import/input-output/store-table.js'
import { readTableFiles } from '../../src/import/input-output/table-files.js'
import { edition } from '../edition.js'
import { type Api, openApi, operation } from './api.js'
import { describeOnEachEngine } from './engines.js'

const number = z.number().nullable()
const rows = z.array(
  z.object({
    sector: z.object({ id: z.string(), code: z.string() }),
    output: number,
    employmentMultiplier: number,
    employmentEffect: number,
    incomeMultiplier: number,
    backwardLinkage: number,
    forwardLinkage: number,
  }),
)
const multipliersAnswer = z.object({ inputOutputTable: z.object({ multipliers: rows }) })
const pathsAnswer = z.object({
  spillover: z.object({
    structuralPaths: z.object({
      share: z.number(),
      paths: z.array(
        z.object({
          sectors: z.array(z.object({ id: z.string(), code: z.string() })),
          tier: z.number(),
          jobs: z.number(),
          share: z.number(),
        }),
      ),
    }),
  }),
})
const reportAnswer = z.object({
  spillover: z.object({
    total: z.object({ direct: z.number(), indirect: z.number(), induced: z.number(), spillover: z.number() }),
    bySectorGroup: z.array(z.object({ group: z.string().nullable(), indirect: z.number() })),
  }),
})
const spillover = `query ($input: SpilloverInput!) { spillover(input: $input) {
  total { direct indirect induced spillover } bySectorGroup { group indirect } } }`

const scotland = fileURLToPath(new URL('../published/scotland-2016', import.meta.url))

describeOnEachEngine('published figures through the API', (_, __, openSeeded) => {
  let graph: Graph
  let api: Api

  beforeAll(async () => {
    graph = await openSeeded()
    await storeTable({ graph, edition }, await readTableFiles(scotland, edition), '2026-01-01T00:00:00.000Z')
    api = await openApi(graph)
  }, 180_000)
  afterAll(async () => {
    await api.close()
    await graph.close()
  })

  const ask = async (input: object) => reportAnswer.parse(await api.data(spillover, { input })).spillover
  /** Within 0.1 % of the figure on 44 industries. */
  const near = (computed: number | undefined, expected: number) =>
    expect(Math.abs((computed ?? Number.NaN) / expected - 1)).toBeLessThan(0.001)

  it('the report on 44 industries: 23 275 jobs; the report says about 23 300', async () => {
    const { total, bySectorGroup } = await ask({})
    const indirectIn = (asked: string) => bySectorGroup.find(({ group }) => group === asked)?.indirect
    expect(total.direct).toBe(17_270)
    near(total.spillover, 23_275)
    near(total.induced, 6_930)
    // The report: 5 700 in industry, 10 700 in services; the public sector and households' part are not stated.
    near(indirectIn('INDUSTRY'), 5_915)
    near(indirectIn('SERVICES'), 9_719)
    expect(Math.abs((indirectIn('PUBLIC') ?? 0) - 711)).toBeLessThan(1)
  })

  it.each([
    ['type I alone', { closure: 'TYPE_I' }, 16_344.9],
    ['all wages spent', { householdIncome: 'WAGES' }, 27_548.8],
    ['all labour cost spent', { householdIncome: 'LABOUR_COST' }, 30_590],
    ['the mixed model', { shock: 'OUTPUT' }, 18_249.4],
    ['income tax of 25 %', { incomeTax: 0.25 }, 24_142.2],
    ['income tax of 40 %', { incomeTax: 0.4 }, 22_324.2],
    ['nothing of national industries kept', { retention: { share: 0 } }, 22_060.9],
    ['all of national industries kept', { retention: { share: 1 } }, 26_556.1],
    ['retention in the coefficients', { retention: { apply: 'IN_COEFFICIENTS' } }, 21_154.9],
    ['without LKAB Construction', { adjust: [{ establishment: 'establishment:lkab-construction', jobs: [] }] }, 17_153],
  ])('%s: %d jobs on 44 industries (the report, under its own setting: about 23 300)', async (_, input, expected) => {
    near((await ask(input)).total.spillover, expected)
  })

  it('paths of the report: largest first, each with its share of the indirect jobs', async () => {
    const asked = async (input: object, first: number) =>
      pathsAnswer.parse(await api.data(operation('spillover-paths'), { input, first })).spillover.structuralPaths
    const { share, paths } = await asked({}, 20)
    const { total } = await ask({})
    expect(paths).toHaveLength(20)
    expect(paths[0]?.sectors.map(({ code }) => code)).toEqual(['F', 'M69-72'])
    for (const [index, { sectors, tier, jobs, share: part }] of paths.entries()) {
      expect(sectors).toHaveLength(tier + 1)
      expect(part).toBeCloseTo(jobs / total.indirect, 12)
      expect(jobs).toBeLessThanOrEqual(paths[index - 1]?.jobs ?? Number.POSITIVE_INFINITY)
    }
    expect(share).toBeCloseTo(
      paths.reduce((sum, path) => sum + path.share, 0),
      12,
    )
    expect((await asked({}, 200)).share).toBeGreaterThan(share)
    // Households are in no path: the closure makes no difference.
    expect(await asked({ closure: 'TYPE_I' }, 20)).toEqual({ share, paths })
  })

  it.each([0, -1, 201])('refuse %d paths', async (first) => {
    const { errors } = await api.ask(operation('spillover-paths'), { input: {}, first })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' })
  })

  describe('of Scotland 2016 (Scottish Government, Open Government Licence v3.0)', () => {
    const asked = async (closure: string, householdIncome?: string) =>
      multipliersAnswer.parse(
        await api.data(operation('multipliers'), { table: 'table:scotland-2016', closure, householdIncome }),
      ).inputOutputTable.multipliers

    it('has the published multipliers of agriculture, and none of an industry without output', async () => {
      const [typeI, typeII] = [await asked('TYPE_I'), await asked('TYPE_II', 'ALL_INCOME')]
      expect(typeI).toHaveLength(98)
      expect(typeI[0]?.sector.code).toBe('01')
      expect(typeI[0]?.output).toBeCloseTo(1.467657675, 9)
      expect(typeII[0]?.output).toBeCloseTo(1.59410752, 9)
      // Employed was derived from the published type I effects: this shows that figures survive the graph, no more.
      expect(typeI[0]?.employmentEffect).toBeCloseTo(15.50782, 5)
      expect(typeII[0]?.employmentEffect).toBeCloseTo(16.61309, 5)
      const { sector: _, ...idle } = typeI.find(({ sector }) => sector.code === '12') ?? {}
      expect(Object.values(idle)).toEqual([null, null, null, null, null, null])
    })

    it('says which column a closure lacks', async () => {
      const { errors } = await api.ask(operation('multipliers'), { table: 'table:scotland-2016', closure: 'TYPE_II' })
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'householdIncome' })
      expect(errors?.[0]?.message).toContain('wages')
    })

    it('says which industries a sector could be, as the table says nothing of SNI', async () => {
      const input = {
        ...{ table: 'table:scotland-2016', establishments: [], householdIncome: 'ALL_INCOME' },
        shocks: [{ sector: 'sector:sni2007-C24', county: 'county:25', year: 2026, jobs: 10 }],
      }
      const { errors } = await api.ask(spillover, { input })
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'AMBIGUOUS_SECTOR' })
      expect(errors?.[0]?.message).toContain('sector:scotland-2016-24-1-3')
      const own = { ...input, shocks: [{ ...input.shocks[0], sector: 'sector:scotland-2016-24-1-3' }] }
      expect((await ask(own)).total.direct).toBeCloseTo(10, 9)
    })
  })
})
