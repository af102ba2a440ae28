import { z } from 'zod'
import type { SizeRule } from '../../classification/size-class.js'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { faultsOf } from '../forms/whole.js'
import { shownEntity } from '../statements/fold.js'
import type { Statement } from '../statements/statement.js'
import type { EntityState } from '../statements/states.js'

/** From what was to what took its place, and from a part to its whole: neither leads back to where it began. */
const leadingOn = ['REPLACED_BY', 'PART_OF'] as const

/** What relationships of a type lead to from some entities, as far as they are not said to have ended. */
const ledTo = query<{ ids: readonly string[]; type: string }>()(
  'what relationships of a type lead to',
  z.object({ from: z.string(), to: z.string() }),
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})-[tie]->(other:Entity)
   WHERE type(tie) = $type AND tie.validTo IS NULL
   RETURN DISTINCT entity.id AS from, other.id AS to`,
)

interface Both {
  readonly from: EntityState
  readonly into: EntityState
}

/**
 * Refuses a merge after which what is shown would contradict itself, though it did of neither of the two.
 * @param after what is said of the one that stays.
 * @throws BadUserInputError
 */
export function requireConsistent({ from, into }: Both, after: readonly Statement[], rule: SizeRule): void {
  const faults = ({ id, label }: EntityState, statements: readonly Statement[]): string[] =>
    statements.length === 0
      ? []
      : faultsOf(label, shownEntity(label, id, statements, rule).fields).map(({ message }) => message)
  const before = [...faults(from, from.statements), ...faults(into, into.statements)]
  const fault = faults(into, after).find((message) => !before.includes(message))
  if (fault === undefined) return
  throw refusal({ from, into }, `of both together ${fault.replace(/^input\./, '')}: put one of them right first`)
}

/**
 * Refuses a merge that would make something replaced by itself, or a part of itself, by way of others.
 * @throws BadUserInputError
 */
export async function requireNoCircle(graph: GraphReader, { from, into }: Both): Promise<void> {
  if (into.label === 'Firm') return
  for (const type of leadingOn) {
    for (const [begin, end] of [
      [from.id, into.id],
      [into.id, from.id],
    ] as const) {
      const between = await wayBetween(graph, type, begin, end)
      if (between === null) continue
      const leads = type === 'REPLACED_BY' ? 'is replaced by' : 'is part of'
      throw refusal({ from, into }, `${begin} ${leads} ${between}, which leads to ${end}: end one of these first`)
    }
  }
}

/** The one before the end on a way from one entity to another that leads by others; null where none does. */
async function wayBetween(graph: GraphReader, type: string, begin: string, end: string): Promise<string | null> {
  const seen = new Set([begin])
  let reached = [begin]
  while (reached.length > 0) {
    const rows = await graph.read(ledTo, { ids: reached, type })
    // One between the two goes with the merge.
    const by = rows.find((row) => row.to === end && row.from !== begin)
    if (by) return by.from
    reached = [...new Set(rows.map(({ to }) => to))].filter((id) => id !== end && !seen.has(id))
    for (const id of reached) seen.add(id)
  }
  return null
}

const refusal = ({ from, into }: Both, why: string): BadUserInputError =>
  new BadUserInputError('input.from', `${from.id} and ${into.id} cannot be one as they are: ${why}`)
