import { createReadStream } from 'node:fs'
import { CsvError, parse } from 'csv-parse'
import { z } from 'zod'
import { ImportError } from './import-error.js'

/** A row of a comma-separated file; `line` is counted from 1. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

const parsed = z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) })

/** How a file is written where it is not comma-separated UTF-8, and who hears how many bytes were read. */
export interface CsvForm {
  readonly delimiter?: ',' | ';'
  readonly encoding?: 'utf8' | 'latin1'
  readonly onBytes?: (bytes: number) => void
}

/**
 * Reads a comma-separated UTF-8 file row by row, the header among them, without holding it whole. Empty lines are left
 * out; rows may be of different lengths.
 * @throws ImportError where the file is missing, malformed or not UTF-8.
 */
export async function* csvRows(file: string, form: CsvForm = {}): AsyncGenerator<CsvRow> {
  const { delimiter = ',', encoding = 'utf8', onBytes } = form
  const layout = { relax_column_count: true, skip_empty_lines: true, trim: true }
  const parser = parse({ bom: true, info: true, delimiter, encoding, ...layout })
  const input = createReadStream(file)
  if (onBytes) input.on('data', () => onBytes(input.bytesRead))
  input.on('error', (error) => parser.destroy(error))
  try {
    for await (const row of input.pipe(parser)) {
      const { record, info } = parsed.parse(row)
      if (record.some((cell) => cell.includes('\uFFFD'))) throw new ImportError(file, info.lines, 'is not UTF-8')
      yield { line: info.lines, cells: record }
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new ImportError(file, Number(error.lines ?? 1), error.message, { cause: error })
    throw readingError(file, error)
  } finally {
    input.destroy()
  }
}

/** What went wrong while a file was read, as one line. Other errors come back as they are. */
export function readingError(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return new ImportError(file, null, 'there is no such file', { cause: error })
  if (code === 'EISDIR') return new ImportError(file, null, 'is a folder', { cause: error })
  if (code === 'EACCES' || code === 'EPERM') return new ImportError(file, null, 'may not be read', { cause: error })
  return error
}

const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

/** A number with a decimal point; null where the text is none. */
export function numberIn(text: string): number | null {
  const value = decimal.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(value) ? value : null
}
