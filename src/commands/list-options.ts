import { type Command, InvalidArgumentError } from 'commander'
import type { SaidOfFile } from '../import/firms/import-files.js'
import { type ColumnSetting, readColumnSetting } from '../import/readers/column-settings.js'

/** How a list is to be read, where its own header does not tell. */
export interface ListOptions {
  readonly columns?: readonly ColumnSetting[]
  readonly sheet?: string
}

/** Lets a command take a list whose columns have names of their own, or a sheet of a workbook. */
export const list = (command: Command): Command =>
  command
    .option(
      '--columns <header=column>',
      'which column a header is, such as "Bolagets nr=organisationNumber", or "Notering=" to leave it out; once for each',
      columnSetting,
    )
    .option('--sheet <name>', 'the sheet of a workbook; its first visible one where left out')

function columnSetting(text: string, before: readonly ColumnSetting[] = []): ColumnSetting[] {
  const setting = readColumnSetting(text)
  if (setting === null) throw new InvalidArgumentError("HEADER=COLUMN is asked for, such as 'Org=organisationNumber'")
  return [...before, setting]
}

export const saidOfList = ({ columns, sheet }: ListOptions): Pick<SaidOfFile, 'columns' | 'sheet'> => ({
  columns: columns ?? [],
  sheet: sheet ?? null,
})
