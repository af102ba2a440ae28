import { z } from 'zod'
import type { Properties, Provenance } from '../../graph/elements.js'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { labelOfKind, type NodeLabel } from '../../graph/vocabulary.js'
import { readRelationships } from '../../graph/write-elements.js'
import { BadUserInputError, NotFoundError } from '../../kernel/input-errors.js'
import type { TieIdentity, TiePiece } from '../changes/piece.js'
import type { DraftTie } from '../drafts/draft.js'
import { ownSource, withOwnSource } from '../forms/own-source.js'
import { writtenRuleOf } from '../forms/relationships.js'
import { visible } from '../statements/fold.js'
import { nameOfStatement, type TieStatement } from '../statements/statement.js'
import { tieStatementsOf } from '../statements/stored-statement.js'
import { requireDaysInOrder, requireNoCircle } from './sound-ties.js'

/** Of what kind the entities are that have some ids. */
const kindsOfEnds = query<{ ids: readonly string[] }>()(
  'kinds of ends of relationships',
  z.object({ id: z.string(), kind: z.string() }),
  'UNWIND $ids AS id MATCH (end:Entity {id: id}) RETURN end.id AS id, end.entityKind AS kind',
)

/** What says until when a relationship holds; a supply has a word of its own. */
const dayNames = ['validTo', 'until']

/**
 * What a draft makes of relationships of an entity.
 * @param made entities that the same change makes, by id.
 * @throws NotFoundError for an end that is not there; BadUserInputError, naming the argument, for one of a kind that the
 * relationship cannot have, a relationship of an entity to itself, one that is to end and is not there, one that would end
 * before it begins, and a successor that is a predecessor.
 */
export async function planTies(
  graph: GraphReader,
  { entity, label }: { readonly entity: string; readonly label: NodeLabel },
  ties: readonly DraftTie[],
  saying: Provenance,
  made: ReadonlyMap<string, NodeLabel> = new Map(),
): Promise<TiePiece[]> {
  if (ties.length === 0) return []
  const named = ties.map((tie) => ({ ...tie, end: tie.end === ownSource ? saying.source : tie.end }))
  await requireEnds(graph, { entity, label }, named, made)
  await requireNoCircle(graph, entity, named)
  const identities = named.map((tie) => identityOf(entity, tie, saying.source))
  const there = await readRelationships(graph, identities)
  return named.flatMap((tie, index) => {
    const identity = identities[index]
    if (!identity) return []
    const parallel = there.filter(
      ({ type, from, to }) => type === identity.type && from === identity.from && to === identity.to,
    )
    if (tie.does === 'END') return ended(tie, parallel, saying)
    const standing = parallel.find(({ key }) => key === identity.key)
    const statements = standing ? tieStatementsOf(standing.properties) : []
    const piece = added(tie, identity, statements, saying)
    requireDaysInOrder(tie.argument, statements, piece)
    return [piece]
  })
}

function identityOf(entity: string, tie: DraftTie, source: string): TieIdentity {
  const { type, end, direction } = tie
  const key = tie.isKeyedBySource ? `${tie.key} ${source}` : tie.key
  return direction === 'OUT' ? { type, from: entity, to: end, key } : { type, from: end, to: entity, key }
}

async function requireEnds(
  graph: GraphReader,
  { entity, label }: { readonly entity: string; readonly label: NodeLabel },
  ties: readonly DraftTie[],
  made: ReadonlyMap<string, NodeLabel>,
): Promise<void> {
  const ids = [...new Set(ties.map(({ end }) => end))]
  const rows = await graph.read(kindsOfEnds, { ids })
  const labels = new Map<string, NodeLabel | undefined>([
    ...rows.map(({ id, kind }) => [id, labelOfKind(kind)] as const),
    ...made,
  ])
  for (const { type, end, direction, argument } of ties) {
    const far = labels.get(end)
    if (end === entity) throw new BadUserInputError(argument, `${argument} leads from ${entity} to itself`)
    if (far === undefined) throw new NotFoundError(end)
    const rule = writtenRuleOf(type)
    const [from, to] = direction === 'OUT' ? [label, far] : [far, label]
    if (!rule?.from.includes(from) || !rule.to.includes(to)) {
      throw new BadUserInputError(argument, `${argument} names ${end}: ${type} cannot lead from ${from} to ${to}`)
    }
  }
}

/** What its source says of a relationship that holds: an end that was said before is said no more. */
function added(
  { values }: DraftTie,
  identity: TieIdentity,
  statements: readonly TieStatement[],
  saying: Provenance,
): TiePiece {
  const before = ownOf(statements, saying)
  const isEnded = visible(statements).some(({ values: shown }) => dayNames.some((name) => shown[name] !== undefined))
  const emptied = isEnded ? dayNames.filter((name) => values[name] === undefined) : []
  const after = { ...saying, isSeeded: false, values: withOwnSource(values, saying.source), emptied }
  return { of: 'TIE', ...identity, before, after }
}

/** What its source says of relationships that hold no longer. */
function ended(
  tie: DraftTie,
  parallel: readonly (TieIdentity & { readonly properties: Properties })[],
  saying: Provenance,
): TiePiece[] {
  const meant = parallel.filter(({ key }) => key === tie.key || (tie.isKeyedBySource && key.startsWith(`${tie.key} `)))
  if (meant.length === 0) {
    throw new BadUserInputError(tie.argument, `${tie.argument} is to end, and there is no such relationship`)
  }
  return meant.map(({ properties, ...identity }) => {
    const statements = tieStatementsOf(properties)
    const piece = endedTie(identity, statements, tie.values, saying)
    requireDaysInOrder(tie.argument, statements, piece)
    return piece
  })
}

/** What its source says of one relationship that holds no longer. */
export function endedTie(
  { type, from, to, key }: TieIdentity,
  statements: readonly TieStatement[],
  until: Properties,
  saying: Provenance,
): TiePiece {
  const before = ownOf(statements, saying)
  const emptied = (before?.emptied ?? []).filter((name) => until[name] === undefined)
  const after = { ...saying, isSeeded: false, values: { ...before?.values, ...until }, emptied }
  return { of: 'TIE', type, from, to, key, before, after }
}

const ownOf = (statements: readonly TieStatement[], { source }: Provenance): TieStatement | null =>
  statements.find((each) => nameOfStatement(each) === source) ?? null
