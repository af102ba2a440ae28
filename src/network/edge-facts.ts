import { z } from 'zod'
import { sizeClasses } from '../classification/size-class.js'
import { phaseKinds } from '../establishments/phases.js'
import { voices } from '../findings/voices.js'
import { currencyOf, supplyStatuses } from '../firms/supplies.js'
import { firstDayOf, lastDayOf } from '../graph/relationship-days.js'
import type { Lang } from '../language/language.js'

const text = z.string().nullable().default(null)
const number = z.number().nullable().default(null)
const numbers = z.array(z.number()).nullable().default(null)

/** What a relationship says beside its type, its ends and its key, as its row has it; null where that is not read. */
const shapes = {
  category: text,
  phase: z.enum(phaseKinds).nullable().default(null),
  supplyStatus: z.enum(supplyStatuses).nullable().default(null),
  whatSv: text,
  whatEn: text,
  value: number,
  currency: text,
  valueText: text,
  datesText: text,
  status: z.enum(['FULFILLED', 'LACKING']).nullable().default(null),
  saidBy: z.enum(voices).nullable().default(null),
  rank: number,
  since: text,
  until: text,
  indirect: number,
  induced: number,
  adjustedJobs: numbers,
  directJobs: numbers,
  year: number,
  county: text,
  run: text,
  table: text,
  flow: number,
  coefficient: number,
  output: number,
  employed: number,
  employees: number,
  turnover: number,
  sizeClass: z.enum(sizeClasses).nullable().default(null),
  asOf: text,
  statedIn: text,
  locator: text,
} as const

/** What is supplied in a language, else in the other. */
export const whatIn = ({ whatSv, whatEn }: Pick<EdgeFacts, 'whatSv' | 'whatEn'>, lang: Lang): string | null =>
  lang === 'EN' ? (whatEn ?? whatSv) : (whatSv ?? whatEn)

export const edgeFactsRow = z.object(shapes)
export type EdgeFactsRow = z.infer<typeof edgeFactsRow>

/** What a relationship of a drawing says; null where it says no such thing, or where that was not asked for. */
export interface EdgeFacts extends Omit<EdgeFactsRow, 'adjustedJobs' | 'directJobs'> {
  /** Persons, all that the relationship stands for together. */
  readonly jobs: number | null
}

type Name = keyof typeof shapes

/** What is only read for what is put together of it. */
const partsAlone = ['adjustedJobs', 'directJobs', 'whatSv', 'whatEn'] as const satisfies readonly Name[]

/** Where a fact stands if not in a property of its own name. */
const elsewhere: Partial<Record<Name, string>> = {
  since: firstDayOf('edge'),
  until: lastDayOf('edge'),
  currency: currencyOf('edge'),
  adjustedJobs: 'edge.jobs',
  statedIn: 'edge.source',
}

/** What is put together from several, by its name. */
const madeOf = {
  jobs: ['indirect', 'induced', 'adjustedJobs', 'directJobs'],
  what: ['whatSv', 'whatEn'],
  statedBy: ['statedIn'],
} as const satisfies Record<string, readonly Name[]>
type Made = keyof typeof madeOf

/** The facts that can be asked for. */
export type EdgeFact = Exclude<Name, (typeof partsAlone)[number]> | Made

const isMade = (fact: EdgeFact): fact is Made => fact in madeOf
const isAsked = (name: string): name is EdgeFact => !partsAlone.some((part) => part === name)

/** All of them, as files say them. */
export const allEdgeFacts: readonly EdgeFact[] = [...Object.keys(shapes), ...Object.keys(madeOf)].filter(isAsked)

/** What is returned of the variable `edge` for some facts. */
export function edgeFactColumns(facts: readonly EdgeFact[]): string[] {
  const names = facts.flatMap((fact): readonly Name[] => (isMade(fact) ? madeOf[fact] : [fact]))
  return [...new Set(names)].map((name) => `${elsewhere[name] ?? `edge.${name}`} AS ${name}`)
}

/** What a row says; the jobs of a venture in a run or a scenario are those of its years together. */
export function edgeFacts({ adjustedJobs, directJobs, ...facts }: EdgeFactsRow): EdgeFacts {
  const { indirect, induced } = facts
  const spilt = indirect === null && induced === null ? null : (indirect ?? 0) + (induced ?? 0)
  const byYear = adjustedJobs ?? directJobs
  return { ...facts, jobs: spilt ?? byYear?.reduce((sum, jobs) => sum + jobs, 0) ?? null }
}
