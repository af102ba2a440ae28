import type { EmployeeBounds, SizeClass } from '../../classification/size-class.js'
import type { StoredStatement } from '../../firms/firm-statement.js'
import type { SniCode } from '../../firms/sni-codes.js'
import { known } from '../../graph/known.js'
import type { Statement } from '../../writing/statements/statement.js'

/** What one source says of one firm. */
export interface FirmStatement {
  /** Ten digits. */
  readonly number: string
  readonly name: string
  /** Id; null where the source does not say. */
  readonly municipality: string | null
  /** Main one first. */
  readonly sni: readonly SniCode[]
  readonly employees: number | null
  /** Where the source gives no number. */
  readonly employeeBounds?: EmployeeBounds | null
  /** SEK million. */
  readonly turnover: number | null
  readonly sizeClass: SizeClass
  /** The day that it holds for, ISO. */
  readonly asOf: string | null
  readonly locator: string
}

/** A statement as it is stored. */
export function stored(statement: FirmStatement, source: string, recordedAt: string): StoredStatement {
  const { name, municipality, sni, employees, employeeBounds, turnover, sizeClass, asOf, locator } = statement
  return {
    source,
    locator,
    recordedAt,
    name,
    municipality: municipality ?? undefined,
    sni: sni.length > 0 ? sni.map(({ code }) => code) : undefined,
    sectors: sni.length > 0 ? [...new Set(sni.map(({ sector }) => sector))] : undefined,
    employees: employees ?? undefined,
    employeesFrom: employeeBounds?.from,
    employeesTo: employeeBounds?.to ?? undefined,
    turnover: turnover ?? undefined,
    sizeClass,
    asOf: asOf ?? undefined,
  }
}

/** The same as it is said of the firm that has the number, or that the firm of this number was merged into. */
export function statementOf(
  organisationNumber: string,
  { source, locator, recordedAt, asOf, ...values }: StoredStatement,
): Statement {
  return {
    ...{ source, locator, recordedAt, asOf: asOf ?? null },
    ...{ confirmedOn: null, isSeeded: false },
    values: known({ organisationNumber, ...values }),
    emptied: [],
  }
}
