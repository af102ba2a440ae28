import { accountCodes } from '../../src/import/input-output/figaro/labels.js'

/** Three areas of four industries, laid out as Eurostat publishes them; the figures are made up, and balance. */
export const areas = ['AT', 'FIGW1', 'SE'] as const
export const industries = ['A01', 'C10T12', 'J59_60', 'L'] as const
const finalUses = ['P3_S13', 'P3_S14', 'P3_S15', 'P51G', 'P5M'] as const

const labels = (codes: readonly string[]) => areas.flatMap((area) => codes.map((code) => `${area}_${code}`))
export const rows = labels(industries)
export const columns = [...rows, ...labels(finalUses)]
const accounts = accountCodes.map((code) => `W2_${code}`)

/** Cells by row and column. */
export type Cells = Map<string, Map<string, number>>

/** Every cell, a number of the two places; operating surplus closes the columns of industries. */
export function figaroCells(): Cells {
  const cells: Cells = new Map()
  const put = (row: string, column: string, value: number) => {
    const there = cells.get(row) ?? new Map<string, number>()
    cells.set(row, there.set(column, value))
  }
  rows.forEach((row, i) => {
    columns.forEach((column, j) => {
      const isHome = row.split('_')[0] === column.split('_')[0]
      put(row, column, column.endsWith('P5M') ? -0.25 * i : (isHome ? 20 : 1) + ((7 * i + 3 * j) % 5) / 4)
    })
  })
  for (const column of columns) {
    const isIndustry = rows.includes(column)
    const isHouseholds = column.endsWith('P3_S14')
    put('W2_D21X31', column, 1.5)
    put('W2_OP_RES', column, isHouseholds ? 4 : 0)
    put('W2_OP_NRES', column, isHouseholds ? -3 : 0)
    put('W2_D1', column, isIndustry ? 12 : 0)
    put('W2_D29X39', column, isIndustry ? -0.5 : 0)
    const uses = [...(cells.get(column)?.values() ?? [])].reduce((sum, value) => sum + value, 0)
    const inputs = [...rows, ...accounts.slice(0, -1)].reduce((sum, row) => sum + (cells.get(row)?.get(column) ?? 0), 0)
    put('W2_B2A3G', column, isIndustry ? uses - inputs : 0)
  }
  return cells
}

const valueAt = (cells: Cells, row: string, column: string): number => cells.get(row)?.get(column) ?? 0

/** `matrix_eu-ic-io_ind-by-ind_…`: a column for each industry and final use of each area. */
export function matrixFile(cells: Cells): string {
  const lines = [...rows, ...accounts].map((row) => [row, ...columns.map((column) => valueAt(cells, row, column))])
  return [['rowLabels', ...columns], ...lines].map((line) => `${line.join(',')}\n`).join('')
}

/** `flatfile_eu-ic-io_ind-by-ind_…`: a line for each cell. */
export function flatFile(cells: Cells): string {
  const parted = (label: string) => [label.slice(0, label.indexOf('_')), label.slice(label.indexOf('_') + 1)]
  const lines = [...rows, ...accounts].flatMap((row) =>
    columns.map((column) => [row, column, ...parted(row), ...parted(column), valueAt(cells, row, column)]),
  )
  const header = ['icioiRow', 'icioiCol', 'refArea', 'rowIi', 'counterpartArea', 'colIi', 'obsValue']
  return [header, ...lines].map((line) => `${line.join(',')}\n`).join('')
}
