/** The ten digits with the last one such that the check holds: every other digit doubled, digits summed to a multiple of ten. */
export function withCheckDigit(nineDigits: string): string {
  return `${nineDigits}${(10 - (checkSum(nineDigits) % 10)) % 10}`
}

/** Whether the last of ten digits is the one that fits the nine before it. */
export const hasCheckDigit = (digits: string): boolean => withCheckDigit(digits.slice(0, 9)) === digits

function checkSum(digits: string): number {
  return Array.from(digits, Number).reduce((sum, digit, index) => {
    const weighted = index % 2 === 0 ? 2 * digit : digit
    return sum + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
}
