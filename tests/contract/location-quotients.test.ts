import { expect, it } from 'vitest'
import { z } from 'zod'
import { storeEmployment } from '../../src/import/employment/store-employment.js'
import type { EmploymentTable } from '../../src/spillover/employment/employment-table.js'
import { readEmployment } from '../../src/spillover/employment/read-employment.js'
import { quotientsOf } from '../../src/spillover/model/location-quotients.js'
import { readTable } from '../../src/spillover/table/stored-table.js'
import { describeOnSeededGraph } from './engines.js'

/** Independent figures, to their last printed digit: employed in county 24, in county 25 and in the nation, and quotients. */
const published: readonly [
  group: string,
  a: number,
  b: number,
  nation: number,
  slq: readonly [number, number, number],
][] = [
  ['A', 4348, 4117, 92678, [1.757, 1.7716, 1.7641]],
  ['B+C', 15336, 15612, 559267, [1.027, 1.1133, 1.0688]],
  ['D+E', 1807, 1748, 51274, [1.3198, 1.3596, 1.3391]],
  ['F', 10679, 11087, 363517, [1.1002, 1.2164, 1.1564]],
  ['G', 12549, 11005, 591639, [0.7943, 0.7418, 0.7689]],
  ['H', 5855, 6456, 233920, [0.9374, 1.1007, 1.0165]],
  ['I', 3774, 4208, 168913, [0.8368, 0.9935, 0.9127]],
  ['J', 3781, 2690, 209651, [0.6754, 0.5117, 0.5961]],
  ['K', 1480, 1545, 96138, [0.5765, 0.6409, 0.6077]],
  ['L', 2044, 1915, 81529, [0.9389, 0.9368, 0.9379]],
  ['M+N', 11659, 12387, 605090, [0.7216, 0.8164, 0.7675]],
  ['O', 6983, 10271, 305145, [0.857, 1.3424, 1.0921]],
  ['P', 17426, 12740, 540718, [1.2069, 0.9397, 1.0775]],
  ['Q', 28432, 22895, 806629, [1.3201, 1.132, 1.229]],
  ['R+S+T+U', 5240, 4708, 214640, [0.9143, 0.8748, 0.8952]],
]
/** The same of mining and manufacturing told apart. */
const apart: typeof published = [
  ['B', 1010.6, 5240.9, 8348.8, [4.5335, 25.0355, 14.4622]],
  ['C', 14325.4, 10371.1, 550918.2, [0.9738, 0.7508, 0.8658]],
]
const [all24, all25, allOfNation] = [131_393, 123_384, 4_920_748]

const row = z.object({
  county: z.object({ id: z.string() }).nullable(),
  quotient: z.number(),
  group: z.string().nullable(),
  employed: z.number().nullable(),
  employedInNation: z.number().nullable(),
  allEmployed: z.number(),
  allEmployedInNation: z.number(),
  employment: z.object({ id: z.string() }),
})
const sector = z.object({ id: z.string(), code: z.string(), locationQuotients: z.array(row) })
const answer = z.object({ nodes: z.array(sector.nullable()) })

const asked = `query ($ids: [ID!]!, $mining: Mining!, $employment: ID) {
  nodes(ids: $ids) { ... on Sector { id code locationQuotients(mining: $mining, employment: $employment) {
    county { id } quotient group employed employedInNation allEmployed allEmployedInNation employment { id }
  } } }
}`
const table = 'table:scb-2016-44'

