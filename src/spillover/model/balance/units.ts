import type { InBoth } from '../../../language/language.js'
import type { InputOutputTable } from '../table.js'
import type { Account, BalanceAccounts, FlowSums } from './accounts.js'
import { digits, faultOf, type Judged } from './faults.js'

/**
 * Two amounts of a table that are never a thousandfold apart where both are in the same unit. Quotients of real tables lie
 * between 0.02 and 2; a thousand times more or less is another unit.
 */
interface InOneUnit {
  readonly part: Account | number
  readonly whole: Account | number
  readonly words: InBoth
  /** Whether a table with too small a part is refused: what is small may be so of itself. */
  readonly isRefusedBelow: boolean
}

const MOST = 20
const LEAST = 0.002
/** Of how much of all output the figures have to be stated. */
const STATED = 0.5

/** Amounts in other units than the amounts that they are a part of. */
export function unitsOff(table: InputOutputTable, accounts: BalanceAccounts, sums: FlowSums): Judged[] {
  const { output, labourCost, wages, purchases, valueAdded, imports } = accounts
  const inWhole = (Sv: string, En: string, part: Account, whole: Account, isRefusedBelow: boolean): InOneUnit => ({
    ...{ part, whole, isRefusedBelow },
    words: { Sv, En },
  })
  const compared: readonly InOneUnit[] = [
    {
      part: purchases,
      whole: table.householdConsumption ?? [],
      words: { Sv: 'hushållens köp mot householdConsumption', En: 'household purchases against householdConsumption' },
      isRefusedBelow: true,
    },
    inWhole('lönerna mot arbetskraftskostnaden', 'wages against labour cost', wages, labourCost, true),
    inWhole('lönerna mot produktionen', 'wages against output', wages, output, true),
    inWhole('arbetskraftskostnaden mot produktionen', 'labour cost against output', labourCost, output, true),
    inWhole('förädlingsvärdet mot produktionen', 'value added against output', valueAdded, output, true),
    inWhole('importen mot produktionen', 'imports against output', imports, output, false),
    inWhole('hushållens köp mot produktionen', 'household purchases against output', purchases, output, false),
    inWhole('flödena mot produktionen', 'flows against output', Array.from(sums.columns), output, false),
    {
      part: table.householdConsumption ?? [],
      whole: output,
      words: { Sv: 'householdConsumption mot produktionen', En: 'householdConsumption against output' },
      isRefusedBelow: false,
    },
  ]
  const off = compared.flatMap((each) => unitOff(each, output))
  const worst = off.find(({ isRefused }) => isRefused) ?? off[0]
  return [...(worst === undefined ? [] : [worst]), ...employedInThousands(table, accounts)]
}

function unitOff({ part, whole, words, isRefusedBelow }: InOneUnit, output: readonly number[]): Judged[] {
  const both = totalsOf(part, whole, output)
  if (both === null) return []
  const [left, right] = both
  const quotient = left / right
  // Of most industries, too: one that is wrong by itself is told as that.
  const isOff = (each: number): boolean => each > MOST || each < LEAST
  if (!(left > 0 && right > 0) || !isOff(quotient) || !isOff(median(quotientsOf(part, whole)) ?? quotient)) return []
  const of = { identity: 'UNITS', industry: null, at: 'FIGURES', left, right } as const
  const fault = faultOf(of, (language) => {
    const [figure, other] = [digits(language, left), digits(language, right)]
    const times = digits(language, Number(quotient.toPrecision(4)))
    return language === 'Sv'
      ? `${words.Sv}: sammanlagt ${figure} mot ${other}, kvoten är ${times}; de verkar stå i olika enheter (tusental, miljoner, miljarder)`
      : `${words.En}: ${figure} against ${other} in all, the quotient is ${times}; they seem to be in different units (thousands, millions, billions)`
  })
  return [{ fault, isRefused: quotient > MOST || isRefusedBelow }]
}

/** Of each industry that states both, where both are lists and above nothing. */
function quotientsOf(part: Account | number, whole: Account | number): readonly number[] {
  if (typeof part === 'number' || typeof whole === 'number') return []
  return part.flatMap((value, i) => {
    const other = whole[i] ?? 0
    return value !== null && value > 0 && other > 0 ? [value / other] : []
  })
}

const median = (values: readonly number[]): number | null =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? null

