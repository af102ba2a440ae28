const isDigit = (codePoint: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(codePoint))

/** 0–9 for a digit of any script. Each script has its ten in order, and a run of digits begins with a nought. */
function digitValue(letter: string): number {
  const own = letter.codePointAt(0) ?? 0
  let first = own
  while (isDigit(first - 1)) first -= 1
  return (own - first) % 10
}

/** A text with the digits of every script as 0–9. */
export const withPlainDigits = (text: string): string =>
  text.replace(/(?![0-9])\p{Nd}/gu, (letter) => String(digitValue(letter)))
