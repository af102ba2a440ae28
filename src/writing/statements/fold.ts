import { z } from 'zod'
import { type SizeRule, sizeClasses } from '../../classification/size-class.js'
import { firmShown, type StoredStatement } from '../../firms/firm-statement.js'
import type { GraphRelationship, Properties, PropertyValue, Provenance } from '../../graph/elements.js'
import { known } from '../../graph/known.js'
import type { NodeLabel } from '../../graph/vocabulary.js'
import { ageOfValue, inOrder, type Statement, type TieStatement } from './statement.js'

/** Values that are said together: whoever states one of them says nothing of what others state of the rest. */
const together: readonly (readonly string[])[] = [
  ['from', 'fromPrecision', 'fromText', 'startsOn'],
  ['to', 'toPrecision', 'toText', 'endsOn'],
  ['otherNames', 'otherNamesSince', 'otherNamesUntil', 'otherNamesSources', 'otherNamesLocators'],
  ['expectedYears', 'expectedJobs', 'totalJobs'],
  ['years', 'jobs'],
]
const groupOf = new Map(together.flatMap((names) => names.map((name) => [name, names] as const)))

/** The names of values that are said together with one, its own among them. */
export const saidWith = (name: string): readonly string[] => groupOf.get(name) ?? [name]

/**
 * Statements in the order in which they are shown, each without what one before it empties, or states as part of what is
 * said together, and without what it said so long ago that another has spoken of it since.
 */
export function visible<Said extends Statement | TieStatement>(statements: readonly Said[]): Said[] {
  const hidden = new Set<string>()
  return inOrder(statements).map((statement) => {
    const isHeard = (name: string) => !isOvertaken(statement, name, statements)
    const values = Object.fromEntries(
      Object.entries(statement.values).filter(([name]) => !hidden.has(name) && isHeard(name)),
    )
    const emptied = statement.emptied.filter(isHeard)
    for (const name of emptied) for (const each of saidWith(name)) hidden.add(each)
    for (const name of Object.keys(values)) for (const each of groupOf.get(name) ?? []) hidden.add(each)
    return { ...statement, values }
  })
}

/** Whether another has spoken of a value after a source last did, which has said other things since. */
function isOvertaken(
  statement: Statement | TieStatement,
  name: string,
  statements: readonly (Statement | TieStatement)[],
): boolean {
  if (!('earlier' in statement) || statement.earlier?.[name] === undefined) return false
  const own = ageOfValue(statement, name)
  const speaks = (other: Statement | TieStatement): boolean =>
    saidWith(name).some(
      (each) => (each in other.values || other.emptied.includes(each)) && ageOfValue(other, each) > own,
    )
  return statements.some((other) => other !== statement && other.isSeeded === statement.isSeeded && speaks(other))
}

/** What statements together say: each value from the first that states it, but what one before it empties. */
export const saidIn = (statements: readonly (Statement | TieStatement)[]): Properties =>
  firstValues(visible(statements))

/** Each value from the first statement that states it. */
function firstValues(shown: readonly (Statement | TieStatement)[]): Properties {
  const values: Record<string, PropertyValue> = {}
  for (const { values: said } of shown) {
    for (const [name, value] of Object.entries(said)) values[name] ??= value
  }
  return values
}

/** An entity as its sources together describe it. */
export interface Shown {
  readonly provenance: Provenance
  readonly properties: Properties
  /** Relationships that are made of what is stated: a firm's places and sectors. */
  readonly ties: readonly GraphRelationship[]
  /** What differences of it are told by. */
  readonly fields: Properties
}

/**
 * An entity as its sources together describe it.
 * @throws Error where nothing is stated of it.
 */