describeOnSeededGraph('location quotients', (given) => {
  async function quotients(ids: readonly string[], mining: 'MERGED' | 'APART' = 'MERGED', employment?: string) {
    const { nodes } = answer.parse(await given.api.data(asked, { ids, mining, employment }))
    return nodes.map((node) => node?.locationQuotients ?? [])
  }
  const placed = (rows: readonly z.infer<typeof row>[], county: string | null) =>
    rows.find((each) => (each.county?.id ?? null) === county)

  const letters = (group: string) => group.split('+')
  const sectionIds = (group: string) => letters(group).map((letter) => `sector:sni2007-${letter}`)

  it.each(published)('of sections in group %s', async (group, a, b, nation, slq) => {
    for (const rows of await quotients(sectionIds(group))) {
      expect(rows).toHaveLength(22)
      expect(rows[0]?.county).toBeNull()
      const places = [
        ['county:24', a, all24],
        ['county:25', b, all25],
        [null, a + b, all24 + all25],
      ] as const
      for (const [index, [county, employed, allEmployed]] of places.entries()) {
        const found = placed(rows, county)
        expect(found).toMatchObject({ group, employed, employedInNation: nation, allEmployed })
        expect(found?.allEmployedInNation).toBe(allOfNation)
        expect(found?.employment.id).toBe('employment:scb-rams-2018')
        expect(found?.quotient.toFixed(4)).toBe(slq[index]?.toFixed(4))
        const byHand = ((employed / allEmployed) * allOfNation) / nation
        expect(Math.abs((found?.quotient ?? 0) / byHand - 1)).toBeLessThan(1e-12)
      }
    }
  })

  it.each(apart)('of section %s, told apart', async (group, a, b, nation, slq) => {
    const [ofSection = [], ofDivision = [], ofIndustry = []] = await quotients(
      [
        `sector:sni2007-${group}`,
        `sector:sni2007-${group === 'B' ? 'B07' : 'C24'}`,
        `sector:scb44-${group === 'B' ? 'B' : 'C24'}`,
      ],
      'APART',
    )
    expect(ofDivision).toEqual(ofSection)
    expect(ofIndustry).toEqual(ofSection)
    expect(ofSection.map(({ county }) => county?.id ?? null)).toEqual([null, 'county:24', 'county:25'])
    const places = [
      ['county:24', a, all24],
      ['county:25', b, all25],
      [null, a + b, all24 + all25],
    ] as const
    for (const [index, [county, employed, allEmployed]] of places.entries()) {
      const found = placed(ofSection, county)
      expect(found).toMatchObject({ group, allEmployed })
      expect(found?.employed).toBeCloseTo(employed, 0)
      expect(Math.abs((found?.employedInNation ?? 0) - nation)).toBeLessThan(0.05 + 1e-9)
      expect(found?.quotient.toFixed(4)).toBe(slq[index]?.toFixed(4))
    }
  })

  it('mining told apart is what is left of what another publisher counts', async () => {
    const [mining = []] = await quotients(['sector:scb44-B'], 'APART')
    const k = 57_100 / 51_274
    const [of24, of25] = [17_000 - 14_000 - k * 1_807, 17_000 - 10_000 - k * 1_748]
    expect([of24, of25].map((each) => each.toFixed(1))).toEqual(['987.7', '5053.4'])
    const employed = [(of24 / (of24 + 14_000)) * 15_336, (of25 / (of25 + 10_000)) * 15_612]
    expect(placed(mining, 'county:24')?.employed).toBeCloseTo(employed[0] ?? 0, 8)
    expect(placed(mining, 'county:25')?.employed).toBeCloseTo(employed[1] ?? 0, 8)
    expect(mining[0]?.employed).toBeCloseTo((employed[0] ?? 0) + (employed[1] ?? 0), 8)
    expect(mining[0]?.employedInNation).toBeCloseTo((8_300 / 556_000) * 559_267, 6)
  })

  it('of industries are those that a calculation takes, shared by those of one group', async () => {
    const stored = await readTable(given.graph, table)
    const employment = await readEmployment(given.graph, given.edition, { named: null, table })
    if (!employment) throw new Error('no employment')
    const ids = stored.table.industries.map(({ code }) => `sector:scb44-${code.replace(/[^\p{L}\p{N}]+/gu, '-')}`)
    const found = await quotients(ids)
    for (const [county, counties] of [
      [null, null],
      ['county:24', ['county:24']],
      ['county:01', ['county:01']],
    ] as const) {
      const { slq } = quotientsOf(stored.table, employment, counties, 'MERGED')
      for (const [i, rows] of found.entries()) expect(placed(rows, county)?.quotient).toBe(slq[i])
    }
    const groups = new Set(found.map(([first]) => first?.group))
    expect(groups.size).toBe(15)
  })

  it('by employment of ones own are of its groups alone', async () => {
    const knowledge = { graph: given.graph, edition: given.edition }
    const base: EmploymentTable = {
      ...{ id: 'employment:merged', title: 'Own', publisher: 'Own', edition: '1', year: 2020 },
      ...{ groups: ['B-F', 'G'], nation: [1_000, 3_000], region: [100, 100], counties: [], key: null },
    }
    await storeEmployment(knowledge, base, '2026-02-01T00:00:00Z')
    const [ofC = [], ofG = [], ofA = []] = await quotients(
      ['sector:sni2007-C', 'sector:scb44-G', 'sector:scb44-A02'],
      'MERGED',
      base.id,
    )
    const told = { county: null, allEmployed: 200, allEmployedInNation: 4_000, employment: { id: base.id } }
    expect(ofC).toEqual([{ ...told, quotient: 2, group: 'B-F', employed: 100, employedInNation: 1_000 }])
    expect(ofG).toMatchObject([{ quotient: 100 / 200 / (3_000 / 4_000), group: 'G' }])
    expect(ofA).toEqual([{ ...told, quotient: 1, group: null, employed: null, employedInNation: null }])
    expect(await quotients(['sector:sni2007-A'], 'MERGED', base.id)).toEqual([[]])

    const ask = (employment: string, mining: string) =>
      given.api.ask(asked, { ids: ['sector:sni2007-B'], mining, employment })
    expect((await ask(base.id, 'APART')).errors).toMatchObject([
      {
        message: `${base.id} does not tell mining apart from manufacturing in the region as a whole: ask with mining MERGED.`,
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ])
    expect((await ask('employment:none', 'MERGED')).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await ask('table:scb-2016-44', 'MERGED')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')

    await storeEmployment(knowledge, { ...base, groups: ['B', 'C-G'] }, '2026-02-02T00:00:00Z')
    const [apartAlready = []] = await quotients(['sector:sni2007-B'], 'APART', base.id)
    expect(apartAlready).toMatchObject([{ group: 'B', quotient: 2 }])
  })
})
