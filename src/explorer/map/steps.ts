/** A step of a map's colours: whole numbers of one size, ends included. */
export interface Step {
  readonly from: number
  readonly to: number
}

/** The most steps that a reader tells apart. */
const MOST = 5

/**
 * The steps that values fall in, about as many values in each, with round ends. Nothing has no step: it is the land's colour.
 * @param values whole numbers, zero or more.
 */
export function stepsOf(values: readonly number[]): Step[] {
  const positive = values.filter((value) => value > 0).toSorted((left, right) => left - right)
  const largest = positive.at(-1)
  if (largest === undefined) return []
  const starts = Array.from({ length: MOST }, (_, index) => {
    const quantile = positive[Math.floor((index * positive.length) / MOST)] ?? 1
    return index === 0 ? 1 : rounded(quantile)
  })
  const distinct = [...new Set(starts)].filter((start) => start <= largest)
  return distinct
    .map((from, index) => ({ from, to: (distinct[index + 1] ?? largest + 1) - 1 }))
    .filter(({ from, to }) => positive.some((value) => value >= from && value <= to))
}

/** A whole number with one digit that counts, or the half beside it: 10, 15, 20 … 100, 150. */
function rounded(value: number): number {
  if (value < 10) return Math.round(value)
  const half = 10 ** Math.floor(Math.log10(value)) / 2
  return Math.floor(value / half) * half
}
