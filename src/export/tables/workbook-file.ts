import writeExcelFile, { type CellObject } from 'write-excel-file/node'
import type { Lang } from '../../language/language.js'
import type { ColumnKind } from './columns.js'
import type { Headed } from './open-table.js'
import { asText, type Cell } from './values.js'

/** What a workbook holds beside its rows. */
export interface WorkbookHead {
  readonly columns: readonly Headed[]
  readonly about: readonly (readonly [string, Cell])[]
  readonly lang: Lang
}

/** A row as it is written. */
export type WrittenRow = readonly (CellObject | null)[]

/** Letters that a cell of a workbook has room for. */
const LONGEST_CELL = 32_767

const sheets = { SV: { table: 'Tabell', about: 'Om' }, EN: { table: 'Table', about: 'About' } } as const

/** The file: rows on the first sheet under their headings, what is said of all of them on the second. */
export function workbookFile({ columns, about, lang }: WorkbookHead, rows: readonly WrittenRow[]): Promise<Buffer> {
  const written = writeExcelFile([
    {
      data: [columns.map(({ heading }) => bold(heading)), ...rows.map((row) => [...row])],
      sheet: sheets[lang].table,
      stickyRowsCount: 1,
      columns: columns.map(({ heading }) => ({ width: Math.max(12, heading.length + 2) })),
    },
    {
      data: about.map(([heading, cell]) => [bold(heading), cellOf(cell, undefined)]),
      sheet: sheets[lang].about,
      columns: [{ width: 32 }, { width: 100 }],
    },
  ])
  return written.toBuffer()
}

/** A row of a table as it is written. */
export const writtenRow = (row: readonly Cell[], columns: readonly Headed[]): WrittenRow =>
  row.map((cell, index) => cellOf(cell, columns[index]?.many ? undefined : columns[index]?.kind))

const bold = (heading: string): CellObject => ({ value: heading, type: String, fontWeight: 'bold' })

/** @param kind of a column that has one value a row; none where values are joined. */
function cellOf(cell: Cell, kind: ColumnKind | undefined): CellObject | null {
  const [value = null] = cell
  if (value === null && cell.length < 2) return null
  if (kind?.is === 'number' && typeof value === 'number') return { value, type: Number, format: formatOf(kind) }
  if (typeof value === 'boolean' && cell.length === 1) return { value, type: Boolean }
  if (kind?.is === 'day' && typeof value === 'string')
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
  const text = asText(cell, '.')
  return { value: text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text, type: String }
}

function formatOf({ decimals }: Extract<ColumnKind, { is: 'number' }>): string {
  if (decimals === null) return 'General'
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
}
