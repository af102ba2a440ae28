import type { SpilloverEffects } from './effects.js'
import { type Industry, type InputOutputTable, satelliteNames } from './table.js'

/** An account of the table carried by the same calculation, in its own unit, after retention. */
export interface Measure {
  readonly name: string
  readonly unit: string
  readonly direct: number
  readonly indirect: number
  readonly induced: number
}

export interface Measures {
  readonly measures: readonly Measure[]
  /** Names of the accounts that some industry with output does not state, and that so cannot be carried. */
  readonly leftOut: readonly string[]
}

/**
 * Hours of a person who works full time for a year: Regulation (EU) 2021/1060, Article 55(2)(a), by which the structural
 * funds reckon them. Statistics Sweden's table states hours worked and no full-time equivalents.
 */
export const FULL_TIME_HOURS = 1720

/** An account: a figure of every industry; null where one of them does not state it. */
interface Account {
  readonly name: string
  readonly unit: string
  readonly figureOf: (industry: Industry) => number | null
}

/** Units of the accounts whose names say what they count; those of unknown name are in no unit that is known here. */
const unitsByName: ReadonlyMap<string, string> = new Map([
  ['hours', 'hours'],
  ['co2kt', 'kilotonnes'],
])

const moneyAccounts: ReadonlySet<string> = new Set([
  'intermediateConsumption',
  'valueAdded',
  'imports',
  'purchasesAbroad',
  'customsDuties',
  'productTaxes',
  'productSubsidies',
  'netProductTaxes',
  'valueAddedTax',
  'otherProductionTaxes',
  'otherProductionSubsidies',
  'otherNetProductionTaxes',
  'employersContributions',
  'consumptionOfFixedCapital',
  'operatingSurplus',
])

/** Accounts that say who uses an industry's output: they balance its row, and no output brings them about. */
const accountsOfUse: ReadonlySet<string> = new Set(['otherFinalUse'])

/**
 * Every account of the table as effects: with m = account / x, direct Σ m_k x̄, indirect and induced Σ m_i times the output
 * of i that is set off. Hours are carried as full-time equivalents too.
 */
export function measuresOf(table: InputOutputTable, effects: SpilloverEffects): Measures {
  const outputs = addedOutputs(effects)
  const leftOut: string[] = []
  const measures = accountsOf(table).flatMap((account): Measure[] => {
    const coefficients = coefficientsOf(table, account)
    if (coefficients === null) {
      leftOut.push(account.name)
      return []
    }
    const carried = (output: Float64Array) => coefficients.reduce((sum, each, i) => sum + each * (output[i] ?? 0), 0)
    const { direct, indirect, induced } = outputs
    return [{ ...account, direct: carried(direct), indirect: carried(indirect), induced: carried(induced) }]
  })
  return { measures, leftOut }
}

function accountsOf(table: InputOutputTable): Account[] {
  const { currencyUnit, employmentUnit } = table
  const names = satelliteNames(table).filter((name) => !accountsOfUse.has(name))
  const satellite = (name: string) => (industry: Industry) => industry.satellites[name] ?? null
  const hours = satellite('hours')
  const fullTime: Account = {
    name: 'fullTimeEquivalents',
    unit: `full-time equivalents of ${FULL_TIME_HOURS} hours a year`,
    figureOf: (industry) => {
      const worked = hours(industry)
      return worked === null ? null : worked / FULL_TIME_HOURS
    },
  }
  return [
    { name: 'employed', unit: employmentUnit, figureOf: ({ employed }) => employed },
    ...(names.includes('hours') ? [fullTime] : []),
    { name: 'output', unit: currencyUnit, figureOf: ({ output }) => output },
    { name: 'wages', unit: currencyUnit, figureOf: ({ wages }) => wages },
    { name: 'labourCost', unit: currencyUnit, figureOf: ({ labourCost }) => labourCost },
    ...names.map((name) => ({
      name,
      unit: moneyAccounts.has(name) ? currencyUnit : (unitsByName.get(name) ?? 'as the table states it'),
      figureOf: satellite(name),
    })),
  ]
}

/** Account for each unit of output (length n); null where an industry with output does not state it. */
function coefficientsOf({ industries }: InputOutputTable, { figureOf }: Account): number[] | null {
  const coefficients: number[] = []
  for (const industry of industries) {
    const figure = industry.output > 0 ? figureOf(industry) : 0
    if (figure === null) return null
    coefficients.push(industry.output > 0 ? figure / industry.output : 0)
  }
  return coefficients
}

/** Output of all shocks together, by effect (each of length n, currency unit). */
function addedOutputs({ industries, byShock }: SpilloverEffects) {
  const direct = new Float64Array(industries.length)
  const indirect = new Float64Array(industries.length)
  const induced = new Float64Array(industries.length)
  for (const effects of byShock) {
    const { position, output } = effects.direct
    direct[position] = (direct[position] ?? 0) + output
    for (let i = 0; i < industries.length; i++) {
      indirect[i] = (indirect[i] ?? 0) + (effects.indirectOutput[i] ?? 0)
      induced[i] = (induced[i] ?? 0) + (effects.inducedOutput[i] ?? 0)
    }
  }
  return { direct, indirect, induced }
}
