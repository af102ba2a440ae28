import { z } from 'zod'
import type { GraphReader } from '../graph/graph.js'
import type { AccountLine, ActingLine, TokenLine } from '../graph/graph-file.js'
import { query } from '../graph/query.js'
import { keptProperties, ownProperties } from './own-properties.js'
import { pagesOf } from './register-lines.js'

const NODES_A_PAGE = 5_000

const row = z.object({ id: z.string(), properties: keptProperties })

const after = (label: 'Account' | 'ActsFor' | 'AccessToken'): string =>
  `MATCH (node:${label})
   WHERE node.id > $after
   RETURN node.id AS id, properties(node) AS properties
   ORDER BY id LIMIT $limit`

type Page = { readonly after: string; readonly limit: number }

const accountsAfter = query<Page>()('every account after an id', row, after('Account'))
const actingsAfter = query<Page>()('whom accounts act for after an id', row, after('ActsFor'))
const tokensAfter = query<Page>()('every token after an id', row, after('AccessToken'))

/** Accounts in the order of their ids, with what is kept of their passwords: whoever was let in is let in again. */
export async function* accountsOf(graph: GraphReader): AsyncGenerator<AccountLine> {
  for await (const rows of pagesOf(graph, accountsAfter, NODES_A_PAGE)) {
    for (const { id, properties } of rows) yield { account: id, properties: ownProperties(properties) }
  }
}

/** Whom accounts act for. */
export async function* actingsOf(graph: GraphReader): AsyncGenerator<ActingLine> {
  for await (const rows of pagesOf(graph, actingsAfter, NODES_A_PAGE)) {
    for (const { id, properties } of rows) yield { acting: id, properties: ownProperties(properties) }
  }
}

/** Their tokens, with the digest of what is sent. */
export async function* tokensOf(graph: GraphReader): AsyncGenerator<TokenLine> {
  for await (const rows of pagesOf(graph, tokensAfter, NODES_A_PAGE)) {
    for (const { id, properties } of rows) yield { token: id, properties: ownProperties(properties) }
  }
}