export function shownEntity(label: NodeLabel, id: string, statements: readonly Statement[], rule: SizeRule): Shown {
  const shown = visible(statements)
  const telling = shown.find(({ values, emptied }) => hasWords(values) || emptied.length > 0) ?? shown[0]
  if (!telling) throw new Error(`nothing is stated of ${id}`)
  const { source, locator, recordedAt } = telling
  const dates = known({ ...lastSeen(shown), confirmedOn: lastConfirmed(shown) })
  const values = { ...firstValues(shown), ...dates }
  const provenance = { source, locator, recordedAt }
  if (label !== 'Firm') return { provenance, properties: values, ties: [], fields: toldOf(values) }
  const firm = firmShown(id, shown.map(storedFirm), rule)
  const { name: _, municipality, sectors, employeesFrom: _from, employeesTo: _to, sizeClass: __, ...others } = values
  const properties = { ...others, ...firm.properties }
  const { statedNames: ___, ...told } = properties
  return {
    provenance,
    properties,
    ties: firm.ties.map((tie) => asOldAsSaid(tie, shown)),
    fields: toldOf(known({ ...told, municipality, sectors })),
  }
}

/** Where something was last seen, which follows from who wrote of it. */
const whereSeen: ReadonlySet<string> = new Set(['lastSeenYear', 'lastSeenIn', 'undatedPage'])

/** Whether differences are told by a value: nobody means where it was last seen, and words of search are the seed's. */
export const isTold = (name: string): boolean => !whereSeen.has(name) && name !== 'synonyms'

/** The values that differences are told by. */
export const toldOf = (values: Properties): Properties =>
  Object.fromEntries(Object.entries(values).filter(([name]) => isTold(name)))

/** Whether a source says more than when it last saw something. */
const hasWords = (values: Properties): boolean => Object.keys(values).some((name) => !whereSeen.has(name))

const madeOf: Readonly<Record<string, string>> = { LOCATED_IN: 'municipality', IN_SECTOR: 'sectors' }

/** A place or sector as it was recorded when its source said it, whatever that has said since of the rest. */
function asOldAsSaid(tie: GraphRelationship, statements: readonly Statement[]): GraphRelationship {
  const { source } = tie.provenance
  const said = statements.find((each) => each.source === source && !each.isSeeded)
  const [, recordedAt] = said?.earlier?.[madeOf[tie.type] ?? '']?.split(' ') ?? []
  return recordedAt === undefined ? tie : { ...tie, provenance: { ...tie.provenance, recordedAt } }
}

/** A relationship as its sources together describe it. */
export function shownTie(statements: readonly TieStatement[]): { provenance: Provenance; properties: Properties } {
  const shown = visible(statements)
  const [newest] = shown
  if (!newest) throw new Error('nothing is stated of a relationship')
  const { source, locator, recordedAt } = newest
  return { provenance: { source, locator, recordedAt }, properties: firstValues(shown) }
}

/** Of the statement that saw it last; of one without a year, whatever the first says. */
function lastSeen(shown: readonly Statement[]): Properties {
  const yearOf = ({ values }: Statement): number => Number(values.lastSeenYear ?? 0)
  const last = shown.reduce<Statement | null>(
    (best, each) => (best === null || yearOf(each) > yearOf(best) ? each : best),
    shown.find(({ values }) => values.lastSeenIn !== undefined) ?? null,
  )
  const undated = shown.find(({ values }) => values.undatedPage !== undefined)
  return known({
    lastSeenYear: last?.values.lastSeenYear,
    lastSeenIn: last?.values.lastSeenIn,
    undatedPage: undated?.values.undatedPage,
  })
}

const lastConfirmed = (shown: readonly Statement[]): string | undefined =>
  shown
    .flatMap(({ confirmedOn }) => confirmedOn ?? [])
    .toSorted()
    .at(-1)

const firmValues = z.object({
  name: z.string().optional(),
  municipality: z.string().optional(),
  sni: z.array(z.string()).optional(),
  sectors: z.array(z.string()).optional(),
  employees: z.number().optional(),
  employeesFrom: z.number().optional(),
  employeesTo: z.number().optional(),
  turnover: z.number().optional(),
  sizeClass: z.enum(sizeClasses).optional(),
})

/** What a source says of a firm, as firms are folded by. */
export const storedFirm = ({ source, locator, recordedAt, asOf, values }: Statement): StoredStatement => ({
  ...{ source, locator, recordedAt, asOf: asOf ?? undefined },
  ...firmValues.parse(values),
})
