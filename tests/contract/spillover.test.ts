import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { type Api, openApi, operation } from './api.js'
import { describeOnEachEngine } from './engines.js'

const effects = z.object({ direct: z.number(), indirect: z.number(), induced: z.number(), spillover: z.number() })
const identified = z.object({ id: z.string() })
const temporaryByYear = z.array(
  z.object({ year: z.number(), direct: z.number(), indirect: z.number(), induced: z.number(), jobs: z.number() }),
)

const answer = z.object({
  spillover: z.object({
    total: effects,
    bySectorGroup: z.array(effects),
    bySector: z.array(effects.extend({ sector: identified, scope: z.string().nullable() })),
    byCounty: z.array(effects.extend({ county: identified })),
    byYear: z.array(effects.extend({ year: z.number(), cumulativeSpillover: z.number() })),
    byEstablishment: z.array(effects.extend({ establishment: identified.nullable() })),
    bySizeClass: z.array(z.object({ sizeClass: z.string(), spillover: z.number() })),
    temporaryJobYears: z.number(),
    temporaryByYear,
    comparisons: z.array(
      z.object({
        claim: z.object({ id: z.string(), value: z.number() }),
        computed: z.number(),
        difference: z.number(),
      }),
    ),
    alternatives: z.array(z.object({ assumption: z.string(), value: z.string(), spillover: z.number() })),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  }),
})

const everything = `query ($input: SpilloverInput!) { spillover(input: $input) {
  total { direct indirect induced spillover } temporaryJobYears
  temporaryByYear { year direct indirect induced jobs }
  bySectorGroup { direct indirect induced spillover }
  bySector { sector { id } scope direct indirect induced spillover }
  byCounty { county { id } direct indirect induced spillover }
  byYear { year direct indirect induced spillover cumulativeSpillover }
  byEstablishment { establishment { id } direct indirect induced spillover }
  bySizeClass { sizeClass spillover }
  comparisons { claim { id value } computed difference }
  alternatives { assumption value spillover }
  warnings { code message } } }`

