import { type Progress, silent } from '../../kernel/progress.js'
import type { Matrix, Vector } from '../../spillover/model/linear-algebra/leontief.js'
import { isPacked } from '../../spillover/model/table.js'
import { ImportError } from '../import-error.js'
import { type TableRow, tableRows } from '../readers/table-rows.js'
import { hasDecimalComma, isPartedByDecimals, noNumber, numberIn, partedByDecimals } from './decimal-point.js'

/** Z, and the line that states the row of each industry; null where none does. */
export interface ReadFlows {
  readonly flows: Matrix
  readonly lines: readonly (number | null)[]
}

/**
 * Reads `flows.csv` into Z, in the order of `codes`; the file's rows and columns may stand in any order.
 * @param faults what is wrong with rows is added to it.
 * @throws ImportError where the file cannot be made out at all.
 */
export async function readFlows(
  file: string,
  codes: readonly string[],
  faults: ImportError[],
  progress: Progress = silent,
): Promise<ReadFlows> {
  const position = new Map(codes.map((code, index) => [code, index]))
  const rows = new Map<string, { line: number; flows: Vector }>()
  let buyers: readonly number[] | null = null
  for await (const row of tableRows(file)) {
    if (buyers === null) {
      buyers = readBuyers(file, row, position)
      continue
    }
    const [supplier = ''] = row.cells
    const before = rows.get(supplier)
    if (!position.has(supplier)) faults.push(new ImportError(file, row.line, notInIndustries(supplier)))
    else if (before === undefined) {
      rows.set(supplier, { line: row.line, flows: readRow(file, row, buyers, codes, faults) })
    } else {
      const reason = `supplier ${supplier} is repeated; line ${before.line} has it too`
      faults.push(new ImportError(file, row.line, reason))
    }
    progress.reach(rows.size)
  }
  const flows = codes.map((code) => {
    const row = rows.get(code)
    if (row !== undefined) return row.flows
    faults.push(new ImportError(file, null, `has no row of ${code}, which industries.csv names`))
    return []
  })
  return { flows, lines: codes.map((code) => rows.get(code)?.line ?? null) }
}

const notInIndustries = (code: string): string => `${code === '' ? 'an empty code' : code} is not in industries.csv`

/** Position among the industries of each column but the first. */
function readBuyers(file: string, { line, cells }: TableRow, position: ReadonlyMap<string, number>): readonly number[] {
  const [first, ...codes] = cells
  if (first !== 'supplier') throw new ImportError(file, line, `the first column is "${first}"; it is "supplier"`)
  const repeated = codes.find((code, index) => codes.indexOf(code) !== index)
  if (repeated !== undefined) throw new ImportError(file, line, `column ${repeated} is repeated`)
  const missing = [...position.keys()].find((code) => !codes.includes(code))
  if (missing !== undefined) {
    throw new ImportError(file, line, `has no column of ${missing}, which industries.csv names`)
  }
  return codes.map((code) => {
    const index = position.get(code)
    if (index === undefined) throw new ImportError(file, line, notInIndustries(code))
    return index
  })
}

function readRow(
  file: string,
  { line, cells }: TableRow,
  buyers: readonly number[],
  codes: readonly string[],
  faults: ImportError[],
): Vector {
  if (cells.length !== buyers.length + 1) {
    const columns = buyers.length + 1
    // The whole file is like that: it is told once.
    if (isPartedByDecimals(cells, columns)) {
      throw new ImportError(file, line, partedByDecimals(cells.length, columns))
    }
    faults.push(new ImportError(file, line, `has ${cells.length} columns; the header has ${buyers.length + 1}`))
    return []
  }
  const flows: number[] | Float64Array = isPacked(codes.length) ? new Float64Array(codes.length) : codes.map(() => 0)
  buyers.forEach((buyer, column) => {
    const text = cells[column + 1] ?? ''
    const flow = numberIn(text)
    if (flow === null) {
      const fault = new ImportError(file, line, `the flow to ${codes[buyer]} is ${noNumber(text)}`)
      if (hasDecimalComma(text)) throw fault
      faults.push(fault)
    }
    flows[buyer] = flow ?? 0
  })
  return flows
}
