import { join } from 'node:path'
import type { Edition } from '../../edition/edition.js'
import { RefusedError } from '../../kernel/refused-error.js'
import type { Industry, InputOutputTable } from '../../spillover/model/table.js'
import { type TableFault, tableFaults } from '../../spillover/model/table-faults.js'
import { ImportError } from '../import-error.js'
import { aggregateIndustries, roundTable } from './aggregation.js'
import { type IndustryClass, readIndustryClasses } from './industry-classes.js'
import { isIndustrySheet, readScbBlocks, type ScbFigures } from './scb-blocks.js'
import { isProductSheet, productSheetName, readScbProducts } from './scb-products.js'
import { readWorkbookSheet, type Sheet } from './sheet.js'

/** The 59 industries as published, or the 44 that the report's calculation is reproduced with. */
export type ScbIndustries = 44 | 59

interface Account {
  /** The row's heading in the sheet. */
  readonly heading: string
  readonly name: string
  /** What a unit of the sheet is in the table's. */
  readonly scale: number
}

const OUTPUT = 'Produktionsvärde'
const EMPLOYED = 'Antal sysselsatta'
const WAGES = 'Egentlig lön'
const EMPLOYERS_CONTRIBUTIONS = 'Arbetsgivares sociala avgifter'

/** MSEK, but for hours worked (the sheet counts ten thousands of them) and carbon dioxide (kilotonnes). */
const satelliteAccounts: readonly Account[] = [
  { heading: 'Insatsförbrukning, marknadspris', name: 'intermediateConsumption', scale: 1 },
  { heading: 'Förädlingsvärde', name: 'valueAdded', scale: 1 },
  { heading: 'Import', name: 'imports', scale: 1 },
  { heading: 'Svenskars direktköp utomland', name: 'purchasesAbroad', scale: 1 },
  { heading: 'Tull', name: 'customsDuties', scale: 1 },
  { heading: 'Produktskatter', name: 'productTaxes', scale: 1 },
  { heading: 'Produktsubventioner', name: 'productSubsidies', scale: 1 },
  { heading: 'Moms', name: 'valueAddedTax', scale: 1 },
  { heading: 'Övriga produktionsskatter', name: 'otherProductionTaxes', scale: 1 },
  { heading: 'Övriga produktionssubventioner', name: 'otherProductionSubsidies', scale: 1 },
  { heading: EMPLOYERS_CONTRIBUTIONS, name: 'employersContributions', scale: 1 },
  { heading: 'Kapitalförslitning', name: 'consumptionOfFixedCapital', scale: 1 },
  { heading: 'Driftsöverskott och sammansatt förvärvsinkomst, netto', name: 'operatingSurplus', scale: 1 },
  { heading: 'Arbetade timmar (10K)', name: 'hours', scale: 10_000 },
  { heading: 'Koldioxid (KTon)', name: 'co2kt', scale: 1 },
]

/** Carbon dioxide to the tonne. */
const decimals = { co2kt: 3 }

/**
 * Reads one year of a workbook of Statistics Sweden's as published: that of industries, or the later one of products. The
 * sheet's headings tell which it is. The 44 industries are added up from the 59 and rounded to whole MSEK and persons; the
 * 59 and the products stay as the sheet has them.
 * @param industries how many are asked for; null for as many as are published.
 * @throws ImportError naming the sheet and cell; RefusedError where the region's folder says nothing of the workbook, or
 * fewer industries are asked for than a workbook of products can give.
 */
export async function readScbWorkbook(
  file: string,
  year: number,
  industries: ScbIndustries | null,
  { folder, scbWorkbook }: Pick<Edition, 'folder' | 'scbWorkbook'>,
): Promise<InputOutputTable> {
  if (scbWorkbook === undefined) {
    throw new RefusedError('Nothing was imported: region.yaml says nothing of scbWorkbook.')
  }
  const sheet = await readWorkbookSheet(file, [String(year), productSheetName(year)])
  const classes = join(folder, scbWorkbook.industries)
  const table = isProductSheet(sheet)
    ? await productTable(sheet, year, industries, { classes, edition: scbWorkbook.products?.edition })
    : await industryTable(sheet, year, industries, { classes, edition: scbWorkbook.edition })
  requireSound(table, sheet)
  return table
}

/** @throws ImportError naming the sheet, and the cell of the industry whose figures do not go together where it is known. */
function requireSound(table: InputOutputTable, sheet: Sheet, places?: ScbFigures['places']): void {
  const [fault] = tableFaults(table)
  if (fault !== undefined) throw errorOf(fault, sheet, places)
}

function errorOf({ industry, at, identity, reason }: TableFault, sheet: Sheet, places?: ScbFigures['places']) {
  const place = identity === null ? undefined : places?.get(industry ?? '')
  if (place) return sheet.error(at === 'FLOWS' ? place.flows : place.accounts, `${industry}: ${reason}`)
  return new ImportError(sheet.file, null, [`sheet ${sheet.name}`, industry, reason].filter(Boolean).join(': '))
}

