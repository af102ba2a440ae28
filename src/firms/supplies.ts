import type { FieldContext } from '../graph/compose/fields.js'
import { holdsOn } from '../graph/relationship-days.js'

/** The currency of what a supply is worth: Swedish kronor where its page names none; null where there is no value. */
export const currencyOf = (supplies: string): string =>
  `CASE WHEN ${supplies}.value IS NULL THEN null ELSE coalesce(${supplies}.currency, 'SEK') END`

/**
 * Which of a firm's or venture's supplies are listed. Unlike what an actor offers, all are where no day is asked for:
 * a list of a firm's own supplies tells its dates, and those that are over are what it can show.
 */
export function suppliesAsked(supplies: string, { args, asOf, bind }: FieldContext): string[] {
  const holding = args.holding ?? (typeof args.asOf === 'string' ? true : null)
  if (holding === null) return []
  const holds = `(${holdsOn(supplies, bind(asOf))})`
  return [holding ? holds : `NOT ${holds}`]
}
