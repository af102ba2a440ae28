import type { Classification, Classifications, Classified } from '../../edition/classification.js'
import type { SniColumn } from '../../firms/sni-codes.js'
import { RefusedError } from '../../kernel/refused-error.js'
import { readOrganisationNumber } from '../../text/organisation-number.js'
import { mayHoldPersonNumber } from '../../text/person-number.js'
import type { Cell } from '../../text/plain-cell.js'
import { namesOf } from '../readers/columns.js'
import type { UserFile, UserRow } from '../readers/user-file.js'
import { readEmployees } from './cells/employees.js'
import { type MoneyUnit, unitOfHeader } from './cells/money-units.js'
import { HabitSurvey, type NumberHabit } from './cells/numbers.js'
import { amountIn, readTurnover, type TurnoverColumn } from './cells/turnover.js'
import { turnoverCell, unitInText, unitOfLine, unitOfRow } from './cells/unit-beside.js'
import { DuplicateSurvey } from './duplicates.js'
import { type FirmColumn, firmColumns } from './firm-columns.js'
import { type Size, type SizeCells, unusualSizes } from './plausibility.js'
import { RowRefusal } from './refusal.js'
import { SniSurvey } from './sni-codes.js'
import { editionNamed, editionOfHeader } from './sni-editions.js'

/** What a user says of columns, where their headers do not. */
export interface SaidOfCells {
  /** Of which edition codes of sectors are, as the user calls it. */
  readonly sniEdition: string | null
  readonly turnoverUnit: MoneyUnit
}

/** How the cells of a file of firms are to be read, as the file as a whole shows. */
export interface FirmReading {
  /** What all rows name as their source. */
  readonly title: string | null
  readonly turnover: TurnoverColumn
  readonly employees: NumberHabit
  readonly sni: SniColumn
  /** By firm, the lines of rows that say different things of it. */
  readonly differing: ReadonlyMap<string, readonly number[]>
  /** What a user should know of how it is read. */
  readonly remarks: readonly string[]
  /** What a user should look at before it is believed. */
  readonly unusual: readonly string[]
}

const SIZES_KEPT = 5_000
/** What a row says of its firm. */
const said = namesOf(firmColumns).filter((column) => column !== 'organisationNumber')

/**
 * Reads a file once to see how its cells are meant: what one of them leaves open, others may tell.
 * @throws RefusedError where header and user name different units or editions.
 */
export async function surveyFirms(
  file: UserFile<FirmColumn>,
  asked: SaidOfCells,
  { classifications }: Classified,
): Promise<FirmReading> {
  const sni = new SniSurvey(classifications)
  const habits = { employees: new HabitSurvey(), turnover: new HabitSurvey() }
  const duplicates = new DuplicateSurvey()
  const titles = new TitleSurvey()
  const sizes: SizeCells[] = []
  const beside = new Set(file.above.map(unitInText))
  for await (const row of file.rows()) {
    if ('leftOut' in row) beside.add(unitInText(row.text))
    if ('fault' in row) beside.add(unitOfLine(row.row))
    if (!('cell' in row)) continue
    beside.add(unitOfRow(row) ?? unitOfLine(row))
    sni.hear(row.cell('sni'))
    habits.employees.hear(row.cell('employees'))
    habits.turnover.hear(amountIn(row.cell('turnover')))
    titles.hear(row.cell('source'))
    if (sizes.length < SIZES_KEPT) sizes.push({ employees: cellOf(row, 'employees'), turnover: turnoverCell(row) })
    const read = readOrganisationNumber(row.cell('organisationNumber'))
    if (read.kind === 'NUMBER') duplicates.hear(read.number, row.line, wordsOf(row))
  }
  const turnover = {
    unit: unitOf(file, asked.turnoverUnit, [...beside]),
    habit: habitOf(habits.turnover, habits.employees),
  }
  const sniColumn = sni.column(editionOf(file, asked.sniEdition, classifications))
  return {
    title: titles.title(),
    turnover,
    employees: habits.employees,
    sni: sniColumn,
    differing: duplicates.differing(),
    remarks: [...editionRemarks(sni, sniColumn), ...unitRemarks(file, asked.turnoverUnit, turnover.unit)],
    unusual: unusualSizes(sizes.map((each) => sizeOf(each, turnover, habits.employees))),
  }
}

/** A cell of a row, with the number that the file itself holds there. */
export const cellOf = (row: UserRow<FirmColumn>, column: FirmColumn): Cell => ({
  text: row.cell(column),
  number: row.number(column),
})

const wordsOf = (row: UserRow<FirmColumn>): string => said.map((column) => row.cell(column)).join('\n')

