import type { GraphReader } from '../../graph/graph.js'
import type { StoredChange } from '../changes/change-queries.js'
import type { Piece } from '../changes/piece.js'
import { type SaidByList, whatIsSaid } from './import-pieces.js'
import { changesLeftAfter, type Later } from './later-changes.js'

/**
 * Ids of later changes that touch what a list said: the same words of the same source, or the lives of those that what
 * comes back is about. What other sources say of the same stays, and is in nobody's way. What was taken back since is not
 * among them, nor what took back a part of the list.
 */
export async function laterThanImport(
  graph: GraphReader,
  { id: change, number }: StoredChange,
  said: readonly SaidByList[],
): Promise<string[]> {
  const words = new Set(said.map(({ piece }) => whatIsSaid(piece)))
  const wanted = new Set(said.flatMap(({ piece }) => (piece.before === null ? [] : endsOf(piece))))
  const ids = [...new Set(said.flatMap(({ entity, piece }) => [entity, ...endsOf(piece)]))]
  const isIn = (later: Later): boolean =>
    later.inverseOf !== change &&
    later.pieces.some((piece) =>
      piece.of === 'LIFE' ? !isOfList(later) && isTakingOut(piece, wanted) : words.has(whatIsSaid(piece)),
    )
  return [...new Set((await changesLeftAfter(graph, number, ids)).filter(isIn).map(({ id }) => id))]
}

const endsOf = (piece: SaidByList['piece']): string[] => (piece.of === 'TIE' ? [piece.from, piece.to] : [piece.entity])

/** What lists take out comes back by what names it. */
const isOfList = ({ about }: Later): boolean => about === null

const isTakingOut = (piece: Piece & { readonly of: 'LIFE' }, ids: ReadonlySet<string>): boolean =>
  piece.after === 'FORMER' && ids.has(piece.entity)
