import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Progress, silent } from '../../kernel/progress.js'
import { type Industry, type InputOutputTable, tableFaults } from '../../spillover/model/table.js'
import { textFaults } from '../../text/entering-text.js'
import { enteringValue } from '../../text/entering-values.js'
import { ImportError } from '../import-error.js'
import { readingError } from '../readers/reading-error.js'
import { readFlows } from './flows-file.js'
import { readIndustries } from './industries-file.js'

const text = z.string().trim().min(1)

const tableFile = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/i, 'holds letters, digits and hyphens between them'),
  title: text,
  publisher: text,
  edition: text,
  year: z.int().min(1900).max(2200),
  geography: text,
  currencyUnit: text,
  employmentUnit: text,
  householdConsumption: z.number().positive().nullable().default(null),
  householdIncome: z.number().positive().nullable().default(null),
})

/**
 * Reads a table from a folder of `table.json`, `flows.csv` and `industries.csv`.
 * @throws ImportError with file, line and reason.
 */
export async function readTableFiles(folder: string, progress: Progress = silent): Promise<InputOutputTable> {
  const facts = await readFacts(join(folder, 'table.json'))
  const industriesFile = join(folder, 'industries.csv')
  const rows = await readIndustries(industriesFile)
  const codes = rows.map(({ industry }) => industry.code)
  progress.begin(codes.length)
  const flows = await readFlows(join(folder, 'flows.csv'), codes, progress).finally(() => progress.end())

  const table: InputOutputTable = { ...facts, industries: rows.map(({ industry }) => industry), flows }
  const [fault] = tableFaults(table)
  if (fault === undefined) return table
  if (fault.industry === null) throw new ImportError(join(folder, 'flows.csv'), null, fault.reason)
  throw new ImportError(industriesFile, lineOf(rows, fault.industry), fault.reason)
}

/** The last line that has the code: of two that are the same, the second is the repeated one. */
const lineOf = (rows: readonly { industry: Industry; line: number }[], code: string): number | null =>
  rows.findLast(({ industry }) => industry.code === code)?.line ?? null

async function readFacts(file: string): Promise<z.infer<typeof tableFile>> {
  const content = await readFile(file, 'utf8').catch((error) => Promise.reject(readingError(file, error)))
  const entering = enteringValue(parseJson(file, content))
  if ('fault' in entering) {
    const [name = ''] = entering.path
    throw new ImportError(file, lineOfField(content, String(name)), `${name}: ${textFaults[entering.fault]}`)
  }
  const read = tableFile.safeParse(entering.value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const field = String(issue?.path[0] ?? '')
  throw new ImportError(file, lineOfField(content, field), `${field}: ${issue?.message ?? 'is not valid'}`)
}

function parseJson(file: string, content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const [, position] = /position (\d+)/.exec(message) ?? []
    const line = position === undefined ? null : lineAt(content, Number(position))
    throw new ImportError(file, line, 'is not JSON', { cause: error })
  }
}

function lineOfField(content: string, field: string): number | null {
  const position = content.indexOf(`"${field}"`)
  return position < 0 ? null : lineAt(content, position)
}

const lineAt = (content: string, position: number): number => content.slice(0, position).split('\n').length
