import { expect, it } from 'vitest'
import { z } from 'zod'
import { operation } from './api.js'
import { describeOnSeededGraph } from './engines.js'

const numbers = z.object({ spillover: z.number() })
const spilloverOf = `query ($input: SpilloverInput!) { spillover(input: $input) { total { spillover } } }`
const runOf = z.object({ storeSpillover: z.object({ run: z.object({ id: z.string() }) }) })

describeOnSeededGraph('location quotients in the place of the retention rule', (given) => {
  const ask = (input: unknown, selection: string) =>
    given.api.data(`query ($input: SpilloverInput!) { spillover(input: $input) { ${selection} } }`, { input })
  const total = async (input: unknown) => {
    const answer = z
      .object({ spillover: z.object({ total: numbers }) })
      .parse(await given.api.data(spilloverOf, { input }))
    return answer.spillover.total.spillover
  }

  it.each([
    [{ method: 'SLQ' }, 21565.2],
    [{ method: 'FLQ' }, 9107.4],
    [{ method: 'FLQ', delta: 0.1 }, 14988.3],
    [{ method: 'FLQ', householdDelta: 0 }, 10053.3],
    [{ method: 'FLQ', area: 'EACH' }, 7428.4],
    [{ method: 'FLQ', mining: 'APART' }, 6615.6],
    [{ method: 'AFLQ', mining: 'APART' }, 7546.7],
    [{ method: 'RETENTION' }, 23274.6],
  ])('%o: %d', async (regionalisation, expected) => {
    expect(await total({ regionalisation })).toBeCloseTo(expected, 1)
  })

  it('says what it assumes, all that was left out filled in', async () => {
    const selection = `assumptions { regionalisation { method delta householdDelta area mining employment { year publisher } }
      retention { share apply } nationalSectors { id } }`
    expect(await ask({ regionalisation: { method: 'FLQ' } }, selection)).toEqual({
      spillover: {
        assumptions: {
          regionalisation: {
            ...{ method: 'FLQ', delta: 0.25, householdDelta: 0.125, area: 'TOGETHER', mining: 'MERGED' },
            employment: { year: 2018, publisher: 'Statistics Sweden' },
          },
          retention: { share: 1, apply: 'AFTER' },
          nationalSectors: [],
        },
      },
    })
    const rule = 'assumptions { regionalisation { method delta employment { id } } }'
    expect(await ask({}, rule)).toEqual({
      spillover: { assumptions: { regionalisation: { method: 'RETENTION', delta: null, employment: null } } },
    })
  })

  it.each([
    [{ regionalisation: { method: 'FLQ' }, retention: { share: 0.3 } }, 'input.retention'],
    [{ regionalisation: { method: 'FLQ' }, retention: {} }, 'input.retention'],
    [{ regionalisation: { method: 'FLQ', delta: 1 } }, 'input.regionalisation.delta'],
    [{ regionalisation: { method: 'FLQ', delta: -0.1 } }, 'input.regionalisation.delta'],
    [{ regionalisation: { method: 'FLQ', householdDelta: 1 } }, 'input.regionalisation.householdDelta'],
    [{ regionalisation: { method: 'SLQ', delta: 0.2 } }, 'input.regionalisation.delta'],
    [{ regionalisation: { method: 'RETENTION', area: 'EACH' } }, 'input.regionalisation.area'],
    [{ regionalisation: { method: 'FLQ', employment: 'table:scb-2016-44' } }, 'input.regionalisation.employment'],
    [
      {
        regionalisation: { method: 'FLQ' },
        shocks: [{ sector: 'sector:sni2007-F', county: 'county:01', year: 2025, jobs: 5 }],
      },
      'input.regionalisation.area',
    ],
  ])('refuses %o', async (input, argument) => {
    const { errors } = await given.api.ask(spilloverOf, { input })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument })
  })

  it('refuses employment that is not there', async () => {
    const input = { regionalisation: { method: 'FLQ', employment: 'employment:none' } }
    const { errors } = await given.api.ask(spilloverOf, { input })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('stands beside the report’s figure in a sentence, and not beside its own', async () => {
    const selection = 'regional { spillover low high sv: text(lang: SV) en: text(lang: EN) }'
    expect(await ask({}, selection)).toEqual({
      spillover: {
        regional: {
          spillover: expect.closeTo(9107.4, 1),
          low: expect.closeTo(6615.6, 1),
          high: expect.closeTo(14988.3, 1),
          sv: 'Om bara det räknas som regionens egna branscher kan väntas leverera (lokaliseringskvoter, FLQ, δ = 0,25) blir spridningen omkring 9 100 jobb i de två länen, rimligen 6 600–15 000, mot rapportens omkring 23 300.'.replace(
            /(\d) (\d{3})/g,
            '$1\u00a0$2',
          ),
          en: "Counting only what the region's own industries can be expected to supply (location quotients, FLQ, δ = 0.25) gives about 9,100 further jobs in the two counties, plausibly 6,600–15,000, against the report's about 23,300.",
        },
      },
    })
    expect(await ask({ regionalisation: { method: 'FLQ' } }, selection)).toEqual({ spillover: { regional: null } })
    const other = z.object({ spillover: z.object({ regional: z.object({ en: z.string() }) }) })
    const { regional } = other.parse(await ask({ shock: 'OUTPUT' }, selection)).spillover
    expect(regional.en).toContain("against about 18,200 by the question's assumptions")
    expect(await ask({ establishments: [] }, selection)).toEqual({ spillover: { regional: null } })
    const hiring = other.parse(await ask({ displacement: { fromRegionalSmes: 0.3 } }, selection)).spillover.regional
    expect(hiring.en).toContain("against the report's about 23,300")
    const judged = { retention: { nationalSectors: ['sector:sni2007-C24'] } }
    expect(other.parse(await ask(judged, selection)).spillover.regional.en).toContain("by the question's assumptions")
  })

  it('is among the alternatives, with the rule among those of a question that asks for it', async () => {
    const listed = z.object({
      spillover: z.object({
        alternatives: z.array(z.object({ assumption: z.string(), value: z.string(), spillover: z.number() })),
      }),
    })
    const of = async (input: unknown) => {
      const { alternatives } = listed.parse(await ask(input, 'alternatives { assumption value spillover }')).spillover
      const regional = alternatives.filter(({ assumption }) => assumption === 'regionalisation')
      return Object.fromEntries(regional.map(({ value, spillover }) => [value, spillover]))
    }
    const ofRule = await of({})
    expect(ofRule).toMatchObject({
      'FLQ 0.1': expect.closeTo(14988.3, 1),
      'FLQ 0.2': expect.closeTo(10703.5, 1),
      'FLQ 0.3': expect.closeTo(7803.0, 1),
      'FLQ 0.25 APART': expect.closeTo(6615.6, 1),
      'FLQ 0.25 EACH': expect.closeTo(7428.4, 1),
      'AFLQ 0.25 APART': expect.closeTo(7546.7, 1),
    })
    const { 'FLQ 0.25': own, ...others } = ofRule
    expect(own).toBeCloseTo(9107.4, 1)
    expect(await of({ regionalisation: { method: 'FLQ' } })).toEqual({
      ...others,
      RETENTION: expect.closeTo(23274.6, 1),
    })
  })

  it('warns of what is still the nation’s, of coarse groups and of extreme quotients', async () => {
    const warned = z.object({
      spillover: z.object({ warnings: z.array(z.object({ code: z.string(), message: z.string() })) }),
    })
    const of = async (input: unknown) =>
      warned.parse(await ask(input, 'warnings { code message(lang: EN) }')).spillover.warnings
    const merged = await of({ regionalisation: { method: 'FLQ' } })
    expect(merged.map(({ code }) => code)).toContain('COEFFICIENTS_OF_NATION')
    expect(merged.find(({ code }) => code === 'EMPLOYMENT_COARSER')?.message).toMatch(
      /A \(A01\+A03, A02\); B\+C \(B, C10-12, /,
    )
    expect(merged.map(({ code }) => code)).not.toContain('EXTREME_QUOTIENT')
    const apart = await of({ regionalisation: { method: 'FLQ', mining: 'APART' } })
    expect(apart.find(({ code }) => code === 'EXTREME_QUOTIENT')?.message).toContain('B (SLQ 14.5)')
    expect((await of({})).map(({ code }) => code)).not.toContain('COEFFICIENTS_OF_NATION')
  })

  it('chains of suppliers add up to the indirect jobs, of each county where each is an economy', async () => {
    const selection =
      'total { indirect } structuralPaths(first: 100) { share paths { county { id } tier jobs share sectors { id } } }'
    const answer = z.object({
      spillover: z.object({
        total: z.object({ indirect: z.number() }),
        structuralPaths: z.object({
          share: z.number(),
          paths: z.array(z.object({ county: z.object({ id: z.string() }).nullable(), jobs: z.number() })),
        }),
      }),
    })
    for (const area of ['TOGETHER', 'EACH']) {
      const asked = await ask({ regionalisation: { method: 'FLQ', area } }, selection)
      const { total: all, structuralPaths } = answer.parse(asked).spillover
      const counties = new Set(structuralPaths.paths.map(({ county }) => county?.id ?? null))
      expect(counties).toEqual(new Set(area === 'EACH' ? ['county:24', 'county:25'] : [null]))
      const sum = structuralPaths.paths.reduce((jobs, path) => jobs + path.jobs, 0)
      expect(sum / all.indirect).toBeCloseTo(structuralPaths.share, 9)
      expect(structuralPaths.share).toBeGreaterThan(0.5)
      expect(structuralPaths.share).toBeLessThanOrEqual(1)
    }
  })

  it('is part of what a run is: the same again is the same run, and another δ another', async () => {
    const store = async (input: unknown) => {
      const data = await given.api.data(operation('spillover-store'), { input, name: 'Regionens branscher' })
      return runOf.parse(data).storeSpillover.run.id
    }
    const flq = await store({ regionalisation: { method: 'FLQ' } })
    expect(await store({ regionalisation: { method: 'FLQ', delta: 0.25, area: 'TOGETHER' } })).toBe(flq)
    expect(await store({ regionalisation: { method: 'RETENTION' } })).toBe('run:report')
    const other = await store({ regionalisation: { method: 'FLQ', delta: 0.2 } })
    expect(other).not.toBe(flq)
    const source = `query ($flq: ID!, $other: ID!) {
      run: spilloverRun(id: $flq) { total { spillover } stale changes assumptions {
        regionalisation { method delta householdDelta area mining employment { id } } } byCounty { county { id } spillover } }
      compareRuns(a: $flq, b: $other) { assumptions { assumption a b } }
      withRule: compareRuns(a: "run:report", b: $flq) { assumptions { assumption a b } }
    }`
    const data = await given.api.data(source, { flq, other })
    expect(data).toMatchObject({
      run: {
        total: { spillover: expect.closeTo(9107.4, 1) },
        stale: false,
        changes: [],
        assumptions: {
          regionalisation: {
            method: 'FLQ',
            delta: 0.25,
            householdDelta: 0.125,
            employment: { id: expect.any(String) },
          },
        },
        byCounty: [
          { county: { id: 'county:24' }, spillover: expect.closeTo(3272.7, 1) },
          { county: { id: 'county:25' }, spillover: expect.closeTo(5834.7, 1) },
        ],
      },
      compareRuns: { assumptions: [{ assumption: 'regionalisation', a: 'FLQ 0.25', b: 'FLQ 0.2' }] },
    })
    expect(data).toHaveProperty(
      'withRule.assumptions',
      expect.arrayContaining([{ assumption: 'regionalisation', a: 'RETENTION', b: 'FLQ 0.25' }]),
    )
  })
})
