import { stat } from 'node:fs/promises'
import type { GraphReader } from '../graph/graph.js'
import { notTakenText } from '../import/firms/not-taken-file.js'
import type { ImportRefusal } from './job.js'
import { MOST_REFUSALS, readRefusals } from './job-store.js'

/** The file in which all is listed that was refused of a list; null where there is none. */
export async function refusedFileOf(path: string): Promise<string | null> {
  const refused = `${path}.refused.csv`
  const isThere = await stat(refused).then(
    () => true,
    () => false,
  )
  return isThere ? refused : null
}

/** What is kept of what a job refused, as CSV; null where nothing was. */
export async function keptRefusals(graph: GraphReader, job: string): Promise<string | null> {
  const rows = await readRefusals(graph, job, { first: MOST_REFUSALS, skip: 0 })
  return rows.length === 0 ? null : refusedText(rows)
}

/** As the file beside a list has them. */
const refusedText = (rows: readonly ImportRefusal[]): string =>
  notTakenText(
    rows.map(({ firm, column, cell, ...row }) => ({
      ...row,
      ...{ firm: firm ?? '', column: column ?? '', cell: cell ?? '' },
    })),
    ',',
  )
