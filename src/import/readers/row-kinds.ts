/** What stands before the figures of a sum. */
const sum =
  /^(?:(?:del|total|slut)?summa|summering|totalt?|totals?|grand total|sum|sub-?total|genomsnitt|medel(?:värde|tal)?|median|average|mean|antal(?: (?:företag|bolag|rader|poster|träffar))?|(?:number of|no\. of) (?:firms|companies|rows|records))\s*[:=]?\s*[\d\s.,]*(?:st\.?|stycken|företag|bolag|rader)?$/iu

/**
 * What a row is that is about nothing: a blank one, a sum, or the header once more. Null for all others. `needed` are the
 * places of the cells without which a row says nothing.
 */
export function notARow(cells: readonly string[], header: readonly string[], needed: readonly number[]): string | null {
  const first = cells.find((cell) => cell !== '')
  if (first === undefined) return 'blank rows'
  if (cells.every((cell, place) => cell === (header[place] ?? ''))) return 'the header once more'
  if (!sum.test(first)) return null
  const isNothing = (cell: string) =>
    cell === first || (/^[\d\s.,]*$/u.test(cell) && cell.replace(/\D/g, '').length < 8)
  return needed.every((place) => isNothing(cells[place] ?? '')) ? 'sums' : null
}
