export const sizeClasses = ['SMALL', 'MEDIUM', 'LARGE', 'UNKNOWN'] as const
/** Classes of firms by size. */
export type SizeClass = (typeof sizeClasses)[number]

/** Sizes of SMEs: a firm is taken for one unless it is known to be large, since registers do not tell the size of most. */
export const smeSizes: readonly SizeClass[] = sizeClasses.filter((size) => size !== 'LARGE')

/** The node of a size class, which actors and initiatives name. */
export const sizeClassId = (size: SizeClass): string => `size-class:${size.toLowerCase()}`

/** The limits of the smaller classes, the smaller first: fewer employees than, and turnover in SEK million up to. */
export type SizeRule = readonly {
  readonly sizeClass: 'SMALL' | 'MEDIUM'
  readonly employees: number
  readonly turnover: number
}[]

/**
 * The size class by a region's rule, from what is known of a firm; UNKNOWN where neither figure is.
 * @param turnover in SEK million.
 */
export function sizeClassOf(rule: SizeRule, employees: number | null, turnover: number | null): SizeClass {
  if (employees === null && turnover === null) return 'UNKNOWN'
  const fitting = rule.find((limit) => (employees ?? 0) < limit.employees && (turnover ?? 0) <= limit.turnover)
  return fitting?.sizeClass ?? 'LARGE'
}

/** Between which bounds a source states a firm's employees; `to` is null where it has no end. */
export interface EmployeeBounds {
  readonly from: number
  readonly to: number | null
}

/** The size class where both bounds make the same one with the turnover; UNKNOWN where they do not. */
export function sizeClassWithin(rule: SizeRule, { from, to }: EmployeeBounds, turnover: number | null): SizeClass {
  const least = sizeClassOf(rule, from, turnover)
  return least === sizeClassOf(rule, to ?? Number.POSITIVE_INFINITY, turnover) ? least : 'UNKNOWN'
}

/** The size class of a firm's node as a Cypher expression: what is stated, else by the same rule from its figures. */
export function sizeClassIn(rule: SizeRule, firm: string): string {
  const byFigures = rule.map(
    ({ sizeClass, employees, turnover }) =>
      `WHEN coalesce(${firm}.employees, 0) < ${employees} AND coalesce(${firm}.turnover, 0) <= ${turnover} THEN '${sizeClass}'`,
  )
  return `CASE
    WHEN coalesce(${firm}.sizeClass, 'UNKNOWN') <> 'UNKNOWN' THEN ${firm}.sizeClass
    WHEN ${firm}.employees IS NULL AND ${firm}.turnover IS NULL THEN 'UNKNOWN'
    ${byFigures.join('\n    ')}
    ELSE 'LARGE' END`
}
