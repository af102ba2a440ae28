/** What stands before the figures of a sum. */
const sum =
  /^(?:[Σ∑]|(?:del|total|slut)?summa(?: totalt)?|summering|totalt?|totals?|grand total|sum(?: total)?|sub-?total|genomsnitt|medel(?:värde|tal)?|median|average|mean|(?:total(?:t|a)? )?antal(?: (?:företag|bolag|firmor|rader|poster|träffar|anställda))?|(?:total )?(?:number|no\.) of (?:firms|companies|rows|records))\s*[:=]?\s*[\d\s.,]*(?:st\.?|stycken|företag|bolag|rader)?$/iu

/** How a note begins that says where a list comes from or what a sign in it means. */
const note =
  /^(?:[*©]|(?:källa|källor|source|anm|anmärkning|not|notering|note|obs|uttag|utdrag|uttaget|skapad|exporterad|utskriven|created|exported|copyright)\b\s*(?:[:.]|\d{4}|den |från |av |from ))/iu

/**
 * What a row is that is about nothing: a blank one, a sum, a note, or the header once more. Null for all others. `needed` are the
 * places of the cells without which a row says nothing.
 */
export function notARow(cells: readonly string[], header: readonly string[], needed: readonly number[]): string | null {
  const first = cells.find((cell) => cell !== '')
  if (first === undefined) return 'blank rows'
  if (cells.every((cell, place) => cell === (header[place] ?? ''))) return 'the header once more'
  if (note.test(first) && cells.filter((cell) => cell !== '').length === 1) return 'notes'
  if (!sum.test(first)) return null
  const isNothing = (cell: string) =>
    cell === first || (/^[\d\s.,]*$/u.test(cell) && cell.replace(/\D/g, '').length < 8)
  return needed.every((place) => isNothing(cells[place] ?? '')) ? 'sums' : null
}
