import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Classified } from '../../edition/classification.js'
import { text } from '../../edition/forms.js'
import { type Progress, silent } from '../../kernel/progress.js'
import { type Industry, type InputOutputTable, tableKinds } from '../../spillover/model/table.js'
import { type TableFault, tableFaults } from '../../spillover/model/table-faults.js'
import { textFaults } from '../../text/entering-text.js'
import { enteringValue } from '../../text/entering-values.js'
import { ImportError } from '../import-error.js'
import { readingError, requireReadable } from '../readers/reading-error.js'
import { hasDecimalComma, noNumber } from './decimal-point.js'
import { readFlows } from './flows-file.js'
import { type IndustryLine, readIndustries } from './industries-file.js'

const tableFile = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/i, 'holds letters, digits and hyphens between them'),
  title: text,
  publisher: text,
  edition: text,
  year: z.int().min(1900).max(2200),
  kind: z.enum(tableKinds).optional(),
  geography: text,
  currencyUnit: text,
  employmentUnit: text,
  householdConsumption: z.number().positive().nullable().default(null),
  householdIncome: z.number().positive().nullable().default(null),
})

/** A table in files, and what is wrong with it; null where something is. */
export interface TableSurvey {
  readonly table: InputOutputTable | null
  readonly faults: readonly ImportError[]
  /** The industries of the table, each with its line in `industries.csv`. */
  readonly lines: readonly IndustryLine[]
}

/** Reads a table from a folder of `table.json`, `flows.csv` and `industries.csv`, and all that is wrong with it. */
export async function surveyTableFiles(
  folder: string,
  edition: Classified,
  progress: Progress = silent,
): Promise<TableSurvey> {
  const faults: ImportError[] = []
  const [factsFile, industriesFile, flowsFile] = [
    join(folder, 'table.json'),
    join(folder, 'industries.csv'),
    join(folder, 'flows.csv'),
  ]
  const facts = await orFault(readFacts(factsFile, faults), faults)
  const rows = await orFault(readIndustries(industriesFile, edition, faults), faults)
  if (!rows) {
    await orFault(requireReadable(flowsFile), faults)
    return { table: null, faults, lines: [] }
  }
  const codes = rows.map(({ industry }) => industry.code)
  progress.begin(codes.length)
  const read = await orFault(readFlows(flowsFile, codes, faults, progress), faults)
  progress.end()
  if (!facts || !read || faults.length > 0) return { table: null, faults, lines: rows }

  const table: InputOutputTable = {
    ...facts.stated,
    industries: rows.map(({ industry }) => industry),
    flows: read.flows,
  }
  const errorOf = ({ industry, at, identity, reason }: TableFault): ImportError => {
    const said = identity === null || industry === null ? reason : `${industry}: ${reason}`
    if (at === 'FACTS') return new ImportError(factsFile, facts.lineOf('householdConsumption'), said)
    if (at === 'FIGURES')
      return new ImportError(industriesFile, industry === null ? null : lineOf(rows, industry), said)
    return new ImportError(flowsFile, read.lines[codes.indexOf(industry ?? '')] ?? null, said)
  }
  faults.push(...tableFaults(table).map(errorOf))
  return { table: faults.length === 0 ? table : null, faults, lines: rows }
}

/**
 * Reads a table from a folder of `table.json`, `flows.csv` and `industries.csv`.
 * @throws ImportError with file, line and reason of the first fault.
 */
export async function readTableFiles(
  folder: string,
  edition: Classified,
  progress: Progress = silent,
): Promise<InputOutputTable> {
  const { table, faults } = await surveyTableFiles(folder, edition, progress)
  if (table === null) throw faults[0]
  return table
}

/** What is read; null where it is refused, which is added to the faults. */
async function orFault<Read>(reading: Promise<Read>, faults: ImportError[]): Promise<Read | null> {
  try {
    return await reading
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    faults.push(error)
    return null
  }
}

/** The last line that has the code: of two that are the same, the second is the repeated one. */
const lineOf = (rows: readonly { industry: Industry; line: number }[], code: string): number | null =>
  rows.findLast(({ industry }) => industry.code === code)?.line ?? null

/** What `table.json` states, and the line of each field of it. */
interface ReadFacts {
  readonly stated: z.infer<typeof tableFile>
  readonly lineOf: (field: string) => number | null
}

async function readFacts(file: string, faults: ImportError[]): Promise<ReadFacts | null> {
  const content = await readFile(file, 'utf8').catch((error) => Promise.reject(readingError(file, error)))
  const entering = enteringValue(parseJson(file, content))
  if ('fault' in entering) {
    const [name = ''] = entering.path
    throw new ImportError(file, lineOfField(content, String(name)), `${name}: ${textFaults[entering.fault]}`)
  }
  const read = tableFile.safeParse(entering.value)
  if (read.success) return { stated: read.data, lineOf: (field) => lineOfField(content, field) }
  const stated = new Map(Object.entries(Object(entering.value)))
  for (const { path, message } of read.error.issues) {
    const field = String(path[0] ?? '')
    const value = stated.get(field)
    const reason = typeof value === 'string' && hasDecimalComma(value) ? `it is ${noNumber(value)}` : message
    faults.push(new ImportError(file, lineOfField(content, field), `${field}: ${reason}`))
  }
  return null
}

function parseJson(file: string, content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const [, position] = /position (\d+)/.exec(message) ?? []
    const line = position === undefined ? null : lineAt(content, Number(position))
    const stated =
      line === null
        ? ''
        : content
            .split('\n')
            .slice(Math.max(0, line - 2), line)
            .join('\n')
    const reason = /:\s*-?\d+,\d+\s*(,|$)/m.test(stated)
      ? 'is not JSON: a number has a decimal comma, and a decimal point is asked for'
      : 'is not JSON'
    throw new ImportError(file, line, reason, { cause: error })
  }
}

function lineOfField(content: string, field: string): number | null {
  const position = content.indexOf(`"${field}"`)
  return position < 0 ? null : lineAt(content, position)
}

const lineAt = (content: string, position: number): number => content.slice(0, position).split('\n').length