/** The column's own habit, or that of the other numbers where it shows none. */
const habitOf = (own: HabitSurvey, others: HabitSurvey): NumberHabit =>
  own.decimal.size + own.thousands.size > 0 ? own : others

/** The unit that the user or the header names; else the one that stands above the header, below it or in a note. */
function unitOf(file: UserFile<FirmColumn>, said: MoneyUnit, beside: readonly MoneyUnit[]): MoneyUnit {
  const header = file.header('turnover')
  const named = header === null ? null : unitOfHeader(header)
  if (header !== null && said === null && named === null) return unitBeside(header, beside)
  if (said === null || named === null) return said ?? named
  if (said === 'OTHER_CURRENCY' || named === 'OTHER_CURRENCY' || said.millions !== named.millions) {
    throw new RefusedError(
      `Nothing was imported: --turnover-unit says another unit than the header ${header}. Mend the header, or leave --turnover-unit out.`,
    )
  }
  return named
}

function unitBeside(header: string, beside: readonly MoneyUnit[]): MoneyUnit {
  const units = beside.filter((unit) => unit !== null)
  const [unit = null, other] = units.filter(
    (each, index) => units.findIndex((one) => millionsOf(one) === millionsOf(each)) === index,
  )
  if (other === undefined) return unit
  throw new RefusedError(
    `Nothing was imported: titles or notes name more than one unit, and the header ${header} none. Write the unit in it, as in ${header} (tkr), or give --turnover-unit.`,
  )
}

/** The unit that is taken from beside the column, which its header does not name. */
function unitRemarks(file: UserFile<FirmColumn>, said: MoneyUnit, unit: MoneyUnit): string[] {
  const header = file.header('turnover')
  if (header === null || said !== null || unit === null || unitOfHeader(header) !== null) return []
  const word = unit === 'OTHER_CURRENCY' ? 'another currency than Swedish kronor' : unit.word
  return [`The turnover is read as being in ${word}, which stands beside its header.`]
}

const millionsOf = (unit: MoneyUnit) => (unit === null || unit === 'OTHER_CURRENCY' ? unit : unit.millions)

function editionOf(
  file: UserFile<FirmColumn>,
  words: string | null,
  classifications: Classifications,
): Classification | null {
  const said = words === null ? null : editionNamed(classifications, words)
  const header = file.header('sni')
  const named = header === null ? null : editionOfHeader(classifications, header)
  if (said !== null && named !== null && said !== named) {
    throw new RefusedError(
      `Nothing was imported: --sni-edition says another edition than the header ${header}. Mend the header, or leave --sni-edition out.`,
    )
  }
  return said ?? named
}

function sizeOf({ employees, turnover }: SizeCells, column: TurnoverColumn, habit: NumberHabit): Size {
  const count = readOrNull(() => readEmployees('employees', employees, habit))
  return {
    employees: count?.kind === 'COUNT' ? count.count : null,
    turnover: readOrNull(() => readTurnover('turnover', turnover, column)),
  }
}

function readOrNull<Value>(read: () => Value | null): Value | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof RowRefusal) return null
    throw error
  }
}

/** How the edition of a file's codes is known; nothing where the region has one alone. */
export function editionRemarks(survey: SniSurvey, { edition, isStated }: SniColumn): string[] {
  const { editions, classifications, codes, doubtful } = survey
  const [meant, ...others] = classifications
  if (codes === 0 || others.length === 0) return []
  if (isStated && edition !== null) return [`Codes of SNI are read as ${edition.name}, as stated.`]
  if (edition !== null) {
    return [`Codes of SNI are read as ${edition.name}: ${editions.count(edition)} of ${codes} are of no other edition.`]
  }
  const namesOf = (those: readonly Classification[]) => those.map(({ name }) => name).join(' and ')
  if (doubtful === 0) return [`Codes of SNI are read as ${meant.name}; they mean the same in ${namesOf(others)}.`]
  const shown = classifications.filter((each) => editions.count(each) > 0)
  const why = shown.length === 0 ? 'do not tell their edition' : `are of both ${namesOf(shown)}`
  return [
    `The codes of SNI ${why}: ${doubtful} that the two use for different things are not taken; give --sni-edition.`,
  ]
}

/** What the rows name as their source, if all of them name the same. */
class TitleSurvey {
  private stated: string | null = null
  private isOne = true

  hear(text: string): void {
    if (text === '' || mayHoldPersonNumber(text) || (this.stated !== null && this.stated !== text)) this.isOne = false
    this.stated = text
  }

  title(): string | null {
    return this.isOne ? this.stated : null
  }
}
