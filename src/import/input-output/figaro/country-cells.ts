import { accountCodes, HOUSEHOLDS, type Label } from './labels.js'

/** What one industry of the country supplies, all of it in the file's unit. */
export interface SuppliedRow {
  /** To industries of the country, by their codes. */
  readonly flows: Map<string, number>
  /** To its households. */
  households: number | null
  /** To whomever, abroad too. */
  all: number
}

/** What one industry of the country takes in. */
export interface TakenColumn {
  /** From industries of other areas. */
  imports: number
  /** By the account's code. */
  readonly accounts: Map<string, number>
  /** From wherever, accounts too: its output. */
  all: number
}

/** What a file says of one country; no more of it is held, however many others there are. */
export class CountryCells {
  readonly rows = new Map<string, SuppliedRow>()
  readonly columns = new Map<string, TakenColumn>()
  /** All that its households consume, imports, taxes and purchases abroad too; null where the file has no such column. */
  consumption: number | null = null

  constructor(readonly country: string) {}

  /** Whether a cell says anything of the country. */
  concerns(row: Pick<Label, 'area'>, column: Pick<Label, 'area'>): boolean {
    return row.area === this.country || column.area === this.country
  }

  /** Hears a cell that concerns the country; a reason where it was heard before. */
  hear(row: Label, column: Label, value: number): string | null {
    if (column.area === this.country) {
      if (column.role === 'INDUSTRY') this.take(this.column(column.code), row, value)
      else if (column.code === HOUSEHOLDS) this.consumption = (this.consumption ?? 0) + value
    }
    return row.area === this.country ? this.supply(this.row(row.code), row, column, value) : null
  }

  /** The account that the file states for no industry of the country; null where it states all that are needed. */
  get missingAccount(): string | null {
    const stated = new Set([...this.columns.values()].flatMap(({ accounts }) => [...accounts.keys()]))
    // What residents buy abroad is no input of an industry, and may be left out.
    return accountCodes.find((code) => !code.startsWith('OP_') && !stated.has(code)) ?? null
  }

  private take(taken: TakenColumn, row: Label, value: number): void {
    taken.all += value
    if (row.role === 'ACCOUNT') taken.accounts.set(row.code, (taken.accounts.get(row.code) ?? 0) + value)
    else if (row.area !== this.country) taken.imports += value
  }

  private supply(supplied: SuppliedRow, row: Label, column: Label, value: number): string | null {
    supplied.all += value
    if (column.area !== this.country) return null
    const isHouseholds = column.code === HOUSEHOLDS
    const isThere = isHouseholds ? supplied.households !== null : supplied.flows.has(column.code)
    if (isThere) return `${row.area}_${row.code} to ${column.area}_${column.code} is told twice`
    if (isHouseholds) supplied.households = value
    else if (column.role === 'INDUSTRY') supplied.flows.set(column.code, value)
    return null
  }

  private row(code: string): SuppliedRow {
    const there = this.rows.get(code)
    if (there !== undefined) return there
    const made: SuppliedRow = { flows: new Map(), households: null, all: 0 }
    this.rows.set(code, made)
    return made
  }

  private column(code: string): TakenColumn {
    const there = this.columns.get(code)
    if (there !== undefined) return there
    const made: TakenColumn = { imports: 0, accounts: new Map(), all: 0 }
    this.columns.set(code, made)
    return made
  }
}
