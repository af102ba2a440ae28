import type { UserFile, UserRow } from '../readers/user-file.js'
import { DuplicateSurvey, differingRows, REPEATED } from './duplicates.js'
import type { RowReading } from './holdings.js'
import { RowRefusal } from './refusal.js'
import { identity } from './tie-holdings.js'
import type { StatedTie } from './tie-rows.js'

type TieReader<Column extends string> = (row: UserRow<Column>) => StatedTie

/**
 * Reads a file once to find rows that say different things of one relationship: none of them is taken. Of rows that say
 * the same, the first is. Returns what reads the rows of one reading of the file.
 */
export async function withoutRepeats<Column extends string>(
  file: UserFile<Column>,
  read: TieReader<Column>,
): Promise<() => (row: UserRow<Column>) => RowReading<StatedTie>> {
  const survey = new DuplicateSurvey()
  for await (const row of file.rows()) {
    const tie = 'cell' in row ? tieOf(row, read) : null
    if (tie !== null) survey.hear(identity(tie), row.line, JSON.stringify({ ...tie, locator: '' }))
  }
  const differing = survey.differing()
  return () => {
    const seen = new Set<string>()
    return (row) => {
      const item = read(row)
      const about = identity(item)
      const lines = differing.get(about)
      if (lines !== undefined) throw differingRows(lines)
      if (seen.has(about)) return { line: row.line, leftOut: REPEATED }
      seen.add(about)
      return { line: row.line, item }
    }
  }
}

function tieOf<Column extends string>(row: UserRow<Column>, read: TieReader<Column>): StatedTie | null {
  try {
    return read(row)
  } catch (error) {
    if (error instanceof RowRefusal) return null
    throw error
  }
}
