export const sizeClasses = ['SMALL', 'MEDIUM', 'LARGE', 'UNKNOWN'] as const
/** The report's classes of firms by size. */
export type SizeClass = (typeof sizeClasses)[number]

/** The node of a size class, which actors and initiatives name. */
export const sizeClassId = (size: SizeClass): string => `size-class:${size.toLowerCase()}`

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

/** Between which bounds a source states a firm's employees; `to` is null where it has no end. */
export interface EmployeeBounds {
  readonly from: number
  readonly to: number | null
}

/** The size class where both bounds make the same one with the turnover; UNKNOWN where they do not. */
export function sizeClassWithin({ from, to }: EmployeeBounds, turnover: number | null): SizeClass {
  const least = sizeClassOf(from, turnover)
  return least === sizeClassOf(to ?? Number.POSITIVE_INFINITY, turnover) ? least : 'UNKNOWN'
}

/** The size class of a firm's node as a Cypher expression: what is stated, else by the same rule from its figures. */
export function sizeClassIn(firm: string): string {
  const byFigures = limits.map(
    ({ sizeClass, employees, turnover }) =>
      `WHEN coalesce(${firm}.employees, 0) < ${employees} AND coalesce(${firm}.turnover, 0) <= ${turnover * KRONOR_A_EURO} THEN '${sizeClass}'`,
  )
  return `CASE
    WHEN coalesce(${firm}.sizeClass, 'UNKNOWN') <> 'UNKNOWN' THEN ${firm}.sizeClass
    WHEN ${firm}.employees IS NULL AND ${firm}.turnover IS NULL THEN 'UNKNOWN'
    ${byFigures.join('\n    ')}
    ELSE 'LARGE' END`
}
