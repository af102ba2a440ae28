import type { Position, Sheet } from './sheet.js'

/** What a year's sheet says of the domestic economy, industry by industry, in the order of `codes`. */
export interface ScbFigures {
  readonly codes: readonly string[]
  /** Z, n × n, MSEK. */
  readonly flows: readonly (readonly number[])[]
  /** Domestic output bought by households, MSEK. */
  readonly householdPurchases: readonly number[]
  /** All consumption of households at purchasers' prices, MSEK. */
  readonly householdConsumption: number
  /** The rows below the flows by their Swedish heading, in the sheet's units. */
  readonly accounts: ReadonlyMap<string, readonly number[]>
  /** Where the flows from an industry and its accounts begin, by its code. */
  readonly places: ReadonlyMap<string, { readonly flows: Position; readonly accounts: Position }>
}

const FLOWS = 'Insatsmatris - inhemsk - bransch x bransch'
const FINAL_USE = 'Slutlig användning - inhemsk produktion - bransch'
const ACCOUNTS = 'Övriga variabler bransch'
const HOUSEHOLDS = 'Hushållens konsumtionsutgifter'
const TOTAL = 'Summa'

/** What households' purchases of domestic output lack of all they consume at purchasers' prices. */
const CONSUMED_BESIDE = [
  'Import',
  'Svenskars direktköp utomland',
  'Utländska direktköp i Sverige',
  'Tull',
  'Produktskatter',
  'Produktsubventioner',
  'Moms',
]

/** Whether a sheet holds flows between industries as the workbook of industries has them. */
export const isIndustrySheet = (sheet: Sheet): boolean => sheet.find(FLOWS) !== null

/**
 * Finds the industry-by-industry blocks of a year's sheet by their headings. Beside them stand the same blocks product
 * by product, and below them those of imports, which are not meant.
 * @throws ImportError where a heading is missing or a cell holds no number.
 */
export function readScbBlocks(sheet: Sheet): ScbFigures {
  const flowsAt = blockAt(sheet, FLOWS)
  const codes = labels(sheet, (index) => below(flowsAt, 1, 2 + index))
  const suppliers = labels(sheet, (index) => below(flowsAt, 2 + index, 1))
  const strange = codes.findIndex((code, index) => suppliers[index] !== code)
  if (strange >= 0 || suppliers.length !== codes.length) {
    throw sheet.error(flowsAt, 'rows and columns of the flows are not the same industries')
  }
  const flows = codes.map((_, supplier) =>
    codes.map((__, buyer) => sheet.number(below(flowsAt, 2 + supplier, 2 + buyer))),
  )

  const finalUseAt = blockAt(sheet, FINAL_USE)
  const bought = householdColumn(sheet, below(finalUseAt, 1, 0))
  const boughtFrom = (label: string, index: number): number => {
    const at = below(finalUseAt, 2 + index, 0)
    if (sheet.text(at) !== label) throw sheet.error(at, `${label} belongs here`)
    return sheet.number({ row: at.row, column: bought })
  }
  const householdPurchases = codes.map(boughtFrom)

  const accountsAt = blockAt(sheet, ACCOUNTS)
  codes.forEach((code, index) => {
    const header = below(accountsAt, 1, 2 + index)
    if (sheet.text(header) !== code) throw sheet.error(header, `${code} belongs here`)
  })
  const accounts = new Map<string, readonly number[]>()
  const consumed = householdColumn(sheet, below(accountsAt, 1, 0))
  let householdConsumption = boughtFrom(TOTAL, codes.length)
  for (const [index, name] of labels(sheet, (row) => below(accountsAt, 2 + row, 1)).entries()) {
    const { row } = below(accountsAt, 2 + index, 0)
    accounts.set(
      name,
      codes.map((_, industry) => sheet.number({ row, column: accountsAt.column + 2 + industry })),
    )
    if (CONSUMED_BESIDE.includes(name)) householdConsumption += sheet.number({ row, column: consumed })
  }
  const missing = CONSUMED_BESIDE.find((name) => !accounts.has(name))
  if (missing !== undefined) throw sheet.error(accountsAt, `the row "${missing}" is missing below`)
  const places = new Map(
    codes.map((code, index) => [
      code,
      { flows: below(flowsAt, 2 + index, 1), accounts: below(accountsAt, 1, 2 + index) },
    ]),
  )
  return { codes, flows, householdPurchases, householdConsumption, accounts, places }
}

const below = ({ row, column }: Position, rows: number, columns: number): Position => ({
  row: row + rows,
  column: column + columns,
})

function blockAt(sheet: Sheet, heading: string): Position {
  const position = sheet.find(heading)
  if (position !== null) return position
  throw sheet.error({ row: 0, column: 0 }, `the sheet has no block "${heading}"; it is another workbook`)
}

function householdColumn(sheet: Sheet, from: Position): number {
  const column = sheet.columnOf(HOUSEHOLDS, from)
  if (column === null) throw sheet.error(from, `no column "${HOUSEHOLDS}" in this row`)
  return column
}

/** Texts from one position to the next until the total or an empty cell. */
function labels(sheet: Sheet, at: (index: number) => Position): readonly string[] {
  const found: string[] = []
  for (let text = sheet.text(at(0)); text !== null && text !== TOTAL; text = sheet.text(at(found.length))) {
    found.push(text)
  }
  return found
}
