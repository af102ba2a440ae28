import { z } from 'zod'
import type { GraphTransaction } from '../graph/graph.js'
import { type QueryValue, query } from '../graph/query.js'
import type { RegisterRow } from './graph-lines.js'

const counted = z.object({ count: z.number() })

const writeAccounts = query<{ accountRows: readonly QueryValue[] }>()(
  'write accounts of a file',
  counted,
  `UNWIND $accountRows AS row
   MERGE (account:Account {id: row.id})
   SET account += row.properties
   RETURN count(account) AS count`,
)

const writeActings = query<{ actingRows: readonly QueryValue[] }>()(
  'write whom accounts of a file act for',
  counted,
  `UNWIND $actingRows AS row
   MERGE (acting:ActsFor {id: row.id})
   SET acting += row.properties
   RETURN count(acting) AS count`,
)

const writeTokens = query<{ tokenRows: readonly QueryValue[] }>()(
  'write tokens of a file',
  counted,
  `UNWIND $tokenRows AS row
   MERGE (token:AccessToken {id: row.id})
   SET token += row.properties
   RETURN count(token) AS count`,
)

type Rows = readonly RegisterRow[]

/** Write lines of accounts and what is theirs, and tell how many. */
export const accessWriters = {
  accounts: (transaction: GraphTransaction, accountRows: Rows) => transaction.write(writeAccounts, { accountRows }),
  actings: (transaction: GraphTransaction, actingRows: Rows) => transaction.write(writeActings, { actingRows }),
  tokens: (transaction: GraphTransaction, tokenRows: Rows) => transaction.write(writeTokens, { tokenRows }),
}
