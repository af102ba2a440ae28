import type { Knowledge } from '../../edition/knowledge.js'
import type { Graph } from '../../graph/graph.js'
import { programVersion } from '../../kernel/program-version.js'
import { RefusedError } from '../../kernel/refused-error.js'
import type { ReadColumn } from '../import-error.js'
import type { ColumnSetting } from '../readers/column-settings.js'
import { settledColumns } from '../readers/column-settings.js'
import { type Columns, namesOf } from '../readers/columns.js'
import type { ReadFile } from '../readers/text-file.js'
import { openUserFile, type UserFile, type UserRow } from '../readers/user-file.js'
import { unitOfRow } from './cells/unit-beside.js'
import { REPEATED } from './duplicates.js'
import { type FirmColumn, firmColumns, statedBy, subjects } from './firm-columns.js'
import { firmReader, firmShown } from './firm-rows.js'
import type { FirmStatement } from './firm-statement.js'
import { type SaidOfCells, surveyFirms } from './firm-survey.js'
import type { RowReading, Seen } from './holdings.js'
import { type ImportSource, sourceIdOf } from './import-source.js'
import { readNamedEnds } from './named-ends.js'
import { NumberSet } from './number-set.js'
import { readMunicipalities } from './places.js'
import { alreadyThere, type Outcome, type PublishingTo, type PublishOptions, publish } from './publish.js'
import { firmsFrom, publishFirms, requireNoDemo } from './publish-firms.js'
import { RowRefusal } from './refusal.js'
import { enteringSaid, fileName, type SaidOfSource, titleOfFile } from './said-of-source.js'
import { type Asked, whyNotAsked } from './selection.js'
import { tieHoldings } from './tie-holdings.js'
import { withoutRepeats } from './tie-repeats.js'
import { needFile, requirementFile, supplyFile, type TieFile } from './tie-rows.js'

/** What a user says of a file: of its source, and of how it is to be read. */
export interface SaidOfFile extends SaidOfSource {
  readonly columns?: readonly ColumnSetting[]
  /** Of a workbook; its first where none is named. */
  readonly sheet?: string | null
  /** Of the cells of firms. */
  readonly cells?: SaidOfCells
}

/** What came of a file. */
export interface Imported {
  readonly source: ImportSource
  readonly outcome: Outcome
  /** What a user should know of how it was read: columns that were left out, what no column says. */
  readonly remarks: readonly string[]
  /** What looks as if it were read wrongly, and is asked about. */
  readonly unusual: readonly string[]
  /** The columns of a list, each with what it is read as; of a register none. */
  readonly columns: readonly ReadColumn[]
}

/** The kinds of files in which each row is a relationship. */
export const tieFiles = { supplies: supplyFile, needs: needFile, requirements: requirementFile }

/**
 * Imports a user's firms from a list: a text or a workbook.
 * @throws ImportError for a file that is none; RefusedError for one without a row to take, or that would take much away;
 * ImportEndedError once the signal is aborted.
 */
