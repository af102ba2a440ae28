import { z } from 'zod'
import type { SizeRule } from '../../classification/size-class.js'
import type { GraphNode, GraphRelationship, Properties, PropertyValue } from '../../graph/elements.js'
import { GraphError } from '../../graph/failure.js'
import type { GraphTransaction } from '../../graph/graph.js'
import { known } from '../../graph/known.js'
import { nameProperties } from '../../graph/names.js'
import { type QueryValue, query } from '../../graph/query.js'
import { retire, revive } from '../../graph/retire.js'
import { type RelationshipIdentity, removeRelationships, writeElements } from '../../graph/write-elements.js'
import { shownEntity } from '../statements/fold.js'
import { nameOfStatement, type Statement } from '../statements/statement.js'
import { type EntityState, isStated, readStates } from '../statements/states.js'
import { statementKey, storedValues } from '../statements/stored-statement.js'
import { writePlaces } from './apply-places.js'
import { applyTies } from './apply-ties.js'
import { differences, type FieldChange, haveSame, isSame } from './difference.js'
import { type EntityChange, type LifePiece, type Piece, type Stood, statementsAfter } from './piece.js'
import type { Step } from './step.js'
import { keepingName, leaveUndescribed } from './unsaid-firms.js'

/** What a change did to one entity. */
export interface Changed extends EntityChange {
  /** The revision that it made. */
  readonly revision: number
  /** How it is shown otherwise now. */
  readonly differed: readonly FieldChange[]
  /** Whether it is no entity any more. */
  readonly isFormer: boolean
}

const changeEntities = query<{ rows: readonly QueryValue[] }>()(
  'change entities',
  z.object({ count: z.number() }),
  `UNWIND $rows AS row
   MATCH (entity:Entity {id: row.id})
   SET entity += row.properties
   RETURN count(*) AS count`,
)

/**
 * Brings entities from what was said of them to what is: statements, what is shown of them, relationships and lives, and
 * writes nothing that is so already. Every write of an entity comes through here.
 * @param alreadyRead entities as they were read in the same transaction, which are not read again.
 * @throws GraphError FAILED where a relationship names what is not in the graph.
 */
export async function applyChanges(
  transaction: GraphTransaction,
  changes: readonly EntityChange[],
  rule: SizeRule,
  alreadyRead: ReadonlyMap<string, EntityState> = new Map(),
): Promise<Changed[]> {
  const lives = new Map(changes.map((change) => [change.entity, change.pieces.find(isOwnLife(change.entity))]))
  await revive(
    transaction,
    [...lives.values()].flatMap((life) =>
      life?.before === 'FORMER' && life.after === 'ENTITY' ? [{ id: life.entity, label: life.label }] : [],
    ),
  )
  const there = changes.filter(({ entity }) => lives.get(entity)?.before !== 'NONE').map(({ entity }) => entity)
  const unknown = there.filter((entity) => !alreadyRead.has(entity))
  const states = new Map([...alreadyRead, ...(await readStates(transaction, unknown))])
  const above = revisionsOfMerged([...lives.values()], states)
  const steps = changes.map((change) => {
    const { entity } = change
    return stepOf(change, { life: lives.get(entity), found: states.get(entity), above: above.get(entity) ?? 0 }, rule)
  })
  await writeNodes(transaction, steps)
  await writeStatements(transaction, steps)
  const tieChanges = await applyTies(transaction, changes)
  await writePlaces(transaction, steps)
  const unsaid = await leaveUndescribed(
    transaction,
    steps.flatMap((step) => (step.state && isLeftUndescribed(step) ? [step.state] : [])),
  )
  await retire(
    transaction,
    steps.flatMap(({ life }) =>
      life?.after === 'FORMER' ? [{ id: life.entity, label: life.label, now: life.now }] : [],
    ),
  )
  return steps.map(({ change, state, shown, revision, life }) => ({
    ...change,
    revision,
    differed: [
      ...differences(state ? fieldsOf(state, rule) : {}, shown?.fields ?? unsaid.get(change.entity) ?? {}),
      ...(tieChanges.get(change.entity) ?? []),
    ],
    isFormer: life?.after === 'FORMER',
  }))
}

/** Whether no source describes an entity any more that one did, or is brought back because something names it again. */
function isLeftUndescribed({ state, statements, life, change: { stood } }: Step): boolean {
  if (!state || statements.length > 0 || life?.after === 'FORMER' || stood) return false
  return state.statements.length > 0 || (life?.before === 'FORMER' && state.properties.undescribed !== true)
}

const isOwnLife =
  (entity: string) =>
  (piece: Piece): piece is LifePiece =>
    piece.of === 'LIFE' && piece.entity === entity

/**
 * The revisions of what becomes something else, by what it becomes: that takes one that neither had, or what somebody looked
 * at before, and changes by the id that leads here now, would pass for what is here.
 */
function revisionsOfMerged(
  lives: readonly (LifePiece | undefined)[],
  states: ReadonlyMap<string, EntityState>,
): ReadonlyMap<string, number> {
  const above = new Map<string, number>()
  for (const life of lives) {
    if (life?.after !== 'FORMER' || life.now === null) continue
    above.set(life.now, Math.max(above.get(life.now) ?? 0, states.get(life.entity)?.revision ?? 0))
  }
  return above
}

interface Found {
  readonly life: LifePiece | undefined
  readonly found: EntityState | undefined
  /** A revision that the next one is above. */
  readonly above: number
}

