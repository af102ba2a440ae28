import type { z } from 'zod'

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

/**
 * Declares a statement: `query<{ place: string }>()('actors naming a place', z.object({ … }), 'MATCH …')`.
 * Each row is checked against the schema when it is read, so a column that is missing fails here, with the query's name.
 */
export const query =
  <Parameters extends QueryParameters>() =>
  <Row>(name: string, row: z.ZodType<Row>, cypher: string): Query<Parameters, Row> => ({ name, row, cypher })
