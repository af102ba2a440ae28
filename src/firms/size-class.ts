/** The report's size classes. */
export type SizeClass = 'SMALL' | 'MEDIUM' | 'LARGE' | 'UNKNOWN'

/** Swedish kronor for a euro, rounded, as in 2020, the year of the report's turnover figures. */
const KRONOR_A_EURO = 10.5

/** The limits of the report's footnote 4: fewer employees than, and turnover in EUR million up to. */
const limits = [
  { sizeClass: 'SMALL', employees: 50, turnover: 10 },
  { sizeClass: 'MEDIUM', employees: 250, turnover: 50 },
] as const

/**
 * The size class by the report's footnote 4, from what is known of a firm; UNKNOWN where neither figure is.
 * @param turnover in SEK million.
 */
export function sizeClassOf(employees: number | null, turnover: number | null): SizeClass {
  if (employees === null && turnover === null) return 'UNKNOWN'
  const fitting = limits.find(
    (limit) => (employees ?? 0) < limit.employees && (turnover ?? 0) <= limit.turnover * KRONOR_A_EURO,
  )
  return fitting?.sizeClass ?? 'LARGE'
}
