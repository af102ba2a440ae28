/** Units that figures may be rounded to. */
const resolutions = [1, 0.1, 0.01, 0.001]
/** Of so many figures all may be rounded the same way. */
const FEW = 10
/** Units below which a figure can be off by much of itself. */
const SMALLEST = 8
/** Units for each figure of a sum: of fewer in all than that, their rounding shows beside a thousandth of it. */
const COARSE = 100

/**
 * Whether a sum can stand so far from another figure because all of them are rounded to whole units, or to whole tenths:
 * half a unit each where they are few, three and a half times the spread of as many rounded figures where they are many.
 * Among nothing but small whole figures those of nothing may be rounded, too.
 * @param terms what the sum is made of.
 * @param isSmall whether what the sum is held against is little of the whole table. Of what is not, rounding explains
 * something only where it is of few units: a table in billions.
 */
export function roundedApart(
  terms: readonly number[],
  { left, right }: { readonly left: number; readonly right: number },
  isSmall: boolean,
): boolean {
  const figures = [...terms, right]
  const rounded = figures.filter((value) => value !== 0)
  const unit = resolutions.find((each) => rounded.every((value) => isWhole(value / each)))
  if (unit === undefined) return false
  const isCoarse = right < COARSE * figures.length * unit
  if (!isSmall && !isCoarse) return false
  const { length } = isCoarse ? figures : rounded
  const spread = 3.5 * Math.sqrt(length / 12)
  // A few figures that are large in the table are off by more than one unit once in a hundred: that is an error sooner, but for
  // figures of a few units, which an industry that buys alike of all can have rounded the same way.
  const ofSmallest = figures.filter((value) => Math.abs(value) < SMALLEST * unit).length
  const off = length >= FEW ? Math.max(FEW / 2, spread) : isSmall ? Math.max(length / 2, spread) : 1 + ofSmallest / 2
  return Math.abs(left - right) <= off * unit
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6