function stepOf(change: EntityChange, { life, found, above }: Found, rule: SizeRule): Step {
  if (!found && life?.before !== 'NONE') throw new GraphError('FAILED', `${change.entity} is not in the graph`)
  // What stands on a former entity is what it was last shown as: its pieces say what is stated of it now.
  const state = life?.before === 'FORMER' && found ? { ...found, statements: [], explicit: new Map() } : found
  const statements = statementsAfter(change, state?.statements ?? [])
  const shown =
    life?.after === 'FORMER' || statements.length === 0
      ? null
      : keepingName(shownEntity(change.label, change.entity, statements, rule), state)
  const revision = state ? Math.max(state.revision, above) + 1 : 1
  return { change, life, state: state ?? null, statements, revision, shown }
}

const fieldsOf = (state: EntityState, rule: SizeRule): Properties =>
  state.statements.length === 0
    ? {}
    : keepingName(shownEntity(state.label, state.id, state.statements, rule), state).fields

async function writeNodes(transaction: GraphTransaction, steps: readonly Step[]): Promise<void> {
  const made = steps.flatMap(({ state, change, shown, statements, revision }): GraphNode[] => {
    if (state || !shown) return []
    const properties = { ...shown.properties, ...own(statements, change, null), revision }
    return [{ label: change.label, id: change.entity, provenance: shown.provenance, properties }]
  })
  await writeElements(transaction, { nodes: made, relationships: [] })
  const rows = steps.flatMap((step): QueryValue[] => {
    const properties = step.state ? nodeChange(step, step.state) : {}
    return Object.keys(properties).length > 0 ? [{ id: step.change.entity, properties }] : []
  })
  if (rows.length > 0) await transaction.write(changeEntities, { rows })
}

/** Only what differs: to set the words of search anew costs milliseconds an entity, even where they stay the same. */
function nodeChange(
  { change, life, shown, statements, revision }: Step,
  state: EntityState,
): Record<string, PropertyValue | null> {
  const { stood } = change
  if (!shown && !stood) return { revision }
  const { label, properties: before } = state
  const said = new Set(state.statements.flatMap(({ values, emptied }) => [...Object.keys(values), ...emptied]))
  // What firms have that none of their statements says, such as other names that a list met.
  const others =
    life?.before === 'FORMER' || !shown
      ? []
      : Object.entries(before).filter(
          ([name]) => isStated(label, name) && !said.has(name) && !stood?.lacked.includes(name),
        )
  const beside = Object.entries(stood?.beside ?? {}).filter(([name]) => !shown || isStated(label, name))
  const wanted: Properties = {
    ...Object.fromEntries([...others, ...beside]),
    ...withoutLacked(shown?.properties ?? {}, statements, stood),
    ...shown?.provenance,
    ...own(statements, change, state),
    ...{ id: change.entity, entityKind: before.entityKind ?? '', revision },
  }
  const named = { ...wanted, ...nameProperties(change.entity, wanted) }
  const properties: Record<string, PropertyValue | null> = {}
  for (const name of new Set([...Object.keys(named), ...Object.keys(before)])) {
    if (!isSame(before[name], named[name])) properties[name] = named[name] ?? null
  }
  return properties
}

/** What its node had not, and no source says, is not made of what they say where it is brought back. */
function withoutLacked(shown: Properties, statements: readonly Statement[], stood: Stood | undefined): Properties {
  const said = new Set(statements.flatMap(({ values }) => Object.keys(values)))
  const left = Object.entries(shown).filter(([name]) => said.has(name) || !stood?.lacked.includes(name))
  return stood ? Object.fromEntries(left) : shown
}

/** What says of a node that its only statement is the seed's. */
const own = (statements: readonly Statement[], change: EntityChange, state: EntityState | null): Properties =>
  known({ seeded: isImplicit(statements, change, state) && statements[0]?.isSeeded ? true : undefined })

/** Whether an entity's only statement stands in its own properties. */
function isImplicit(
  [only, ...others]: readonly Statement[],
  { label, stood }: EntityChange,
  state: EntityState | null,
): boolean {
  if (!only || others.length > 0) return false
  const wasImplicit =
    state?.statements.some((each) => {
      const name = nameOfStatement(each)
      return name === nameOfStatement(only) && !state.explicit.has(name)
    }) ?? false
  return only.isSeeded || label === 'Source' || wasImplicit || stood?.isImplicit === true
}

async function writeStatements(transaction: GraphTransaction, steps: readonly Step[]): Promise<void> {
  const gone: RelationshipIdentity[] = []
  const written: GraphRelationship[] = []
  for (const { change, life, state, statements } of steps) {
    const explicit = life?.after === 'FORMER' || isImplicit(statements, change, state) ? [] : statements
    for (const [name, { source, key }] of state?.explicit ?? []) {
      const stays = explicit.some((each) => nameOfStatement(each) === name)
      if (!stays) gone.push({ type: 'STATED_IN', from: change.entity, to: String(source), key: String(key) })
    }
    for (const statement of explicit) {
      const { source, locator, recordedAt } = statement
      const key = statementKey(change.label, statement)
      const properties = storedValues(statement)
      const before = state?.explicit.get(nameOfStatement(statement))
      if (before && haveSame(before, { ...properties, source, locator, recordedAt, key })) continue
      const provenance = { source, locator, recordedAt }
      written.push({ type: 'STATED_IN', from: change.entity, to: source, key, provenance, properties })
    }
  }
  await removeRelationships(transaction, gone)
  await writeElements(transaction, { nodes: [], relationships: written }, 'REPLACE_PROPERTIES')
}