export async function importFirms(
  { graph, edition }: Knowledge<Graph>,
  path: string,
  said: SaidOfFile,
  asked: Asked,
  options: PublishOptions,
): Promise<Imported> {
  await requireNoDemo(graph)
  const file = await opened(path, firmColumns, said, options)
  const survey = () => surveyFirms(file, said.cells ?? { sniEdition: null, turnoverUnit: null }, edition)
  const surveyed = said.title === null ? await survey() : null
  const title = said.title ?? surveyed?.title ?? null
  const { source, titleRemarks } = await sourceOf(graph, 'firms', file.file, { ...said, title }, options)
  const how = readAs(said, asked)
  const unchanged = await alreadyThere(graph, firmsFrom(source, how, edition, options))
  const { columns } = file
  if (unchanged) {
    return { source, outcome: unchanged, remarks: [...titleRemarks, ...file.remarks], unusual: [], columns }
  }
  const reading = surveyed ?? (await survey())
  await askAboutUnusual(source.file, reading.unusual, options)
  const municipalities = await readMunicipalities(graph)
  const { header } = file
  const { sizeRule } = edition
  const context = { source, reading, municipalities, sizeRule, today: options.recordedAt.slice(0, 10), header }
  const readings = readingsOf(file, firmColumns, firmShown, () => {
    const numbers = new NumberSet()
    const firmOfRow = firmReader(context)
    return (row): RowReading<FirmStatement> => {
      if (unitOfRow(row) !== null) return { line: row.line, firm: '', leftOut: 'units of columns' }
      const { item, cells } = firmOfRow(row)
      const { line, firm } = { line: row.line, firm: item.number }
      const leftOut = numbers.add(item.number) ? whyNotAsked(item, asked) : REPEATED
      return leftOut === null ? { line, firm, item, cells } : { line, firm, leftOut }
    }
  })
  const outcome = await publishFirms(
    { graph, edition },
    source,
    { file: file.file, delimiter: file.delimiter, readings, readAs: how },
    options,
  )
  const isOfFile = (column: FirmColumn) => file.header(column) !== null
  const unsaid = options.update ? [] : subjects.filter(({ columns }) => !columns.some(isOfFile))
  const remarks = [
    ...titleRemarks,
    ...file.remarks,
    ...reading.remarks,
    ...reading.unusual.map(asRemark),
    ...unsaid.map(({ words }) => `No column for ${words}: it will not be known.`),
  ]
  const { unusual } = reading
  return {
    source,
    outcome: ofColumns(outcome, (name) => statedBy(name).some(isOfFile), options),
    remarks,
    unusual,
    columns,
  }
}

/** What came of corrections, without the columns of which their file says nothing. */
const ofColumns = (outcome: Outcome, isOfFile: (column: string) => boolean, { update }: PublishOptions): Outcome =>
  update ? { ...outcome, columns: outcome.columns.filter(({ column }) => isOfFile(column)) } : outcome

/**
 * Imports a file in which each row is a relationship of firms that are in the graph.
 * @throws ImportError for a file that is none; RefusedError for one without a row to take, or that would take much away;
 * ImportEndedError once the signal is aborted.
 */
export async function importTies<Column extends string>(
  { graph, edition }: PublishingTo,
  kind: keyof typeof tieFiles,
  rules: TieFile<Column>,
  path: string,
  said: SaidOfFile,
  options: PublishOptions,
): Promise<Imported> {
  const file = await opened(path, rules.columns, said, options)
  const { source, titleRemarks } = await sourceOf(graph, kind, file.file, said, options)
  const end = await readNamedEnds(graph, cellsOf(file, rules.named))
  const read = await rules.reader(graph, source.id, source.file, end)
  const firm = (row: UserRow<Column>) => cellNamed(row, rules.columns, rules.ends[0])
  const readings = readingsOf(file, rules.columns, firm, await withoutRepeats(file, read))
  const { sizeRule: rule } = edition
  const holdings = tieHoldings(rules, { source: source.id, rule, scope: options.update ? 'CORRECTIONS' : 'WHOLE' })
  const from = { source, holdings, seen: seenTexts, readings, bytes: file.file.bytes, readAs: readAs(said) }
  const outcome = await publish(
    { graph, edition },
    { ...from, list: (refused) => refused.write(path, file.delimiter) },
    options,
  )
  const isOfFile = (column: string) =>
    namesOf(rules.columns).some((name) => name === column && file.header(name) !== null)
  return {
    ...{ source, outcome: ofColumns(outcome, isOfFile, options), remarks: [...titleRemarks, ...file.remarks] },
    ...{ unusual: [], columns: file.columns },
  }
}

const opened = <Column extends string>(
  path: string,
  columns: Columns<Column>,
  said: SaidOfFile,
  { signal }: PublishOptions,
) => {
  const settled = settledColumns(path, said.columns ?? [], columns)
  return openUserFile(path, columns, { columns: settled, sheet: said.sheet ?? null, signal })
}

const readAs = (said: SaidOfFile, asked?: Asked): string =>
  JSON.stringify([programVersion, said.columns ?? [], said.sheet ?? null, said.cells ?? null, asked ?? null])

/**
 * What the file is as a source. Where nobody says what it is called, it is called as the file is.
 * @throws RefusedError where the file's name tells nothing either.
 */
