import { Pauses } from '../../kernel/turns.js'
import type { StoredTable } from './stored-table.js'

/** The same table with its flows in memory that threads share, so that another thread has it without a copy. */
export async function sharedTable(stored: StoredTable): Promise<StoredTable> {
  const { flows } = stored.table
  const size = flows.length
  const memory = new SharedArrayBuffer(8 * size * size)
  const pauses = new Pauses()
  const shared: Float64Array[] = []
  for (const row of flows) {
    if (pauses.isDue) await pauses.take()
    const copy = new Float64Array(memory, 8 * size * shared.length, size)
    copy.set(row)
    shared.push(copy)
  }
  return { ...stored, table: { ...stored.table, flows: shared } }
}
