import { groupOfSection } from '../../../classification/sector-group.js'
import type { Classification } from '../../../edition/classification.js'
import type { Industry, InputOutputTable } from '../../../spillover/model/table.js'
import { ImportError } from '../../import-error.js'
import { divisionsOfA64 } from '../a64-divisions.js'
import type { CountryCells, SuppliedRow, TakenColumn } from './country-cells.js'
import type { NamesOf } from './sector-names.js'

/** What is known of a table beside its cells. */
export interface TableFacts {
  readonly year: number
  /** As the publisher marks it, such as `24ed`; null where nothing tells. */
  readonly edition: string | null
}

/** The share of its output by which what an industry supplies and what it takes in may differ. */
const OFF = 0.001
/** And the amount, in the file's millions: its three thousand cells are each rounded. */
const ROUNDING = 1
/** An industry of less output, in millions, has none: this is what rounding leaves. */
const NOTHING = 0.005

/**
 * One country's table, industry by industry: flows within it, and as accounts of each industry what it imports, the taxes
 * it pays, its value added and what others than industries and households use of it. Output is a column's sum. Nobody's
 * employment is told, nor wages apart from what employers pay beside them.
 * @throws ImportError where rows and columns are not the same industries, one is no industry of the classification, an
 * account is missing, or what an industry supplies is not what it takes in.
 */
export function countryTable(
  file: string,
  cells: CountryCells,
  { year, edition }: TableFacts,
  meant: Classification,
  namesOf: NamesOf,
): InputOutputTable {
  const { country } = cells
  const refuse = (reason: string): ImportError => new ImportError(file, null, reason)
  const codes = [...cells.columns.keys()]
  const strange = [...codes, ...cells.rows.keys()].find((code) => !cells.rows.has(code) || !cells.columns.has(code))
  if (strange !== undefined) {
    const [has, lacks] = cells.rows.has(strange) ? ['row', 'column'] : ['column', 'row']
    throw refuse(`has a ${has} of ${country}_${strange} and no ${lacks}; is it whole?`)
  }
  const { missingAccount, consumption } = cells
  if (missingAccount !== null) throw refuse(`has no row W2_${missingAccount} for ${country}; is it whole?`)
  if (consumption === null) throw refuse(`has no column ${country}_P3_S14, what households consume`)

  const parts = codes.flatMap((code): readonly Part[] => {
    const [row, column] = [cells.rows.get(code), cells.columns.get(code)]
    return row && column ? [{ code, row, column }] : []
  })
  const off = parts.find(({ row, column }) => {
    return Math.abs(row.all - column.all) > Math.max(ROUNDING, OFF * Math.max(row.all, column.all))
  })
  if (off !== undefined) {
    throw refuse(
      `${country}_${off.code} supplies ${off.row.all.toFixed(1)} to all uses and takes in ${off.column.all.toFixed(1)} ` +
        'with value added; both are its output, and differ by more than rounding',
    )
  }
  const industries = parts.map((part): Industry => {
    const divisions = divisionsOfA64(part.code, meant.codes)
    if (divisions.length === 0) throw refuse(`${country}_${part.code} is no industry of ${meant.name}`)
    return industryOf(part, divisions, namesOf)
  })
  const isIdle = industries.map(({ output }) => output === 0)
  return {
    id: ['figaro', edition, String(year), country.toLowerCase()].filter((part) => part !== null).join('-'),
    title: `FIGARO input–output table of ${country} ${year}, ${industries.length} industries`,
    publisher: 'Eurostat',
    edition: `FIGARO, EU inter-country input–output tables, industry by industry, edition ${edition ?? 'not told'}; one country of it`,
    year,
    geography: country,
    currencyUnit: 'MEUR',
    employmentUnit: 'persons',
    householdConsumption: consumption,
    householdIncome: null,
    industries,
    flows: parts.map(({ row }, i) => codes.map((code, j) => (isIdle[i] || isIdle[j] ? 0 : (row.flows.get(code) ?? 0)))),
  }
}

interface Part {
  readonly code: string
  readonly row: SuppliedRow
  readonly column: TakenColumn
}

function industryOf({ code, row, column }: Part, sni: readonly string[], namesOf: NamesOf): Industry {
  const account = (name: string): number => column.accounts.get(name) ?? 0
  const section = code.slice(0, 1)
  const valueAdded = account('D1') + account('D29X39') + account('B2A3G')
  const households = row.households ?? 0
  const supplied = [...row.flows.values()].reduce((sum, flow) => sum + flow, 0)
  return {
    code,
    ...namesOf(code, sni),
    section,
    output: Math.abs(column.all) < NOTHING ? 0 : column.all,
    employed: null,
    wages: null,
    labourCost: account('D1'),
    householdPurchases: Math.abs(households) < NOTHING ? 0 : households,
    group: groupOfSection(section),
    scope: null,
    sni,
    imputedRent: false,
    satellites: {
      intermediateConsumption: column.all - valueAdded,
      valueAdded,
      imports: column.imports,
      netProductTaxes: account('D21X31'),
      otherNetProductionTaxes: account('D29X39'),
      grossOperatingSurplus: account('B2A3G'),
      otherFinalUse: row.all - supplied - households,
    },
  }
}