async function sourceOf(
  graph: Graph,
  kind: string,
  { path, hash }: ReadFile,
  said: SaidOfSource,
  { askTitle }: PublishOptions,
): Promise<{ readonly source: ImportSource; readonly titleRemarks: readonly string[] }> {
  const file = fileName(path)
  const { publisher, edition, ...entered } = enteringSaid(path, said)
  const asked = async () => enteringSaid(path, { title: (await askTitle?.(file)) ?? null, publisher, edition })
  const given = entered.title ?? (await asked()).title
  const title = given ?? titleOfFile(path)
  if (title === null) {
    throw new RefusedError(
      `Nothing was imported: nothing says what list ${file} is. Give --title "…", the same for each of its editions.`,
    )
  }
  const source = { id: await sourceIdOf(graph, kind, title), title, publisher, edition, hash, file }
  const remark = `No title is given: the list is called ${title}, as the file is. Give --title "…", the same for each of its editions, to call it otherwise.`
  return { source, titleRemarks: given === null ? [remark] : [] }
}

const asRemark = (finding: string): string => `Unusual: ${asSentence(finding)}`

const asSentence = (words: string): string => (words.endsWith('?') ? words : `${words}.`)

/** What stands in some columns of a file. */
async function* cellsOf<Column extends string>(
  file: UserFile<Column>,
  columns: readonly Column[],
): AsyncGenerator<string> {
  for await (const row of file.rows()) if ('cell' in row) yield* columns.map((column) => row.cell(column))
}

/** @throws RefusedError where what was found is not confirmed. */
async function askAboutUnusual(
  file: string,
  unusual: readonly string[],
  { dryRun, confirmUnusual }: PublishOptions,
): Promise<void> {
  if (unusual.length === 0 || dryRun || (await confirmUnusual?.(unusual))) return
  throw new RefusedError(
    `Nothing was imported: in ${file}, ${asSentence(unusual.join('; '))} Give --confirm-unusual if that is right.`,
  )
}

/**
 * Reads each row; one that is refused does not keep others out, and what is refused is told in the file's own words.
 * @param firm what to call the firm that a refused row is about.
 * @param reader reads the rows of one reading of the file.
 */
const readingsOf = <Column extends string, Item>(
  file: UserFile<Column>,
  columns: Columns<Column>,
  firm: (row: UserRow<Column>) => string,
  reader: () => (row: UserRow<Column>) => RowReading<Item>,
) =>
  async function* readings(onBytes: (bytes: number) => void): AsyncGenerator<RowReading<Item>> {
    const read = reader()
    const inWordsOfFile = (refusal: RowRefusal): RowRefusal => {
      const column = columnNamed(columns, refusal.column)
      return refusal.of((column && file.header(column)) ?? refusal.column)
    }
    for await (const row of file.rows(onBytes)) {
      if ('leftOut' in row) yield row
      if ('fault' in row) yield { line: row.line, firm: firm(row.row), refusal: new RowRefusal('row', row.fault) }
      if (!('cell' in row)) continue
      try {
        const reading = read(row)
        if (!('item' in reading) || !reading.cells) yield reading
        else {
          const cells = reading.cells.map(({ refusal, text }) => ({ refusal: inWordsOfFile(refusal), text }))
          yield { ...reading, cells }
        }
      } catch (error) {
        if (!(error instanceof RowRefusal)) throw error
        const cell = cellNamed(row, columns, error.column)
        yield { line: row.line, firm: firm(row), refusal: inWordsOfFile(error), cell }
      }
    }
  }

const columnNamed = <Column extends string>(columns: Columns<Column>, name: string): Column | undefined =>
  namesOf(columns).find((column) => column === name)

function cellNamed<Column extends string>(row: UserRow<Column>, columns: Columns<Column>, name: string): string {
  const column = columnNamed(columns, name)
  return column === undefined ? '' : row.cell(column)
}

function seenTexts(): Seen {
  const texts = new Set<string>()
  return { add: (text) => texts.size < texts.add(text).size, has: (text) => texts.has(text) }
}
