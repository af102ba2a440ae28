import type { Properties, PropertyValue, Provenance } from '../../graph/elements.js'

/** What one source says of an entity. */
export interface Statement extends Provenance {
  /** The day that it holds for, ISO; null where the source does not say. */
  readonly asOf: string | null
  /** The last day on which somebody said that it still holds; null where nobody did. */
  readonly confirmedOn: string | null
  /** Whether it is the region's folder that says so: what people wrote is shown before it. */
  readonly isSeeded: boolean
  readonly values: Properties
  /** Names of values of which it says that there is none. */
  readonly emptied: readonly string[]
  /** The ages of what it said before it said the rest, by name; left out where it said all at once. */
  readonly earlier?: Readonly<Record<string, string>> | undefined
}

/** What one source says of a relationship. */
export interface TieStatement extends Provenance {
  readonly isSeeded: boolean
  readonly values: Properties
  readonly emptied: readonly string[]
}

/** What tells a statement from the others of an entity or relationship. */
export const nameOfStatement = ({ source, isSeeded }: Statement | TieStatement): string =>
  isSeeded ? `${source} (seeded)` : source

/** Statements with what takes the place of one of them, or is new; without it where nothing does. */
export function replaced<Said extends Statement | TieStatement>(
  statements: readonly Said[],
  { before, after }: { readonly before: Said | null; readonly after: Said | null },
): Said[] {
  const names = new Set([before, after].flatMap((each) => (each ? [nameOfStatement(each)] : [])))
  const others = statements.filter((each) => !names.has(nameOfStatement(each)))
  return after ? [...others, after] : others
}

/** Those that people wrote first; of these the newest: by the day that it holds for, else by when it was recorded. */
export function inOrder<Said extends Statement | TieStatement>(statements: readonly Said[]): Said[] {
  return statements.toSorted((left, right) => {
    if (left.isSeeded !== right.isSeeded) return left.isSeeded ? 1 : -1
    const [one, other] = [age(left), age(right)]
    if (one === other) return 0
    return one < other ? 1 : -1
  })
}

/** By which of two statements the newer is told. */
export const age = (said: Statement | TieStatement): string => {
  const { recordedAt, source } = said
  const day = 'asOf' in said ? said.asOf : null
  return [day ?? recordedAt.slice(0, 10), recordedAt, source].join(' ')
}

/** The same of one of its values. */
export const ageOfValue = (said: Statement | TieStatement, name: string): string =>
  ('earlier' in said ? said.earlier?.[name] : undefined) ?? age(said)

/** The ages of what a source said before and does not say anew: it stays as old as it was. */
export function agesKept(before: Statement, anew: readonly string[]): Readonly<Record<string, string>> | undefined {
  const names = [...Object.keys(before.values), ...before.emptied].filter((name) => !anew.includes(name))
  if (names.length === 0) return undefined
  return Object.fromEntries(names.toSorted().map((name) => [name, ageOfValue(before, name)]))
}

/** A value that a source states, or says that there is none of. */
export interface StatedField {
  readonly name: string
  readonly value: PropertyValue | null
}

/** A statement whose values are named with their ages only where these are not its own. */
export function inOwnAges({ earlier, ...said }: Statement): Statement {
  const ages = Object.entries(earlier ?? {}).filter(([, each]) => each !== age(said))
  return ages.length > 0 ? { ...said, earlier: Object.fromEntries(ages) } : said
}
