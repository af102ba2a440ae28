import { sectorGroups } from '../../classification/sector-group.js'
import type { Classification, Classified } from '../../edition/classification.js'
import { type Industry, industryColumns, reservedSatelliteNames, scopes } from '../../spillover/model/table.js'
import { enteringText, textFaults } from '../../text/entering-text.js'
import { ImportError } from '../import-error.js'
import { type TableRow, tableRows } from '../readers/table-rows.js'
import { hasDecimalComma, isPartedByDecimals, noNumber, numberIn, partedByDecimals } from './decimal-point.js'

/** An industry and the line that states it. */
export interface IndustryLine {
  readonly industry: Industry
  readonly line: number
}

type Column = (typeof industryColumns)[number]

const optionalColumns: readonly Column[] = ['sni', 'imputedRent']

/**
 * Reads `industries.csv`; columns in any order, further ones are satellite accounts. Only the code and the output of an
 * industry have to be stated.
 * @param faults what is wrong with rows is added to it; their industries are still among those that come back.
 * @throws ImportError where the file cannot be made out at all.
 */
export async function readIndustries(
  file: string,
  { classifications: [meant] }: Classified,
  faults: ImportError[],
): Promise<readonly IndustryLine[]> {
  let header: readonly string[] | null = null
  const lines = new Map<string, IndustryLine>()
  for await (const row of tableRows(file)) {
    if (header === null) {
      header = checkHeader(file, row)
      continue
    }
    const industry = readIndustry(file, row, header, meant, faults)
    const before = lines.get(industry.code)
    if (before === undefined) lines.set(industry.code, { industry, line: row.line })
    else
      faults.push(new ImportError(file, row.line, `code ${industry.code} is repeated; line ${before.line} has it too`))
  }
  if (lines.size === 0) throw new ImportError(file, null, 'has no industries')
  return [...lines.values()]
}

function checkHeader(file: string, { line, cells }: TableRow): readonly string[] {
  const repeated = cells.find((name, index) => cells.indexOf(name) !== index)
  if (repeated !== undefined) throw new ImportError(file, line, `column "${repeated}" is repeated`)
  const missing = industryColumns.find((name) => !cells.includes(name) && !optionalColumns.includes(name))
  if (missing !== undefined) throw new ImportError(file, line, `column "${missing}" is missing`)
  const unnamed = cells.indexOf('')
  if (unnamed >= 0) throw new ImportError(file, line, `column ${unnamed + 1} has no name`)
  const reserved = satellitesOf(cells).find((name) => reservedSatelliteNames.includes(name))
  if (reserved !== undefined) throw new ImportError(file, line, `column "${reserved}" has a name that is taken`)
  return cells
}

const satellitesOf = (header: readonly string[]): readonly string[] => {
  const known = new Set<string>(industryColumns)
  return header.filter((name) => !known.has(name))
}

function readIndustry(
  file: string,
  { line, cells }: TableRow,
  header: readonly string[],
  meant: Classification,
  faults: ImportError[],
): Industry {
  const isWhole = cells.length === header.length
  // The whole file is like that: it is told once.
  if (isPartedByDecimals(cells, header.length)) {
    throw new ImportError(file, line, partedByDecimals(cells.length, header.length))
  }
  if (!isWhole) {
    faults.push(new ImportError(file, line, `has ${cells.length} columns; the header has ${header.length}`))
  }
  const refuse = (reason: string): null => {
    if (isWhole) faults.push(new ImportError(file, line, reason))
    return null
  }
  const cell = (column: string): string | null => cells[header.indexOf(column)] || null
  const named = (column: Column): string | null => {
    const entering = enteringText(cell(column) ?? '')
    return 'fault' in entering ? refuse(`${column} ${textFaults[entering.fault]}`) : entering.text || null
  }
  const number = (column: string): number | null => {
    const text = cell(column)
    if (text === null) return null
    if (hasDecimalComma(text)) throw new ImportError(file, line, `${column} is ${noNumber(text)}`)
    return numberIn(text) ?? refuse(`${column} is ${noNumber(text)}`)
  }
  const oneOf = <Value extends string>(column: Column, values: readonly Value[]): Value | null => {
    const text = cell(column)
    if (text === null) return null
    return values.find((value) => value === text) ?? refuse(`${column} is "${text}"; it is one of ${values.join(', ')}`)
  }
  const division = (text: string): string | null =>
    meant.codes.division(text) ?? refuse(`sni holds "${text}", which is no division of ${meant.name}`)

  return {
    code: named('code') ?? refuse('code is empty') ?? '',
    name: named('name'),
    nameSv: named('nameSv'),
    section: oneOf('section', meant.codes.letters),
    output: (cell('output') === null ? refuse(withoutOutput) : number('output')) ?? 0,
    employed: number('employed'),
    wages: number('wages'),
    labourCost: number('labourCost'),
    householdPurchases: number('householdPurchases'),
    group: oneOf('group', sectorGroups),
    scope: oneOf('scope', scopes),
    sni: [
      ...new Set(
        (cell('sni') ?? '')
          .split(/\s+/)
          .filter(Boolean)
          .flatMap((each) => division(each) ?? []),
      ),
    ].toSorted(byNumber),
    imputedRent: oneOf('imputedRent', ['0', '1']) === '1',
    satellites: Object.fromEntries(satellitesOf(header).map((name) => [name, number(name)])),
  }
}

const withoutOutput = 'output is empty; without it the industry has no coefficients'

const byNumber = (left: string, right: string): number => Number(left.slice(1)) - Number(right.slice(1))
