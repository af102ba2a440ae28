import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closures, retentionRules, shockKinds } from '../../src/edition/assumption-kinds.js'
import { FULL_TIME_HOURS } from '../../src/spillover/model/accounts.js'
import { effectsBy, spilloverDimensions, totalEffects } from '../../src/spillover/model/cube.js'
import { prepareTable, type SpilloverEffects } from '../../src/spillover/model/effects.js'
import { measuresOf } from '../../src/spillover/model/measures.js'
import { countyParts, type Residence } from '../../src/spillover/model/placement.js'
import { effectsBySizeClass, type StatedShare, sectionShares } from '../../src/spillover/model/size-classes.js'
import { sizeClassWords } from '../../src/spillover/question/size-class-words.js'
import { reportAssumptions } from '../edition.js'
import { tableAndShocks, twoSectors } from './example-tables.js'
import { reportShocks, reportTable } from './ventures.js'

const residence: Residence = new Map([
  [
    'county:24',
    [
      { county: 'county:24', workers: 90 },
      { county: 'county:25', workers: 8 },
      { county: 'county:01', workers: 2 },
    ],
  ],
  ['county:25', [{ county: 'county:01', workers: 1 }]],
])

const anyAssumptions = fc
  .record({
    closure: fc.constantFrom(...closures),
    shock: fc.constantFrom(...shockKinds),
    apply: fc.constantFrom(...retentionRules),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ closure, shock, apply, share }) => ({
    ...{ ...reportAssumptions, closure, shock },
    retention: { ...reportAssumptions.retention, apply, share },
  }))

/** What all effects add up to in size, against which sums are compared. */
const sizeOf = ({ byShock }: SpilloverEffects) =>
  byShock.reduce((sum, { indirect, induced }) => {
    const absolute = [...indirect, ...induced].reduce((jobs, each) => jobs + Math.abs(each), 0)
    return sum + absolute
  }, 1)

