import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const reply = z.object({ data: z.unknown(), errors: z.unknown().optional() })

/** The body of a request for one of the examples' operations. */
export function graphqlRequest(operation: string, variables: Readonly<Record<string, unknown>>): string {
  const query = readFileSync(join(import.meta.dirname, '../examples/operations', `${operation}.graphql`), 'utf8')
  return JSON.stringify({ query, variables })
}

/**
 * The data of a reply.
 * @throws Error for a reply that has errors.
 */
export function dataOf(text: string): unknown {
  const { data, errors } = reply.parse(JSON.parse(text))
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return data
}
