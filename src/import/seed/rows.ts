import { join } from 'node:path'
import { z } from 'zod'
import type { SeedProblem } from '../../edition/problems.js'
import { problemsOf, type Reading, shownName } from '../../edition/yaml-file.js'
import { ImportError } from '../import-error.js'
import { tableRows } from '../readers/table-rows.js'

/** A cell that holds a number. */
export const numberCell = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'is not a number')
  .transform(Number)

/** A cell that may be empty: nothing is known then. */
export const optionalCell = z.string().transform((cell) => (cell === '' ? undefined : cell))

/** The same of a number. */
export const optionalNumber = optionalCell.pipe(numberCell.optional()).optional()

/** A row's cells by the names of their columns. */
export type Cells = Readonly<Record<string, string | undefined>>

/** A row of a file, checked, with its line. */
export interface Row<Value> {
  readonly file: string
  readonly line: number
  readonly value: Value
}

/** The rows of a file of comma-separated values. A missing file, a short row and a malformed cell are problems. */
export async function readRows<Value>(
  folder: string,
  name: string,
  check: (cells: Cells) => z.ZodSafeParseResult<Value>,
): Promise<Reading<Row<Value>[]>> {
  const path = join(folder, name)
  const file = shownName(folder, path)
  const found: Row<Value>[] = []
  const problems: SeedProblem[] = []
  let header: readonly string[] | null = null
  try {
    for await (const { line, cells } of tableRows(path)) {
      if (header === null) {
        header = cells
        continue
      }
      if (cells.length !== header.length) {
        problems.push({ file, line, reason: `has ${cells.length} cells; the header has ${header.length}` })
        continue
      }
      const checked = check(Object.fromEntries(header.map((column, place) => [column, cells[place]])))
      if (checked.success) found.push({ file, line, value: checked.data })
      if (checked.error) problems.push(...problemsOf(checked.error, { file, lineOf: () => line }))
    }
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    const isMissing = error.cause instanceof Error && 'code' in error.cause && error.cause.code === 'ENOENT'
    const line = typeof error.place === 'number' ? error.place : 1
    problems.push({ file, line, reason: isMissing ? 'is named in seed.yaml and does not exist' : error.reason })
  }
  return { found, problems }
}
