import { join } from 'node:path'
import type { Edition } from '../../edition/edition.js'
import { RefusedError } from '../../kernel/refused-error.js'
import { type Industry, type InputOutputTable, tableFaults } from '../../spillover/model/table.js'
import { ImportError } from '../import-error.js'
import { aggregateIndustries, roundTable } from './aggregation.js'
import { type IndustryClass, readIndustryClasses } from './industry-classes.js'
import { readScbBlocks, type ScbFigures } from './scb-blocks.js'
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
 * Reads one year of Statistics Sweden's workbook as published. The 44 industries are added up from the 59 and rounded to
 * whole MSEK and persons; the 59 stay as the sheet has them.
 * @throws ImportError naming the sheet and cell; RefusedError where the region's folder says nothing of the workbook.
 */
export async function readScbWorkbook(
  file: string,
  year: number,
  industries: ScbIndustries,
  { folder, scbWorkbook }: Pick<Edition, 'folder' | 'scbWorkbook'>,
): Promise<InputOutputTable> {
  if (scbWorkbook === undefined) {
    throw new RefusedError('Nothing was imported: region.yaml says nothing of scbWorkbook.')
  }
  const { edition } = scbWorkbook
  const classes = join(folder, scbWorkbook.industries)
  const sheet = await readWorkbookSheet(file, String(year))
  const published = publishedTable(sheet, year, readScbBlocks(sheet), {
    edition,
    classes: await readIndustryClasses(classes, 'scb59'),
  })
  const table = industries === 59 ? published : aggregatedTable(published, await readIndustryClasses(classes, 'scb44'))
  const [fault] = tableFaults(table)
  if (fault === undefined) return table
  throw new ImportError(file, null, [`sheet ${year}`, fault.industry, fault.reason].filter(Boolean).join(': '))
}

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
    publisher: 'Statistics Sweden',
    edition,
    year,
    geography: 'SE',
    currencyUnit: 'MSEK',
    employmentUnit: 'persons',
    householdConsumption: figures.householdConsumption,
    householdIncome: null,
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