describe('every cut', () => {
  const dimensions = fc.uniqueArray(fc.constantFrom(...spilloverDimensions.filter((each) => each !== 'EFFECT')))

  it('adds up to the total to 1e-9, whatever is assumed and wherever jobs are placed', () => {
    fc.assert(
      fc.property(
        tableAndShocks,
        anyAssumptions,
        dimensions,
        fc.boolean(),
        ([each, shocks], assumptions, by, placed) => {
          const effects = prepareTable(each, assumptions).effects(shocks)
          const rows = effectsBy(placed ? { ...effects, residence } : effects, by)
          const total = totalEffects(effects)
          const added = (effect: keyof typeof total) => rows.reduce((sum, row) => sum + row[effect], 0)
          for (const effect of ['direct', 'indirect', 'induced', 'spillover'] as const) {
            expect(Math.abs(added(effect) - total[effect])).toBeLessThan(1e-9 * (sizeOf(effects) + total.direct))
          }
          const sizes = effectsBySizeClass(effects, [])
          expect(sizes.map(({ sizeClass }) => sizeClass)).toEqual(['SMALL', 'MEDIUM', 'LARGE', 'UNKNOWN'])
          expect(sizes[3]?.spillover).toBeCloseTo(total.spillover, 6)
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('placement by commuting', () => {
  it('leaves production where it is and shares out what households spend', () => {
    expect(
      countyParts({ industry: 'F', county: 'county:24', year: 2022, establishment: null, jobs: 1 }, residence),
    ).toEqual([
      { county: 'county:24', production: 1, spending: 0.9 },
      { county: 'county:25', production: 0, spending: 0.08 },
      { county: 'county:01', production: 0, spending: 0.02 },
    ])
  })

  it('keeps a county in which production is though nobody who works there lives there', () => {
    expect(
      countyParts({ industry: 'F', county: 'county:25', year: 2022, establishment: null, jobs: 1 }, residence),
    ).toEqual([
      { county: 'county:25', production: 1, spending: 0 },
      { county: 'county:01', production: 0, spending: 1 },
    ])
  })
})

describe('measures', () => {
  it('carry each account by the same calculation', () => {
    const effects = prepareTable(reportTable, reportAssumptions).effects(reportShocks)
    const { measures, leftOut } = measuresOf(reportTable, effects)
    const total = totalEffects(effects)
    const of = (name: string) => measures.find((measure) => measure.name === name)
    expect(leftOut).toEqual([])
    expect(of('employed')).toMatchObject({ unit: 'persons', direct: expect.closeTo(total.direct, 6) })
    expect(of('employed')?.indirect).toBeCloseTo(total.indirect, 6)
    expect(of('employed')?.induced).toBeCloseTo(total.induced, 6)
    expect(of('output')).toMatchObject({ unit: 'MSEK' })
    expect(of('valueAdded')).toMatchObject({ unit: 'MSEK' })
    expect(of('co2kt')).toMatchObject({ unit: 'kilotonnes' })
    // Output is inputs and value added; an industry's purchases from home and abroad are the rest of it.
    const [output, valueAdded] = [of('output'), of('valueAdded')]
    expect(valueAdded?.indirect).toBeLessThan(output?.indirect ?? 0)
    const hours = of('hours')
    expect(of('fullTimeEquivalents')?.indirect).toBeCloseTo((hours?.indirect ?? 0) / FULL_TIME_HOURS, 6)
    expect(of('fullTimeEquivalents')?.unit).toContain('1720')
  })

  it('leave out, by name, an account that an industry does not state', () => {
    const { industries } = twoSectors
    const partly = {
      ...twoSectors,
      industries: industries.map((each, i) => ({ ...each, satellites: { water: i === 0 ? null : 5 } })),
    }
    const { measures, leftOut } = measuresOf(partly, prepareTable(partly, reportAssumptions).effects([]))
    expect(leftOut).toEqual(['water'])
    expect(measures.map(({ name }) => name)).toEqual(['employed', 'output', 'wages', 'labourCost'])
  })
})

describe('size classes', () => {
  const stated: StatedShare[] = [
    { claim: 'claim:1', section: 'B', sizeClass: null, share: 0 },
    { claim: 'claim:2', section: 'C', sizeClass: 'SMALL', share: 0.25 },
    { claim: 'claim:3', section: 'C', sizeClass: 'MEDIUM', share: 0.25 },
    { claim: 'claim:4', section: 'C', sizeClass: 'LARGE', share: 0.5 },
    { claim: 'claim:5', section: 'C', sizeClass: null, share: 0.5 },
    { claim: 'claim:6', section: 'D', sizeClass: null, share: 0.4 },
    { claim: 'claim:7', section: 'E', sizeClass: 'SMALL', share: 0.7 },
    { claim: 'claim:8', section: 'E', sizeClass: 'LARGE', share: 0.7 },
  ]

  it.each<[string | null, number[]]>([
    ['B', [0, 0, 1, 0]],
    ['C', [0.25, 0.25, 0.5, 0]],
    ['D', [0, 0, 0.6, 0.4]],
    ['E', [0, 0, 0, 1]],
    ['F', [0, 0, 0, 1]],
    [null, [0, 0, 0, 1]],
  ])('of section %s', (section, shares) => {
    const { SMALL, MEDIUM, LARGE, UNKNOWN } = sectionShares(stated, section)
    expect([SMALL, MEDIUM, LARGE, UNKNOWN]).toEqual(shares)
  })

  it('say which claims they are from, and of which sections nothing, or a part, is known', () => {
    const { effects } = prepareTable(reportTable, reportAssumptions)
    const sizes = effectsBySizeClass(effects(reportShocks), stated)
    const [small, medium, large, unknown] = sizes
    expect(small).toMatchObject({ claims: ['claim:2'], sections: ['C'] })
    expect(medium).toMatchObject({ claims: ['claim:3'], sections: ['C'] })
    // B and D by what small and medium ones have together; E, whose shares are more than all, by nothing.
    expect(large).toMatchObject({ claims: ['claim:1', 'claim:4', 'claim:6'], sections: ['B', 'C', 'D'] })
    expect(unknown).toMatchObject({ claims: [], inPart: ['D'], withoutSection: false })
    expect(unknown?.sections).toEqual(expect.arrayContaining(['E', 'F', 'G']))
    expect(unknown && sizeClassWords(unknown).textEn).toMatch(
      /^No source states how employees in sections A, E, F, .* and S are/,
    )
    expect(unknown && sizeClassWords(unknown).textSv).toContain('Av avdelning D anges bara en del.')
    expect(small && sizeClassWords(small).textEn).toContain('in sections C that sources say')
  })
})
