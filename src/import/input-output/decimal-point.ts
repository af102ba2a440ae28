const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

/** A number with a decimal point; null where the text is none. */
export function numberIn(text: string): number | null {
  const value = decimal.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(value) ? value : null
}

/** What is said of a text that is no number. */
export const noNumber = (text: string): string =>
  `"${text}", which is no number${/^[+-]?\d[\d ]*,\d+$/.test(text) ? ': a decimal point is asked for, not a comma' : ''}`
