import type { GraphQLFormattedError } from 'graphql'
import { today } from '../../kernel/day.js'
import { BadUserInputError, NotFoundError } from '../../kernel/input-errors.js'
import { askedUnlessSaid } from './names.js'
import { ROWS_OF_PAGE } from './operation.js'
import { type Given, variablesOf } from './parameters.js'
import type { Table } from './table.js'
import { within } from './values.js'

/** Asks the API as any client does, with its limits and refusals. */
export type Ask = (operation: string, variables: Readonly<Record<string, unknown>>) => Promise<Answer>

export interface Answer {
  readonly data?: unknown
  readonly errors?: readonly GraphQLFormattedError[] | undefined
}

/** The API refused what a table asks; its errors name the parameters of the address. */
export class TableRefusedError extends Error {
  override readonly name = 'TableRefusedError'
  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super(errors.map(({ message }) => message).join('; '))
  }
}

/** What a table was asked, with what was left out filled in. @param run the calculation that is meant where none is named. */
export function variablesAsked(table: Table, given: Given, run: string): Record<string, unknown> {
  const defaults = { asOf: [today()], run: [run], ...askedUnlessSaid[table.name] }
  const empty = Object.fromEntries(table.objects.map((name) => [name, {}]))
  return { ...empty, ...variablesOf(table.parameters, { ...defaults, ...given }) }
}

/** One page of a table's rows, and what is said of the whole. */
export interface Page {
  readonly rows: readonly unknown[]
  /** What holds the rows. */
  readonly holder: unknown
  /** Where the next page begins; null on the last. */
  readonly next: string | null
}

/**
 * The pages of a table, each asked for when it is taken.
 * @throws TableRefusedError where the API refuses; NotFoundError and BadUserInputError where an entity that a table is
 * of is not there, or is of another kind.
 */
export async function* pagesOf(
  table: Table,
  ask: Ask,
  variables: Readonly<Record<string, unknown>>,
): AsyncGenerator<Page> {
  let after: string | null = null
  let counted = true
  for (let size = ROWS_OF_PAGE; ; ) {
    const paged: Record<string, unknown> = table.isPaged ? { first: size, after, counted } : {}
    const { data, errors } = await ask(table.operation, { ...variables, ...paged })
    if (errors && errors.length > 0) {
      // Rows that hold much come in shorter pages.
      if (!table.isPaged || !errors.some(isTooLarge) || size <= SHORTEST_PAGE) throw refusal(table, errors)
      size = Math.ceil(size / 4)
      continue
    }
    const page = pageIn(table, data, variables)
    yield page
    if (page.next === null) return
    after = page.next
    counted = false
  }
}

const SHORTEST_PAGE = 5

const isTooLarge = ({ extensions }: GraphQLFormattedError): boolean => extensions?.code === 'REQUEST_TOO_LARGE'

function pageIn(table: Table, data: unknown, { of }: Readonly<Record<string, unknown>>): Page {
  const start = table.of === null ? undefined : within(data, table.path.slice(0, 1))
  if (start === null) throw new NotFoundError(String(of))
  const answer = within(data, table.path)
  // What is told of nothing, as where ventures hire from nobody, is a table without rows.
  if (answer === undefined && table.of !== null)
    throw new BadUserInputError('of', `of names no ${table.of}: ${String(of)}`)
  const holder = table.held === null ? within(data, table.path.slice(0, -1)) : answer
  const rows = table.held === null ? answer : within(answer, [table.held])
  const hasNext = within(holder, ['pageInfo', 'hasNextPage']) === true
  const end = within(holder, ['pageInfo', 'endCursor'])
  return {
    rows: Array.isArray(rows) ? rows : [],
    holder,
    next: table.isPaged && hasNext && typeof end === 'string' ? end : null,
  }
}

/** Errors with the names that the address has for their arguments. */
function refusal({ parameters }: Table, errors: readonly GraphQLFormattedError[]): TableRefusedError {
  return new TableRefusedError(
    errors.map(({ message, extensions }) => {
      const argument = extensions?.argument
      const parameter = parameters.find(
        ({ path }) =>
          typeof argument === 'string' && (argument === path.join('.') || argument.startsWith(`${path.join('.')}[`)),
      )
      const named = parameter ? { argument: parameter.name } : {}
      return { message, extensions: { ...extensions, ...named } }
    }),
  )
}

/** How many rows there are in all, where an answer says so. */
export const totalOf = ({ holder }: Page): number | null => {
  const total = within(holder, ['totalCount'])
  return typeof total === 'number' ? total : null
}
