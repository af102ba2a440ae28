import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { bringUpToDate } from '../../src/startup/open-norrgraph.js'
import { examplia, industries, setOff, total } from '../second-region/examplia.js'
import { type Api, localSettings, openApi } from './api.js'
import { describeOnEachEngine } from './engines.js'

const id = z.object({ id: z.string() })
const named = id.extend({ name: z.string() })

describeOnEachEngine('a made-up region that speaks English alone', (open) => {
  let graph: Graph
  let api: Api
  beforeAll(async () => {
    graph = await open()
    await bringUpToDate(graph, examplia)
    api = await openApi(graph, localSettings, examplia)
  }, 180_000)
  afterAll(async () => {
    await api.close()
    await graph.close()
  })

  describe('who can help a firm', () => {
    const answer = z.object({
      supportFor: z.object({
        unmet: z.array(named),
        nodes: z.array(
          z.object({
            actor: named,
            reach: named,
            meets: z.array(named),
            initiatives: z.array(z.object({ initiative: named, conditions: z.array(z.object({ text: z.string() })) })),
            reasons: z.array(z.object({ text: z.string() })),
          }),
        ),
      }),
    })
    const ask = async (municipality: string, sector: string, needs: readonly string[]) => {
      const source = `query ($profile: SmeProfile!) {
        supportFor(profile: $profile, asOf: "2026-01-20") {
          unmet { id name }
          nodes {
            actor { id name } reach { ... on Entity { id name } } meets { id name }
            initiatives { initiative { id name } conditions { text } }
            reasons { text }
          }
        }
      }`
      const profile = { municipality, sector, sizeClass: 'SMALL', needs }
      return answer.parse(await api.data(source, { profile })).supportFor
    }

    it('a metal firm that lacks money, in Northmark', async () => {
      const { unmet, nodes } = await ask('municipality:5102', 'sector:exc2020-C25', ['need:money', 'need:certificates'])
      expect(unmet).toEqual([{ id: 'need:certificates', name: 'Certificates that buyers ask for' }])
      expect(nodes.map(({ actor, reach }) => [actor, reach])).toEqual([
        [
          { id: 'actor:growth-fund', name: 'Examplia Growth Fund' },
          { id: 'county:51', name: 'Northmark' },
        ],
      ])
      expect(nodes[0]?.initiatives.map(({ initiative }) => initiative)).toEqual([
        { id: 'initiative:growth-loan', name: 'Growth loan' },
      ])
      const said = JSON.stringify(nodes)
      expect(said).toContain('a bank lends as much')
      expect(said).not.toMatch(/[åäö]|\b(och|verkar|erbjuder|behov)\b/i)
    })

    it('and not one of another trade', async () => {
      const { unmet, nodes } = await ask('municipality:5102', 'sector:exc2020-F41', ['need:money'])
      expect(unmet.map(({ name }) => name)).toEqual(['Money to grow'])
      expect(nodes).toEqual([])
    })
  })

  describe('what its ventures set off', () => {
    const wind = setOff('MAN', 500)
    const power = setOff('ENE', 120)

    it('is what the rounds of its table add up to', async () => {
      const { spillover } = z
        .object({
          spillover: z.object({
            total: z.object({ direct: z.number(), indirect: z.number(), induced: z.number() }),
            bySector: z.array(
              z.object({
                sector: id.extend({ code: z.string(), name: z.string() }),
                indirect: z.number(),
                induced: z.number(),
              }),
            ),
            byCounty: z.array(z.object({ county: named, direct: z.number(), indirect: z.number() })),
            comparisons: z.array(z.object({ claim: id, computed: z.number(), difference: z.number() })),
            warnings: z.array(z.object({ code: z.string(), message: z.string() })),
            alternatives: z.array(z.object({ assumption: z.string(), value: z.string() })),
          }),
        })
        .parse(
          await api.data(`{ spillover(input: {}) {
            total { direct indirect induced }
            bySector { sector { id code name } indirect induced }
            byCounty { county { id name } direct indirect }
            comparisons { claim { id } computed difference }
            warnings { code message }
            alternatives { assumption value }
          } }`),
        )
      expect(spillover.total.direct).toBe(620)
      expect(spillover.total.indirect).toBeCloseTo(total(wind.indirect) + total(power.indirect), 8)
      expect(spillover.total.induced).toBeCloseTo(total(wind.induced) + total(power.induced), 8)
      for (const [place, { code, name }] of industries.entries()) {
        const row = spillover.bySector.find(({ sector }) => sector.code === code)
        expect(row?.sector.name).toBe(name)
        expect(row?.indirect, code).toBeCloseTo((wind.indirect[place] ?? 0) + (power.indirect[place] ?? 0), 8)
      }
      expect(spillover.byCounty.map(({ county, direct }) => [county.name, direct])).toEqual(
        expect.arrayContaining([
          ['Northmark', 500],
          ['Southmark', 120],
        ]),
      )
      expect(
        spillover.comparisons.map(({ claim, computed, difference }) => [claim.id, Math.round(computed - difference)]),
      ).toEqual([
        ['claim:plan-direct-jobs', 620],
        ['claim:plan-jobs-in-southmark', 100],
        ['claim:plan-jobs-set-off', 300],
      ])
      expect(spillover.comparisons.map(({ computed }) => Math.round(computed)).slice(0, 2)).toEqual([620, 120])
      expect(spillover.warnings.map(({ message }) => message)).toContain(
        'The plan calls models of this kind a ceiling.',
      )
    })

    it('stands in the graph as its run', async () => {
      const { spilloverRun } = z
        .object({ spilloverRun: named.extend({ total: z.object({ direct: z.number(), indirect: z.number() }) }) })
        .parse(await api.data('{ spilloverRun(id: "run:plan") { id name total { direct indirect } } }'))
      expect(spilloverRun).toMatchObject({ name: "The plan's ventures", total: { direct: 620 } })
      expect(spilloverRun.total.indirect).toBeCloseTo(total(wind.indirect) + total(power.indirect), 6)
    })
  })

  describe('where nobody helps', () => {
    // By hand from actors.yaml: who serves any small or medium-sized firm of the municipality, its county or the country with
    // what meets the need. The growth fund serves manufacturing alone, the office at Dunmere small firms alone.
    const served: Readonly<Record<string, readonly string[]>> = {
      'municipality:5101': ['need:people', 'need:orders', 'need:certificates'],
      'municipality:5102': ['need:people', 'need:orders'],
      'municipality:5103': ['need:people', 'need:orders', 'need:certificates'],
      'municipality:5201': ['need:people', 'need:money'],
      'municipality:5202': ['need:people'],
    }
    const population: Readonly<Record<string, number>> = {
      'municipality:5101': 41_500 / 61_000,
      'municipality:5102': 9_800 / 61_000,
      'municipality:5103': 9_700 / 61_000,
      'municipality:5201': 14_200 / 24_000,
      'municipality:5202': 9_800 / 24_000,
    }
    const inland = ['municipality:5102', 'municipality:5202']
    /** All groups but none are PUBLIC here; of manufacturing's jobs 60 % are small and medium firms'. */
    const forSmes = ({ indirect, induced }: ReturnType<typeof setOff>) =>
      total(industries.map(({ section }, i) => ((indirect[i] ?? 0) + (induced[i] ?? 0)) * (section === 'C' ? 0.6 : 1)))
    const inCounty: Readonly<Record<string, number>> = {
      '51': forSmes(setOff('MAN', 500)),
      '52': forSmes(setOff('ENE', 120)),
    }
    const atStake = (municipality: string, need: string): number =>
      need === 'need:money' && !inland.includes(municipality)
        ? 0
        : (inCounty[municipality.slice(13, 15)] ?? 0) * (population[municipality] ?? 0)

    const cell = z.object({ place: named, need: named, covered: z.boolean(), jobsAtStake: z.number() })

    it('by municipality and need, with the jobs behind it', async () => {
      const { supportCoverage } = z
        .object({ supportCoverage: z.object({ allocation: z.string(), cells: z.array(cell) }) })
        .parse(
          await api.data(`{ supportCoverage(by: MUNICIPALITY, asOf: "2026-01-20", evidence: AREA) {
            allocation cells { place { id name } need { id name } covered jobsAtStake }
          } }`),
        )
      expect(supportCoverage.allocation).toContain('31 December 2023')
      expect(supportCoverage.cells.length).toBe(20)
      for (const { place, need, covered, jobsAtStake } of supportCoverage.cells) {
        expect(covered, `${place.name}, ${need.name}`).toBe(served[place.id]?.includes(need.id))
        expect(jobsAtStake, `${place.name}, ${need.name}`).toBeCloseTo(atStake(place.id, need.id), 6)
      }
    })

    it('as a list of gaps, the most jobs first', async () => {
      const { supportGaps } = z
        .object({ supportGaps: z.object({ nodes: z.array(cell.omit({ covered: true })) }) })
        .parse(
          await api.data(`{ supportGaps(first: 20, asOf: "2026-01-20", evidence: AREA) {
            nodes { place { id name } need { id name } jobsAtStake }
          } }`),
        )
      const expected = Object.entries(served).flatMap(([place, needs]) =>
        ['need:people', 'need:money', 'need:orders', 'need:certificates']
          .filter((need) => !needs.includes(need))
          .map((need) => ({ place, need, jobs: atStake(place, need) })),
      )
      expect(supportGaps.nodes.map(({ place, need }) => `${place.id} ${need.id}`).toSorted()).toEqual(
        expected.map(({ place, need }) => `${place} ${need}`).toSorted(),
      )
      const jobs = supportGaps.nodes.map(({ jobsAtStake }) => jobsAtStake)
      expect(jobs).toEqual(jobs.toSorted((left, right) => right - left))
    })
  })

  it('names everything in its own language, asked for in none, and in the other', async () => {
    const { actors, asked } = z
      .object({
        actors: z.object({ nodes: z.array(named) }),
        asked: z.object({ nodes: z.array(named.extend({ lang: z.string() })) }),
      })
      .parse(
        await api.data(`{
          actors: supportActors { nodes { id name } }
          asked: supportActors { nodes { id name lang: name(lang: SV) } }
        }`),
      )
    const names = actors.nodes.map(({ name }) => name)
    expect(names).toEqual(names.toSorted((left, right) => left.localeCompare(right, 'en')))
    expect(names).toContain('Labour Office of Examplia')
    expect(asked.nodes.map(({ lang }) => lang)).toEqual(names)
  })

  it('finds its things by their names and words', async () => {
    const found = async (text: string) =>
      z
        .object({ search: z.object({ nodes: z.array(id) }) })
        .parse(await api.data('query ($text: String!) { search(text: $text) { nodes { id } } }', { text }))
        .search.nodes.map((node) => node.id)
    expect(await found('dunmere')).toContain('municipality:5201')
    expect(await found('credit')).toContain('need:money')
    expect(await found('Labour')).toContain('actor:labour-office')
  })
})
