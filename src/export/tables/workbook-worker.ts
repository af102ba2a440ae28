import { on } from 'node:events'
import type { WorkbookTask } from './workbook.js'
import { type WrittenRow, workbookFile, writtenRow } from './workbook-file.js'

/** What a worker thread does: takes a workbook's rows by the page, and makes the file at the `null` after them. */
export default async ({ head, pages }: WorkbookTask): Promise<Uint8Array> => {
  const rows: WrittenRow[] = []
  for await (const [page] of on(pages, 'message')) {
    if (page === null) break
    for (const row of page) rows.push(writtenRow(row, head.columns))
  }
  pages.close()
  return workbookFile(head, rows)
}