describeOnEachEngine('the spillover of a question', (_, __, openSeeded) => {
  let graph: Graph
  let api: Api

  beforeAll(async () => {
    graph = await openSeeded()
    api = await openApi(graph)
  }, 120_000)
  afterAll(async () => {
    await api.close()
    await graph.close()
  })

  const ask = async (input: object) => answer.parse(await api.data(everything, { input })).spillover

  it('compares the report’s claims with what is computed', async () => {
    const { comparisons } = await ask({})
    const of = new Map(
      comparisons.map(({ claim, computed, difference }) => [claim.id, [claim.value, computed, difference]]),
    )
    expect(of.get('claim:direct-jobs')).toEqual([17_270, 17_270, 0])
    expect(of.get('claim:direct-jobs-norrbotten-text')).toEqual([12_200, 12_250, 50])
    expect(of.get('claim:spillover-text')?.[2]).toBeCloseTo(-25.4, 1)
    expect(of.get('claim:spillover-industry')?.[1]).toBeCloseTo(5_914.7, 1)
    expect(of.get('claim:spillover-services')?.[1]).toBeCloseTo(9_718.8, 1)
    expect(comparisons).toHaveLength(12)
    for (const { claim, computed, difference } of comparisons) expect(difference).toBeCloseTo(computed - claim.value, 9)
  })

  it('shows the spread of defensible assumptions: from 16 344.9 to 30 590.0, and beside it that of location quotients', async () => {
    const { alternatives } = await ask({})
    const spread = (isRegional: boolean) => {
      const totals = alternatives
        .filter(({ assumption }) => (assumption === 'regionalisation') === isRegional)
        .map(({ spillover }) => spillover)
      return [Math.min(...totals), Math.max(...totals)]
    }
    expect(spread(false)).toEqual([expect.closeTo(16_344.9, 1), expect.closeTo(30_590, 1)])
    expect(spread(true)).toEqual([expect.closeTo(6_615.6, 1), expect.closeTo(21_565.2, 1)])
  })

  it.each([
    ['the report’s own', {}],
    ['the mixed model', { shock: 'OUTPUT' }],
    [
      'retention in the coefficients, by where workers live',
      { retention: { apply: 'IN_COEFFICIENTS' }, placement: 'COMMUTING' },
    ],
    ['one venture', { establishments: ['establishment:northvolt'], closure: 'TYPE_I' }],
    [
      'a scenario with a shock',
      {
        scenario: 'scenario:public-pages-2026',
        shocks: [{ sector: 'sector:sni2007-C24', county: 'county:25', year: 2027, output: 500 }],
      },
    ],
  ])('cuts of %s add up to its total', async (_, input) => {
    const { total, bySectorGroup, bySector, byCounty, byYear, byEstablishment, bySizeClass } = await ask(input)
    for (const cut of [bySectorGroup, bySector, byCounty, byYear, byEstablishment]) {
      for (const effect of ['direct', 'indirect', 'induced', 'spillover'] as const) {
        const sum = cut.reduce((jobs, row) => jobs + row[effect], 0)
        expect(Math.abs(sum - total[effect])).toBeLessThan(1e-9 * total.spillover)
      }
    }
    const sizes = bySizeClass.reduce((jobs, { spillover }) => jobs + spillover, 0)
    expect(Math.abs(sizes - total.spillover)).toBeLessThan(1e-9 * total.spillover)
    expect(byYear.at(-1)?.cumulativeSpillover).toBeCloseTo(total.spillover, 6)
  })

  it('tells by size of firm what the report’s words say, and shows what they do not', async () => {
    const { bySizeClass, bySector, total } = await ask({})
    const of = new Map(bySizeClass.map(({ sizeClass, spillover }) => [sizeClass, spillover]))
    const inSection = (letter: string) =>
      bySector
        .filter(({ sector }) => sector.id.startsWith(`sector:scb44-${letter}`))
        .reduce((sum, { spillover }) => sum + spillover, 0)
    expect(of.get('SMALL')).toBeCloseTo(inSection('C') / 4, 6)
    expect(of.get('MEDIUM')).toBeCloseTo(inSection('C') / 4, 6)
    expect(of.get('LARGE')).toBeCloseTo(inSection('C') / 2 + inSection('B'), 6)
    expect(of.get('UNKNOWN')).toBeCloseTo(total.spillover - inSection('C') - inSection('B'), 6)
  })

  it('places induced jobs where workers live, in all 21 counties, and leaves the total as it is', async () => {
    const [venture, commuting] = [await ask({}), await ask({ placement: 'COMMUTING' })]
    expect(commuting.total.spillover).toBeCloseTo(venture.total.spillover, 6)
    expect(commuting.byCounty).toHaveLength(21)
    const ofCounty = ({ byCounty }: typeof venture, id: string) => byCounty.find(({ county }) => county.id === id)
    // Statistics Sweden, 2018: of 124 760 who worked in Norrbotten 120 560 lived there, of 132 878 in Västerbotten 1 116.
    const [here, there] = ['county:25', 'county:24'].map((id) => ofCounty(venture, id)?.induced ?? 0)
    const expected = ((here ?? 0) * 120_560) / 124_760 + ((there ?? 0) * 1_116) / 132_878
    expect(ofCounty(commuting, 'county:25')?.induced).toBeCloseTo(expected, 6)
    expect(ofCounty(commuting, 'county:25')?.indirect).toBeCloseTo(ofCounty(venture, 'county:25')?.indirect ?? 0, 6)
    expect(ofCounty(commuting, 'county:01')?.direct).toBe(0)
  })

  it('puts other jobs in a venture’s place, before or after a scenario', async () => {
    const adjust = [{ establishment: 'establishment:northvolt', jobs: [] }]
    const without = await ask({ adjust })
    expect(without.byEstablishment).toHaveLength(6)
    expect(without.total.direct).toBe(17_270 - 2_700)
    const scenario = await ask({ scenario: 'scenario:public-pages-2026' })
    expect(scenario.total.direct).toBe(17_270 - 1_000)
    expect(scenario.byYear.map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025, 2026, 2027, 2028])
    expect((await ask({ scenario: 'scenario:public-pages-2026', adjust })).total.direct).toBe(17_270 - 2_700)
    const report = await ask({ scenario: 'scenario:report-2022' })
    expect(report.total.spillover).toBeCloseTo(23_274.6, 1)
    expect(report.warnings.map(({ code }) => code)).not.toContain('OTHER_VENTURES_THAN_COMPARED')
    expect(scenario.warnings.map(({ code }) => code)).toContain('OTHER_VENTURES_THAN_COMPARED')
  })

  it('names for each adjustment of a scenario the claim that it rests on, and that it is an assessment', async () => {
    const edges = z.array(
      z.object({
        node: identified,
        jobs: z.array(z.object({ year: z.number(), jobs: z.number() })),
        claim: z.object({ id: z.string(), provenance: z.object({ source: z.object({ kind: z.string() }) }) }),
        provenance: z.object({ source: identified }),
      }),
    )
    const scenarios = z.object({
      scenarios: z.object({ nodes: z.array(z.object({ id: z.string(), adjustments: z.object({ edges }) })) }),
    })
    const source = `{ scenarios { nodes { id adjustments { edges { node { id } jobs { year jobs }
      claim { id provenance { source { kind } } } provenance { source { id } } } } } } }`
    const { nodes } = scenarios.parse(await api.data(source)).scenarios
    const adjusted = new Map(nodes.map(({ id, adjustments }) => [id, adjustments.edges]))
    expect(adjusted.get('scenario:report-2022')).toEqual([])
    const later = adjusted.get('scenario:public-pages-2026') ?? []
    expect(later.map(({ node }) => node.id)).toEqual(['establishment:h2-green-steel', 'establishment:northvolt'])
    for (const { claim, provenance } of later) {
      expect(provenance.source.id).toBe('source:norrgraph-assessment')
      expect(claim.provenance.source.kind).toBe('NEWS')
    }
  })

  it('counts work that ends in job-years only: 400 jobs of F for two years are 1 412', async () => {
    const work = { sector: 'sector:sni2007-F', county: 'county:25', year: 2026, jobs: 400 }
    const ended = await ask({ shocks: [{ ...work, durationYears: 2 }] })
    expect(ended.temporaryJobYears).toBeCloseTo(1_412.16, 2)
    expect(ended.total.spillover).toBeCloseTo(23_274.6, 1)
    const lasting = await ask({ establishments: [], shocks: [work] })
    expect(2 * (lasting.total.direct + lasting.total.spillover)).toBeCloseTo(ended.temporaryJobYears, 6)
    expect(lasting.byEstablishment.map(({ establishment }) => establishment)).toEqual([null])
    expect(ended.temporaryByYear.map(({ year, direct }) => [year, direct])).toEqual([
      [2026, 400],
      [2027, 400],
    ])
  })

  it('solves work of the same year together and of other years apart, and so does a stored run', async () => {
    const of = (sector: string, year: number, durationYears: number) => ({
      ...{ sector: `sector:sni2007-${sector}`, county: 'county:25', year, jobs: 400, durationYears },
    })
    const asked = { establishments: [], shock: 'OUTPUT' }
    const yearsOf = async (...shocks: object[]) => (await ask({ ...asked, shocks })).temporaryByYear
    const [building, steel] = [of('F', 2026, 2), of('C24', 2027, 2)]
    const jobsIn = (years: readonly { year: number; jobs: number }[]) => years.map(({ year, jobs }) => [year, jobs])
    const alone = [...(await yearsOf(building)), ...(await yearsOf(steel))]
    const [together] = await yearsOf({ ...building, year: 2027, durationYears: 1 }, { ...steel, durationYears: 1 })
    const years = await yearsOf(building, steel)
    expect(jobsIn(years)).toEqual([
      [2026, expect.closeTo(alone[0]?.jobs ?? Number.NaN, 6)],
      [2027, expect.closeTo(together?.jobs ?? Number.NaN, 6)],
      [2028, expect.closeTo(alone[3]?.jobs ?? Number.NaN, 6)],
    ])
    expect(together?.jobs).toBeLessThan((alone[1]?.jobs ?? 0) + (alone[2]?.jobs ?? 0) - 1)
    const stored = z
      .object({ storeSpillover: z.object({ run: z.object({ temporaryJobYears: z.number(), temporaryByYear }) }) })
      .parse(
        await api.data(
          `mutation ($input: SpilloverInput!) { storeSpillover(input: $input, name: "Work") { run {
            temporaryJobYears temporaryByYear { year direct indirect induced jobs } } } }`,
          { input: { ...asked, shocks: [building, steel] } },
        ),
      ).storeSpillover.run
    expect(stored.temporaryByYear).toEqual(years)
    expect(stored.temporaryJobYears).toBeCloseTo(
      years.reduce((sum, { jobs }) => sum + jobs, 0),
      6,
    )
  })

  it('takes jobs and the output that goes with them for the same shock', async () => {
    const shock = { sector: 'sector:scb44-C24', county: 'county:25', year: 2027 }
    const byJobs = await ask({ establishments: [], shocks: [{ ...shock, jobs: 287 }] })
    const byOutput = await ask({ establishments: [], shocks: [{ ...shock, output: 1_241.04 }] })
    expect(byOutput.total.direct).toBeCloseTo(287, 9)
    expect(byOutput.total.spillover).toBeCloseTo(byJobs.total.spillover, 6)
  })

  describe('refuses', () => {
    const shock = { sector: 'sector:sni2007-C24', county: 'county:25', year: 2027, jobs: 1 }
    const refusal = async (input: object) => {
      const { data, errors } = await api.ask(everything, { input })
      expect(data ?? null).toBeNull()
      return errors?.map(({ extensions }) => extensions)
    }
    const own = (...changes: object[]) => ({ shocks: changes.map((change) => ({ ...shock, ...change })) })

    it.each([
      ['a negative number of jobs', own({}, { jobs: -1 }), 'input.shocks[1].jobs'],
      ['1e12 jobs', own({ jobs: 1e12 }), 'input.shocks[0].jobs'],
      ['negative output', own({ jobs: null, output: -1 }), 'input.shocks[0].output'],
      ['both jobs and output', own({ output: 1 }), 'input.shocks[0]'],
      ['neither jobs nor output', own({ jobs: null }), 'input.shocks[0]'],
      ['a year that is none', own({ year: 1 }), 'input.shocks[0].year'],
      ['work of no years', own({ durationYears: 0 }), 'input.shocks[0].durationYears'],
      [
        'purchases beyond the output',
        own({ purchases: [{ sector: 'sector:scb44-B', share: 1.1 }] }),
        'input.shocks[0].purchases[0].share',
      ],
      [
        'purchases that add up to more than the output',
        own({ purchases: ['B', 'D35'].map((code) => ({ sector: `sector:scb44-${code}`, share: 0.6 })) }),
        'input.shocks[0].purchases',
      ],
      ['a county that is none', own({ county: 'municipality:2580' }), 'input.shocks[0].county'],
      ['a sector that is none', own({ sector: 'county:25' }), 'input.shocks[0].sector'],
      ['an industry of no employed', own({ sector: 'sector:scb44-L68A' }), 'input.shocks[0]'],
      [
        'adjusted jobs below zero',
        { adjust: [{ establishment: 'establishment:lkab', jobs: [{ year: 2022, jobs: -1 }] }] },
        'input.adjust[0].jobs[0].jobs',
      ],
      [
        'a year adjusted twice',
        { adjust: [{ establishment: 'establishment:lkab', jobs: [2022, 2022].map((year) => ({ year, jobs: 1 })) }] },
        'input.adjust[0].jobs[1].year',
      ],
      [
        'a venture adjusted and left out',
        { establishments: ['establishment:ssab'], adjust: [{ establishment: 'establishment:lkab', jobs: [] }] },
        'input.adjust[0].establishment',
      ],
      ['a scenario that is none', { scenario: 'run:report' }, 'input.scenario'],
      ['a closure that the table cannot serve', { householdIncome: 'ALL_INCOME' }, 'input.householdIncome'],
    ])('%s', async (_, input, argument) => {
      expect(await refusal(input)).toEqual([{ code: 'BAD_USER_INPUT', argument }])
    })

    it('a closure that the table cannot serve by naming the missing column', async () => {
      const { errors } = await api.ask(everything, { input: { householdIncome: 'ALL_INCOME' } })
      expect(errors?.[0]?.message).toContain('householdIncome')
    })

    it.each([
      ['sector', own({ sector: 'sector:none' }), 'sector:none'],
      ['county', own({ county: 'county:99' }), 'county:99'],
      ['bought sector', own({ purchases: [{ sector: 'sector:none', share: 0.1 }] }), 'sector:none'],
      ['adjusted venture', { adjust: [{ establishment: 'establishment:none', jobs: [] }] }, 'establishment:none'],
      ['scenario', { scenario: 'scenario:none' }, 'scenario:none'],
    ])('an unknown %s', async (_, input, id) => {
      expect(await refusal(input)).toEqual([{ code: 'NOT_FOUND', id }])
    })

    it('a sector that is coarser than the table, with the industries that it could be', async () => {
      const [extensions] = (await refusal(own({ sector: 'sector:sni2007-H' }))) ?? []
      expect(extensions).toEqual({
        code: 'AMBIGUOUS_SECTOR',
        argument: 'input.shocks[0].sector',
        sector: 'sector:sni2007-H',
        industries: ['sector:scb44-H49', 'sector:scb44-H50-51', 'sector:scb44-H52-53'],
      })
    })
  })
})

