import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse'
import { describe, expect, it } from 'vitest'
import { readTableFiles } from '../../src/import/input-output/table-files.js'
import { householdClosure, inducedRounds } from '../../src/spillover/model/households.js'
import { leontiefInverse, type Matrix, scaledCoefficients } from '../../src/spillover/model/linear-algebra/leontief.js'
import { leontiefSystem } from '../../src/spillover/model/linear-algebra/leontief-system.js'
import { edition, reportAssumptions } from '../edition.js'
import { accountMultipliers, multipliers } from '../spillover/at-once.js'
import { typeIIInverse } from '../spillover/type-two-inverse.js'

/** Figures of the Scottish Government, Open Government Licence v3.0: see README.md in the folder. */
const folder = fileURLToPath(new URL('./scotland-2016', import.meta.url))
const table = await readTableFiles(folder, edition)
const coefficients = scaledCoefficients(
  table.flows,
  table.industries.map(({ output }) => output),
)
const system = leontiefSystem(coefficients)
const closure = householdClosure(table, { ...reportAssumptions, householdIncome: 'ALL_INCOME' })

async function cells(name: string): Promise<string[][]> {
  const rows: string[][] = []
  for await (const row of createReadStream(`${folder}/${name}`).pipe(parse())) rows.push(row)
  return rows.slice(1)
}

/** The largest difference between a published matrix, its first column a code, and what is computed. */
async function largestDifference(name: string, computed: Matrix): Promise<number> {
  const published = await cells(name)
  expect(published).toHaveLength(computed.length)
  const differences = published.flatMap(([, ...row], i) =>
    row.map((cell, j) => Math.abs(Number(cell) - (computed[i]?.[j] ?? Number.NaN))),
  )
  expect(differences).toHaveLength(computed.length ** 2)
  return Math.max(...differences)
}

/** Rows of `multipliers.csv` by code: of type I and of type II; null where nothing is published. */
async function publishedMultipliers() {
  const rows = await cells('multipliers.csv')
  const numbers = (texts: readonly string[]) => texts.map((text) => (text === '' ? null : Number(text)))
  return new Map(
    rows.map(([code, ...row]) => [code, { TYPE_I: numbers(row.slice(0, 7)), TYPE_II: numbers(row.slice(7)) }]),
  )
}

describe('Scotland 2016', () => {
  it('has the published type I inverse: that A is domestic flows over output, and L its inverse', async () => {
    expect(await largestDifference('inverse-type-1.csv', leontiefInverse(coefficients))).toBeLessThan(1e-8)
  })

  it('has the published type II inverse without households: that the closure is all household income', async () => {
    const truncated = typeIIInverse(leontiefInverse(coefficients), closure)
    expect(await largestDifference('inverse-type-2.csv', truncated)).toBeLessThan(1e-8)
  })

  it('has κ = 1.142934556, the ratio of type II to type I income multipliers', () => {
    expect(inducedRounds(system, closure).kappa).toBeCloseTo(1.142934556, 9)
  })

  it.each(['TYPE_I', 'TYPE_II'] as const)('has the published multipliers of every industry, %s', async (asked) => {
    const published = await publishedMultipliers()
    const computed = multipliers(table, system, { closure: asked, householdIncome: 'ALL_INCOME' })
    expect(computed).toHaveLength(98)
    for (const { industry, ...of } of computed) {
      const [output, effect, ofEmployment, ofIncome, incomeEffect] = published.get(industry)?.[asked] ?? []
      if (industry === '12') continue
      // Of the table alone: i' L, and i' L̄ with the household closure.
      expect(Math.abs((of.output ?? Number.NaN) - (output ?? Number.NaN)), industry).toBeLessThan(1e-8)
      // Of the table and compensation of employees, which are published by themselves.
      expect(of.incomeMultiplier, industry).toBeCloseTo(ofIncome ?? Number.NaN, 7)
      expect(Math.abs((of.incomeEffect ?? Number.NaN) - (incomeEffect ?? Number.NaN)), industry).toBeLessThan(1e-8)
      // Type I proves nothing, as employed was derived from it; type II adds the household closure, 2e-8 of its size.
      expect(Math.abs((of.employmentEffect ?? 0) - (effect ?? 0))).toBeLessThan(2e-8 * Math.max(1, effect ?? 0))
      expect(of.employmentMultiplier, industry).toBeCloseTo(ofEmployment ?? Number.NaN, 6)
    }
  })

  it.each(['TYPE_I', 'TYPE_II'] as const)('has the published effects and multipliers of GVA, %s', async (closure) => {
    const published = await publishedMultipliers()
    const question = { closure, householdIncome: 'ALL_INCOME' } as const
    const computed = accountMultipliers(table, system, question, ['valueAdded', 'labourCost'])
    for (const [j, { code }] of table.industries.entries()) {
      if (code === '12') continue
      const [, , , ofIncome, incomeEffect, gvaEffect, ofGva] = published.get(code)?.[closure] ?? []
      const [labourCost, gva] = computed[j] ?? []
      expect(gva, code).toMatchObject({ name: 'GVA', unit: 'GBPm', reason: null })
      expect(Math.abs((gva?.effect ?? Number.NaN) - (gvaEffect ?? Number.NaN)), code).toBeLessThan(1e-8)
      expect(gva?.multiplier, code).toBeCloseTo(ofGva ?? Number.NaN, 7)
      // Their household income is compensation of employees, so that its account says the same.
      expect(Math.abs((labourCost?.effect ?? Number.NaN) - (incomeEffect ?? Number.NaN)), code).toBeLessThan(1e-8)
      expect(labourCost?.multiplier, code).toBeCloseTo(ofIncome ?? Number.NaN, 7)
    }
  })

  it('has agriculture as the tables print it: 1.467657675 and 1.594107520; 15.50782 and 16.61309 jobs', () => {
    const of = (asked: 'TYPE_I' | 'TYPE_II') =>
      multipliers(table, system, { closure: asked, householdIncome: 'ALL_INCOME' })[0]
    expect(of('TYPE_I')?.output).toBeCloseTo(1.467657675, 9)
    expect(of('TYPE_II')?.output).toBeCloseTo(1.59410752, 9)
    expect(of('TYPE_I')?.employmentEffect).toBeCloseTo(15.50782, 5)
    expect(of('TYPE_II')?.employmentEffect).toBeCloseTo(16.61309, 5)
  })

  it('has an industry of no output, tobacco, of which nothing is known and which takes no part', () => {
    const idle = multipliers(table, system, { closure: 'TYPE_I' }).find(({ industry }) => industry === '12')
    expect(idle).toMatchObject({
      industry: '12',
      output: null,
      employmentEffect: null,
      employmentMultiplier: null,
      incomeEffect: null,
      incomeMultiplier: null,
      backwardLinkage: null,
      forwardLinkage: null,
    })
    expect(idle?.reasons.map(({ textEn }) => textEn)).toContain('The industry has no output in the table.')
  })
})
