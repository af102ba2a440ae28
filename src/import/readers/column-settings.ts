import { ImportError } from '../import-error.js'
import { type Columns, columnOf, namesOf, type SaidOfColumns } from './columns.js'

/** What a user says of one header: `Bolagets nr=organisationNumber`; nothing behind the sign leaves the column out. */
export interface ColumnSetting {
  readonly header: string
  readonly column: string
}

/** Reads `HEADER=COLUMN`; null where it is none. */
export function readColumnSetting(text: string): ColumnSetting | null {
  const sign = text.lastIndexOf('=')
  const header = text.slice(0, Math.max(sign, 0)).trim()
  return header === '' ? null : { header, column: text.slice(sign + 1).trim() }
}

/**
 * Settings as columns of a kind of file, which may be named as the program names them or as a header does.
 * @throws ImportError where one is no such column.
 */
export function settledColumns<Name extends string>(
  path: string,
  settings: readonly ColumnSetting[],
  columns: Columns<Name>,
): SaidOfColumns<Name> {
  return new Map(
    settings.map(({ header, column }): [string, Name | null] => {
      if (column === '') return [header, null]
      const name = namesOf(columns).find((each) => each === column) ?? columnOf(column, columns)?.name
      if (name !== undefined) return [header, name]
      throw new ImportError(path, null, `--columns names ${column}, which is none of ${namesOf(columns).join(', ')}`)
    }),
  )
}
