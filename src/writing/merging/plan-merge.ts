import type { SizeRule } from '../../classification/size-class.js'
import type { GraphReader } from '../../graph/graph.js'
import type { NodeLabel } from '../../graph/vocabulary.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { tieName } from '../changes/apply-ties.js'
import type { EntityChange, LifePiece } from '../changes/piece.js'
import { shownEntity } from '../statements/fold.js'
import { type EntityState, isPlaceOrSector, isSamePlace, isStated } from '../statements/states.js'
import { isStatementKey, tieStatementsOf } from '../statements/stored-statement.js'
import { requireConsistent, requireNoCircle } from './merge-faults.js'
import { tiesFrom, tiesTo } from './merge-queries.js'
import { mergedStatements } from './merge-statements.js'
import { mergedTies, type SaidTie } from './merge-ties.js'

/** Kinds of which two can be the same without anyone having known. */
const mergeable: readonly NodeLabel[] = ['Firm', 'SupportActor', 'Initiative']

/** The two of a merge as they are in the graph. */
export interface StatesOfMerge {
  readonly from: EntityState
  readonly into: EntityState
}

/**
 * Refuses what cannot be one.
 * @throws BadUserInputError, naming the argument.
 */
export function requireMergeable({ from, into }: StatesOfMerge): void {
  if (from.id === into.id) throw new BadUserInputError('input.from', `input.from and input.into are both ${into.id}`)
  for (const [argument, { id, label }] of [
    ['input.from', from],
    ['input.into', into],
  ] as const) {
    if (mergeable.includes(label)) continue
    throw new BadUserInputError(
      argument,
      `${argument} names ${id}: firms, support actors and initiatives are merged alone`,
    )
  }
  if (from.label !== into.label) {
    throw new BadUserInputError('input.from', `input.from names ${from.id}, which is of another kind than ${into.id}`)
  }
  const [one, other] = [numberOf(from), numberOf(into)]
  if (from.label === 'Firm' && one !== null && other !== null && one !== other) {
    throw new BadUserInputError('input.from', `${from.id} and ${into.id} have different organisation numbers`)
  }
}

const numberOf = ({ properties: { organisationNumber } }: EntityState): string | null =>
  typeof organisationNumber === 'string' ? organisationNumber : null

/**
 * What a merge comes to: what sources say of the one that goes they say of the one that stays, which is found by the names
 * of both, and all relationships lead there.
 * @throws BadUserInputError where what it comes to would contradict itself.
 */
export async function planMerge(
  graph: GraphReader,
  states: StatesOfMerge,
  rule: SizeRule,
): Promise<readonly [EntityChange, EntityChange]> {
  const { from, into } = states
  const statements = mergedStatements(states, rule)
  requireConsistent(states, statements.after, rule)
  await requireNoCircle(graph, states)
  const ties = mergedTies(await tiesOf(graph, states), { from: from.id, into: into.id })
  return [
    {
      ...{ entity: from.id, label: from.label },
      pieces: [...statements.from, ...ties.from, lifeOf(from, { after: 'FORMER', now: into.id, rule })],
    },
    {
      ...{ entity: into.id, label: into.label },
      pieces: [...statements.into, ...ties.into, lifeOf(into, { after: 'ENTITY', now: null, rule })],
    },
  ]
}

function lifeOf(
  state: EntityState,
  { after, now, rule }: { readonly after: 'ENTITY' | 'FORMER'; readonly now: string | null; readonly rule: SizeRule },
): LifePiece {
  const { id, label, properties, statements, explicit, ties } = state
  const said = new Set(statements.flatMap(({ values, emptied }) => [...Object.keys(values), ...emptied]))
  const shown = statements.length === 0 ? null : shownEntity(label, id, statements, rule)
  const isBeside = (name: string): boolean =>
    statements.length === 0 ? !writtenAnyway.has(name) : isStated(label, name) && !said.has(name)
  const stood = {
    isImplicit: statements.length === 1 && explicit.size === 0,
    beside: Object.fromEntries(Object.entries(properties).filter(([name]) => isBeside(name))),
    lacked: Object.keys(shown?.properties ?? {}).filter((name) => properties[name] === undefined),
    places: (label === 'Firm' ? ties : []).map((tie) => ({
      ...tie,
      isStated: shown?.ties.some(isSamePlace(tie)) ?? false,
    })),
  }
  return { of: 'LIFE', entity: id, label, before: 'ENTITY', after, now, stood }
}

const writtenAnyway: ReadonlySet<string> = new Set([
  ...['id', 'entityKind', 'revision', 'sortName', 'searchText', 'letterPairs'],
])

/** All relationships of the two, but for what is made of statements of them. */
async function tiesOf(graph: GraphReader, { from, into }: StatesOfMerge): Promise<SaidTie[]> {
  const ties = new Map<string, SaidTie>()
  for (const state of [from, into]) {
    const sources = new Set(state.statements.map(({ source }) => source))
    for (const query of [tiesFrom, tiesTo]) {
      for (const { properties, ...tie } of await graph.read(query, { entity: state.id })) {
        const isOwn = tie.from === state.id
        if (isOwn && tie.type === 'STATED_IN' && isStatementKey(state.label, tie.key)) continue
        const isOfFirm = isOwn && state.label === 'Firm' && isPlaceOrSector(tie)
        const statements = tieStatementsOf(properties).filter(
          ({ isSeeded, source }) => !isOfFirm || isSeeded || !sources.has(source),
        )
        if (statements.length > 0) ties.set(tieName(tie), { ...tie, statements })
      }
    }
  }
  return [...ties.values()]
}
