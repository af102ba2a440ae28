import { type Command, InvalidArgumentError } from 'commander'
import { type MoneyUnit, moneyUnit } from '../import/firms/cells/money-units.js'
import type { SaidOfCells } from '../import/firms/firm-survey.js'

/** What a user says of cells, as options. */
export interface CellOptions {
  readonly sniEdition?: string
  readonly turnoverUnit?: MoneyUnit
}

/** The option that says of which edition codes of SNI are. */
export const withSniEdition = (command: Command): Command =>
  command.option('--sni-edition <year>', 'of which edition the codes of SNI are, by its year')

/** The options that say how cells of firms are meant, where the file's headers do not. */
export const withCellOptions = (command: Command): Command =>
  withSniEdition(command)
    .option('--turnover-unit <unit>', 'in which unit the turnover is: kr, tkr, Mkr …', turnoverUnit)
    .option('--confirm-unusual', 'import numbers that look as if they were read in the wrong unit')

function turnoverUnit(text: string): MoneyUnit {
  const unit = moneyUnit(text)
  if (unit === null || unit === 'OTHER_CURRENCY') throw new InvalidArgumentError('it takes kr, tkr, Mkr or mdkr')
  return unit
}

/** What the options say. */
export const saidOfCells = ({ sniEdition = undefined, turnoverUnit = undefined }: CellOptions): SaidOfCells => ({
  sniEdition: sniEdition ?? null,
  turnoverUnit: turnoverUnit ?? null,
})
