import { rm, writeFile } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'

/** Why a row is not taken; neither the reason nor anything else repeats what stands in the row. */
export class RowRefusal extends Error {
  override readonly name = 'RowRefusal'
  constructor(
    /** The column that it is about, as the file may call it. */
    readonly column: string,
    readonly reason: string,
    /** Whether it is about a sole trader or another person, who are counted apart. */
    readonly person = false,
  ) {
    super(`${column}: ${reason}`)
  }
}

/** A row that was not taken, by its line. */
export interface RefusedRow {
  readonly line: number
  readonly column: string
  readonly reason: string
}

/** More are counted and not listed. */
const MOST_LISTED = 100_000

/** The rows that were not taken: all are counted, the first hundred thousand kept. */
export class RefusedRows {
  readonly listed: RefusedRow[] = []
  count = 0
  persons = 0

  add(line: number, { column, reason, person }: RowRefusal): void {
    this.count += 1
    if (person) this.persons += 1
    if (this.listed.length < MOST_LISTED) this.listed.push({ line, column, reason })
  }

  /** Writes `FILE.refused.csv` beside the file, or takes an older one away where nothing was refused; returns its path. */
  async write(file: string): Promise<string | null> {
    const path = `${file}.refused.csv`
    if (this.count === 0) {
      await rm(path, { force: true })
      return null
    }
    const rows = this.listed.toSorted((left, right) => left.line - right.line)
    await writeFile(path, stringify(rows, { header: true, columns: ['line', 'column', 'reason'] }))
    return path
  }
}
