import { z } from 'zod'
import { type QueryValue, query } from '../../graph/query.js'
import { changeOperations } from '../changes/operation.js'

/** Where a proposal stands. */
export const proposalStatuses = ['PENDING', 'APPROVED', 'REJECTED', 'STALE'] as const
export type ProposalStatus = (typeof proposalStatuses)[number]

const proposalRow = z.object({
  id: z.string(),
  number: z.number(),
  status: z.enum(proposalStatuses),
  operation: z.enum(changeOperations),
  entity: z.string().nullable(),
  for: z.string().nullable(),
  /** Name of the account that made it. */
  account: z.string(),
  at: z.string(),
  reason: z.string().nullable(),
  draft: z.string(),
  differed: z.string(),
  change: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** Name of the account that decided it. */
  decidedBy: z.string().nullable(),
  decisionReason: z.string().nullable(),
})

/** A proposal as it is stored. */
export type ProposalRow = z.infer<typeof proposalRow>

const shown = Object.keys(proposalRow.shape)
  .map((name) => `proposal.${name === 'account' ? 'by' : name} AS ${name}`)
  .join(', ')

/** Proposals by their ids. */
export const proposalsById = query<{ proposals: readonly string[] }>()(
  'proposals by id',
  proposalRow,
  `UNWIND $proposals AS id
   MATCH (proposal:Proposal {id: id})
   RETURN ${shown}`,
)

/** Which proposals somebody may see. */
export type Seeing = {
  /** Whether those of all. */
  readonly seesAll: boolean
  readonly author: string
  /** Never empty. */
  readonly actsFor: readonly string[]
  /** Those that they act for, and what these offer; never empty. */
  readonly concerning: readonly string[]
}

const seen = `($seesAll OR proposal.by = $author OR coalesce(proposal.for, '') IN $actsFor OR
      coalesce(proposal.entity, '') IN $concerning)`

/** Some proposals, as far as somebody may see them. */
export const proposalsSeen = query<Seeing & { proposals: readonly string[] }>()(
  'proposals by id that somebody may see',
  proposalRow,
  `UNWIND $proposals AS id
   MATCH (proposal:Proposal {id: id})
   WITH proposal
   WHERE ${seen}
   RETURN ${shown}`,
)

/** What some changes came of, as far as somebody may see it. */
export const proposalsSeenOf = query<Seeing & { changes: readonly string[] }>()(
  'proposals that became changes and that somebody may see',
  proposalRow,
  `UNWIND $changes AS id
   MATCH (proposal:Proposal {change: id})
   WITH proposal
   WHERE ${seen}
   RETURN ${shown}`,
)

/** Which of some changes came of a proposal. */
export const changesProposed = query<{ changes: readonly string[] }>()(
  'changes that came of proposals',
  z.object({ change: z.string() }),
  `UNWIND $changes AS id
   MATCH (proposal:Proposal {change: id})
   RETURN proposal.change AS change`,
)

const listed = `proposal.status IN $statuses AND ($ofAll OR coalesce(proposal.for, '') IN $actors) AND
     ($aboutAll OR coalesce(proposal.entity, '') IN $about) AND
     ${seen}`

/** Which proposals somebody wants to see, and may. */
export type Listed = Seeing & {
  readonly statuses: readonly string[]
  /** Whether whom they were made for does not matter. */
  readonly ofAll: boolean
  /** Never empty. */
  readonly actors: readonly string[]
  /** Whether what they are about does not matter. */
  readonly aboutAll: boolean
  /** Never empty. */
  readonly about: readonly string[]
}

/** A page of proposals, newest first. */
export const proposalsListed = query<Listed & { below: number; limit: number }>()(
  'proposals, newest first',
  proposalRow,
  `MATCH (proposal:Proposal)
   WHERE proposal.number < $below AND ${listed}
   RETURN ${shown}
   ORDER BY number DESC LIMIT $limit`,
)

/** How many there are in all. */
export const proposalsCounted = query<Listed>()(
  'number of proposals',
  z.object({ count: z.number() }),
  `MATCH (proposal:Proposal)
   WHERE ${listed}
   RETURN count(proposal) AS count`,
)

/** What a proposal is decided by. */
export const proposalToDecide = query<{ proposal: string }>()(
  'a proposal to decide',
  z.object({
    status: z.enum(proposalStatuses),
    attempt: z.string().nullable(),
    change: z.string().nullable(),
    entity: z.string().nullable(),
    for: z.string().nullable(),
    account: z.string(),
    source: z.string(),
    draft: z.string(),
    differed: z.string(),
    touched: z.string(),
  }),
  `MATCH (proposal:Proposal {id: $proposal})
   RETURN proposal.status AS status, proposal.attempt AS attempt, proposal.change AS change, proposal.entity AS entity,
     proposal.for AS for, proposal.by AS account, proposal.source AS source, proposal.draft AS draft,
     proposal.differed AS differed, proposal.touched AS touched`,
)

/** The number that proposals count by. */
export const nextProposalNumber = query<Record<never, never>>()(
  'number of the next proposal',
  z.object({ number: z.number() }),
  `MATCH (state:NorrgraphState {id: 'state'})
   WITH state, coalesce(state.proposals, 0) + 1 AS next
   SET state.proposals = next
   RETURN state.proposals AS number`,
)

/** Keeps a proposal until it is decided, and after. */
export const createProposal = query<{ proposed: QueryValue }>()(
  'keep a proposal',
  z.object({ count: z.number() }),
  `CREATE (proposal:Proposal {id: $proposed.id, number: $proposed.number, status: 'PENDING', at: $proposed.at,
     operation: $proposed.operation, entity: $proposed.entity, for: $proposed.for, by: $proposed.by,
     source: $proposed.source, reason: $proposed.reason, draft: $proposed.draft, differed: $proposed.differed,
     touched: $proposed.touched})
   RETURN count(*) AS count`,
)

/** Decides a proposal. */
export const setDecision = query<{ proposal: string; decided: QueryValue }>()(
  'decide a proposal',
  z.object({ count: z.number() }),
  `MATCH (proposal:Proposal {id: $proposal})
   SET proposal += $decided
   RETURN count(*) AS count`,
)
