import { z } from 'zod'
import type { Properties } from '../../graph/elements.js'

export type DatePrecision = 'DAY' | 'MONTH' | 'YEAR'

/** A date as exact as its source gives it. */
export interface PartialDate {
  /** First day it can mean, ISO. */
  readonly firstDay: string
  /** Last day it can mean, ISO. */
  readonly lastDay: string
  readonly precision: DatePrecision
  /** As it was written. */
  readonly text: string
}

/** Of four digits: before the year 1000, and from 10000 on, days are written in other ways. */
const written = /^(?!9999\/)(?<year>[1-9]\d{3})(?:\/(?<lastYear>\d{2})|-(?<month>\d{2})(?:-(?<day>\d{2}))?)?$/

const isoDay = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)

/**
 * Reads `2022`, `2022-10`, `2022-10-27` or two years that follow each other, `2026/27`.
 * Undefined for anything else, also for a day that no calendar has.
 */
export function readPartialDate(text: string): PartialDate | undefined {
  const parts = written.exec(text)?.groups
  if (parts === undefined) return undefined
  const year = Number(parts.year)
  if (parts.lastYear !== undefined) {
    if (Number(parts.lastYear) !== (year + 1) % 100) return undefined
    return { firstDay: isoDay(year, 1, 1), lastDay: isoDay(year + 1, 12, 31), precision: 'YEAR', text }
  }
  if (parts.month === undefined) {
    return { firstDay: isoDay(year, 1, 1), lastDay: isoDay(year, 12, 31), precision: 'YEAR', text }
  }
  const month = Number(parts.month)
  if (month < 1 || month > 12) return undefined
  if (parts.day === undefined) {
    return { firstDay: isoDay(year, month, 1), lastDay: isoDay(year, month + 1, 0), precision: 'MONTH', text }
  }
  const day = isoDay(year, month, Number(parts.day))
  return day === text ? { firstDay: day, lastDay: day, precision: 'DAY', text } : undefined
}

/** A date in a seed file; a year may be written without quotes. */
export const partialDate = z.union([z.string(), z.int()]).transform((value, context): PartialDate => {
  const date = readPartialDate(String(value))
  if (date !== undefined) return date
  context.addIssue({ code: 'custom', message: `"${value}" is not a year, a month, a day or two years such as 2026/27` })
  return z.NEVER
})

/** How a span of time stands in a seed file. The texts are the source's words, where the dates do not say them. */
export const spanShape = {
  from: partialDate.optional(),
  to: partialDate.optional(),
  fromText: z.string().min(1).optional(),
  toText: z.string().min(1).optional(),
}

interface Span {
  readonly from?: PartialDate | undefined
  readonly to?: PartialDate | undefined
  readonly fromText?: string | undefined
  readonly toText?: string | undefined
}

/** Whether a span does not end before it can have begun. */
export const isInOrder = ({ from, to }: Span): boolean =>
  from === undefined || to === undefined || from.firstDay <= to.lastDay

/** What is said of a span that is not. */
export const backwards = { message: 'ends before it begins', path: ['to'] }

/**
 * The properties of a span: `from`, `to` (first day each can mean), their precision and the source's words; and for
 * comparison `startsOn` (first day the begin can mean) and `endsOn` (last day the end can mean).
 */
export function spanProperties({ from, to, fromText, toText }: Span): Properties {
  return {
    ...(from && {
      from: from.firstDay,
      fromPrecision: from.precision,
      fromText: fromText ?? from.text,
      startsOn: from.firstDay,
    }),
    ...(to && { to: to.firstDay, toPrecision: to.precision, toText: toText ?? to.text, endsOn: to.lastDay }),
  }
}
