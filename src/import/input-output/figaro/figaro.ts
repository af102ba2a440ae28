import { basename } from 'node:path'
import type { Knowledge } from '../../../edition/knowledge.js'
import type { GraphReader } from '../../../graph/graph.js'
import type { Progress } from '../../../kernel/progress.js'
import { RefusedError } from '../../../kernel/refused-error.js'
import type { InputOutputTable } from '../../../spillover/model/table.js'
import { tableFaults } from '../../../spillover/model/table-faults.js'
import { ImportError } from '../../import-error.js'
import { countryOfFile } from './country-of-file.js'
import { countryTable } from './country-table.js'
import { namesInGraph } from './sector-names.js'

/** Which country of a file is asked for, and what the file's name does not tell. */
export interface FigaroAsked {
  readonly country: string
  readonly year: number | null
  readonly edition: string | null
}

/**
 * Reads one country of Eurostat's FIGARO tables of industries, as published in either form. Names are those of the
 * divisions in the graph.
 * @throws ImportError with file, line and reason; RefusedError where the year is not known, or the file's name tells another.
 */
export async function readFigaro(
  file: string,
  asked: FigaroAsked,
  { graph, edition }: Knowledge<GraphReader>,
  progress?: Progress,
): Promise<InputOutputTable> {
  const facts = factsOf(file, asked)
  const cells = await countryOfFile(file, asked.country.toUpperCase(), progress)
  const table = countryTable(file, cells, facts, edition.classifications[0], await namesInGraph(graph, edition))
  const [fault] = tableFaults(table)
  if (fault === undefined) return table
  throw new ImportError(file, null, [fault.industry, fault.reason].filter(Boolean).join(': '))
}

/** What the publisher's name of a file tells, `…_24ed_2015.csv`, and what is said beside it. */
function factsOf(file: string, asked: FigaroAsked): { year: number; edition: string | null } {
  const [, edition = null, told] = /(?:_(\d\dED))?_(\d{4})(?:_v\d+)?\.\w+$/i.exec(basename(file)) ?? []
  const year = told === undefined ? null : Number(told)
  if (asked.year !== null && year !== null && asked.year !== year) {
    throw new RefusedError(`Nothing was imported: the file's name tells the year ${year}, --year ${asked.year}.`)
  }
  const known = asked.year ?? year
  if (known === null) throw new RefusedError("Nothing was imported: the file's name tells no year; say it with --year.")
  return { year: known, edition: asked.edition ?? edition?.toLowerCase() ?? null }
}
