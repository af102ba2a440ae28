import { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { labelOfId, type NodeLabel } from '../../graph/vocabulary.js'
import { grouped } from '../../kernel/grouped.js'
import { readTies, tieName } from '../changes/apply-ties.js'
import type { FileCounts } from '../changes/file-change.js'
import { type EntityChange, type LifePiece, type Piece, statementsAfter, type TiePiece } from '../changes/piece.js'
import { tiesNaming } from '../changes/unsaid-firms.js'
import { nameOfStatement, type Statement, type TieStatement } from '../statements/statement.js'
import { type EntityState, readStates } from '../statements/states.js'
import type { SaidByList } from './import-pieces.js'
import { isOtherByNow, isSameSaid } from './taken-back.js'

/** What takes back a part of what a list said. */
export interface TakingBack {
  readonly changes: readonly EntityChange[]
  readonly states: ReadonlyMap<string, EntityState>
  /** How much comes back, becomes another, and goes. */
  readonly counts: FileCounts
  /** Entities of which what the list made is another by now, or that what comes back names and nothing brings back. */
  readonly inTheWay: readonly string[]
}

/** Which of some ids are those of former entities that became no other one. */
const formersLeft = query<{ ids: readonly string[] }>()(
  'former entities that became no other',
  z.object({ id: z.string(), nows: z.number() }),
  `UNWIND $ids AS id
   MATCH (former:Former {id: id})
   CALL (former) {
     MATCH (former)-[now:NOW]->()
     RETURN count(now) AS nows
   }
   RETURN former.id AS id, nows`,
)

/**
 * What takes back a part of what a list said: each of its words becomes what it was before, firms that nothing describes
 * or names any more go, and those that are described or named again come back. What is taken back already is left out.
 */
export async function planTakingBack(graph: GraphReader, said: readonly SaidByList[]): Promise<TakingBack> {
  const ties = said.flatMap(({ piece }) => (piece.of === 'TIE' ? [piece] : []))
  const described = said.flatMap(({ piece }) => (piece.of === 'STATEMENT' ? [piece.entity] : []))
  const states = await readStates(graph, [...described, ...ties.flatMap(({ from, to }) => [from, to])])
  const there = await readTies(graph, ties)
  const inTheWay: string[] = []
  const pieces = said.flatMap(({ entity, piece }): { entity: string; piece: Piece }[] => {
    const standing = standingOf(piece, states, there)
    if (standing.isOther) inTheWay.push(entity)
    return standing.piece ? [{ entity, piece: standing.piece }] : []
  })
  const lives = await livesAfter(
    graph,
    pieces.map(({ piece }) => piece),
    { states, there },
  )
  const changes = new Map<string, EntityChange & { readonly pieces: Piece[] }>()
  for (const [entity, own] of grouped(
    [...lives.pieces.map((piece) => ({ entity: piece.entity, piece })), ...pieces],
    (each) => each.entity,
  )) {
    const all = own.map(({ piece }) => piece)
    changes.set(entity, { entity, label: states.get(entity)?.label ?? labelOfId(entity) ?? 'Firm', pieces: all })
  }
  return {
    changes: [...changes.values()],
    states,
    counts: countsOf(pieces.map(({ piece }) => piece)),
    inTheWay: [...inTheWay, ...lives.missing],
  }
}

/** What a piece is taken back by; null where it is taken back already. */
function standingOf(
  piece: SaidByList['piece'],
  states: ReadonlyMap<string, EntityState>,
  there: ReadonlyMap<string, readonly TieStatement[]>,
): { readonly piece: Piece | null; readonly isOther: boolean } {
  if (piece.of === 'TIE') {
    const back = wayBack<TieStatement>(piece, there.get(tieName(piece)) ?? [])
    return { piece: back.said && { ...piece, ...back.said }, isOther: back.isOther }
  }
  const back = wayBack<Statement>(piece, states.get(piece.entity)?.statements ?? [])
  return { piece: back.said && { ...piece, ...back.said }, isOther: back.isOther }
}

function wayBack<Some extends Statement | TieStatement>(
  { before, after }: { readonly before: Some | null; readonly after: Some | null },
  statements: readonly Some[],
): { readonly said: { readonly before: Some | null; readonly after: Some | null } | null; readonly isOther: boolean } {
  const names = [after, before].flatMap((each) => (each ? [nameOfStatement(each)] : []))
  const now = statements.find((each) => names.includes(nameOfStatement(each))) ?? null
  if (isSameSaid(now, before)) return { said: null, isOther: false }
  const isOther = isOtherByNow<Some>({ before, after, now, isHeardSince: false })
  return { said: { before: now, after: before }, isOther }
}

interface Lives {
  readonly pieces: readonly LifePiece[]
  /** Ids that what comes back names, and that nothing brings back. */
  readonly missing: readonly string[]
}

/** Firms and tables of employment that go or come back by some pieces. */
async function livesAfter(
  graph: GraphReader,
  pieces: readonly Piece[],
  {
    states,
    there,
  }: { readonly states: TakingBack['states']; readonly there: ReadonlyMap<string, readonly TieStatement[]> },
): Promise<Lives> {
  const ties = pieces.filter((piece) => piece.of === 'TIE')
  const isAlone = (tie: TiePiece): boolean => (there.get(tieName(tie))?.length ?? 0) <= 1
  const leaving = ties.filter((tie) => tie.after === null && isAlone(tie))
  const arriving = ties.filter((tie) => tie.before === null && !there.has(tieName(tie)))
  const named = new Set(arriving.flatMap(({ from, to }) => [from, to]))
  const ofFirms = pieces.filter((piece) => piece.of === 'STATEMENT')
  const described = ofFirms.flatMap(({ entity, after }) => (after === null ? [] : [entity]))
  const absent = [...new Set([...named, ...described])].filter((id) => !states.has(id))
  const formers = new Set(
    absent.length === 0
      ? []
      : (await graph.read(formersLeft, { ids: absent })).flatMap(({ id, nows }) => (nows === 0 ? [id] : [])),
  )
  const back = absent.filter((id) => formers.has(id) && comesBack.has(labelOfId(id)))
  const losing = [...ofFirms.map(({ entity }) => entity), ...leaving.flatMap(({ from, to }) => [from, to])]
  const unsaid = [...new Set(losing)].filter((id) => {
    const own = ofFirms.filter(({ entity }) => entity === id)
    return !named.has(id) && statementsAfter({ pieces: own }, states.get(id)?.statements ?? []).length === 0
  })
  const undescribed = unsaid.filter((id) => states.get(id)?.label === 'Firm')
  const goes = new Map<string, number>()
  for (const id of leaving.flatMap(({ from, to }) => [from, to])) goes.set(id, (goes.get(id) ?? 0) + 1)
  const naming = await tiesNaming(graph, undescribed)
  const out = [
    ...undescribed.filter((id) => (naming.get(id) ?? 0) === (goes.get(id) ?? 0)),
    // Nothing else leads to what a file alone says.
    ...unsaid.filter((id) => states.get(id)?.label === 'EmploymentTable'),
  ]
  return {
    pieces: [...back.map((id) => lifeOf(id, 'FORMER', 'ENTITY')), ...out.map((id) => lifeOf(id, 'ENTITY', 'FORMER'))],
    missing: absent.filter((id) => !back.includes(id)),
  }
}

/** What goes with the last file that says it, and comes back with it. */
const comesBack: ReadonlySet<NodeLabel | undefined> = new Set<NodeLabel>(['Firm', 'EmploymentTable'])

const lifeOf = (entity: string, before: LifePiece['before'], after: LifePiece['after']): LifePiece => ({
  ...{ of: 'LIFE', entity, label: labelOfId(entity) ?? 'Firm', before, after, now: null },
})

function countsOf(pieces: readonly Piece[]): FileCounts {
  const said = pieces.filter((piece) => piece.of !== 'LIFE')
  const added = said.filter(({ before }) => before === null).length
  const gone = said.filter(({ after }) => after === null).length
  return { added, changed: said.length - added - gone, gone }
}
