import { grouped } from '../../kernel/grouped.js'
import { sum } from '../../kernel/sum.js'
import { sectionsOfGroup } from '../../spillover/model/regional-employment.js'
import { ImportError } from '../import-error.js'

/** A row of a file of employment: how many are employed in a group, here (in the county, else the region) and in the nation. */
export interface EmployedRow {
  readonly line: number
  readonly group: string
  /** Code of the county; null where the row is of the region as a whole. */
  readonly county: string | null
  readonly here: number
  readonly nation: number
}

/** Sums of figures with decimals may differ by so much of them. */
const ROUNDING = 1e-9

/** What is wrong between the rows of a file of employment, each of which can be read by itself. */
export function balanceFaults(file: string, rows: readonly EmployedRow[]): ImportError[] {
  const fault = (line: number | null, reason: string) => new ImportError(file, line, reason)
  const faults: ImportError[] = []
  const [first] = rows
  const mixed = rows.find(({ county }) => (county === null) !== (first?.county === null))
  if (first && mixed) {
    const [one, other] = [first, mixed].map(({ county }) => (county === null ? 'no county' : 'a county'))
    return [fault(mixed.line, `names ${other}, and line ${first.line} ${one}: rows are of counties, or of the region`)]
  }
  const before = new Map<string, EmployedRow>()
  const told = new Map<string, EmployedRow>()
  for (const row of rows) {
    const { line, group, county, nation } = row
    const name = JSON.stringify([group, county])
    const [same, first] = [before.get(name), told.get(group)]
    const of = county === null ? group : `${group} in county ${county}`
    if (same) faults.push(fault(line, `group ${of} is repeated; line ${same.line} has it too`))
    if (first && first.nation !== nation) {
      faults.push(fault(line, `nation is ${nation} of group ${group}; on line ${first.line} it is ${first.nation}`))
    }
    before.set(name, row)
    told.set(group, first ?? row)
  }
  if (faults.length > 0) return faults
  return [...gaps(rows, fault), ...sumFaults(rows, fault)]
}

type Fault = (line: number | null, reason: string) => ImportError

/** Groups that some county has no row of. */
function gaps(rows: readonly EmployedRow[], fault: Fault): ImportError[] {
  const groups = new Set(rows.map(({ group }) => group))
  return [...grouped(rows, ({ county }) => county)].flatMap(([county, own]) => {
    const there = new Set(own.map(({ group }) => group))
    const missing = [...groups].filter((group) => !there.has(group))
    return missing.length > 0
      ? [fault(own[0]?.line ?? null, `county ${county} has no row of ${missing.join(', ')}, which others have`)]
      : []
  })
}

function sumFaults(rows: readonly EmployedRow[], fault: Fault): ImportError[] {
  const faults: ImportError[] = []
  for (const [group, own] of grouped(rows, (row) => row.group)) {
    const here = sum(own.map((row) => row.here))
    const nation = own[0]?.nation ?? 0
    if (here > nation * (1 + ROUNDING)) {
      const line = own.at(-1)?.line ?? null
      faults.push(fault(line, `counties have ${here} in group ${group}, more than the nation's ${nation}`))
    }
  }
  faults.push(...totals(rows, fault))
  for (const [place, all] of [
    ['region', rows.map(({ here }) => here)],
    ['nation', rows.map(({ nation }) => nation)],
  ] as const) {
    if (faults.length === 0 && !(sum(all) > 0)) faults.push(fault(null, `nobody is employed in the ${place}`))
  }
  return faults
}

/** Of fewer groups one of sections may be all others together by chance. */
const ENOUGH = 5

/** A group that is all others together, here and in the nation: a total that was left among them. */
function totals(rows: readonly EmployedRow[], fault: Fault): ImportError[] {
  const groups = [...grouped(rows, ({ group }) => group)].map(([group, own]) => ({
    ...{ group, line: own[0]?.line ?? null, nation: own[0]?.nation ?? 0, here: sum(own.map((row) => row.here)) },
  }))
  if (groups.length < 3) return []
  const all = { nation: sum(groups.map(({ nation }) => nation)), here: sum(groups.map(({ here }) => here)) }
  const isHalf = (part: number, whole: number) => Math.abs(2 * part - whole) <= whole * ROUNDING
  return groups
    .filter(({ nation, here }) => nation > 0 && isHalf(nation, all.nation) && isHalf(here, all.here))
    .filter(({ group }) => groups.length >= ENOUGH || sectionsOfGroup(group)?.length !== 1)
    .map(({ group, line }) => fault(line, `group ${group} is the sum of all others: leave the total out`))
}
