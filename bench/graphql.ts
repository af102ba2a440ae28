import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { HttpClient } from './http-client.js'

const reply = z.object({ data: z.unknown(), errors: z.unknown().optional() })

/** Where operations are: those that README shows, and those that only the bench asks. */
const folders = ['../examples/operations', 'operations']

/**
 * The body of a request for an operation.
 * @param among folders to look in, relative to this one.
 */
export function graphqlRequest(
  operation: string,
  variables: Readonly<Record<string, unknown>>,
  among: readonly string[] = folders,
): string {
  const files = among.map((folder) => join(import.meta.dirname, folder, `${operation}.graphql`))
  const query = readFileSync(files.find((file) => existsSync(file)) ?? operation, 'utf8')
  return JSON.stringify({ query, variables })
}

/** The same request in a text of its own: what is measured is answering, and not the answer that was kept. */
export const anew = (body: string, nth: number): string => `${body.slice(0, -1)},"extensions":{"asked":${nth}}}`

/** Asks the same each time anew. */
export function askingAnew(client: HttpClient, body: string): () => Promise<string> {
  let asked = 0
  return () => {
    asked += 1
    return client.post('/graphql', anew(body, asked))
  }
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
