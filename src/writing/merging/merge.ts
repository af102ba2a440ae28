import type { GraphReader } from '../../graph/graph.js'
import { idsNow } from '../../graph/redirects.js'
import { NotFoundError } from '../../kernel/input-errors.js'
import { requireRevision } from '../publishing/plan-draft.js'
import { type Published, type Writer, writeChange } from '../publishing/write-change.js'
import { readStates } from '../statements/states.js'
import { planMerge, requireMergeable, type StatesOfMerge } from './plan-merge.js'

/** Two that are the same, and the revisions of them that whoever says so has seen. */
export interface MergeRequest {
  readonly from: string
  readonly fromRevision: number
  readonly into: string
  readonly intoRevision: number
  readonly reason: string | null
}

/**
 * Makes two entities one, in one transaction whatever their size: statements, names, claims and relationships of the first
 * become the second's, and its id answers for it.
 * @throws NotFoundError; BadUserInputError, naming the argument, for what cannot be one; ConflictError where one of them
 * has changed since.
 */
export function mergeEntities(writer: Writer, request: MergeRequest): Promise<Published> {
  return writeChange(writer, async (transaction) => {
    const both = await statesOfMerge(transaction, request)
    const { from, into } = both
    requireMergeable(both)
    await requireRevision(transaction, from, request.fromRevision)
    await requireRevision(transaction, into, request.intoRevision)
    const changes = await planMerge(transaction, both, writer.edition.sizeRule)
    const states = new Map([from, into].map((state) => [state.id, state]))
    return { operation: 'MERGE', entity: into.id, changes, states, source: null, reason: request.reason }
  })
}

/**
 * The two as they are, whatever they were merged into before.
 * @throws NotFoundError for an id that nothing has or had, or that was withdrawn.
 */
export async function statesOfMerge(
  graph: GraphReader,
  { from, into }: Pick<MergeRequest, 'from' | 'into'>,
): Promise<StatesOfMerge> {
  const now = await idsNow(graph, [from, into])
  const [one, other] = [now.get(from) ?? from, now.get(into) ?? into]
  const states = await readStates(graph, [one, other])
  const [fromState, intoState] = [states.get(one), states.get(other)]
  if (!fromState) throw new NotFoundError(from)
  if (!intoState) throw new NotFoundError(into)
  return { from: fromState, into: intoState }
}
