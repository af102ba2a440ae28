import { tieName } from '../changes/apply-ties.js'
import type { EntityChange, Piece } from '../changes/piece.js'
import type { Later } from './later-changes.js'
import { namesTouched } from './taken-back.js'

/** What pieces touch: values of entities, and relationships as a whole or by their values. */
interface Touched {
  readonly values: ReadonlySet<string>
  /** By relationship; null where it is made or taken away. */
  readonly ties: ReadonlyMap<string, ReadonlySet<string> | null>
  /** Entities that are made, taken out or brought back. */
  readonly lives: ReadonlySet<string>
}

function touchedBy(pieces: readonly Piece[]): Touched {
  const values = new Set<string>()
  const ties = new Map<string, Set<string> | null>()
  const lives = new Set<string>()
  for (const piece of pieces) {
    if (piece.of === 'LIFE') {
      // What a merge notes of the one that stays makes nothing of it.
      if (piece.before !== piece.after) lives.add(piece.entity)
    } else if (piece.of === 'STATEMENT') {
      for (const name of namesTouched(piece.before, piece.after)) values.add(`${piece.entity} ${name}`)
    } else {
      const tie = tieName(piece)
      const isWhole = piece.before === null || piece.after === null || ties.get(tie) === null
      ties.set(tie, isWhole ? null : new Set([...(ties.get(tie) ?? []), ...namesTouched(piece.before, piece.after)]))
    }
  }
  return { values, ties, lives }
}

/** Ids of later changes that touch the same as a change did, newest first: that cannot be taken back before they are. */
export function inTheWay(recorded: readonly EntityChange[], later: readonly Later[]): string[] {
  const own = touchedBy(recorded.flatMap(({ pieces }) => pieces))
  const named = new Set(recorded.flatMap(({ entity, pieces }) => [entity, ...endsOf(pieces)]))
  const isIn = ({ entity, pieces }: Later): boolean => {
    if (own.lives.has(entity)) return true
    const { values, ties, lives } = touchedBy(pieces)
    return (
      [...lives].some((id) => named.has(id)) ||
      [...values].some((name) => own.values.has(name)) ||
      [...ties].some(([tie, names]) => areSame(names, own.ties.get(tie))) ||
      endsOf(pieces).some((id) => own.lives.has(id))
    )
  }
  return [...new Set(later.filter(isIn).map(({ id }) => id))]
}

/** Ids at both ends of the relationships that pieces are of. */
export const endsOf = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => (piece.of === 'TIE' ? [piece.from, piece.to] : []))

/** Whether two changes of one relationship touch the same of it. */
function areSame(names: ReadonlySet<string> | null, others: ReadonlySet<string> | null | undefined): boolean {
  if (others === undefined) return false
  return names === null || others === null || [...names].some((name) => others.has(name))
}
