import { holdsOn } from '../relationship-days.js'
import type { FieldContext } from './fields.js'

/**
 * Which relationships a list shows that takes `holding` and `asOf`: all, unless it is asked by one of them which hold
 * on a day. Supplies are listed so, unlike what an actor offers: the list tells their dates, and those that are over
 * are what a supplier can show.
 */
export function heldAsAsked(edge: string, { args, asOf, bind }: FieldContext): string[] {
  const holding = args.holding ?? (typeof args.asOf === 'string' ? true : null)
  if (holding === null) return []
  const holds = `(${holdsOn(edge, bind(asOf))})`
  return [holding ? holds : `NOT ${holds}`]
}
