import type { InBoth } from '../../../language/language.js'
import type { BalanceIdentity, BalancePlace } from './faults.js'

/** Between which quotients two figures may stand to each other: beyond the first they are odd, beyond the second refused. */
export interface Bounds {
  readonly odd: readonly [number, number]
  readonly refused: readonly [number, number]
}

const atMost = (refused: number, odd = refused): Bounds => ({ odd: [-Infinity, odd], refused: [-Infinity, refused] })

/** What is held against what, and how it may stand to it. */
export interface Identity {
  readonly name: BalanceIdentity
  readonly at: BalancePlace
  /** Whose sum of flows comes first among what is added up; null where no flows are. */
  readonly flows: 'COLUMN' | 'ROW' | null
  readonly left: InBoth
  readonly right: InBoth
  readonly bounds: Bounds
}

const inputs: InBoth = { Sv: 'insatser från tabellens branscher', En: 'inputs from industries of the table' }
const output: InBoth = { Sv: 'produktionen', En: 'output' }
const and = (first: InBoth, second: InBoth): InBoth => ({
  Sv: `${first.Sv} och ${second.Sv}`,
  En: `${first.En} and ${second.En}`,
})
const sales: InBoth = { Sv: 'försäljningen till branscher och hushåll', En: 'sales to industries and households' }
const valueAdded: InBoth = { Sv: 'förädlingsvärde', En: 'value added' }
const consumption: InBoth = { Sv: 'insatsförbrukningen', En: 'intermediate consumption' }

const onFigures = { at: 'FIGURES', flows: 'COLUMN', right: output } as const
const onSales = { at: 'FLOWS', flows: 'ROW' } as const

/** The identities of a table. */
export const knownIdentities = {
  inputs: { ...onFigures, name: 'INPUTS', left: inputs, bounds: atMost(1.001) },
  withValueAdded: {
    ...onFigures,
    name: 'INPUTS_AND_VALUE_ADDED',
    left: and(inputs, valueAdded),
    bounds: atMost(1.001),
  },
  withLabourCost: {
    ...onFigures,
    name: 'INPUTS_AND_LABOUR_COST',
    left: and(inputs, { Sv: 'arbetskraftskostnad', En: 'labour cost' }),
    bounds: atMost(1.001),
  },
  // Of an industry that is stated to work at a loss, or on subsidies.
  withLabourCostAtALoss: {
    ...onFigures,
    name: 'INPUTS_AND_LABOUR_COST',
    left: and(inputs, { Sv: 'arbetskraftskostnad', En: 'labour cost' }),
    bounds: atMost(Infinity, 1.001),
  },
  withWages: {
    ...onFigures,
    name: 'INPUTS_AND_WAGES',
    left: and(inputs, { Sv: 'löner', En: 'wages' }),
    bounds: atMost(1.001),
  },
  withAll: {
    ...onFigures,
    name: 'ALL_INPUTS_AND_VALUE_ADDED',
    left: {
      Sv: `${inputs.Sv}, import, skatter på produkter och förädlingsvärde`,
      En: `${inputs.En}, imports, taxes on products and value added`,
    },
    bounds: atMost(1.01, 1.005),
  },
  // Where taxes are not stated, subsidies on what an industry buys may count for more than they do.
  withAllButTaxes: {
    ...onFigures,
    name: 'ALL_INPUTS_AND_VALUE_ADDED',
    left: {
      Sv: `${inputs.Sv}, import och förädlingsvärde`,
      En: `${inputs.En}, imports and value added`,
    },
    bounds: atMost(1.05, 1.01),
  },
  withImports: {
    ...onFigures,
    name: 'INPUTS_AND_IMPORTS',
    left: and(inputs, { Sv: 'import', En: 'imports' }),
    right: consumption,
    bounds: atMost(1.01, 1.005),
  },
  inConsumption: {
    ...onFigures,
    name: 'INPUTS_AND_IMPORTS',
    left: inputs,
    right: consumption,
    bounds: atMost(1.01, 1.005),
  },
  consumptionAndValueAdded: {
    ...onFigures,
    name: 'CONSUMPTION_AND_VALUE_ADDED',
    flows: null,
    left: and(consumption, valueAdded),
    bounds: { odd: [0.999, 1.001], refused: [0.99, 1.01] },
  },
  sales: {
    ...onSales,
    name: 'SALES',
    left: sales,
    right: output,
    bounds: atMost(1.1, 1.001),
  },
  // Where other uses are stated: what was sold out of stocks counts against them, and may be much of a small industry's output.
  salesBesideOtherUse: {
    ...onSales,
    name: 'SALES',
    left: sales,
    right: output,
    bounds: atMost(Infinity, 1.001),
  },
  allSales: {
    ...onSales,
    name: 'SALES_AND_OTHER_USE',
    left: and(sales, { Sv: 'övrig slutlig användning', En: 'other final use' }),
    right: output,
    bounds: { odd: [0.999, 1.001], refused: [0.99, 1.01] },
  },
  intermediateUse: {
    ...onSales,
    name: 'STATED_INTERMEDIATE_USE',
    left: { Sv: 'försäljningen till branscher', En: 'sales to industries' },
    right: { Sv: 'den uppgivna insatsanvändningen', En: 'stated intermediate use' },
    bounds: { odd: [0.99, 1.01], refused: [-Infinity, Infinity] },
  },
  wages: {
    name: 'WAGES_IN_LABOUR_COST',
    at: 'FIGURES',
    flows: null,
    left: { Sv: 'lönerna', En: 'wages' },
    right: { Sv: 'arbetskraftskostnaden', En: 'labour cost' },
    bounds: atMost(1.001),
  },
  // Odd and no more: an industry may work at a loss.
  labourCost: {
    name: 'LABOUR_COST_IN_VALUE_ADDED',
    at: 'FIGURES',
    flows: null,
    left: { Sv: 'arbetskraftskostnaden eller lönerna', En: 'labour cost or wages' },
    right: { Sv: 'förädlingsvärdet', En: 'value added' },
    bounds: atMost(Infinity, 1.01),
  },
  purchases: {
    name: 'PURCHASES_IN_CONSUMPTION',
    at: 'FACTS',
    flows: null,
    left: { Sv: 'hushållens köp av alla branscher', En: 'household purchases of all industries' },
    right: { Sv: 'householdConsumption', En: 'householdConsumption' },
    bounds: atMost(1.001),
  },
} as const satisfies Readonly<Record<string, Identity>>

/** The same, held against a figure to which subsidies on what is bought were added. */
export const beforeSubsidies = (identity: Identity): Identity => ({
  ...identity,
  right: and(identity.right, { Sv: 'subventionerna av produkter', En: 'subsidies on products' }),
})
