import type { Industry } from '../../spillover/model/table.js'
import type { IndustryClass } from './industry-classes.js'
import type { Position, Sheet } from './sheet.js'

/** What a year's sheet says of the domestic supply of products, in the order of its columns. */
export interface ScbProducts {
  readonly industries: readonly Industry[]
  /** Z, n × n, MSEK. */
  readonly flows: readonly (readonly number[])[]
  /** All consumption of households at purchasers' prices, MSEK. */
  readonly householdConsumption: number
}

/** The sheet of a year: those of imports and of both together stand beside it. */
export const productSheetName = (year: number): string => `DOM ${year}`

const HEADING = /symmetric input-output table for domestic production \(product x product\)$/i

/** Whether a sheet is the table of domestic production, product by product, that European offices deliver (1800). */
export const isProductSheet = (sheet: Sheet): boolean => HEADING.test(sheet.text(HEAD)?.trim() ?? '')

const HEAD: Position = { row: 0, column: 0 }
const PREFIX = 'CPA_'
const HOUSEHOLDS = 'Final consumption expenditure by households'
const FINAL_USE = 'Final uses at basic prices'
const TOTAL = 'Total'
const PURCHASES = 'Total intermediate consumption adjusted'
const OUTPUT = 'Output'
const WAGES = 'Wages and salaries'
const LABOUR_COST = 'Compensation of employees'

/** MSEK, by the row's heading. `intermediateConsumption` is at purchasers' prices: the flows, imports, taxes and purchases abroad. */
const satelliteRows: readonly (readonly [name: string, heading: string])[] = [
  ['intermediateConsumption', PURCHASES],
  ['valueAdded', 'Value added, gross'],
  ['imports', 'Use of imported products, cif'],
  ['purchasesAbroad', 'Direct purchases abroad by residents'],
  ['netProductTaxes', 'Taxes less subsidies on products'],
  ['otherNetProductionTaxes', 'Other taxes on production minus other subsidies on production'],
  ['consumptionOfFixedCapital', 'Consumption of fixed capital'],
  ['operatingSurplus', 'Operating surplus and mixed income, net'],
  ['grossOperatingSurplus', 'Operating surplus and mixed income, gross'],
]

/**
 * Reads a year's sheet of the domestic supply of products, which knows nobody employed. Rows and columns are found by
 * their headings; what is bought of a product by others than industries and households is its `otherFinalUse`.
 * @throws ImportError naming the sheet and cell where a heading is missing, a cell holds no number, a total is another
 * than what is added up, or the products are not those that the region's folder knows.
 */
export function readScbProducts(sheet: Sheet, classes: readonly IndustryClass[]): ScbProducts {
  const header = headingRow(sheet)
  const names = { row: header.row + NAMES_BELOW, column: header.column }
  const codes = products(sheet, (index) => ({ row: header.row, column: header.column + index }))
  const firstRow = firstSupplier(sheet, header)
  const suppliers = products(sheet, (index) => ({ row: firstRow + index, column: CODES_COLUMN }))
  const strange = codes.findIndex((code, index) => suppliers[index] !== code)
  if (strange >= 0 || suppliers.length !== codes.length) {
    throw sheet.error(header, 'rows and columns of the flows are not the same products')
  }
  const known = classesOf(sheet, header, codes, classes)

  const cell = (row: number, index: number): Position => ({ row, column: header.column + index })
  const flows = codes.map((_, supplier) => codes.map((__, buyer) => sheet.number(cell(firstRow + supplier, buyer))))
  const account = (heading: string): readonly number[] => {
    const row = accountRow(sheet, firstRow + codes.length, heading)
    return codes.map((_, index) => sheet.number(cell(row, index)))
  }
  account(TOTAL).forEach((total, buyer) => {
    const sum = flows.reduce((before, row) => before + (row[buyer] ?? 0), 0)
    // Each flow may be rounded apart from the total.
    if (Math.abs(sum - total) > codes.length / 2) {
      const at = cell(accountRow(sheet, firstRow + codes.length, TOTAL), buyer)
      throw sheet.error(at, `the flows above add up to ${sum}, the total is ${total}`)
    }
  })
  const [output, wages, labourCost] = [account(OUTPUT), account(WAGES), account(LABOUR_COST)]
  const satellites = satelliteRows.map(([name, heading]) => [name, account(heading)] as const)
  const households = columnOf(sheet, names, HOUSEHOLDS)
  const finalUse = columnOf(sheet, names, FINAL_USE)

  const industries = known.map(({ parts: _, ...facts }, i): Industry => {
    const row = firstRow + i
    const householdPurchases = sheet.number({ row, column: households })
    const used = sheet.number({ row, column: finalUse })
    return {
      ...facts,
      output: output[i] ?? 0,
      employed: null,
      wages: wages[i] ?? null,
      labourCost: labourCost[i] ?? null,
      householdPurchases,
      satellites: {
        ...Object.fromEntries(satellites.map(([name, values]) => [name, values[i] ?? null])),
        otherFinalUse: used - householdPurchases,
      },
    }
  })
  const consumed = { row: accountRow(sheet, firstRow + codes.length, PURCHASES), column: households }
  return { industries, flows, householdConsumption: sheet.number(consumed) }
}

