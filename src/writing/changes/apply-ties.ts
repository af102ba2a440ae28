import type { GraphRelationship, Properties } from '../../graph/elements.js'
import type { GraphTransaction } from '../../graph/graph.js'
import { known } from '../../graph/known.js'
import {
  type RelationshipIdentity,
  readRelationships,
  removeRelationships,
  writeElements,
} from '../../graph/write-elements.js'
import { shownTie } from '../statements/fold.js'
import { inOrder, replaced, type TieStatement } from '../statements/statement.js'
import { storedTieStatements, tieStatementsOf } from '../statements/stored-statement.js'
import type { FieldChange } from './difference.js'
import type { EntityChange, TieIdentity, TiePiece } from './piece.js'

/** What tells a relationship from all others, as one text. */
export const tieName = ({ type, from, to, key }: TieIdentity): string => JSON.stringify([type, from, to, key])

/** What sources say of those of some relationships that are there, by `tieName`. */
export async function readTies(
  transaction: Pick<GraphTransaction, 'read'>,
  identities: readonly TieIdentity[],
): Promise<ReadonlyMap<string, readonly TieStatement[]>> {
  const found = await readRelationships(transaction, identities)
  return new Map(found.map(({ properties, ...identity }) => [tieName(identity), tieStatementsOf(properties)]))
}

/** Relationships before and after some pieces of changes of entities. */
interface TieOutcome {
  readonly pieces: readonly { readonly entity: string; readonly piece: TiePiece }[]
  readonly identities: ReadonlyMap<string, TieIdentity>
  readonly before: ReadonlyMap<string, readonly TieStatement[]>
  readonly after: ReadonlyMap<string, readonly TieStatement[]>
}

/** What changes come to of relationships; null where they touch none. */
async function outcomeOf(
  graph: Pick<GraphTransaction, 'read'>,
  changes: readonly EntityChange[],
): Promise<TieOutcome | null> {
  const pieces = changes.flatMap(({ entity, pieces: all }) =>
    all.flatMap((piece) => (piece.of === 'TIE' ? [{ entity, piece }] : [])),
  )
  if (pieces.length === 0) return null
  const before = await readTies(
    graph,
    pieces.map(({ piece }) => piece),
  )
  const after = new Map(before)
  const identities = new Map<string, TieIdentity>()
  for (const { piece } of pieces) {
    const name = tieName(piece)
    identities.set(name, piece)
    after.set(name, replaced(after.get(name) ?? [], piece))
  }
  return { pieces, identities, before, after }
}

/** What would differ of relationships by changes, by the entity whose change it is; nothing is written. */
export async function tieDifferences(
  graph: Pick<GraphTransaction, 'read'>,
  changes: readonly EntityChange[],
): Promise<ReadonlyMap<string, FieldChange[]>> {
  const outcome = await outcomeOf(graph, changes)
  return outcome ? differencesIn(outcome) : new Map()
}

/**
 * Brings relationships from what was said of them to what is; one of which nothing is said any more is taken away.
 * @returns what differs, by the entity whose change it is.
 */
export async function applyTies(
  transaction: GraphTransaction,
  changes: readonly EntityChange[],
): Promise<ReadonlyMap<string, FieldChange[]>> {
  const outcome = await outcomeOf(transaction, changes)
  if (!outcome) return new Map()
  const { identities, before, after } = outcome
  const gone: RelationshipIdentity[] = []
  const written: GraphRelationship[] = []
  for (const [name, identity] of identities) {
    const statements = after.get(name) ?? []
    if (statements.length > 0) written.push(relationshipOf(identity, statements))
    else if (before.has(name)) gone.push(identity)
  }
  await removeRelationships(transaction, gone)
  await writeElements(transaction, { nodes: [], relationships: written }, 'REPLACE_PROPERTIES')
  return differencesIn(outcome)
}

function differencesIn({ pieces, before, after }: TieOutcome): ReadonlyMap<string, FieldChange[]> {
  const differed = new Map<string, FieldChange[]>()
  const told = new Set<string>()
  for (const { entity, piece } of pieces) {
    const name = tieName(piece)
    if (told.has(`${entity} ${name}`)) continue
    told.add(`${entity} ${name}`)
    const change = differenceOf(entity, piece, before.get(name) ?? [], after.get(name) ?? [])
    differed.set(entity, [...(differed.get(entity) ?? []), ...change])
  }
  return differed
}

/** A relationship as it is stored. */
export function relationshipOf(
  { type, from, to, key }: TieIdentity,
  statements: readonly TieStatement[],
): GraphRelationship {
  const ordered = inOrder(statements)
  const { provenance, properties } = shownTie(ordered)
  const isSeeded = ordered.every((each) => each.isSeeded)
  return {
    ...{ type, from, to, key, provenance },
    properties: known({
      ...properties,
      seeded: isSeeded ? true : undefined,
      statements: storedTieStatements(ordered),
    }),
  }
}

/** What differs by what was and is said of a relationship, as an entity at one of its ends tells it. */
export function differenceOf(
  entity: string,
  tie: TieIdentity,
  before: readonly TieStatement[],
  after: readonly TieStatement[],
): FieldChange[] {
  const shown = (statements: readonly TieStatement[]): Properties | null =>
    statements.length === 0 ? null : shownTie(statements).properties
  const [was, is] = [shown(before), shown(after)]
  if (JSON.stringify(sorted(was)) === JSON.stringify(sorted(is))) return []
  const name = [tie.type, tie.from === entity ? tie.to : tie.from, tie.key].filter(Boolean).join(' ')
  return [{ name, before: was, after: is }]
}

const sorted = (properties: Properties | null): unknown =>
  properties && Object.entries(properties).toSorted(([left], [right]) => (left < right ? -1 : 1))
