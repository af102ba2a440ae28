import type { GraphReader } from '../../graph/graph.js'
import { idsNow } from '../../graph/redirects.js'
import { NotFoundError } from '../../kernel/input-errors.js'
import { applyChanges } from '../changes/apply.js'
import { recordChange } from '../changes/record.js'
import { requireRevision } from '../publishing/plan-draft.js'
import { alreadyStored, newAttempt, type Published, type Writer } from '../publishing/publish-draft.js'
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
  const attempt = newAttempt()
  const { graph, viewer, edition } = writer
  return graph.transaction(async (transaction) => {
    const stored = await alreadyStored(transaction, attempt)
    if (stored) return stored
    const states = await statesOfMerge(transaction, request)
    requireMergeable(states)
    await requireRevision(transaction, states.from, request.fromRevision)
    await requireRevision(transaction, states.into, request.intoRevision)
    const changes = await planMerge(transaction, states, edition.sizeRule)
    const read = new Map([states.from, states.into].map((state) => [state.id, state]))
    const changed = await applyChanges(transaction, changes, edition.sizeRule, read)
    const { change, at } = attempt
    const entity = states.into.id
    await recordChange(
      transaction,
      {
        ...{ id: change, at, operation: 'MERGE', entity, for: viewer.actsFor[0] ?? null, by: viewer.name },
        ...{ source: null, reason: request.reason, inverseOf: null, counts: null },
      },
      changed,
    )
    return { entity, change }
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