/** What the region says of a workbook: the file of its industries, and which edition it is. */
interface Known<Edition> {
  readonly classes: string
  readonly edition: Edition
}

async function industryTable(
  sheet: Sheet,
  year: number,
  industries: ScbIndustries | null,
  { classes, edition }: Known<string>,
): Promise<InputOutputTable> {
  if (!isIndustrySheet(sheet)) throw sheet.error({ row: 0, column: 0 }, ANOTHER_WORKBOOK)
  const known = { edition, classes: await readIndustryClasses(classes, 'scb59') }
  const figures = readScbBlocks(sheet)
  const table = publishedTable(sheet, year, figures, known)
  requireSound(table, sheet, figures.places)
  return industries === 44 ? aggregatedTable(table, await readIndustryClasses(classes, 'scb44')) : table
}

const ANOTHER_WORKBOOK =
  'it is another workbook: the sheet has neither the flows "bransch x bransch" of the one, nor the heading "table for ' +
  'domestic production (product x product)" of the other. Bring it in as files: norrgraph import io-table'

async function productTable(
  sheet: Sheet,
  year: number,
  industries: ScbIndustries | null,
  { classes, edition }: Known<string | undefined>,
): Promise<InputOutputTable> {
  if (edition === undefined) {
    throw new RefusedError('Nothing was imported: region.yaml says nothing of products of scbWorkbook.')
  }
  if (industries !== null) {
    throw new RefusedError(
      `Nothing was imported: the workbook knows products, of which no ${industries} industries are made; leave --industries out.`,
    )
  }
  const figures = readScbProducts(sheet, await readIndustryClasses(classes, 'scb65-products'))
  const count = figures.industries.length
  return {
    ...figures,
    ...bothWorkbooks,
    id: `scb-${year}-${count}-products`,
    title: `Symmetric input–output table of Sweden ${year}, product by product, ${count} products`,
    edition,
    year,
    kind: 'PRODUCT_BY_PRODUCT',
  }
}

/** What both workbooks are, by whom and of what. */
const bothWorkbooks = {
  publisher: 'Statistics Sweden',
  geography: 'SE',
  currencyUnit: 'MSEK',
  employmentUnit: 'persons',
  householdIncome: null,
} as const

function publishedTable(
  sheet: Sheet,
  year: number,
  figures: ScbFigures,
  { edition, classes }: { readonly edition: string; readonly classes: readonly IndustryClass[] },
): InputOutputTable {
  const classOf = new Map(classes.map((each) => [each.code, each]))
  const account = (heading: string): readonly number[] => {
    const row = figures.accounts.get(heading)
    if (row === undefined) throw sheet.error({ row: 0, column: 0 }, `the sheet has no row "${heading}"`)
    return row
  }
  const output = account(OUTPUT)
  const employed = account(EMPLOYED)
  const wages = account(WAGES)
  const contributions = account(EMPLOYERS_CONTRIBUTIONS)
  const satellites = satelliteAccounts.map(({ heading, ...rest }) => ({ ...rest, values: account(heading) }))

  const industries = figures.codes.map((code, i): Industry => {
    const known = classOf.get(code)
    if (known === undefined) throw sheet.error({ row: 0, column: 0 }, `industry ${code} is not one of the 59`)
    const { parts: _, ...facts } = known
    return {
      ...facts,
      output: output[i] ?? 0,
      employed: employed[i] ?? null,
      wages: wages[i] ?? null,
      labourCost: (wages[i] ?? 0) + (contributions[i] ?? 0),
      householdPurchases: figures.householdPurchases[i] ?? null,
      satellites: Object.fromEntries(satellites.map(({ name, scale, values }) => [name, (values[i] ?? 0) * scale])),
    }
  })
  const missing = classes.find(({ code }) => !figures.codes.includes(code))
  if (missing !== undefined) throw sheet.error({ row: 0, column: 0 }, `industry ${missing.code} is missing`)
  return {
    id: `scb-${year}-59`,
    title: `Symmetric input–output table of Sweden ${year}, 59 industries`,
    ...bothWorkbooks,
    edition,
    year,
    householdConsumption: figures.householdConsumption,
    industries,
    flows: figures.flows,
  }
}

function aggregatedTable(published: InputOutputTable, classes: readonly IndustryClass[]): InputOutputTable {
  const table = roundTable(aggregateIndustries(published, classes), decimals)
  return {
    ...table,
    id: `scb-${published.year}-44`,
    title: `Symmetric input–output table of Sweden ${published.year}, 44 industries`,
    publisher: 'Norrgraph',
    edition: `Norrgraph's aggregation of ${published.edition}`,
  }
}
