import type { Knowledge } from '../edition/knowledge.js'
import type { CursorValues } from '../graph/compose/cursor.js'
import { byKeys, type Page, type PageArguments, pageOf } from '../graph/compose/page.js'
import type { Graph } from '../graph/graph.js'
import { type EntityKind, entityKinds } from '../graph/vocabulary.js'
import { requireSome, soughtName, soughtText } from '../kernel/input-errors.js'
import { asSynonym, joined, letterPairs, NAME_BOUND } from '../text/folded.js'
import { readOrganisationNumber } from '../text/organisation-number.js'
import { idsOfCode } from './codes.js'
import { meantFirst, meantKinds } from './meant-kinds.js'
import {
  countNamedLike,
  countNamedLikeWords,
  type Found,
  meantBy,
  namedLike,
  namedLikeWords,
  rankedById,
} from './queries.js'
import { isSimilar } from './similar.js'

/** The most hits that are listed; `totalCount` counts those that are left out too. */
const MOST_LISTED = 1_000
/** The most entities that are looked at for slips of the pen: those that share most pairs of letters with the text. */
const MOST_SIMILAR = 300

/** Statements and numbers, whose names only say what they are about. */
const notSearched: ReadonlySet<EntityKind> = new Set(['CLAIM', 'STRUCTURE_CELL'])

const scores = [1, 0.75, 0.5, 0.25]

export interface SearchQuestion extends PageArguments {
  readonly text: string
  /** All but claims where left out. */
  readonly kinds?: readonly EntityKind[] | null | undefined
}

export interface Hit {
  readonly entity: string
  /** 1 the name or code itself or what a word of the list means, 0.75 its beginning, 0.5 the beginning of a word in it, 0.25 a slip of the pen away. */
  readonly score: number
}

export type HitPage = Page<Hit>
export type HitEdge = Page<Hit>['edges'][number]

/**
 * Entities whose names or codes a text finds, best first; within a score by kind, name and id.
 * @throws BadUserInputError for a text that is too long or has nothing to look for, an empty list of kinds, and a wrong page.
 */
export async function search(
  { graph, edition }: Knowledge<Graph>,
  { text, kinds: asked, ...page }: SearchQuestion,
): Promise<Page<Hit>> {
  requireSome('kinds', asked)
  const number = readOrganisationNumber(soughtText('text', text))
  const wanted = number.kind === 'NUMBER' ? number.number : soughtName('text', text)
  const kinds = asked ?? entityKinds
  const named = kinds.filter((kind) => !notSearched.has(kind))
  if (named.length === 0 && !kinds.some((kind) => meantKinds.includes(kind))) {
    return asHits(pageOf<Found>('search', [], page, orderKeys), 0)
  }
  const pattern = patternOf(wanted, joined(wanted))
  const { word, wordJoined } = pattern
  const [byName, count] = word === wordJoined ? [namedLike, countNamedLike] : [namedLikeWords, countNamedLikeWords]
  const codes = new Set(idsOfCode(edition, text))
  const [found, similar, meant] = await Promise.all([
    graph.read(byName, { ...pattern, kinds: orNone(named), limit: MOST_LISTED }),
    graph.similar(letterPairs([wanted]), MOST_SIMILAR),
    graph.read(meantBy, { means: asSynonym(text) }),
  ])
  const means = new Set(meant.map(({ id }) => id))
  const ids = [...new Set([...codes, ...similar, ...means])]
  const byId = ids.length > 0 ? await graph.read(rankedById, { ...pattern, kinds, ids, limit: ids.length }) : []
  // One whose name holds what was asked too is found by name.
  const others = byId.filter(({ closeness, kind }) => closeness === 3 || notSearched.has(kind))
  const byWord = others.filter(({ id }) => means.has(id))
  const unnamed = others.filter(({ id, kind }) => !means.has(id) && !notSearched.has(kind))
  const byCode = unnamed.filter(({ id }) => codes.has(id)).map((each) => ({ ...each, closeness: 0 }))
  const slips = unnamed.filter(({ id, searchText }) => !codes.has(id) && isSimilar(wanted, searchText))
  const close = [...byCode, ...found, ...byWord]
  const hits = means.size > 0 ? meantFirst(close) : close
  const inOrder = hits.toSorted((left, right) => byKeys(orderKeys(left), orderKeys(right)))
  // Every entity is gone through to count them: only where more are found than are listed.
  const listed = found.length
  const [counted] = listed < MOST_LISTED ? [] : await graph.read(count, { word, wordJoined, kinds: orNone(named) })
  const totalCount = (counted?.count ?? listed) + byCode.length + byWord.length + slips.length
  return asHits(pageOf('search', [...inOrder, ...slips], page, orderKeys), totalCount)
}

/** No list is empty in a statement: a kind that there is not. */
const orNone = (kinds: readonly EntityKind[]): readonly string[] => (kinds.length > 0 ? kinds : ['NONE'])

/** What is looked for as it stands in `searchText`, in words and as one word. */
const patternOf = (wanted: string, together: string) => ({
  exact: `${NAME_BOUND} ${wanted} ${NAME_BOUND}`,
  exactJoined: `${NAME_BOUND} ${together} ${NAME_BOUND}`,
  begins: `${NAME_BOUND} ${wanted}`,
  beginsJoined: `${NAME_BOUND} ${together}`,
  word: ` ${wanted}`,
  wordJoined: ` ${together}`,
})

function asHits({ edges, pageInfo }: Page<Found>, totalCount: number): Page<Hit> {
  const hits = edges.map(({ cursor, node }) => ({
    cursor,
    node: { entity: node.id, score: scores[node.closeness] ?? 0 },
  }))
  return { nodes: hits.map(({ node }) => node), edges: hits, totalCount, pageInfo }
}

const orderKeys = ({ closeness, kindRank, sortName, id }: Found): CursorValues => [closeness, kindRank, sortName, id]