/** Both over the industries that state both; null where those are little of the table. */
function totalsOf(
  part: Account | number,
  whole: Account | number,
  output: readonly number[],
): readonly [number, number] | null {
  const at = (of: Account | number, i: number): number | null => (typeof of === 'number' ? null : (of[i] ?? null))
  let [left, right, covered, all] = [0, 0, 0, 0]
  for (const [i, made] of output.entries()) {
    const [a, b] = [at(part, i), at(whole, i)]
    all += made
    if ((typeof part !== 'number' && a === null) || (typeof whole !== 'number' && b === null)) continue
    left += a ?? 0
    right += b ?? 0
    covered += made
  }
  if (covered < STATED * all) return null
  return [typeof part === 'number' ? part : left, typeof whole === 'number' ? whole : right]
}

/** Hours that nobody works in a year. */
const MOST_HOURS = 20_000
/** Millions that nobody earns in a year, in any currency whose tables are counted in millions of thousands of people. */
const MOST_EARNED = 20
/** The most that are employed where wages of millions each are taken for thousands of people. */
const FEW_EMPLOYED = 200_000
/** The least that are employed in all where they are counted in whole thousands. */
const LEAST_IN_WHOLES = 1_000

/** Employed that seem to be counted in thousands, though the unit does not say so. */
function employedInThousands({ employmentUnit, currencyUnit }: InputOutputTable, accounts: BalanceAccounts): Judged[] {
  if (/thousand|tusen|\bk\b|000|^k/i.test(employmentUnit)) return []
  const { employed, hours, wages, labourCost, output } = accounts
  const worked = totalsOf(hours, employed, output)
  const earned = totalsOf(labourCost, employed, output) ?? totalsOf(wages, employed, output)
  const isInMillions = /^m|million|miljon|[a-z]m$/i.test(currencyUnit.trim())
  const tooMuch =
    worked !== null && worked[0] > MOST_HOURS * worked[1]
      ? { both: worked, words: { Sv: 'arbetade timmar', En: 'hours worked' } }
      : isInMillions && earned !== null && earned[1] < FEW_EMPLOYED && earned[0] > MOST_EARNED * earned[1]
        ? { both: earned, words: { Sv: 'löner', En: 'wages' } }
        : null
  if (tooMuch === null || tooMuch.both[1] === 0) return []
  const [left, right] = tooMuch.both
  // A handful of people in a made-up table; thousands so few would be told to a decimal.
  if (right < LEAST_IN_WHOLES && employed.every((value) => Number.isInteger(value ?? 0))) return []
  const of = { identity: 'UNITS', industry: null, at: 'FIGURES', left, right } as const
  const fault = faultOf(of, (language) => {
    const each = digits(language, Number((left / right).toPrecision(4)))
    return language === 'Sv'
      ? `sysselsatta (${digits(language, right)} ${employmentUnit}) verkar vara räknade i tusental: ${tooMuch.words.Sv} per sysselsatt är ${each}`
      : `employed (${digits(language, right)} ${employmentUnit}) seem to be counted in thousands: ${tooMuch.words.En} for each of them are ${each}`
  })
  return [{ fault, isRefused: false }]
}

/** Years that are no year of a table: of the rules that it follows, and of prices. */
const otherYears =
  /(ESA|SNA|SNI|NACE|NAICS|ISIC|CPA|CPC|BPM|ENS)\W{0,2}(rev\W*)?\d{4}|\d{4}\s*(års\s*)?(prices|priser)|prices of \d{4}/gi
const yearsIn = (text: string): readonly number[] =>
  [...text.replace(otherYears, ' ').matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([year]) => Number(year))

/** A title or an id that names other years than the table is said to be of. */
export function yearsOff({ id, title, year }: InputOutputTable): Judged[] {
  return [
    { name: 'id', text: id },
    { name: 'title', text: title },
  ].flatMap(({ name, text }): Judged[] => {
    const named = yearsIn(text)
    const [first] = named
    if (first === undefined || (Math.min(...named) <= year && year <= Math.max(...named))) return []
    const fault = faultOf({ identity: 'YEARS', industry: null, at: 'FACTS', left: first, right: year }, (language) =>
      language === 'Sv'
        ? `${name} (”${text}”) nämner ${first}, men year är ${year}`
        : `${name} (“${text}”) names ${first}, but year is ${year}`,
    )
    return [{ fault, isRefused: false }]
  })
}
