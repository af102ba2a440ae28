import type { SizeRule } from '../../classification/size-class.js'
import { labelOfId, type NodeLabel } from '../../graph/vocabulary.js'
import { haveSame, isSame } from '../../writing/changes/difference.js'
import type { EntityChange, LifePiece, Piece, StatementPiece, TiePiece } from '../../writing/changes/piece.js'
import type { Statement, TieStatement } from '../../writing/statements/statement.js'
import { ofPeople, standsAlone, tieStandsAlone } from './own-words.js'
import { type Said, tellingEnd } from './said.js'
import { type Standing, saidBefore } from './standing.js'

/** What an edition makes of a graph. */
export interface EditionPlan {
  /** What it says otherwise than before. */
  readonly changes: readonly EntityChange[]
  /** What it no longer speaks of, and nobody else describes: it goes where nothing is related to it any more. */
  readonly dropped: readonly Dropped[]
}

/** An entity that an edition no longer speaks of. */
export interface Dropped {
  readonly entity: string
  readonly label: NodeLabel
  readonly ties: readonly TiePiece[]
  /** What takes it out. */
  readonly end: readonly Piece[]
}

/**
 * What an edition makes of what stands in a graph: it takes the place of what earlier ones said, and of nothing else.
 * @param isFormer whether an entity that is not there was one before.
 */
export function planEdition(
  said: Said,
  standing: Standing,
  { isFormer, rule }: { readonly isFormer: (entity: string) => boolean; readonly rule: SizeRule },
): EditionPlan {
  const before = saidBefore(standing)
  const ties = tiePieces(said, standing, before)
  const changes: EntityChange[] = []
  const dropped: Dropped[] = []
  const entities = new Set([...said.entities.keys(), ...before.entities.keys(), ...ties.keys()])
  for (const entity of entities) {
    const own = ties.get(entity) ?? []
    const state = standing.entities.get(entity)
    const now = said.entities.get(entity)
    const was = before.entities.get(entity)
    const label = now?.label ?? state?.label ?? labelOfId(entity)
    if (!label) continue
    if (now) {
      const pieces = [
        ...(state ? [] : [born(entity, label, isFormer(entity))]),
        ...statementPieces(entity, was, now),
        ...own,
      ]
      // A source that people named is told by what they said of it: the same page needs no second description.
      const isTheirs = label === 'Source' && state !== undefined && was === undefined
      const kept = isTheirs ? own : pieces
      if (kept.length > 0) changes.push({ entity, label, pieces: kept })
    } else if (state && was && ofPeople(state.statements).length === 0) {
      dropped.push({ entity, label, ties: own, end: [...statementPieces(entity, was), taken(entity, label)] })
    } else {
      const isNeeded = !state || !standsAlone(label, entity, state.statements, rule)
      const pieces = [...(isNeeded ? [] : statementPieces(entity, was)), ...own]
      if (pieces.length > 0) changes.push({ entity, label, pieces })
    }
  }
  return { changes, dropped }
}

/** What becomes of relationships, by the entity whose history tells of it. */
function tiePieces(said: Said, standing: Standing, before: Said): ReadonlyMap<string, TiePiece[]> {
  const pieces = new Map<string, TiePiece[]>()
  for (const name of new Set([...said.ties.keys(), ...before.ties.keys()])) {
    const now = said.ties.get(name)
    const was = before.ties.get(name)
    const tie = now?.tie ?? was?.tie
    if (!tie) continue
    const all = standing.ties.get(name)?.statements ?? []
    if (!now && ofPeople(all).length > 0 && !tieStandsAlone(all)) continue
    const teller = tellingEnd(tie)
    const own = pairs(was?.statements ?? [], now?.statements ?? []).map(
      (pair): TiePiece => ({ of: 'TIE', ...tie, ...pair }),
    )
    if (own.length > 0) pieces.set(teller, [...(pieces.get(teller) ?? []), ...own])
  }
  return pieces
}

type Statements = { readonly statements: readonly Statement[] }

const statementPieces = (entity: string, was?: Statements, now?: Statements): StatementPiece[] =>
  pairs(was?.statements ?? [], now?.statements ?? []).map((pair) => ({ of: 'STATEMENT', entity, ...pair }))

/** What was said with what takes its place: by the same source, else whatever is left of both; what stays is left out. */
function pairs<Some extends Statement | TieStatement>(
  was: readonly Some[],
  now: readonly Some[],
): { before: Some | null; after: Some | null }[] {
  const bySource = new Map(was.map((each) => [each.source, each]))
  const isKept = (source: string) => now.some((each) => each.source === source)
  const unpaired = was.filter(({ source }) => !isKept(source))
  const replacing = now.flatMap((after) => {
    const before = bySource.get(after.source) ?? unpaired.shift() ?? null
    return before && sayTheSame(before, after) ? [] : [{ before, after }]
  })
  return [...replacing, ...unpaired.map((before) => ({ before, after: null }))]
}

/** Whether two statements say the same, whenever they were recorded. */
const sayTheSame = (left: Statement | TieStatement, right: Statement | TieStatement): boolean =>
  left.source === right.source &&
  left.locator === right.locator &&
  isSame(left.emptied, right.emptied) &&
  haveSame(left.values, right.values)

const born = (entity: string, label: NodeLabel, isFormer: boolean): LifePiece => ({
  ...{ of: 'LIFE', entity, label, now: null },
  ...{ before: isFormer ? 'FORMER' : 'NONE', after: 'ENTITY' },
})

const taken = (entity: string, label: NodeLabel): LifePiece => ({
  ...{ of: 'LIFE', entity, label, now: null },
  ...{ before: 'ENTITY', after: 'FORMER' },
})
