import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { SupportMatch } from '../../src/support/matching/match-rule.js'

const ids = z.array(z.string()).default([])

const caseOfDesk = z.strictObject({
  name: z.string(),
  profile: z.strictObject({
    municipality: z.string(),
    sector: z.string(),
    sizeClass: z.enum(['SMALL', 'MEDIUM', 'LARGE']).optional(),
    employees: z.int().optional(),
    turnover: z.number().optional(),
    needs: z.array(z.string()),
    buyer: z.string().optional(),
  }),
  first: z.int(),
  order: z.array(z.strictObject({ actor: z.string(), score: z.number().nullable() })),
  notFirst: ids,
  not: ids,
  offered: ids,
  notOffered: ids,
  nobody: z
    .array(z.strictObject({ need: z.string(), nearest: z.string().nullable(), notInForce: z.array(z.string()) }))
    .default([]),
  why: z.string(),
})

/** A firm at an adviser's desk, and the answer that a good adviser gives; `cases.yaml` says what each part means. */
export type DeskCase = z.infer<typeof caseOfDesk>

/** The day on which the firms come. */
export const deskDay = '2026-11-24'

export const deskCases: readonly DeskCase[] = z
  .array(caseOfDesk)
  .parse(parse(readFileSync(join(import.meta.dirname, 'cases.yaml'), 'utf8')))

/** Actors that ought to be among the first and are not, and those that ought not and are. */
export function misplaced({ first, order, notFirst, not }: DeskCase, matches: readonly SupportMatch[]): string[] {
  const foremost = new Set(matches.slice(0, first).map(({ actor }) => actor))
  return [
    ...order.flatMap(({ actor }) => (foremost.has(actor) ? [] : [`${actor} is not among the first`])),
    ...notFirst.flatMap((actor) => (foremost.has(actor) ? [`${actor} is among the first`] : [])),
    ...matches.flatMap(({ actor }) => (not.includes(actor) ? [`${actor} matches`] : [])),
  ]
}
