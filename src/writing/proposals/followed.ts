import type { GraphReader } from '../../graph/graph.js'
import { answeringToday } from '../changes/change-queries.js'
import type { Draft } from '../drafts/draft.js'
import { ownSource } from '../forms/own-source.js'

/** A draft that was made a while ago, with the ids that answer by now for those that it names. */
export interface Followed {
  readonly draft: Draft
  /** Something that it changes or names is no more; or what it would make is there. */
  readonly isOvertaken: boolean
}

/** A draft that was made a while ago, held against what there is now. */
export async function followed(graph: GraphReader, draft: Draft): Promise<Followed> {
  const ids = [...new Set(idsOf(draft))]
  const rows = ids.length === 0 ? [] : await graph.read(answeringToday, { ids })
  const now = new Map(rows.map((row) => [row.id, row.now]))
  return { draft: renamed(draft, now), isOvertaken: isOvertaken(draft, now) }
}

function idsOf({ id, ties, parts = [] }: Draft): string[] {
  return [...(id === null ? [] : [id]), ...endsOf(ties), ...parts.flatMap(idsOf)]
}

const endsOf = (ties: Draft['ties']): string[] => ties.map(({ end }) => end).filter((end) => end !== ownSource)

function renamed(draft: Draft, now: ReadonlyMap<string, string>): Draft {
  const { id, ties, parts, operation } = draft
  return {
    ...draft,
    // What would be made keeps the id that its number gives.
    id: operation === 'CREATE' || id === null ? id : (now.get(id) ?? id),
    ties: ties.map((tie) => ({ ...tie, end: now.get(tie.end) ?? tie.end })),
    ...(parts ? { parts: parts.map((part) => renamed(part, now)) } : {}),
  }
}

function isOvertaken({ operation, id, ties, parts = [] }: Draft, now: ReadonlyMap<string, string>): boolean {
  const isWrong = id !== null && now.has(id) === (operation === 'CREATE')
  return isWrong || endsOf(ties).some((end) => !now.has(end)) || parts.some((part) => isOvertaken(part, now))
}
