import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { type Reading, shownName } from './files.js'
import type { SeedProblem } from './problems.js'

/** A row of a file, checked, with its line. */
export interface Row<Value> {
  readonly file: string
  readonly line: number
  readonly value: Value
}

const rowsWithLines = z.array(z.object({ record: z.unknown(), info: z.object({ lines: z.int() }) }))

/** The rows of a file of comma-separated values. A missing file, a short row and a malformed cell are problems. */
export async function readRows<Value>(
  folder: string,
  name: string,
  check: (record: unknown) => z.ZodSafeParseResult<Value>,
): Promise<Reading<Row<Value>[]>> {
  const path = join(folder, name)
  const file = shownName(folder, path)
  const found: Row<Value>[] = []
  const problems: SeedProblem[] = []
  try {
    const rows = rowsWithLines.parse(parse(await readFile(path, 'utf8'), { columns: true, bom: true, info: true }))
    for (const { record, info } of rows) {
      const checked = check(record)
      if (checked.success) found.push({ file, line: info.lines, value: checked.data })
      for (const { path: cell, message } of checked.error?.issues ?? []) {
        problems.push({ file, line: info.lines, reason: [...cell, message].join(': ') })
      }
    }
  } catch (error) {
    if (error instanceof CsvError) problems.push({ file, line: Number(error.lines ?? 1), reason: error.message })
    else if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      problems.push({ file, line: 1, reason: 'is named in seed.yaml and does not exist' })
    } else throw error
  }
  return { found, problems }
}
