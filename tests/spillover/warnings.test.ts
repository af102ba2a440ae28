import { describe, expect, it } from 'vitest'
import type { Assumptions } from '../../src/spillover/model/assumptions.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import type { Shock } from '../../src/spillover/model/shocks.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import { spilloverWarnings } from '../../src/spillover/question/spillover-warnings.js'
import { edition, reportAssumptions } from '../edition.js'
import { industry, table, twoSectors } from './example-tables.js'
import { reportShocks, reportTable } from './ventures.js'

const warnings = (
  each: InputOutputTable,
  shocks: readonly Shock[],
  changes: Partial<Assumptions> = {},
  more: {
    accountsLeftOut?: string[]
    asStated?: boolean
    hasWorkThatEnds?: boolean
    odd?: { Sv: string[]; En: string[] }
  } = {},
) => {
  const assumptions = { ...reportAssumptions, ...changes }
  const effects = prepareTable(each, assumptions).effects(shocks)
  const answer = {
    table: each,
    assumptions,
    effects,
    odd: { Sv: [], En: [] },
    accountsLeftOut: [],
    asStated: true,
    hasWorkThatEnds: false,
    ...more,
  }
  return spilloverWarnings(answer, edition.spillover.warnings)
}
const codes = (...asked: Parameters<typeof warnings>) => warnings(...asked).map(({ code }) => code)
const shock = (jobs: number, year = 2022): Shock => ({
  ...{ industry: '1', county: 'county:25', year, establishment: null, jobs },
})

describe('warnings', () => {
  it('say for the report’s own setting what the report says, and what can be seen of its table', () => {
    expect(codes(reportTable, reportShocks)).toEqual([
      'MODEL_OVERESTIMATES',
      'CONSUMPTION_OVERESTIMATED',
      'HEADS_AND_FULL_TIME_EQUIVALENTS',
      'TABLE_OLD',
    ])
  })

  it('name the industry of negative final demand under OUTPUT', () => {
    const [negative] = warnings(reportTable, reportShocks, { shock: 'OUTPUT' }).filter(
      ({ code }) => code === 'NEGATIVE_FINAL_DEMAND',
    )
    expect(negative?.textEn).toContain('D35')
    expect(negative?.textSv).toContain('D35')
  })

  it('do not speak of consumption under TYPE_I', () => {
    expect(codes(twoSectors, [shock(1)], { closure: 'TYPE_I' })).not.toContain('CONSUMPTION_OVERESTIMATED')
  })

  it('name a venture that is larger than its industry, over all its years', () => {
    expect(codes(twoSectors, [shock(6), shock(4, 2023)])).not.toContain('VENTURE_LARGER_THAN_INDUSTRY')
    expect(codes(twoSectors, [shock(6), shock(5, 2023)])).toContain('VENTURE_LARGER_THAN_INDUSTRY')
  })

  it('say that a table is old from more than five years before the first year', () => {
    expect(codes({ ...twoSectors, year: 2017 }, [shock(1)])).not.toContain('TABLE_OLD')
    expect(codes({ ...twoSectors, year: 2016 }, [shock(1)])).toContain('TABLE_OLD')
    expect(codes({ ...twoSectors, year: 2016 }, [])).not.toContain('TABLE_OLD')
  })

  it('repeat what is odd about the table', () => {
    const odd = { Sv: ['B: flödet till C är -1, negativt', 'u'], En: ['B: the flow to C is -1, negative', 'v'] }
    const [said] = warnings(twoSectors, [shock(1)], {}, { odd }).filter(({ code }) => code === 'TABLE_ODD')
    expect(said).toEqual({
      code: 'TABLE_ODD',
      textSv: 'Tabellen togs emot, men i den står sådant som är ovanligt: B: flödet till C är -1, negativt; u.',
      textEn: 'The table was taken, but there is something odd in it: B: the flow to C is -1, negative; v.',
    })
    expect(codes(twoSectors, [shock(1)])).not.toContain('TABLE_ODD')
  })

  it('do not say that heads are mixed with full-time equivalents where the table counts those', () => {
    expect(codes({ ...twoSectors, employmentUnit: 'FTE' }, [])).not.toContain('HEADS_AND_FULL_TIME_EQUIVALENTS')
  })

  it('name industries without output and of unknown scope, accounts left out, and other ventures', () => {
    const idle = table(
      [...twoSectors.industries, industry('idle', 0, { householdPurchases: 0 })],
      [
        [150, 500, 0],
        [200, 100, 0],
        [0, 0, 0],
      ],
      { householdConsumption: 1000 },
    )
    const more = { accountsLeftOut: ['water'], asStated: false }
    const found = new Map(warnings(idle, [], {}, more).map(({ code, textEn }) => [code, textEn]))
    expect(found.get('INDUSTRY_WITHOUT_OUTPUT')).toContain('idle')
    expect(found.get('SCOPE_UNKNOWN')).toContain('idle')
    expect(found.get('ACCOUNT_LEFT_OUT')).toContain('water')
    expect(found.has('OTHER_VENTURES_THAN_COMPARED')).toBe(true)
    expect(found.get('NO_NEW_JOBS')).toContain('nothing to calculate')
    const building = warnings(idle, [], {}, { hasWorkThatEnds: true })
    expect(building.find(({ code }) => code === 'NO_NEW_JOBS')?.textEn).toContain('job-years')
  })
})
