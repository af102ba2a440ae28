import type { GraphQLArgument, GraphQLField, GraphQLNamedType, GraphQLObjectType } from 'graphql'
import type { Selection } from './columns.js'

/** A field on the way to a table's rows. */
export interface Step {
  readonly field: GraphQLField<unknown, unknown>
  /** Values of arguments that make the table what it is. */
  readonly fixed?: Readonly<Record<string, string>>
  /** What arguments are called in an address, where it is not by their own name. */
  readonly called?: Readonly<Record<string, string>>
  /** The kind of entity that has the field. */
  readonly on?: GraphQLObjectType
}

/** What is selected to get at rows, and what stands beside them. */
export interface Rows extends Selection {
  /** The type of a row. */
  readonly type: GraphQLNamedType
  readonly about: Selection
  /** Which field of the last step's answer has the rows; null where they are the answer. */
  readonly held: 'edges' | 'nodes' | null
  /** Whether more pages can be asked for. */
  readonly isPaged: boolean
}

/** Rows of a page. */
export const ROWS_OF_PAGE = 200

const pageVariables = [
  ['first', 'Int'],
  ['after', 'String'],
  ['counted', 'Boolean!'],
] as const

/** An argument of a step with the variable that fills it. */
export interface Asked {
  readonly argument: GraphQLArgument
  readonly variable: string
}

/** Arguments that an address can ask with: all but those of the page and those that are fixed. */
export const askedIn = ({ field, fixed, called }: Step): Asked[] =>
  field.args
    .filter(({ name }) => name !== 'first' && name !== 'after' && fixed?.[name] === undefined)
    .map((argument) => ({ argument, variable: called?.[argument.name] ?? argument.name }))

/** Arguments within the rows, and beside them, that parameters fill. */
export const passedIn = ({ passed, about }: Rows): GraphQLArgument[] => [
  ...new Map([...passed, ...about.passed].map((argument) => [argument.name, argument])).values(),
]

/** The operation that asks for rows along some steps. */
export function operationOf(steps: readonly Step[], rows: Rows): string {
  const variables = new Map(passedIn(rows).map(({ name, type }) => [name, String(type)]))
  if (`${rows.text} ${rows.about.text}`.includes('$lang')) variables.set('lang', 'Lang')
  if (rows.isPaged) for (const [name, type] of pageVariables) variables.set(name, type)
  for (const { argument, variable } of steps.flatMap(askedIn)) variables.set(variable, String(argument.type))
  const text = steps.reduceRight((below, step) => {
    const isLast = step === steps.at(-1)
    const field = `${step.field.name}${given(step, rows)} { ${below} }`
    const beside = isLast && rows.held === null ? `${rows.about.text} ` : ''
    return step.on ? `__typename ... on ${step.on.name} { ${beside}${field} }` : `${beside}${field}`
  }, rows.text)
  return `query (${[...variables].map(([name, type]) => `$${name}: ${type}`).join(' ')}) { ${text} }`
}

function given(step: Step, { isPaged }: Rows): string {
  const parts = askedIn(step).map(({ argument, variable }) => `${argument.name}: $${variable}`)
  for (const [name, value] of Object.entries(step.fixed ?? {})) parts.push(`${name}: ${value}`)
  if (step.field.args.some(({ name }) => name === 'first')) {
    parts.push(isPaged ? 'first: $first after: $after' : `first: ${ROWS_OF_PAGE}`)
  }
  return parts.length === 0 ? '' : `(${parts.join(' ')})`
}
