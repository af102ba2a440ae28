import { rm } from 'node:fs/promises'
import { MASK } from '../../text/person-number.js'
import type { Delimiter } from '../readers/delimited-line.js'
import { type NotTaken, shownOf, writeNotTaken } from './not-taken-file.js'

/** Why a row or a cell of it is not taken. */
export class RowRefusal extends Error {
  override readonly name = 'RowRefusal'
  /** Whether it is about a sole trader or another person, who are counted apart. */
  readonly person: boolean
  /** What is particular to this one, such as the two readings that a cell has. */
  readonly detail: string | null
  constructor(
    /** The column that it is about, as the file may call it. */
    readonly column: string,
    /** The same words for all that are refused for the same reason. */
    readonly reason: string,
    { person = false, detail = null }: { readonly person?: boolean; readonly detail?: string | null } = {},
  ) {
    super(`${column}: ${reason}`)
    this.person = person
    this.detail = detail
  }

  /** The same of a column by another name. */
  of(column: string): RowRefusal {
    return new RowRefusal(column, this.reason, { person: this.person, detail: this.detail })
  }
}

/** A cell that could not be read, of a row that is taken all the same. */
export interface RefusedCell {
  readonly refusal: RowRefusal
  /** What stands in it. */
  readonly text: string
}

/** A row that was not taken, by its line. */
export interface RefusedRow {
  readonly line: number
  readonly column: string
  readonly reason: string
}

/** Cells of a column that were not read for one reason. */
export interface UnreadCells {
  readonly column: string
  readonly reason: string
  readonly count: number
  /** Of the first few. */
  readonly lines: readonly number[]
}

/** More are counted and not listed. */
const MOST_LISTED = { refused: 100_000, leftOut: 10_000 }
const LINES_NAMED = 5

/** What of a file was not taken: all is counted, the first hundred thousand rows and cells are kept. */
export class RefusedRows {
  readonly listed: RefusedRow[] = []
  /** Rows. */
  count = 0
  persons = 0
  /** Cells of rows that were taken. */
  cells = 0
  private readonly rows: NotTaken[] = []
  private readonly leftOut: NotTaken[] = []
  private readonly causes = new Map<string, { column: string; reason: string; count: number; lines: number[] }>()

  /** @param firm its number or name, where these are nobody's own. */
  add(line: number, refusal: RowRefusal, firm = '', cell = ''): void {
    this.count += 1
    if (refusal.person) this.persons += 1
    if (this.rows.length >= MOST_LISTED.refused) return
    const { column, reason, person } = refusal
    this.listed.push({ line, column, reason })
    const shown = { firm: person ? MASK : firm, cell: person ? MASK : cell }
    this.rows.push({ line, what: 'REFUSED', ...shown, column, reason: whole(refusal) })
  }

  addCell(line: number, { refusal, text }: RefusedCell, firm = ''): void {
    const { column, reason, person } = refusal
    this.cells += 1
    const key = `${column}\n${reason}`
    const cause = this.causes.get(key) ?? { column, reason, count: 0, lines: [] }
    this.causes.set(key, cause)
    cause.count += 1
    if (cause.lines.length < LINES_NAMED) cause.lines.push(line)
    if (this.rows.length >= MOST_LISTED.refused) return
    this.rows.push({ line, what: 'CELL', firm, column, cell: person ? MASK : text, reason: whole(refusal) })
  }

  addLeftOut(line: number, reason: string, firm = ''): void {
    if (this.leftOut.length < MOST_LISTED.leftOut) {
      this.leftOut.push({ line, what: 'LEFT_OUT', firm, column: '', cell: '', reason })
    }
  }

  /** The first rows and cells that were refused, by line, as they may be shown. */
  first(count: number): NotTaken[] {
    const byLine = this.rows.toSorted((left, right) => left.line - right.line)
    return byLine.slice(0, count).map(shownOf)
  }

  /** Which cells were not read and why, most first. */
  unreadCells(): UnreadCells[] {
    return [...this.causes.values()].toSorted((left, right) => right.count - left.count)
  }

  /**
   * Writes `FILE.refused.csv` beside the file, with what was left out beside what was refused, or takes an older one away
   * where nothing was refused; returns its path.
   * @param delimiter what parts the file: semicolons part the list too, which opens where that file opens.
   */
  async write(file: string, delimiter: Delimiter | null): Promise<string | null> {
    const path = `${file}.refused.csv`
    if (this.count === 0 && this.cells === 0) {
      await rm(path, { force: true })
      return null
    }
    await writeNotTaken(path, [...this.rows, ...this.leftOut], delimiter === ';' ? ';' : ',')
    return path
  }
}

const whole = ({ reason, detail }: RowRefusal): string => (detail === null ? reason : `${reason}: ${detail}`)
