import { z } from 'zod'
import type { Properties, PropertyValue } from '../../graph/elements.js'
import { known } from '../../graph/known.js'
import { storedProperties } from '../../graph/stored-properties.js'
import type { NodeLabel } from '../../graph/vocabulary.js'
import type { Statement, TieStatement } from './statement.js'

/**
 * The key of a `STATED_IN` that says what a source states; one of another key tells of a page that names the entity. What
 * the seed says by a source stands beside what people say by it.
 */
export function statementKey(label: NodeLabel, { isSeeded }: Pick<Statement, 'isSeeded'>): string {
  if (isSeeded) return 'seeded'
  return label === 'Firm' ? '' : 'says'
}

/** Whether a `STATED_IN` of this key says what a source states. */
export const isStatementKey = (label: NodeLabel, key: PropertyValue | undefined): boolean =>
  [true, false].some((isSeeded) => statementKey(label, { isSeeded }) === key)

const textOf = (value: PropertyValue | undefined): string | null => (typeof value === 'string' ? value : null)
const namesIn = (value: PropertyValue | undefined): string[] => (Array.isArray(value) ? value.map(String) : [])

/** A statement as it stands on a `STATED_IN` relationship. */
export function statementOf(properties: Properties): Statement {
  const { key: _, source, locator, recordedAt, asOf, confirmedOn, seeded, emptied, earlier, ...values } = properties
  const ages = namesIn(earlier).map((text) => JSON.parse(text))
  return {
    source: textOf(source) ?? '',
    locator: textOf(locator) ?? '',
    recordedAt: textOf(recordedAt) ?? '',
    asOf: textOf(asOf),
    confirmedOn: textOf(confirmedOn),
    isSeeded: seeded === true,
    values,
    emptied: namesIn(emptied),
    ...(ages.length > 0 ? { earlier: Object.fromEntries(z.array(z.tuple([z.string(), z.string()])).parse(ages)) } : {}),
  }
}

/** What stands on a `STATED_IN` beside its key and where it comes from. */
export const storedValues = ({ asOf, confirmedOn, isSeeded, values, emptied, earlier }: Statement): Properties =>
  known({
    ...values,
    asOf,
    confirmedOn,
    seeded: isSeeded ? true : undefined,
    emptied: emptied.length > 0 ? emptied : undefined,
    earlier: earlier ? Object.entries(earlier).map((each) => JSON.stringify(each)) : undefined,
  })

/** What one source says of a relationship, as it is kept in texts. */
export const tieStatement = z.object({
  source: z.string(),
  locator: z.string(),
  recordedAt: z.string(),
  isSeeded: z.boolean(),
  values: storedProperties,
  emptied: z.array(z.string()),
}) satisfies z.ZodType<TieStatement>

/** What sources say of a relationship, as it stands on it: in a list where there are two, else in its own properties. */
export function tieStatementsOf(properties: Properties): TieStatement[] {
  const { key: _, source, locator, recordedAt, seeded, statements, ...values } = properties
  if (Array.isArray(statements)) return statements.map((text) => tieStatement.parse(JSON.parse(String(text))))
  const provenance = {
    source: textOf(source) ?? '',
    locator: textOf(locator) ?? '',
    recordedAt: textOf(recordedAt) ?? '',
  }
  return [{ ...provenance, isSeeded: seeded === true, values, emptied: [] }]
}

/**
 * The list of statements of a relationship as it is stored: of one, the relationship's own properties say all, but that
 * there is none of something.
 */
export const storedTieStatements = (ordered: readonly TieStatement[]): string[] | undefined =>
  ordered.length > 1 || ordered.some(({ emptied }) => emptied.length > 0)
    ? ordered.map((statement) => JSON.stringify(statement))
    : undefined
