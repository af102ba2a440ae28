import type { Industry } from '../../spillover/model/table.js'
import { enteringText, textFaults } from '../../text/entering-text.js'
import { ImportError } from '../import-error.js'
import { type TableRow, tableRows } from '../readers/table-rows.js'
import type { GroupLine } from './group-codes.js'

const columns = ['industry', 'group'] as const

/**
 * Reads which group each industry of a table is in, from a file of `industry,group`.
 * @param faults rows that are wrong are added to it, and industries that stand in no group or in two.
 * @returns the group of each industry, in the table's order.
 */
export async function readKeyFile(
  file: string,
  table: { readonly id: string; readonly industries: readonly Pick<Industry, 'code'>[] },
  groups: readonly GroupLine[],
  faults: ImportError[],
): Promise<ReadonlyMap<string, string>> {
  const own: ImportError[] = []
  const found = new Map<string, { readonly group: string; readonly line: number }>()
  const codes = new Set(table.industries.map(({ code }) => code))
  const known = new Set(groups.map(({ code }) => code))
  for await (const row of rowsOf(file, own)) {
    const { line, industry, group } = row
    const refuse = (reason: string) => void own.push(new ImportError(file, line, reason))
    const before = found.get(industry)
    if (!codes.has(industry)) refuse(`${industry || 'an empty code'} is no industry of ${table.id}`)
    else if (before) refuse(`industry ${industry} is in group ${group} and, on line ${before.line}, in ${before.group}`)
    else if (!known.has(group)) refuse(`group ${group || '""'} has no row in the file of those employed`)
    else found.set(industry, { group, line })
  }
  if (own.length === 0) {
    const missing = [...codes].filter((code) => !found.has(code))
    own.push(...missing.map((code) => new ImportError(file, null, `industry ${code} of ${table.id} is in no group`)))
  }
  faults.push(...own)
  return new Map([...codes].map((code) => [code, found.get(code)?.group ?? '']))
}

interface KeyRow {
  readonly line: number
  readonly industry: string
  readonly group: string
}

async function* rowsOf(file: string, faults: ImportError[]): AsyncGenerator<KeyRow> {
  let header: readonly string[] | null = null
  try {
    for await (const row of tableRows(file)) {
      if (header === null) {
        header = row.cells
        checkHeader(file, row)
      } else if (row.cells.length !== header.length) {
        const reason = `has ${row.cells.length} cells; the header has ${header.length}`
        faults.push(new ImportError(file, row.line, reason))
      } else {
        const [industry, group] = columns.map((column) => cellOf(file, row, header ?? [], column, faults))
        if (industry !== null && group !== null) yield { line: row.line, industry: industry ?? '', group: group ?? '' }
      }
    }
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    faults.push(error)
  }
}

/** @throws ImportError */
function checkHeader(file: string, { line, cells }: TableRow): void {
  const missing = columns.find((name) => !cells.includes(name))
  if (missing !== undefined) throw new ImportError(file, line, `column "${missing}" is missing`)
  const repeated = cells.find((name, index) => cells.indexOf(name) !== index)
  if (repeated !== undefined) throw new ImportError(file, line, `column "${repeated}" is repeated`)
}

function cellOf(
  file: string,
  { line, cells }: TableRow,
  header: readonly string[],
  column: string,
  faults: ImportError[],
): string | null {
  const entering = enteringText(cells[header.indexOf(column)] ?? '')
  if ('text' in entering) return entering.text
  faults.push(new ImportError(file, line, `${column} ${textFaults[entering.fault]}`))
  return null
}
