import type { SectorGroup } from '../../classification/sector-group.js'
import { LARGEST_DENSE, type Matrix } from './linear-algebra/leontief.js'

export const scopes = ['LOCAL', 'NATIONAL'] as const
/** Whether what an industry gains stays where it is set off, or falls on firms anywhere in the country. */
export type Scope = (typeof scopes)[number]

export const tableKinds = ['INDUSTRY_BY_INDUSTRY', 'PRODUCT_BY_PRODUCT'] as const
/** What supplies what in a table: industries each other, or products each other, of whatever industry makes them. */
export type TableKind = (typeof tableKinds)[number]

/** An industry with its figures in one table. Money in the table's currency unit; null is unknown, which is not zero. */
export interface Industry {
  /** The table's own, letter for letter, such as `C10-12`. */
  readonly code: string
  readonly name: string | null
  readonly nameSv: string | null
  /** Section letter of SNI 2007 / NACE Rev. 2. */
  readonly section: string | null
  /** Total output x. */
  readonly output: number
  /** In the table's employment unit. */
  readonly employed: number | null
  /** Wages and salaries before income tax. */
  readonly wages: number | null
  /** Wages and employers' social contributions. */
  readonly labourCost: number | null
  /** What households buy of the industry's domestic output, at basic prices. */
  readonly householdPurchases: number | null
  readonly group: SectorGroup | null
  readonly scope: Scope | null
  /** The SNI 2007 divisions that it is made of, such as `C10`. */
  readonly sni: readonly string[]
  /** Rents that owners of dwellings are taken to pay themselves; the household closures leave them out. */
  readonly imputedRent: boolean
  /** Further accounts by name, the same names for every industry of a table. */
  readonly satellites: Readonly<Record<string, number | null>>
}

/** A symmetric input–output table, domestic flows; what it calls industries are products where its kind says so. */
export interface InputOutputTable {
  /** Without the prefix of the graph: `scb-2016-44`. */
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly edition: string
  readonly year: number
  /** Industry by industry where it is left out. */
  readonly kind?: TableKind | undefined
  readonly geography: string
  /** Such as `MSEK`. */
  readonly currencyUnit: string
  /** Such as `persons` or `FTE`. */
  readonly employmentUnit: string
  /** All consumption of households, at purchasers' prices. */
  readonly householdConsumption: number | null
  /** All income of households. */
  readonly householdIncome: number | null
  readonly industries: readonly Industry[]
  /** Z, n × n: `flows[supplier][buyer]`, domestic intermediate flows, in the currency unit. Large tables' rows are packed. */
  readonly flows: Matrix
}

/** The figures of an industry, as they are named in files. */
export const industryColumns = [
  'code',
  'name',
  'nameSv',
  'section',
  'output',
  'employed',
  'wages',
  'labourCost',
  'householdPurchases',
  'group',
  'scope',
  'sni',
  'imputedRent',
] as const

/** Names that a satellite account cannot take: its figures stand beside these in the graph. */
export const reservedSatelliteNames: readonly string[] = [
  ...industryColumns,
  'flows',
  'position',
  'key',
  'source',
  'locator',
  'recordedAt',
]

/** Whether a table of so many industries keeps its flows packed, in files' readers, in the graph and when it is solved. */
export const isPacked = (industries: number): boolean => industries > LARGEST_DENSE

/** The names of the table's satellite accounts, in its order. */
export const satelliteNames = (table: InputOutputTable): readonly string[] =>
  Object.keys(table.industries[0]?.satellites ?? {})

/** The part of an industry's id that comes from its code: `C13-15+C18` becomes `C13-15-C18`. */
export const industrySlug = (code: string): string => code.replace(/[^\p{L}\p{N}]+/gu, '-')
