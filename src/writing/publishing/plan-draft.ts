import { z } from 'zod'
import type { Viewer } from '../../accounts/viewer.js'
import type { SizeRule } from '../../classification/size-class.js'
import type { Properties } from '../../graph/elements.js'
import { requireInGraph } from '../../graph/entity-ids.js'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { type NodeLabel, nodeKinds } from '../../graph/vocabulary.js'
import { BadUserInputError, ConflictError, NotFoundError } from '../../kernel/input-errors.js'
import type { EntityChange, LifePiece, Piece } from '../changes/piece.js'
import type { Draft } from '../drafts/draft.js'
import { calledIn, idsNamedIn } from '../drafts/draft-names.js'
import { withOwnSource } from '../forms/own-source.js'
import { faultOfNewFirm, faultsOf } from '../forms/whole.js'
import { endValues } from '../statements/ending.js'
import { shownEntity } from '../statements/fold.js'
import { agesKept, nameOfStatement, replaced, type Statement } from '../statements/statement.js'
import { type EntityState, readStates } from '../statements/states.js'
import { endedWith } from './ended-ties.js'
import { freeId } from './free-id.js'
import { planParts } from './plan-parts.js'
import { planTies } from './plan-ties.js'
import { type SourceFound, sourceOf } from './sources.js'

/** What a draft comes to on the graph as it is. */
export interface Plan {
  readonly entity: string
  readonly source: string
  readonly changes: readonly EntityChange[]
  /** What was read on the way of entities that change. */
  readonly states: ReadonlyMap<string, EntityState>
}

/** Who writes, when, and by which rule firms are classed. */
export interface Planning {
  readonly viewer: Viewer
  readonly at: string
  readonly sizeRule: SizeRule
}

/** What an entity was, and what it has become, null where it was taken out. */
const formerById = query<{ id: string }>()(
  'a former entity',
  z.object({ now: z.array(z.string()) }),
  `MATCH (former:Former {id: $id})
   CALL (former) {
     MATCH (former)-[:NOW]->(entity)
     RETURN collect(entity.id) AS now
   }
   RETURN now`,
)

/** Changes of an entity after a revision, newest first. */
const changesAfter = query<{ entity: string; revision: number }>()(
  'changes of an entity after a revision',
  z.object({ id: z.string() }),
  `MATCH (entity:Entity {id: $entity})<-[changed:CHANGED]-(change:Change)
   WHERE changed.revision > $revision
   RETURN change.id AS id
   ORDER BY changed.revision DESC LIMIT 50`,
)

/**
 * What a draft comes to: pieces of the entity and of its parts, and of the source where that has to be made.
 * @throws NotFoundError, BadUserInputError with the argument; ConflictError where the entity has changed since the
 * revision that the draft was made from.
 */
export async function planDraft(graph: GraphReader, draft: Draft, planning: Planning): Promise<Plan> {
  const found = await sourceOf(graph, draft.source, planning.viewer, planning.at)
  const made = new Map(found.made ? [[found.id, found.made.label] as const] : [])
  const states = new Map<string, EntityState>()
  const before = { found, made, states }
  const parts = await planParts(graph, draft, (part, id) => planOne(graph, part, planning, { ...before, id }))
  for (const { entity, label } of parts.made) made.set(entity, label)
  const own = await planOne(graph, { ...draft, ties: [...draft.ties, ...parts.ties] }, planning, before)
  const changes = [...(found.made ? [found.made] : []), ...parts.changes, own]
  return { entity: own.entity, source: found.id, changes, states }
}

/** What the change that a draft is part of has found and made before it. */
interface Before {
  readonly found: SourceFound
  readonly made: ReadonlyMap<string, NodeLabel>
  /** Takes what is read of entities. */
  readonly states: Map<string, EntityState>
  /** The id of what is made, where it is given. */
  readonly id?: string | undefined
}

async function planOne(
  graph: GraphReader,
  draft: Draft,
  planning: Planning,
  { found, made, states, id }: Before,
): Promise<EntityChange> {
  const { life, state, entity } =
    draft.operation === 'CREATE' ? await toBeMade(graph, draft, id) : await toBeChanged(graph, draft)
  if (state) states.set(entity, state)
  await requireInGraph(graph, idsNamedIn(draft))
  const statements = life ? [] : (state?.statements ?? [])
  const after = statementOf(draft, found, statements, planning.at)
  const before = statements.find((each) => nameOfStatement(each) === found.id) ?? null
  const said = replaced(statements, { before, after })
  requireSound(draft, { entity, was: life ? null : statements, said }, planning.sizeRule)
  const { source, locator, recordedAt } = after
  const saying = { source, locator, recordedAt }
  const subject = { entity, label: draft.label }
  const ties = [
    ...(await planTies(graph, subject, draft.ties, saying, made)),
    ...(draft.endsOn === null ? [] : await endedWith(graph, subject, draft.endsOn, saying)),
  ]
  const isSaid = before !== null || hasWords(after)
  const pieces: Piece[] = [
    ...(life ? [life] : []),
    ...(isSaid ? [{ of: 'STATEMENT', entity, before, after } as const] : []),
    ...ties,
  ]
  return { entity, label: draft.label, pieces }
}

