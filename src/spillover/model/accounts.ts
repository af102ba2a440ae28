import { isValueAdded } from './balance/accounts.js'
import { type Industry, type InputOutputTable, satelliteNames } from './table.js'

/**
 * Hours of a person who works full time for a year: Regulation (EU) 2021/1060, Article 55(2)(a), by which the structural
 * funds reckon them. Statistics Sweden's table states hours worked and no full-time equivalents.
 */
export const FULL_TIME_HOURS = 1720

/** An account of a table, which any calculation of output carries. */
export interface Account {
  readonly name: string
  readonly unit: string
  /** Account for each unit of output (length n); null where an industry with output does not state it. */
  readonly coefficients: readonly number[] | null
  /** The same of each industry (length n); null of those that do not state it. */
  readonly stated: readonly (number | null)[]
}

interface Figures extends Pick<Account, 'name' | 'unit'> {
  /** Null where the industry does not state it. */
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
  'grossOperatingSurplus',
])

/** Accounts that say who uses an industry's output: they balance its row, and no output brings them about. */
const accountsOfUse: ReadonlySet<string> = new Set(['otherFinalUse'])

/** Every account of a table: employed, what is in money, and its satellites. Hours are there as full-time equivalents too. */
export const accountsOf = (table: InputOutputTable): Account[] =>
  figuresOf(table).map(({ name, unit, figureOf }) => {
    const stated = perOutput(table, figureOf)
    const known = stated.filter((coefficient) => coefficient !== null)
    return { name, unit, stated, coefficients: known.length === stated.length ? known : null }
  })

function figuresOf(table: InputOutputTable): Figures[] {
  const { currencyUnit, employmentUnit } = table
  const names = satelliteNames(table).filter((name) => !accountsOfUse.has(name))
  const satellite = (name: string) => (industry: Industry) => industry.satellites[name] ?? null
  const hours = satellite('hours')
  const fullTime: Figures = {
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
      unit:
        moneyAccounts.has(name) || isValueAdded(name)
          ? currencyUnit
          : (unitsByName.get(name) ?? 'as the table states it'),
      figureOf: satellite(name),
    })),
  ]
}

const perOutput = ({ industries }: InputOutputTable, figureOf: Figures['figureOf']): (number | null)[] =>
  industries.map((industry) => {
    const figure = industry.output > 0 ? figureOf(industry) : 0
    return figure === null || industry.output === 0 ? figure : figure / industry.output
  })
