import { z } from 'zod'
import { query } from '../../graph/query.js'

const counted = z.object({ count: z.number() })

/** The account that stored a run; none where that was nobody's. It stands beside the run, which answers and files show. */
export const runOwner = query<{ run: string }>()(
  'who stored a run',
  z.object({ account: z.string() }),
  'MATCH (owner:RunOwner {id: $run}) RETURN owner.account AS account',
)

/** The accounts that stored runs, of those that anybody's account did. */
export const ownersOfRuns = query<{ runs: readonly string[] }>()(
  'who stored runs',
  z.object({ run: z.string(), account: z.string() }),
  'UNWIND $runs AS id MATCH (owner:RunOwner {id: id}) RETURN owner.id AS run, owner.account AS account',
)

/** Says which account stored a run. */
export const keepRunOwner = query<{ run: string; account: string }>()(
  'keep who stored a run',
  counted,
  'MERGE (owner:RunOwner {id: $run}) SET owner.account = $account RETURN count(owner) AS count',
)

/** Forgets who stored a run that is taken away. */
export const forgetRunOwner = query<{ run: string }>()(
  'forget who stored a run',
  counted,
  'MATCH (owner:RunOwner {id: $run}) DELETE owner RETURN count(*) AS count',
)
