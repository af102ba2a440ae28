import { beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { operation } from './api.js'
import { describeOnSeededGraph } from './engines.js'

const effects = z.object({ direct: z.number(), indirect: z.number(), induced: z.number(), spillover: z.number() })
const cuts = { bySector: 'sector', byCounty: 'county', byYear: 'year', byEstablishment: 'establishment' } as const
const cutNames = ['bySector', 'byCounty', 'byYear', 'byEstablishment'] as const

/** Each cut, with its key and these fields of a row. */
const selected = (fields: string): string =>
  cutNames.map((cut) => `${cut} { ${cuts[cut]}${cut === 'byYear' ? '' : ' { id }'} ${fields} }`).join(' ')

const key = z.union([z.number(), z.object({ id: z.string() }).nullable()])
const keyed = z.object({
  ...{ sector: key.optional(), county: key.optional(), year: key.optional(), establishment: key.optional() },
})
const ofRun = keyed.extend({ spillover: z.number() })
const ofBoth = keyed.extend({ a: z.number(), b: z.number(), difference: z.number() })
const allCuts = <Row extends z.ZodType>(row: Row) =>
  z.object({
    total: effects,
    ...{ bySector: z.array(row), byCounty: z.array(row), byYear: z.array(row), byEstablishment: z.array(row) },
  })

const keyOf = ({ sector, county, year, establishment }: z.infer<typeof keyed>): string =>
  JSON.stringify(sector ?? county ?? year ?? establishment ?? null)

describeOnSeededGraph('two stored runs beside each other', (given) => {
  let other: string

  beforeAll(async () => {
    const input = {
      closure: 'TYPE_I',
      shocks: [{ sector: 'sector:sni2007-C24', county: 'county:25', year: 2027, jobs: 300 }],
    }
    const stored = z.object({ storeSpillover: z.object({ run: z.object({ id: z.string() }) }) })
    const data = await given.api.data(operation('spillover-store'), { input, name: 'Ett stålverk till' })
    other = stored.parse(data).storeSpillover.run.id
  })

  const run = async (id: string) => {
    const source = `query ($id: ID!) { run: spilloverRun(id: $id) {
      total { direct indirect induced spillover } ${selected('spillover')} } }`
    return z.object({ run: allCuts(ofRun) }).parse(await given.api.data(source, { id })).run
  }
  const compared = async (a: string, b: string) => {
    const source = `query ($a: ID!, $b: ID!) { run: compareRuns(a: $a, b: $b) {
      total { direct indirect induced spillover } ${selected('a b difference')} } }`
    return z.object({ run: allCuts(ofBoth) }).parse(await given.api.data(source, { a, b })).run
  }

  it.each([
    ['the report’s first', () => ['run:report', other]],
    ['the report’s second', () => [other, 'run:report']],
  ] as const)('differ by what the second gives more than the first: %s', async (_, runs) => {
    const [a = '', b = ''] = runs()
    const [first, second, both] = await Promise.all([run(a), run(b), compared(a, b)])
    for (const effect of ['direct', 'indirect', 'induced', 'spillover'] as const) {
      expect(both.total[effect]).toBeCloseTo(second.total[effect] - first.total[effect], 6)
    }
    expect(Math.abs(both.total.spillover)).toBeGreaterThan(1_000)
    for (const cut of cutNames) {
      const at = (rows: z.infer<typeof ofRun>[], of: string) =>
        rows.filter((row) => keyOf(row) === of).reduce((sum, { spillover }) => sum + spillover, 0)
      const keys = new Set([...first[cut], ...second[cut]].map(keyOf))
      expect(new Set(both[cut].map(keyOf))).toEqual(keys)
      expect(both[cut]).toHaveLength(keys.size)
      for (const row of both[cut]) {
        const [left, right] = [at(first[cut], keyOf(row)), at(second[cut], keyOf(row))]
        expect(row.a).toBeCloseTo(left, 6)
        expect(row.b).toBeCloseTo(right, 6)
        expect(row.difference).toBeCloseTo(right - left, 6)
      }
    }
  })
})
