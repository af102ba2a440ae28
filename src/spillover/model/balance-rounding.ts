/** Units that figures may be rounded to. */
const resolutions = [1, 0.1, 0.01, 0.001]
/** Of so many figures all may be rounded the same way. */
const FEW = 10

/**
 * Whether a sum can stand so far from another figure because all of them are rounded to whole units, or to whole tenths:
 * half a unit each where they are few, three and a half times the spread of as many rounded figures where they are many.
 * @param terms what the sum is made of.
 */
export function roundedApart(
  terms: readonly number[],
  { left, right }: { readonly left: number; readonly right: number },
): boolean {
  const rounded = [...terms, right].filter((value) => value !== 0)
  const unit = resolutions.find((each) => rounded.every((value) => isWhole(value / each)))
  if (unit === undefined) return false
  const spread = 3.5 * Math.sqrt(rounded.length / 12)
  const off = Math.max(Math.min(rounded.length, FEW) / 2, spread)
  return Math.abs(left - right) <= off * unit
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6
