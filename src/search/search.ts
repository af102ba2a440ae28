import type { CursorValues } from '../graph/compose/cursor.js'
import { byKeys, type Page, type PageArguments, pageOf } from '../graph/compose/page.js'
import type { Graph } from '../graph/graph.js'
import { type EntityKind, entityKinds } from '../graph/vocabulary.js'
import { readOrganisationNumber } from '../import/firms/organisation-number.js'
import { BadUserInputError, requireSome, soughtName } from '../input-errors.js'
import { asSynonym, joined, letterPairs, NAME_BOUND } from '../text/folded.js'
import { idsOfCode } from './codes.js'
import { meantKinds, ranked } from './meant-kinds.js'
import { countNamedLike, type Found, namedLike, rankedById } from './queries.js'
import { isSimilar } from './similar.js'

const LONGEST_TEXT = 200
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
export async function search(graph: Graph, { text, kinds: asked, ...page }: SearchQuestion): Promise<Page<Hit>> {
  if (text.length > LONGEST_TEXT) {
    throw new BadUserInputError('text', `text may have at most ${LONGEST_TEXT} characters`)
  }
  requireSome('kinds', asked)
  const number = readOrganisationNumber(text)
  const wanted = number.kind === 'NUMBER' ? number.number : soughtName('text', text)
  const kinds = asked ?? entityKinds
  const named = kinds.filter((kind) => !notSearched.has(kind))
  const meant = kinds.filter((kind) => meantKinds.includes(kind))
  if (named.length + meant.length === 0) return asHits(pageOf<Found>('search', [], page, orderKeys), 0)

  const pattern = patternOf(wanted, joined(wanted))
  const among = { named: orNone(named), meant: orNone(meant), means: asSynonym(text) }
  const codes = new Set(idsOfCode(text))
  const [found, [counted], similar] = await Promise.all([
    graph.read(namedLike, { ...pattern, ...among, limit: MOST_LISTED }),
    graph.read(countNamedLike, { word: pattern.word, wordJoined: pattern.wordJoined, ...among }),
    graph.similar(letterPairs([wanted]), MOST_SIMILAR),
  ])
  const ids = [...new Set([...codes, ...similar])]
  const byId = ids.length > 0 ? await graph.read(rankedById, { ...pattern, ...among, ids, limit: ids.length }) : []
  // One whose name holds what was asked too is found by name.
  const unnamed = byId.filter(({ closeness, meant }) => closeness === 3 && !meant)
  const byCode = unnamed.filter(({ id }) => codes.has(id)).map((found) => ({ ...found, closeness: 0 }))
  const slips = unnamed.filter(({ id, searchText }) => !codes.has(id) && isSimilar(wanted, searchText))
  const hits = ranked([...byCode, ...found]).toSorted((left, right) => byKeys(orderKeys(left), orderKeys(right)))
  const totalCount = (counted?.count ?? 0) + byCode.length + slips.length
  return asHits(pageOf('search', [...hits, ...slips], page, orderKeys), totalCount)
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
