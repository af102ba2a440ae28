import type { Viewer } from '../../accounts/viewer.js'
import { idOfKind } from '../../graph/entity-ids.js'
import type { GraphReader } from '../../graph/graph.js'
import { type NodeLabel, nodeKinds } from '../../graph/vocabulary.js'
import { BadUserInputError, NotFoundError } from '../../kernel/input-errors.js'
import { applyChanges } from '../changes/apply.js'
import type { EntityChange } from '../changes/piece.js'
import { recordChange } from '../changes/record.js'
import type { NamedSource } from '../drafts/draft.js'
import { withinRights } from '../publishing/own-publishing.js'
import { type SourceFound, sourceOf } from '../publishing/sources.js'
import { speakingForEach } from '../publishing/speaking.js'
import { isStored, newAttempt, newChange, proposing, type Writer } from '../publishing/write-change.js'
import { nameOfStatement, type Statement } from '../statements/statement.js'
import { type EntityState, readStates } from '../statements/states.js'

/** What somebody says that it still holds. */
export interface AskedConfirmation {
  readonly ids: readonly string[]
  /** The day on which it holds, ISO. */
  readonly asOf: string
  readonly source: NamedSource | null
  readonly reason: string | null
}

const MOST_IDS = 200

/** Kinds that people say things of. */
const confirmable: readonly NodeLabel[] = ['SupportActor', 'Initiative', 'Firm', 'Establishment', 'Phase', 'Claim']

/**
 * Says of entities that they still hold on a day: dates change, nothing else. All in one transaction, with a change each.
 * @param today ISO.
 * @returns ids of the changes, in the order of the entities.
 * @throws BadUserInputError for no ids or too many, one of another kind, a day that is to come, and what had ended by the
 * day; NotFoundError for an id that nothing has; ForbiddenError where whoever confirms may not publish about all of them.
 */
export function confirm(
  { graph, edition, viewer }: Writer,
  asked: AskedConfirmation,
  today: string,
): Promise<string[]> {
  const { asOf, reason } = asked
  const ids = idsIn(asked)
  if (asOf > today) throw new BadUserInputError('input.asOf', `input.asOf is ${asOf}, a day that is to come`)
  const first = newAttempt()
  const attempts = ids.map((id, index) => ({ id, attempt: index === 0 ? first : { ...newAttempt(), at: first.at } }))
  const changes = attempts.map(({ attempt }) => attempt.change)
  return graph.transaction(async (transaction) => {
    if (await isStored(transaction, first)) return changes
    const states = await readStates(transaction, ids)
    const missing = ids.find((id) => !states.has(id))
    if (missing !== undefined) throw new NotFoundError(missing)
    const spoken = ids.map((entity) => ({ entity, offeredBy: [] }))
    const speaking = await speakingForEach(transaction, viewer, spoken, first.at)
    const sources = await sourcesOf(transaction, asked.source, speaking, first.at)
    const said = attempts.flatMap(({ id, attempt }, index) => {
      const [state, speaker, found] = [states.get(id), speaking[index], sources[index]]
      return state && speaker && found ? [{ state, attempt, speaker, found }] : []
    })
    const made = [...new Set(sources.flatMap((found) => found.made ?? []))]
    const planned = said.map(({ state, found }) => confirmed(state, { found, asOf, at: first.at }))
    const all = [...made, ...planned]
    const changed = await withinRights(transaction, { viewer, at: first.at, instead: proposing }, all, () =>
      applyChanges(transaction, all, edition.sizeRule),
    )
    for (const { state, attempt, speaker, found } of said) {
      const isOwn = (entity: string) =>
        entity === state.id || (attempt === first && made.some((source) => source.entity === entity))
      const about = { operation: 'CONFIRM', entity: state.id, source: found.id, reason } as const
      await recordChange(
        transaction,
        newChange(speaker, attempt, about),
        changed.filter(({ entity }) => isOwn(entity)),
      )
    }
    return changes
  })
}

/** The source of what each says; one that several share is found or made once. */
async function sourcesOf(
  graph: GraphReader,
  named: NamedSource | null,
  speaking: readonly Viewer[],
  at: string,
): Promise<SourceFound[]> {
  const found = new Map<string, SourceFound>()
  const sources: SourceFound[] = []
  for (const viewer of speaking) {
    const whose = named ? '' : (viewer.actsFor[0] ?? '')
    const source = found.get(whose) ?? (await sourceOf(graph, named, viewer, at))
    found.set(whose, source)
    sources.push(source)
  }
  return sources
}

function idsIn({ ids }: AskedConfirmation): string[] {
  if (ids.length === 0) throw new BadUserInputError('input.ids', 'input.ids names at least one')
  if (ids.length > MOST_IDS) throw new BadUserInputError('input.ids', `input.ids may have at most ${MOST_IDS} items`)
  const prefixes = confirmable.map((label) => nodeKinds[label].idPrefix)
  return [...new Set(ids.map((id) => idOfKind(prefixes, id, 'input.ids')))]
}

interface Confirming {
  readonly found: SourceFound
  readonly asOf: string
  readonly at: string
}

function confirmed({ id, label, statements, properties }: EntityState, { found, asOf, at }: Confirming): EntityChange {
  const { endsOn } = properties
  if (typeof endsOn === 'string' && endsOn < asOf) {
    throw new BadUserInputError('input.ids', `${id} ended on ${endsOn}: what has ended does not hold on ${asOf}`)
  }
  const before = statements.find((each) => nameOfStatement(each) === found.id) ?? null
  const said: Statement = before ?? {
    ...{ source: found.id, locator: 'as confirmed here', recordedAt: at, asOf: null, confirmedOn: null },
    ...{ isSeeded: false, values: {}, emptied: [] },
  }
  const confirmedOn = said.confirmedOn !== null && said.confirmedOn > asOf ? said.confirmedOn : asOf
  const values = { ...said.values, ...seenOn(label, said, { found, asOf }) }
  return {
    entity: id,
    label,
    pieces: [{ of: 'STATEMENT', entity: id, before, after: { ...said, confirmedOn, values } }],
  }
}

/** An offer or actor is seen in the year of the day, as on a page of that year. */
function seenOn(
  label: NodeLabel,
  { values: { lastSeenYear } }: Statement,
  { found, asOf }: Pick<Confirming, 'found' | 'asOf'>,
): Statement['values'] {
  if (label !== 'Initiative' && label !== 'SupportActor') return {}
  const year = Number(asOf.slice(0, 4))
  return Number(lastSeenYear ?? 0) >= year ? {} : { lastSeenYear: year, lastSeenIn: found.id }
}
