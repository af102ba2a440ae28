import { tieName } from '../changes/apply-ties.js'
import type { TieIdentity, TiePiece } from '../changes/piece.js'
import { inOrder, nameOfStatement, type TieStatement } from '../statements/statement.js'

/** A relationship with what sources say of it. */
export interface SaidTie extends TieIdentity {
  readonly statements: readonly TieStatement[]
}

/** The two of a merge, by id. */
export interface Pair {
  readonly from: string
  readonly into: string
}

/** Pieces of a merge by the entity whose change they are part of. */
export interface PiecesOfMerge<Piece> {
  readonly from: readonly Piece[]
  readonly into: readonly Piece[]
}

/**
 * What a merge does to relationships: those of the one that goes become those of the one that stays. Of parallel ones each
 * source says of the one that is left what it said, the newer where it said something of both; one between the two goes.
 * @param ties all relationships of either, each once.
 */
export function mergedTies(ties: readonly SaidTie[], { from, into }: Pair): PiecesOfMerge<TiePiece> {
  const pieces = { from: [] as TiePiece[], into: [] as TiePiece[] }
  const said = new Map(ties.map((tie) => [tieName(tie), tie.statements]))
  for (const { statements, ...tie } of ties) {
    if (tie.from !== from && tie.to !== from) continue
    for (const before of statements) pieces.from.push({ of: 'TIE', ...tie, before, after: null })
    const moved = { ...tie, from: tie.from === from ? into : tie.from, to: tie.to === from ? into : tie.to }
    if (moved.from === moved.to) continue
    for (const statement of statements) {
      const before = said.get(tieName(moved))?.find(sameSource(statement)) ?? null
      const [after = statement] = before ? inOrder([before, statement]) : [statement]
      // Also where it stays as it was: what made it cannot be taken back as long as the other's word rests on it.
      pieces.into.push({ of: 'TIE', ...moved, before, after })
    }
  }
  return pieces
}

const sameSource =
  (statement: TieStatement) =>
  (other: TieStatement): boolean =>
    nameOfStatement(other) === nameOfStatement(statement)
