import { expect, it } from 'vitest'
import { z } from 'zod'
import { describeOnSeededGraph } from './engines.js'

const county = z.object({ id: z.string() })
const flq = { regionalisation: { method: 'FLQ' } }
const displacement = { fromRegionalSmes: 0.3, refilled: 0.5 }
const skills = 'scenario:skills-from-smes'

const net = z.object({
  direct: z.number(),
  taken: z.number(),
  lost: z.number(),
  netDirect: z.number(),
  net: z.number(),
})
const displaced = net.extend({
  fromRegionalSmes: z.number(),
  refilled: z.number(),
  spillover: z.number(),
  byCounty: z.array(net.extend({ county })),
  byGroup: z.array(net.extend({ group: z.string().nullable() })),
  byCountyAndGroup: z.array(net.extend({ county, group: z.string().nullable() })),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  sv: z.string(),
  en: z.string(),
})
const netFields = 'direct taken lost netDirect net'
const displacementFields = `displacement { fromRegionalSmes refilled ${netFields} spillover
  byCounty { county { id } ${netFields} } byGroup { group ${netFields} } byCountyAndGroup { county { id } group ${netFields} }
  warnings { code message(lang: EN) } sv: text(lang: SV) en: text(lang: EN) }`

describeOnSeededGraph('what an answer means for its region', (given) => {
  const ask = async <Answer extends z.ZodType>(
    input: object,
    fields: string,
    shape: Answer,
  ): Promise<z.output<Answer>> => {
    const source = `query ($input: SpilloverInput!) { spillover(input: $input) { ${fields} } }`
    const { spillover } = z.object({ spillover: z.unknown() }).parse(await given.api.data(source, { input }))
    return shape.parse(spillover)
  }
  const refused = async (input: object, fields: string) => {
    const source = `query ($input: SpilloverInput!) { spillover(input: $input) { ${fields} } }`
    return (await given.api.ask(source, { input })).errors?.[0]?.extensions
  }

  const capacity = z.object({
    capacity: z.object({
      employment: county,
      bound: z.number(),
      rows: z.array(
        z.object({
          county: county.nullable(),
          group: z.string().nullable(),
          needed: z.number(),
          employed: z.number().nullable(),
          share: z.number().nullable(),
          isBeyondBound: z.boolean(),
          byYear: z.array(z.object({ year: z.number(), needed: z.number(), cumulativeShare: z.number().nullable() })),
        }),
      ),
      warnings: z.array(z.object({ code: z.string(), sv: z.string(), en: z.string() })),
    }),
    warnings: z.array(z.object({ code: z.string(), sv: z.string() })),
  })
  const capacityFields = (by: string) => `capacity(by: [${by}]) { employment { id } bound
    rows { county { id } group needed employed share isBeyondBound byYear { year needed cumulativeShare } }
    warnings { code sv: message(lang: SV) en: message(lang: EN) } } warnings { code sv: message(lang: SV) }`

  it('holds what is needed against who is employed, and says where it presses', async () => {
    const { capacity: found, warnings } = await ask({}, capacityFields('COUNTY, GROUP'), capacity)
    expect(found).toMatchObject({ employment: { id: 'employment:scb-rams-2018' }, bound: 0.25 })
    expect(found.rows).toHaveLength(30)
    const building = found.rows.find((row) => row.county?.id === 'county:25' && row.group === 'F')
    expect(building).toMatchObject({ needed: expect.closeTo(8887.7, 1), employed: 11_087, isBeyondBound: true })
    expect(building?.byYear.at(-1)?.cumulativeShare).toBeCloseTo(building?.share ?? Number.NaN, 9)
    expect(found.warnings.map(({ code }) => code)).toEqual(['CAPACITY_IS_PRESSURE', 'CAPACITY_EXCEEDED'])
    const [, exceeded] = found.warnings
    expect(exceeded?.sv).toContain('F i Norrbottens län (80,2\u00a0%)')
    expect(exceeded?.en).toContain('F in Norrbotten County (80.2%)')
    expect(warnings.filter(({ code }) => code === 'CAPACITY_EXCEEDED').map(({ sv }) => sv)).toEqual([exceeded?.sv])
  })

  it('is less pressed by location quotients, and counts each cut to the same', async () => {
    const byCounty = await ask(flq, capacityFields('COUNTY'), capacity)
    expect(byCounty.capacity.rows.map(({ share }) => 100 * (share ?? 0))).toEqual([
      expect.closeTo(6.3, 1),
      expect.closeTo(14.7, 1),
    ])
    const [all] = (await ask(flq, capacityFields(''), capacity)).capacity.rows
    expect(all).toMatchObject({ county: null, group: null, employed: 254_777 })
    expect(all?.needed).toBeCloseTo(17_270 + 9107.4, 1)
  })

  it('has no share where employment is not told, and nothing where none is of the table’s nation', async () => {
    const shocks = [{ sector: 'sector:sni2007-F', county: 'county:24', year: 2027, jobs: 10 }]
    const placed = await ask({ shocks, placement: 'COMMUTING' }, capacityFields('COUNTY'), capacity)
    expect(placed.capacity.rows.length).toBeGreaterThan(2)
    expect(placed.capacity.rows.every(({ employed }) => employed !== null)).toBe(true)
  })

  it('refuses a bound that is none, and employment that is not there', async () => {
    expect(await refused({}, 'capacity(by: [], bound: 0) { bound }')).toMatchObject({ argument: 'bound' })
    const gone = 'employment:gone'
    expect(await refused({}, `capacity(by: [], employment: "${gone}") { bound }`)).toMatchObject({
      code: 'NOT_FOUND',
      id: gone,
    })
  })

  it('takes from the region’s firms what the question says, and leaves the total as it is', async () => {
    const shape = z.object({ total: z.object({ direct: z.number(), spillover: z.number() }), displacement: displaced })
    const fields = `total { direct spillover } ${displacementFields}`
    const [found, plain] = [
      await ask({ displacement }, fields, shape),
      await ask({}, `total { direct spillover } displacement { net }`, shape.extend({ displacement: z.null() })),
    ]
    expect(found.total).toEqual(plain.total)
    expect(found.displacement).toMatchObject({
      ...{ ...displacement, direct: 17_270, taken: expect.closeTo(6095.2941, 4), lost: expect.closeTo(3047.6471, 4) },
      ...{ netDirect: expect.closeTo(14_222.3529, 4), net: expect.closeTo(37_497.0, 1) },
    })
    const lost = Object.fromEntries(found.displacement.byGroup.map((row) => [row.group, row.lost]))
    expect(lost).toMatchObject({
      'M+N': expect.closeTo(530.9, 1),
      F: expect.closeTo(478.3, 1),
      K: expect.closeTo(66.5, 1),
    })
    expect(lost).toMatchObject({ O: 0, P: 0, Q: 0 })
    for (const rows of [found.displacement.byCounty, found.displacement.byGroup, found.displacement.byCountyAndGroup]) {
      expect(rows.reduce((sum, row) => sum + row.net, 0)).toBeCloseTo(37_497.0, 1)
    }
    expect(found.displacement.sv).toContain('inte frånräknat')
    expect(found.displacement.en).toContain('is not taken off')
    const unknown = 'is not known for sections A, D, E, F, G, H, I, J, K, L, M, N, R and S: all are counted'
    expect(found.displacement.en).toContain(unknown)
    expect(found.displacement.warnings).toEqual([
      { code: 'SME_SHARE_UNKNOWN', message: expect.stringContaining(unknown) },
    ])
    const { displacement: byQuotients } = await ask({ displacement, ...flq }, fields, shape)
    expect(byQuotients.net).toBeCloseTo(23_329.7, 1)
  })

  it('assumes what its scenario does, unless it says its own', async () => {
    const shape = z.object({ displacement: displaced.pick({ fromRegionalSmes: true, net: true }).nullable() })
    const fields = 'displacement { fromRegionalSmes net }'
    const [own, ofScenario, none] = [
      await ask({ scenario: skills, displacement: { fromRegionalSmes: 0.5, refilled: 0.5 } }, fields, shape),
      await ask({ scenario: skills }, fields, shape),
      await ask({ scenario: skills, displacement: { fromRegionalSmes: 0 } }, fields, shape),
    ]
    expect(ofScenario.displacement).toEqual({ fromRegionalSmes: 0.3, net: expect.closeTo(37_497.0, 1) })
    expect(own.displacement?.fromRegionalSmes).toBe(0.5)
    const both = z.object({ displacement: z.object({ fromRegionalSmes: z.number(), refilled: z.number() }) })
    const partly = { scenario: skills, displacement: { fromRegionalSmes: 0.1 } }
    expect((await ask(partly, 'displacement { fromRegionalSmes refilled }', both)).displacement).toEqual({
      ...{ fromRegionalSmes: 0.1, refilled: 0.5 },
    })
    expect(none.displacement).toBeNull()
    const listed = z.object({
      scenarios: z.object({
        nodes: z.array(z.object({ id: z.string(), displacement: z.unknown(), description: z.string() })),
      }),
    })
    const { scenarios } = listed.parse(
      await given.api.data(
        '{ scenarios { nodes { id displacement { fromRegionalSmes refilled } description(lang: SV) } } }',
      ),
    )
    const found = new Map(scenarios.nodes.map((node) => [node.id, node]))
    expect(found.get(skills)?.displacement).toEqual(displacement)
    expect(found.get(skills)?.description).toContain('huggsexa')
    expect(found.get('scenario:report-2022')?.displacement).toBeNull()
  })

  it('refuses shares that are none, and a chain without end', async () => {
    const of = async (asked: object) => refused({ displacement: asked }, 'displacement { net }')
    expect(await of({ fromRegionalSmes: 1.5 })).toMatchObject({ argument: 'input.displacement.fromRegionalSmes' })
    expect(await of({ fromRegionalSmes: 1, refilled: 1 })).toMatchObject({ argument: 'input.displacement' })
  })

  const extraction = z.object({
    extraction: z.array(
      z.object({
        of: z.array(z.object({ id: z.string() })),
        kind: z.string(),
        area: z.object({ geography: z.string().nullable(), counties: z.array(county) }),
        own: z.number().nullable(),
        others: z.number().nullable(),
        jobs: z.number().nullable(),
        alone: z.number().nullable(),
        en: z.string(),
        sv: z.string(),
        accounts: z.array(z.object({ name: z.string(), own: z.number(), others: z.number(), all: z.number() })),
        bySector: z.array(z.object({ sector: county, output: z.number(), jobs: z.number().nullable() })),
      }),
    ),
  })
  const extracted = async (input: object, asked: string) => {
    const fields = `extraction(${asked}) { of { id } kind area { geography counties { id } } own others jobs alone en: text(lang: EN) sv: text(lang: SV)
      accounts { name own others all } bySector { sector { id } output jobs } }`
    return (await ask(input, fields, extraction)).extraction
  }

  it.each([
    ['by the report’s rule', {}, 4970.073, 4970.073],
    ['under OUTPUT', { shock: 'OUTPUT' }, 3680.223, 4519.471],
    ['by location quotients', flq, 1963.933, 1963.933],
    ['by location quotients under OUTPUT', { ...flq, shock: 'OUTPUT' }, 1509.546, 1821.056],
  ])('loses with a venture what is set off for it, %s', async (_, input, others, alone) => {
    const [found, ...more] = await extracted(input, 'of: ["establishment:lkab"]')
    expect(more).toEqual([])
    expect(found).toMatchObject({ kind: 'WHOLE', of: [{ id: 'establishment:lkab' }], own: 2200 })
    expect((found?.others ?? 0) / others).toBeCloseTo(1, 6)
    expect((found?.alone ?? 0) / alone).toBeCloseTo(1, 6)
    expect(found?.area).toEqual({ geography: null, counties: [{ id: 'county:24' }, { id: 'county:25' }] })
    const jobs = found?.bySector.reduce((sum, each) => sum + (each.jobs ?? 0), 0)
    expect(jobs).toBeCloseTo(found?.jobs ?? Number.NaN, 6)
    expect(found?.accounts.find(({ name }) => name === 'employed')?.all).toBe(found?.jobs)
  })

  it('loses with all ventures together all of them', async () => {
    const listed = z.object({ spillover: z.object({ byEstablishment: z.array(z.object({ establishment: county })) }) })
    const source = '{ spillover(input: {}) { byEstablishment { establishment { id } } } }'
    const { spillover } = listed.parse(await given.api.data(source))
    const ids = spillover.byEstablishment.map(({ establishment }) => `"${establishment.id}"`).join(', ')
    const [found] = await extracted({ shock: 'OUTPUT' }, `of: [${ids}], together: true`)
    expect(found?.own).toBeCloseTo(17_270, 6)
    expect(found?.others).toBeCloseTo(18_249.423, 3)
  })

  it('takes an industry out of the nation, or out of the region by location quotients', async () => {
    const input = { closure: 'TYPE_I' }
    const [mining, building] = await extracted(input, 'of: ["sector:sni2007-B", "sector:scb44-F"]')
    expect(mining).toMatchObject({
      of: [{ id: 'sector:scb44-B' }],
      area: { geography: 'SE', counties: [] },
      alone: null,
    })
    expect(mining?.jobs).toBeCloseTo(22_564.858, 3)
    expect(mining?.own).toBeCloseTo(8300, 6)
    expect(building?.jobs).toBeCloseTo(518_648.37, 3)
    const [column] = await extracted(input, 'of: ["sector:scb44-B"], kind: COLUMN')
    const [row] = await extracted(input, 'of: ["sector:scb44-B"], kind: ROW')
    expect(column?.jobs).toBeCloseTo(14_786.47, 3)
    expect(row?.jobs).toBeCloseTo(11_649.13, 3)
    const regional = await extracted({ ...input, ...flq }, 'of: ["sector:scb44-F"]')
    expect(regional).toHaveLength(1)
    expect(regional[0]?.own).toBeCloseTo((348_100 * (10_679 + 11_087)) / 363_517, 6)
    expect(regional[0]?.area).toEqual({ geography: null, counties: [{ id: 'county:24' }, { id: 'county:25' }] })
    const each = await extracted(
      { ...input, regionalisation: { method: 'FLQ', area: 'EACH' } },
      'of: ["sector:scb44-F"]',
    )
    expect(each.map(({ area }) => area.counties)).toEqual([[{ id: 'county:24' }], [{ id: 'county:25' }]])
  })

  it('says of which area it is, and what an industry’s output there rests on', async () => {
    const mining = 'of: ["sector:scb44-B"]'
    const [ofNation] = await extracted({}, mining)
    expect(ofNation?.en).toContain('In Sweden 27,847 jobs go')
    expect(ofNation?.en).toContain('of the whole country (Sweden) and not of the region')
    expect(ofNation?.sv).toContain('hela landet (Sverige) och inte regionen')
    const [merged] = await extracted(flq, mining)
    expect(merged?.en).toMatch(/^In Västerbotten County and Norrbotten County 839 jobs go: 459 of its own/)
    expect(merged?.en).toContain('B is counted in the group B+C')
    expect(merged?.en).toContain('mining APART counts it by itself')
    expect(merged?.sv).toContain('med mining APART räknas de för sig')
    const [apart] = await extracted({ regionalisation: { method: 'AFLQ', mining: 'APART' } }, mining)
    expect(apart?.en).toContain('6,215 of its own')
    expect(apart?.en).not.toContain('APART')
    const [venture] = await extracted({}, 'of: ["establishment:lkab"]')
    expect(venture?.en).toContain('That is 7,170 jobs: 2,200 direct ones and 4,970 of others.')
  })

  it('takes several out together, ventures and industries by themselves', async () => {
    const of = '["sector:scb44-B", "establishment:lkab", "sector:scb44-F"]'
    const found = await extracted({}, `of: ${of}, together: true`)
    expect(found.map((row) => row.of.map(({ id }) => id))).toEqual([
      ['sector:scb44-B', 'sector:scb44-F'],
      ['establishment:lkab'],
    ])
    expect(await extracted({}, `of: ${of}`)).toHaveLength(3)
  })

  it.each([
    ['["establishment:gone"]', { code: 'NOT_FOUND', id: 'establishment:gone' }],
    ['["sector:gone"]', { code: 'NOT_FOUND', id: 'sector:gone' }],
    ['["county:24"]', { code: 'BAD_USER_INPUT', argument: 'of' }],
    ['[]', { code: 'BAD_USER_INPUT', argument: 'of' }],
    ['["establishment:lkab", "establishment:lkab"]', { code: 'BAD_USER_INPUT', argument: 'of' }],
    ['["sector:sni2007-B", "sector:scb44-B"]', { code: 'BAD_USER_INPUT', argument: 'of' }],
    ['["sector:sni2007-C"]', { code: 'AMBIGUOUS_SECTOR', argument: 'of' }],
  ])('refuses %s', async (of, error) => {
    expect(await refused({}, `extraction(of: ${of}) { jobs }`)).toMatchObject(error)
  })

  it('refuses a venture that takes no part in the question, which would take nothing with it', async () => {
    const error = await refused(
      { establishments: ['establishment:ssab'] },
      'extraction(of: ["establishment:lkab"]) { jobs }',
    )
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'of' })
  })

  it('takes a venture out whole', async () => {
    const error = await refused({}, 'extraction(of: ["establishment:lkab"], kind: ROW) { jobs }')
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'kind' })
  })
})