const hasWords = ({ values, emptied, asOf }: Statement): boolean =>
  Object.keys(values).length + emptied.length > 0 || asOf !== null

interface Subject {
  readonly entity: string
  readonly life: LifePiece | null
  readonly state: EntityState | null
}

async function toBeMade(graph: GraphReader, { id, label, values }: Draft, given?: string): Promise<Subject> {
  const entity = given ?? id ?? (await freeId(graph, nodeKinds[label].idPrefix, calledIn(values)))
  const [former] = id === null ? [] : await graph.read(formerById, { id })
  const [now] = former?.now ?? []
  if (now !== undefined) {
    throw new BadUserInputError('input.organisationNumber', `${entity} was merged into ${now}: update that one`)
  }
  if (id !== null && (await readStates(graph, [id])).size > 0) {
    throw new BadUserInputError('input.organisationNumber', `${entity} is there already: update it`)
  }
  const before = former ? 'FORMER' : 'NONE'
  return { entity, life: { of: 'LIFE', entity, label, before, after: 'ENTITY', now: null }, state: null }
}

async function toBeChanged(graph: GraphReader, { id, label, revision }: Draft): Promise<Subject> {
  const entity = id ?? ''
  const state = (await readStates(graph, [entity])).get(entity)
  if (!state) throw new NotFoundError(entity)
  if (state.label !== label) throw new BadUserInputError('input.id', `input.id names ${entity}, which is no ${label}`)
  if (revision !== null) await requireRevision(graph, state, revision)
  return { entity, life: null, state }
}

/** @throws ConflictError where an entity is of another revision, with the changes in between. */
export async function requireRevision(
  graph: GraphReader,
  { id, revision: now }: Pick<EntityState, 'id' | 'revision'>,
  revision: number,
): Promise<void> {
  if (now === revision) return
  const changes = await graph.read(changesAfter, { entity: id, revision })
  throw new ConflictError(`${id} has changed since: it is of revision ${now}, not ${revision}`, {
    revision: now,
    changes: [...new Set(changes.map((change) => change.id))],
  })
}

/** What the source says after the draft: what it said before, with what the draft says and empties. */
function statementOf(draft: Draft, found: SourceFound, statements: readonly Statement[], at: string): Statement {
  const before = statements.find((each) => nameOfStatement(each) === found.id)
  const ends = draft.endsOn === null ? {} : endValues(draft.label, draft.endsOn)
  const said = withOwnSource({ ...draft.values, ...ends }, found.id)
  const kept = Object.entries(before?.values ?? {}).filter(([name]) => !draft.emptied.includes(name))
  const emptied = [...(before?.emptied ?? []).filter((name) => said[name] === undefined), ...draft.emptied]
  const seen = seenIn(draft, found, at)
  const anew = [...Object.keys(said), ...Object.keys(seen), ...draft.emptied]
  const earlier = before && agesKept(before, anew)
  return {
    source: found.id,
    locator: draft.locator ?? before?.locator ?? 'as entered here',
    recordedAt: at,
    asOf: draft.asOf ?? before?.asOf ?? null,
    confirmedOn: before?.confirmedOn ?? null,
    isSeeded: false,
    values: { ...Object.fromEntries(kept), ...said, ...seen },
    emptied: [...new Set(emptied)].toSorted(),
    ...(earlier ? { earlier } : {}),
  }
}

/** An offer or actor is seen on the page that speaks of it; on one that states no year when somebody took it from there. */
function seenIn({ label, asOf }: Draft, { id, year }: SourceFound, at: string): Properties {
  if (label !== 'Initiative' && label !== 'SupportActor') return {}
  return { lastSeenIn: id, lastSeenYear: year ?? Number((asOf ?? at).slice(0, 4)) }
}

/** @throws BadUserInputError for the first thing that is wrong with the entity as a whole as it would be shown. */
function requireSound(draft: Draft, { entity, was, said }: Sounding, rule: SizeRule): void {
  const faultsIn = (statements: readonly Statement[]) =>
    faultsOf(draft.label, statements.length === 0 ? {} : shownEntity(draft.label, entity, statements, rule).fields)
  // What was wrong before, such as a firm that nobody names any more, keeps nobody from saying something else.
  const known = new Set(was === null ? [] : faultsIn(was).map(({ message }) => message))
  const isNewFirm = draft.operation === 'CREATE' && draft.label === 'Firm'
  const ofNewFirm = isNewFirm ? faultOfNewFirm(shownEntity(draft.label, entity, said, rule).fields) : null
  const [fault] = [...faultsIn(said), ...(ofNewFirm ? [ofNewFirm] : [])].filter(({ message }) => !known.has(message))
  if (!fault) return
  const { argument, message } = draft.operation === 'END' ? { argument: 'input.on', message: endFault } : fault
  throw new BadUserInputError(argument, message)
}

/** What is said of an entity before and after a draft; null before for what is made. */
interface Sounding {
  readonly entity: string
  readonly was: readonly Statement[] | null
  readonly said: readonly Statement[]
}

const endFault = 'input.on is no later than the day on which it begins'
