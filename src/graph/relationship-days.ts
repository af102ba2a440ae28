/** Where the first and the last day of a relationship stand; a firm's supplies have names of their own for them. */
const firstDay = (edge: string): string => `${edge}.validFrom, ${edge}.since`
const lastDay = (edge: string): string => `${edge}.validTo, ${edge}.until`

/** The first day of a relationship, null where that is not known. */
export const firstDayOf = (edge: string): string => `coalesce(${firstDay(edge)})`

/** The last day of a relationship, null where that is not known. */
export const lastDayOf = (edge: string): string => `coalesce(${lastDay(edge)})`

/** Whether an entity is there on a day; one whose end is not known always is. */
export const isThereOn = (node: string, day: string): string => `coalesce(${node}.endsOn, ${day}) >= ${day}`

/** Whether a relationship holds on a day; one without dates always does. */
export const holdsOn = (edge: string, day: string): string =>
  `coalesce(${firstDay(edge)}, ${day}) <= ${day} AND coalesce(${lastDay(edge)}, ${day}) >= ${day}`
