import type { Viewer } from '../../accounts/viewer.js'
import type { GraphReader } from '../../graph/graph.js'
import type { ShownChange } from '../history/changes.js'
import { changesProposed, proposalsSeenOf } from './proposal-queries.js'
import { type ShownProposal, seeingOf, shownProposals } from './proposals.js'

/** What is asked of the changes of a list, each read for all of them once it is asked of one. */
interface OfList {
  proposed?: Promise<ReadonlySet<string>>
  seen?: Promise<ReadonlyMap<string, ShownProposal>>
}

/** By the list, which is one request's and so is shown to one reader. */
const lists = new WeakMap<ShownChange['together'], OfList>()

/** Whether a proposal became a change: as it says itself, or, where an earlier program recorded it, as the proposal says. */
export async function isProposed(graph: GraphReader, change: ShownChange): Promise<boolean> {
  if (change.proposed === true) return true
  const list = listOf(change)
  list.proposed ??= readProposed(graph, idsIn(change))
  return (await list.proposed).has(change.id)
}

/** The proposal that became a change; null for none, and where somebody may not see it. */
export async function proposalBehind(
  graph: GraphReader,
  viewer: Viewer,
  change: ShownChange,
): Promise<ShownProposal | null> {
  const list = listOf(change)
  list.seen ??= readSeen(graph, viewer, idsIn(change))
  return (await list.seen).get(change.id) ?? null
}

function listOf({ together }: ShownChange): OfList {
  const list = lists.get(together) ?? {}
  lists.set(together, list)
  return list
}

const idsIn = ({ together }: ShownChange): readonly string[] => together.changes.map(({ id }) => id)

async function readProposed(graph: GraphReader, changes: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await graph.read(changesProposed, { changes })).map(({ change }) => change))
}

async function readSeen(
  graph: GraphReader,
  viewer: Viewer,
  changes: readonly string[],
): Promise<ReadonlyMap<string, ShownProposal>> {
  const rows = await graph.read(proposalsSeenOf, { changes, ...(await seeingOf(graph, viewer)) })
  return new Map(
    shownProposals(graph, rows).flatMap((proposal) => (proposal.change === null ? [] : [[proposal.change, proposal]])),
  )
}