describeOnEachEngine('stored runs', (_, __, openSeeded) => {
  let graph: Graph
  let api: Api

  beforeAll(async () => {
    graph = await openSeeded()
    api = await openApi(graph)
  }, 120_000)
  afterAll(async () => {
    await api.close()
    await graph.close()
  })

  const stored = z.object({ storeSpillover: z.object({ run: identified }) })
  const store = async (input: object, name: string) =>
    stored.parse(await api.data(operation('spillover-store'), { input, name })).storeSpillover.run.id

  const cuts = `total { direct indirect induced spillover } temporaryJobYears stale changes programVersion
    assumptions { shock placement scenario { id } retention { share apply } nationalSectors { id } }
    bySector { sector { id } scope direct indirect induced spillover }
    byCounty { county { id } direct indirect induced spillover }
    byYear { year direct indirect induced spillover cumulativeSpillover }
    byEstablishment { establishment { id } direct indirect induced spillover }`
  const runCuts = z.looseObject({
    total: effects,
    ...{ stale: z.boolean(), changes: z.array(z.string()), programVersion: z.string() },
    ...{ bySector: z.array(effects), byCounty: z.array(effects), byYear: z.array(effects) },
    byEstablishment: z.array(effects.extend({ establishment: identified.nullable() })),
  })
  const read = async (id: string) =>
    z
      .object({ spilloverRun: runCuts })
      .parse(await api.data(`query ($id: ID!) { spilloverRun(id: $id) { ${cuts} } }`, { id })).spilloverRun

  const question = {
    scenario: 'scenario:public-pages-2026',
    shock: 'OUTPUT',
    shocks: [{ sector: 'sector:sni2007-C24', county: 'county:25', year: 2027, jobs: 300 }],
  }

  it('hold what a question gives, other shocks too, and every cut adds up', async () => {
    const run = await read(await store(question, 'Sidor och ett stålverk'))
    const asked = answer.parse(await api.data(everything, { input: question })).spillover
    for (const effect of ['direct', 'indirect', 'induced', 'spillover'] as const) {
      expect(run.total[effect]).toBeCloseTo(asked.total[effect], 6)
      for (const cut of [run.bySector, run.byCounty, run.byYear, run.byEstablishment]) {
        expect(cut.reduce((sum, row) => sum + row[effect], 0)).toBeCloseTo(asked.total[effect], 6)
      }
    }
    expect(run.byEstablishment.at(-1)).toMatchObject({ establishment: null, direct: 300 })
    expect(run.assumptions).toMatchObject({ shock: 'OUTPUT', scenario: { id: 'scenario:public-pages-2026' } })
    expect(run).toMatchObject({ stale: false, changes: [], programVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
  })

  it('are the same for the same question, however it is put', async () => {
    const shocks = [
      { sector: 'sector:sni2007-C24', county: 'county:25', year: 2027, jobs: 300 },
      { sector: 'sector:sni2007-B', county: 'county:24', year: 2028, jobs: 100 },
    ]
    const first = await store({ shocks }, 'One')
    expect(await store({ shocks: shocks.toReversed(), incomeTax: 0.32, scenario: 'scenario:report-2022' }, 'Two')).toBe(
      first,
    )
    expect(await store({ shocks, placement: 'COMMUTING', establishments: [] }, 'Three')).not.toBe(first)
    expect(await store({ scenario: 'scenario:report-2022' }, 'Four')).toBe('run:report')
    const runs = z.object({ node: z.object({ runs: z.object({ nodes: z.array(identified) }) }) })
    const of = '{ node(id: "scenario:report-2022") { ... on Scenario { runs { nodes { id } } } } }'
    expect(
      runs
        .parse(await api.data(of))
        .node.runs.nodes.map(({ id }) => id)
        .sort(),
    ).toEqual([first, 'run:report'].sort())
  })

  it('give counties, industries and ventures what falls on them, of the report’s run where none is named', async () => {
    const source = `query ($run: ID) {
      county: node(id: "county:25") { ... on County { spillover(run: $run) { direct spillover }
        spillsOver(run: $run, first: 1) { totalCount edges { establishment { id } county { id } indirect } } } }
      elsewhere: node(id: "county:01") { ... on County { spillover(run: $run) { direct spillover } } }
      sector: node(id: "sector:scb44-F") { ... on Sector { spillover(run: $run) { direct spillover }
        spillsFrom(run: $run, first: 1) { totalCount edges { node { id } year } } } }
      establishment(id: "establishment:lkab") { spillover(run: $run) { direct indirect induced spillover } } }`
    expect(await api.data(source)).toMatchObject({
      county: {
        spillover: { direct: 12_250, spillover: expect.closeTo(15_093.9, 1) },
        spillsOver: { totalCount: 860, edges: [{ county: { id: 'county:25' } }] },
      },
      elsewhere: { spillover: { direct: 0, spillover: 0 } },
      sector: { spillover: { direct: 8_000 }, spillsFrom: { totalCount: 35 } },
      establishment: { spillover: { direct: 2_200, spillover: expect.closeTo(4_970.1, 1) } },
    })
    const { errors } = await api.ask(source, { run: 'run:none' })
    expect(errors?.map(({ extensions }) => extensions.code)).toContain('NOT_FOUND')
  })

  it('cost no more statements in a list than one alone', async () => {
    await store({ incomeTax: 0.31 }, 'One more')
    await store({ incomeTax: 0.33 }, 'And another')
    const reads = vi.spyOn(graph, 'read')
    const statementsFor = async (first: number) => {
      reads.mockClear()
      const source = `{ spilloverRuns(first: ${first}) { nodes { id bySector { spillover } byCounty { spillover }
        byYear { spillover } byEstablishment { spillover } } } }`
      const { spilloverRuns } = z
        .object({ spilloverRuns: z.object({ nodes: z.array(identified) }) })
        .parse(await api.data(source))
      expect(spilloverRuns.nodes).toHaveLength(first)
      return reads.mock.calls.length
    }
    // Whether there are accounts is asked once for a generation of the graph.
    await api.data('{ viewer { name } }')
    const alone = await statementsFor(1)
    expect(await statementsFor(3)).toBe(alone)
    reads.mockRestore()
  })

  it('are listed, compared and deleted; the report’s run stays', async () => {
    const id = await store({ closure: 'TYPE_I' }, 'Type I')
    const listed = z.object({
      spilloverRuns: z.object({ nodes: z.array(z.object({ id: z.string(), name: z.string() })) }),
    })
    const list = async () => listed.parse(await api.data('{ spilloverRuns { nodes { id name } } }')).spilloverRuns.nodes
    expect(await list()).toContainEqual({ id, name: 'Type I' })

    const compare = `query ($a: ID!, $b: ID!) { compareRuns(a: $a, b: $b) { a { id } b { id }
      assumptions { assumption a b } total { direct spillover } byCounty { county { id } a b difference }
      byYear { year difference } bySector { sector { id } difference } byEstablishment { establishment { id } difference } } }`
    expect(await api.data(compare, { a: 'run:report', b: id })).toMatchObject({
      compareRuns: {
        a: { id: 'run:report' },
        assumptions: expect.arrayContaining([{ assumption: 'closure', a: 'TYPE_II', b: 'TYPE_I' }]),
        total: { direct: 0, spillover: expect.closeTo(16_344.9 - 23_274.6, 1) },
        byCounty: [{ county: { id: 'county:24' } }, { county: { id: 'county:25' } }],
      },
    })

    const remove = 'mutation ($id: ID!) { deleteSpilloverRun(id: $id) { id } }'
    const refusal = async (run: string) => (await api.ask(remove, { id: run })).errors?.[0]?.extensions
    expect(await api.data(remove, { id })).toEqual({ deleteSpilloverRun: { id } })
    expect(await refusal(id)).toEqual({ code: 'NOT_FOUND', id })
    expect(await refusal('run:report')).toEqual({ code: 'BAD_USER_INPUT', argument: 'id' })
    expect((await list()).map((run) => run.id)).not.toContain(id)
    expect((await api.ask(compare, { a: 'run:report', b: id })).errors?.[0]?.extensions).toEqual({
      code: 'NOT_FOUND',
      id,
    })
    expect(await store({ closure: 'TYPE_I' }, 'Again')).toBe(id)
  })

  it('stand behind the jobs at stake with all that is in them, other shocks too', async () => {
    const shocks = [{ sector: 'sector:sni2007-F', county: 'county:25', year: 2027, jobs: 100 }]
    const run = await store({ establishments: [], shocks }, 'Hundra i byggverksamhet')
    const source = `query ($run: ID) { supportCoverage(by: COUNTY, county: "county:25", needs: ["need:skills-supply"], run: $run,
      asOf: "2022-06-30") { cells { jobsAtStake } } }`
    const cells = z.object({ supportCoverage: z.object({ cells: z.array(z.object({ jobsAtStake: z.number() })) }) })
    const [cell] = cells.parse(await api.data(source, { run })).supportCoverage.cells
    expect(cell?.jobsAtStake).toBeGreaterThan(40)
  })

  it('say what has changed since they were calculated', async () => {
    const id = await store({ incomeTax: 0.3 }, 'Before a change')
    const [change, back] = [401, 400].map((first) => ({
      name: 'change a venture for a test',
      cypher: `MATCH (venture:Establishment {id: 'establishment:lkab'})
        SET venture.expectedJobs = [${first}.0, 400.0, 400.0, 400.0, 600.0] RETURN venture.id AS id`,
      row: identified,
    }))
    if (!change || !back) throw new Error('no change')
    await graph.transaction((transaction) => transaction.write(change, {}))
    expect(await read(id)).toMatchObject({ stale: true, changes: ['VENTURES'] })
    await graph.transaction((transaction) => transaction.write(back, {}))
    expect(await read(id)).toMatchObject({ stale: false, changes: [] })
  })
})