/** The codes stand in a row of their own; the names of products and of final uses two rows below. */
const NAMES_BELOW = 2
const CODES_COLUMN = 1
const LABELS_COLUMN = 2
/** Rows in which headings are looked for. */
const MOST_ROWS = 200

/** Where the first product's code stands above its column. */
function headingRow(sheet: Sheet): Position {
  for (let row = 0; row < MOST_ROWS; row += 1) {
    const at = { row, column: LABELS_COLUMN + 1 }
    if (sheet.text(at)?.startsWith(PREFIX)) return at
  }
  throw sheet.error(HEAD, `no product's code, such as ${PREFIX}A01, stands above its column`)
}

function firstSupplier(sheet: Sheet, header: Position): number {
  for (let row = header.row + 1; row < MOST_ROWS; row += 1) {
    if (sheet.text({ row, column: CODES_COLUMN })?.startsWith(PREFIX)) return row
  }
  throw sheet.error(header, `no product's code, such as ${PREFIX}A01, stands before its row`)
}

/** The codes of products from one position to the next, without what names their classification. */
function products(sheet: Sheet, at: (index: number) => Position): readonly string[] {
  const codes: string[] = []
  for (let text = sheet.text(at(0)); text?.startsWith(PREFIX); text = sheet.text(at(codes.length))) {
    codes.push(text.slice(PREFIX.length))
  }
  return codes
}

function classesOf(
  sheet: Sheet,
  header: Position,
  codes: readonly string[],
  classes: readonly IndustryClass[],
): readonly IndustryClass[] {
  const missing = classes.find(({ code }) => !codes.includes(code))
  if (missing !== undefined) throw sheet.error(header, `product ${missing.code} is missing`)
  return codes.map((code, index) => {
    const known = classes.find((each) => each.code === code)
    if (known !== undefined) return known
    const at = { row: header.row, column: header.column + index }
    throw sheet.error(at, `product ${code} is not one of the ${classes.length} that the region's folder knows`)
  })
}

function accountRow(sheet: Sheet, from: number, heading: string): number {
  for (let row = from; row < from + MOST_ROWS; row += 1) {
    if (sheet.text({ row, column: LABELS_COLUMN })?.trim() === heading) return row
  }
  throw sheet.error({ row: from, column: LABELS_COLUMN }, `the row "${heading}" is missing below the flows`)
}

function columnOf(sheet: Sheet, from: Position, heading: string): number {
  const column = sheet.columnOf(heading, from)
  if (column === null) throw sheet.error(from, `no column "${heading}" in this row`)
  return column
}