describeOnSeededGraph('runs under location quotients and displacement', (given) => {
  const stored = async (input: object, name: string) => {
    const source = `mutation ($input: SpilloverInput!, $name: String!) { storeSpillover(input: $input, name: $name) { run { id } } }`
    const shape = z.object({ storeSpillover: z.object({ run: z.object({ id: z.string() }) }) })
    return shape.parse(await given.api.data(source, { input, name })).storeSpillover.run.id
  }
  const run = z.object({
    spilloverRun: z.object({
      total: z.object({ spillover: z.number() }),
      assumptions: z.object({ displacement: z.unknown(), regionalisation: z.object({ method: z.string() }) }),
      displacement: displaced.nullable(),
      stale: z.boolean(),
    }),
  })
  const readRun = async (id: string) => {
    const source = `query ($id: ID!) { spilloverRun(id: $id) { total { spillover } stale ${displacementFields}
      assumptions { displacement { fromRegionalSmes refilled } regionalisation { method } } } }`
    return run.parse(await given.api.data(source, { id })).spilloverRun
  }
  const difference = z.object({ a: z.number(), b: z.number(), difference: z.number() })
  const comparedToReport = async (b: string) => {
    const shape = z.object({
      compareRuns: z.object({
        assumptions: z.array(z.looseObject({ assumption: z.string() })),
        total: z.object({ spillover: z.number() }),
        displacement: z.object({ lost: difference, netDirect: difference, net: difference }).nullable(),
      }),
    })
    const source = `query ($b: ID!) { compareRuns(a: "run:report", b: $b) { assumptions { assumption a b } total { spillover }
      displacement { lost { a b difference } netDirect { a b difference } net { a b difference } } } }`
    return shape.parse(await given.api.data(source, { b })).compareRuns
  }
  const atStake = async (id: string | null) => {
    const source = `query ($run: ID) { supportCoverage(by: COUNTY, run: $run, asOf: "2026-11-24") {
      cells { place { id } need { id } jobsAtStake } } }`
    const shape = z.object({
      supportCoverage: z.object({
        cells: z.array(z.object({ place: county, need: county, jobsAtStake: z.number() })),
      }),
    })
    const { supportCoverage } = shape.parse(await given.api.data(source, { run: id }))
    return new Map(
      supportCoverage.cells
        .filter(({ need }) => need.id === 'need:skills-supply')
        .map(({ place, jobsAtStake }) => [place.id, jobsAtStake]),
    )
  }

  it('keep what is displaced, as it was answered', async () => {
    const input = { displacement }
    const answered = z.object({ spillover: z.object({ displacement: displaced }) })
    const source = `query ($input: SpilloverInput!) { spillover(input: $input) { ${displacementFields} } }`
    const id = await stored(input, 'Var tredje')
    const kept = await readRun(id)
    expect(kept.displacement).toEqual(answered.parse(await given.api.data(source, { input })).spillover.displacement)
    expect(kept).toMatchObject({
      stale: false,
      assumptions: { displacement, regionalisation: { method: 'RETENTION' } },
    })
    expect(id).not.toBe('run:report')
    expect(await stored({ scenario: skills }, 'Enligt scenariot')).toBe(id)
    expect(await stored({ displacement: { fromRegionalSmes: 0 } }, 'Ingen')).toBe('run:report')
    expect((await readRun('run:report')).displacement).toBeNull()
    const compareRuns = await comparedToReport(id)
    expect(compareRuns.total.spillover).toBe(0)
    const { lost, netDirect, net: left } = compareRuns.displacement ?? {}
    expect(lost).toMatchObject({ a: 0, difference: expect.closeTo(3047.6471, 4) })
    expect(netDirect).toMatchObject({ a: expect.closeTo(17_270, 6), b: expect.closeTo(14_222.3529, 4) })
    expect(left?.difference).toBeCloseTo(-3047.6471, 4)
    expect((await comparedToReport('run:report')).displacement).toBeNull()
    const byQuotients = await comparedToReport(await stored(flq, 'Kvoter'))
    expect(byQuotients.assumptions.map((each) => each.assumption)).not.toContainEqual(
      expect.stringMatching(/^retention/),
    )
    expect(byQuotients.assumptions).toContainEqual({ assumption: 'regionalisation', a: 'RETENTION', b: 'FLQ 0.25' })
    expect(compareRuns.assumptions).toEqual([
      { assumption: 'displacement.fromRegionalSmes', a: '0', b: '0.3' },
      { assumption: 'displacement.refilled', a: '0', b: '0.5' },
      { assumption: 'scenario', a: 'scenario:report-2022', b: 'none' },
    ])
  })

  it('say what is at stake: the run’s spillover, which displacement does not change', async () => {
    const ofReport = await atStake(null)
    expect(ofReport.get('county:25')).toBeCloseTo(12_428.5, 1)
    const ofDisplacement = await atStake(await stored({ displacement }, 'Var tredje'))
    // A database adds up in no order of its own.
    expect([...ofDisplacement]).toEqual([...ofReport].map(([place, jobs]) => [place, expect.closeTo(jobs, 9)]))
    const byQuotients = await stored({ ...flq, displacement }, 'Regional')
    const { total, displacement: kept } = await readRun(byQuotients)
    expect(total.spillover).toBeCloseTo(9107.4, 1)
    expect(kept?.net).toBeCloseTo(23_329.7, 1)
    const regional = await atStake(byQuotients)
    for (const [place, jobs] of regional) {
      expect(jobs).toBeGreaterThan(0)
      expect(jobs).toBeLessThan((ofReport.get(place) ?? 0) / 2)
    }
    const gaps = z.object({
      supportGaps: z.object({ nodes: z.array(z.object({ jobsAtStake: z.number() })) }),
    })
    const source = `query ($run: ID) { supportGaps(run: $run, asOf: "2026-11-24", first: 3) { nodes { jobsAtStake } } }`
    const { supportGaps } = gaps.parse(await given.api.data(source, { run: byQuotients }))
    expect(supportGaps.nodes[0]?.jobsAtStake).toBeLessThan(3981.5 / 2)
  })
})
