import { z } from 'zod'
import { GraphError } from './failure.js'

/** A Cypher statement with the shape of its rows. Parameters are plain values; whole numbers travel as integers. */
export interface Query<Parameters extends QueryParameters, Row> {
  /** Shown in logs and errors. */
  readonly name: string
  readonly cypher: string
  readonly row: z.ZodType<Row>
  /** Carries the parameter type; never set. */
  readonly parameters?: Parameters
}

export type QueryValue =
  | string
  | number
  | boolean
  | null
  | readonly QueryValue[]
  | { readonly [key: string]: QueryValue }
export type QueryParameters = { readonly [name: string]: QueryValue }

/** A row as an adapter reads it, before its query's schema has seen it. */
export type RawRow = Readonly<Record<string, unknown>>

/**
 * Declares a statement: `query<{ place: string }>()('actors naming a place', z.object({ … }), 'MATCH …')`.
 * Each row is checked against the schema when it is read, so a column that is missing fails here, with the query's name.
 */
export const query =
  <Parameters extends QueryParameters = QueryParameters>() =>
  <Row>(name: string, row: z.ZodType<Row>, cypher: string): Query<Parameters, Row> => ({ name, row, cypher })

/**
 * The rows of a statement as its schema types them.
 * @throws GraphError FAILED, naming the query and the field, where a row is not what the query declares.
 */
export function rowsOf<Parameters extends QueryParameters, Row>(
  { name, row }: Query<Parameters, Row>,
  rows: readonly RawRow[],
): Row[] {
  return rows.map((raw) => {
    const result = row.safeParse(raw)
    if (result.success) return result.data
    throw new GraphError('FAILED', `${name}: a row is not as declared: ${z.prettifyError(result.error)}`)
  })
}
