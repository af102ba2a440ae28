import { expect, it } from 'vitest'
import { z } from 'zod'
import { operation } from './api.js'
import { describeOnSeededGraph } from './engines.js'

const effects = z.object({ direct: z.number(), indirect: z.number(), induced: z.number(), spillover: z.number() })

describeOnSeededGraph('figures that someone else published, or that the report states', (given) => {
  it('Table 1: 17 270 jobs in seven ventures, 12 250 in Norrbotten and 5 020 in Västerbotten', async () => {
    const ventures = z.object({
      establishments: z.object({ totalCount: z.number(), nodes: z.array(z.object({ totalJobs: z.number() })) }),
    })
    const jobs = async (county?: string) => {
      const { establishments } = ventures.parse(await given.api.data(operation('establishments'), { county }))
      return [establishments.totalCount, establishments.nodes.reduce((sum, { totalJobs }) => sum + totalJobs, 0)]
    }
    expect(await jobs()).toEqual([7, 17_270])
    expect(await jobs('county:25')).toEqual([4, 12_250])
    expect(await jobs('county:24')).toEqual([3, 5_020])
  })

  it('spillover 23 274.6 in the report’s own setting; the report says about 23 300', async () => {
    const answer = z.object({
      spillover: z.object({
        total: effects,
        cube: z.array(z.object({ group: z.string(), effect: z.string(), jobs: z.number() })),
      }),
    })
    const source = `{ spillover(input: {}) {
      total { direct indirect induced spillover } cube(by: [SECTOR_GROUP, EFFECT]) { group effect jobs } } }`
    const { total, cube } = answer.parse(await given.api.data(source)).spillover
    const indirect = (group: string) => cube.find((cell) => cell.group === group && cell.effect === 'INDIRECT')?.jobs
    expect(total.direct).toBe(17_270)
    expect(total.spillover).toBeCloseTo(23_274.6, 1)
    expect(total.induced).toBeCloseTo(6_929.7, 1)
    expect(indirect('INDUSTRY')).toBeCloseTo(5_914.7, 1)
    expect(indirect('SERVICES')).toBeCloseTo(9_718.8, 1)
    expect(indirect('PUBLIC')).toBeCloseTo(711.4, 1)
    expect(Math.abs(total.spillover - 23_300) / 23_300).toBeLessThan(0.002)
  })

  it('stores what it calculates: the report’s run adds up over its ventures', async () => {
    const stored = z.object({
      establishment: z.object({
        spillsOver: z.object({
          totalCount: z.number(),
          pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
          edges: z.array(z.object({ year: z.number(), indirect: z.number(), induced: z.number() })),
        }),
      }),
      spilloverRun: z.object({ total: z.object({ spillover: z.number() }), establishments: z.unknown() }),
    })
    let sum = 0
    let total = 0
    for (const venture of [
      'boliden',
      'ssab',
      'lkab',
      'lkab-construction',
      'northvolt',
      'skelleftea-kraft',
      'h2-green-steel',
    ]) {
      let after: string | null = null
      let read = 0
      do {
        const variables: Record<string, unknown> = {
          establishment: `establishment:${venture}`,
          run: 'run:report',
          first: 200,
          after,
        }
        const { establishment, spilloverRun } = stored.parse(
          await given.api.data(operation('spillover-stored'), variables),
        )
        const { edges, pageInfo, totalCount } = establishment.spillsOver
        for (const { indirect, induced } of edges) sum += indirect + induced
        total = spilloverRun.total.spillover
        read += edges.length
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null
        if (after === null) expect(read).toBe(totalCount)
      } while (after !== null)
    }
    expect(total).toBeCloseTo(23_274.6, 1)
    expect(sum).toBeCloseTo(total, 6)
  })

  it('gives the same run for the same question, and the report’s run for its own setting', async () => {
    const id = async (input: object, name: string) =>
      z
        .object({ storeSpillover: z.object({ run: z.object({ id: z.string(), name: z.string() }) }) })
        .parse(await given.api.data(operation('spillover-store'), { input, name })).storeSpillover.run
    const first = await id({ closure: 'TYPE_I' }, 'Type I')
    expect(first.id).toMatch(/^run:[0-9a-f]+$/)
    expect(await id({ closure: 'TYPE_I', incomeTax: 0.32 }, 'Another name')).toEqual(first)
    expect((await id({}, 'Mine')).id).toBe('run:report')
    expect((await id({ years: [2022, 2023, 2024, 2025, 2026] }, 'Mine')).id).toBe('run:report')
    expect((await id({ incomeTax: 0.25 }, 'Lower tax')).id).not.toBe(first.id)
  })

  it('jobs at stake for skills supply: Arjeplog 129.92, Norrbotten 12 428.5, Västerbotten 6 737.9', async () => {
    const coverage = z.object({
      supportCoverage: z.object({
        cells: z.array(z.object({ place: z.object({ id: z.string() }), jobsAtStake: z.number() })),
      }),
    })
    const ask = async (by: string) => {
      const variables = { by, needs: ['need:skills-supply'], asOf: '2022-06-30' }
      return coverage.parse(await given.api.data(operation('support-coverage'), variables)).supportCoverage.cells
    }
    const municipalities = await ask('MUNICIPALITY')
    expect(municipalities).toHaveLength(29)
    expect(municipalities.find(({ place }) => place.id === 'municipality:2506')?.jobsAtStake).toBeCloseTo(129.92, 2)
    const counties = new Map((await ask('COUNTY')).map(({ place, jobsAtStake }) => [place.id, jobsAtStake]))
    expect(counties.get('county:25')).toBeCloseTo(12_428.5, 1)
    expect(counties.get('county:24')).toBeCloseTo(6_737.9, 1)
    const sum = municipalities.reduce((total, { jobsAtStake }) => total + jobsAtStake, 0)
    expect(sum).toBeCloseTo((counties.get('county:25') ?? 0) + (counties.get('county:24') ?? 0), 6)
  })
})
