import { createHash } from 'node:crypto'
import { z } from 'zod'

const asked = z.object({
  query: z.string().nullish(),
  extensions: z.object({ persistedQuery: z.unknown().refine((value) => value !== undefined && value !== null) }),
})
const persisted = z.object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) })

interface Problem {
  readonly code: 'PERSISTED_QUERY_NOT_SUPPORTED' | 'PERSISTED_QUERY_MISMATCH'
  readonly message: string
}

/** What is wrong with how a request names a query by its hash; null where nothing is, or where it names none. */
export function persistedQueryProblem(body: unknown): Problem | null {
  const request = asked.safeParse(body)
  if (!request.success) return null
  const { query, extensions } = request.data
  const named = persisted.safeParse(extensions.persistedQuery)
  // A client that is told so sends its queries as they are.
  if (!named.success) {
    return {
      code: 'PERSISTED_QUERY_NOT_SUPPORTED',
      message: 'persistedQuery takes version 1 and sha256Hash, 64 hexadecimal digits in lower case',
    }
  }
  if (typeof query !== 'string' || named.data.sha256Hash === hashOf(query)) return null
  return { code: 'PERSISTED_QUERY_MISMATCH', message: 'sha256Hash is not the hash of query' }
}

const hashOf = (query: string): string => createHash('sha256').update(query).digest('hex')

/** A request by GET in the form of one by POST, as far as a query's hash is concerned. */
export function bodyOfAddress(query: unknown): unknown {
  const given = z.object({ query: z.string().optional(), extensions: z.string() }).safeParse(query)
  if (!given.success) return null
  try {
    return { query: given.data.query, extensions: JSON.parse(given.data.extensions) }
  } catch {
    return null
  }
}
