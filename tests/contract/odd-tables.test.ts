import { beforeAll, expect, it } from 'vitest'
import { storeTable } from '../../src/import/input-output/store-table.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import { readTable } from '../../src/spillover/table/stored-table.js'
import { reportTable } from '../spillover/ventures.js'
import { describeOnSeededGraph } from './engines.js'

const RECORDED = '2026-01-01T00:00:00Z'

/** The report's table with a flow below nothing, and another year than its title names. */
const odd: InputOutputTable = {
  ...reportTable,
  id: 'made-up-odd',
  year: 2015,
  flows: reportTable.flows.map((row, i) => row.map((flow: number, j: number) => (i === 3 && j === 2 ? -7.5 : flow))),
}
const [supplier, buyer] = [odd.industries[3]?.code, odd.industries[2]?.code]

describeOnSeededGraph('a table that is odd and was taken', (given) => {
  beforeAll(async () => {
    await storeTable(given, odd, RECORDED)
  })

  it('says what is odd in both languages, and comes back as it was', async () => {
    const answer = await given.api.data(
      `{ inputOutputTable(id: "table:made-up-odd") { sv: oddities(lang: SV) en: oddities(lang: EN) }
         sound: inputOutputTable(id: "table:scb-2016-44") { oddities } }`,
    )
    expect(answer).toEqual({
      inputOutputTable: {
        sv: [
          `${supplier}: flödet till ${buyer} är -7,5, negativt`,
          expect.stringMatching(/^title \(”.*”\) nämner 2016, men year är 2015$/),
        ],
        en: [
          `${supplier}: the flow to ${buyer} is -7.5, negative`,
          expect.stringMatching(/^title \(“.*”\) names 2016, but year is 2015$/),
        ],
      },
      sound: { oddities: [] },
    })
    const stored = await readTable(given.graph, 'table:made-up-odd')
    expect(stored.table).toEqual(odd)
    expect(stored.odd.En).toHaveLength(2)
  })

  it('is warned of by every answer that rests on it, and no other', async () => {
    const asked = (table: string) =>
      given.api.data(
        `query ($table: ID!) { spillover(input: { table: $table }) { warnings { code sv: message(lang: SV) en: message(lang: EN) } } }`,
        { table },
      )
    expect(await asked('table:made-up-odd')).toMatchObject({
      spillover: {
        warnings: expect.arrayContaining([
          {
            code: 'TABLE_ODD',
            sv: expect.stringContaining(`${supplier}: flödet till ${buyer} är -7,5, negativt; title`),
            en: expect.stringContaining(`${supplier}: the flow to ${buyer} is -7.5, negative; title`),
          },
        ]),
      },
    })
    expect(JSON.stringify(await asked('table:scb-2016-44'))).not.toContain('TABLE_ODD')
  })

  it('says no more that it is odd once a sound one is stored in its place', async () => {
    await storeTable(given, { ...reportTable, id: 'made-up-odd' }, RECORDED)
    expect(await given.api.data('{ inputOutputTable(id: "table:made-up-odd") { oddities } }')).toEqual({
      inputOutputTable: { oddities: [] },
    })
    expect((await readTable(given.graph, 'table:made-up-odd')).odd).toEqual({ Sv: [], En: [] })
  })
})
