import { decodeCursor, encodeCursor } from '../../graph/compose/cursor.js'
import { type PageArguments, type PageInfo, pageSize } from '../../graph/compose/page.js'
import type { GraphReader } from '../../graph/graph.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { byName, byNumber, idsThere, type NamedRow, whereaboutsOf } from './doubles-queries.js'
import { type DoubledKind, doubledKinds, type LikelyDouble, likelyAmong, ofOneNumber } from './doubles-rule.js'

/** A page of those that are likely the same. */
export interface DoublesPage {
  readonly nodes: readonly LikelyDouble[]
  readonly pageInfo: PageInfo
}

const LIST = 'likelyDoubles'

/** So many names are read at a time, and so many times for one page: each time all of them are put in order. */
const NAMES_AT_ONCE = 10_000
const MOST_READS = 2

/** So many with a number beside their id are looked through; there are hardly any. */
const MOST_NUMBERED = 1_000

/** Where a pair stands: by what its later one is found by, which is empty of one by its number; then by ids. */
type Place = Pick<Placed, 'text' | 'other' | 'one'>

interface Placed extends LikelyDouble {
  readonly text: string
}

const isAfter = (pair: Place, place: Place): boolean => {
  if (pair.text !== place.text) return pair.text > place.text
  return pair.other === place.other ? pair.one > place.one : pair.other > place.other
}

/**
 * Those of one kind that are likely the same, those of one organisation number first, then by name. A page may hold fewer
 * than asked for although there are more: it says so.
 * @throws BadUserInputError for a kind of which none are merged, a wrong `first` or `after`.
 */
export async function likelyDoubles(graph: GraphReader, kind: string, page: PageArguments): Promise<DoublesPage> {
  const doubled = doubledKinds.find((each) => each === kind)
  if (!doubled) throw new BadUserInputError('kind', `kind is one of ${doubledKinds.join(', ')}`)
  const first = pageSize(page)
  const isFirst = page.after === null || page.after === undefined
  const [text = '', other = '', one = ''] = isFirst ? [] : decodeCursor(page.after, LIST, 3).map(String)
  const numbered = text === '' ? await pairsOfNumbers(graph, doubled, other) : []
  const rest = first + 1 - numbered.length
  const named =
    rest > 0
      ? await pairsOfNames(graph, doubled, text === '' ? { text, other: '', one: '' } : { text, other, one }, rest)
      : null
  const found = [...numbered, ...(named?.pairs ?? [])]
  const shown = found.slice(0, first)
  const cursorOf = (pair: Place): string => encodeCursor(LIST, [pair.text, pair.other, pair.one])
  const last = shown.at(-1)
  const isMore = found.length > first
  const stopped = isMore ? null : (named?.stoppedAt ?? null)
  return {
    nodes: shown,
    pageInfo: {
      hasNextPage: isMore || stopped !== null,
      hasPreviousPage: !isFirst,
      startCursor: shown[0] ? cursorOf(shown[0]) : null,
      endCursor: stopped ? encodeCursor(LIST, [stopped.text, stopped.id, '']) : last ? cursorOf(last) : null,
    },
  }
}

/** Those of one number, by the later one's id. */
async function pairsOfNumbers(graph: GraphReader, kind: DoubledKind, after: string): Promise<Placed[]> {
  const beside = await graph.read(byNumber[kind], { limit: MOST_NUMBERED })
  const own = beside.map(({ number }) => ({ id: `firm:${number}`, number }))
  const there = new Set(
    (own.length === 0 ? [] : await graph.read(idsThere, { ids: own.map(({ id }) => id) })).map(({ id }) => id),
  )
  const numbered = kind === 'FIRM' ? [...own.filter(({ id }) => there.has(id)), ...beside] : beside
  return ofOneNumber(numbered)
    .toSorted((left, right) => (left.other < right.other ? -1 : 1))
    .filter(({ other }) => other > after)
    .map((pair) => ({ ...pair, text: '' }))
}

/** The folded name that what something is found by begins with. */
const nameIn = (text: string): string => text.split('|')[1]?.trim() ?? ''

async function pairsOfNames(
  graph: GraphReader,
  kind: DoubledKind,
  after: Place,
  most: number,
): Promise<{ readonly pairs: readonly Placed[]; readonly stoppedAt: NamedRow | null }> {
  const pairs: Placed[] = []
  // All that bear a name are needed to tell which of them come after one of them.
  let position = { begins: after.text === '' ? '' : `| ${nameIn(after.text)} |`, after: '' }
  let open: NamedRow[] = []
  for (let reads = 0; reads < MOST_READS; reads += 1) {
    const rows = await graph.read(byName[kind], { ...position, limit: NAMES_AT_ONCE })
    const isLast = rows.length < NAMES_AT_ONCE
    const groups = namesakes([...open, ...rows])
    open = isLast ? [] : (groups.pop() ?? [])
    const all = await pairsAmong(graph, kind, groups)
    pairs.push(...all.filter((pair) => isAfter(pair, after)))
    if (isLast || pairs.length >= most) return { pairs, stoppedAt: null }
    const last = rows.at(-1)
    if (last) position = { begins: last.text, after: last.id }
  }
  return { pairs, stoppedAt: open[0] ?? null }
}

/** Rows that follow each other by the name that they bear. */
function namesakes(rows: readonly NamedRow[]): NamedRow[][] {
  const groups: NamedRow[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.[0] && nameIn(last[0].text) === nameIn(row.text)) last.push(row)
    else groups.push([row])
  }
  return groups
}

async function pairsAmong(graph: GraphReader, kind: DoubledKind, groups: readonly NamedRow[][]): Promise<Placed[]> {
  const several = groups.filter(([one, other]) => one && other && nameIn(one.text) !== '')
  if (several.length === 0) return []
  const ids = several.flat().map(({ id }) => id)
  const whereabouts = new Map((await graph.read(whereaboutsOf, { ids })).map((row) => [row.id, row]))
  const texts = new Map(several.flat().map(({ id, text }) => [id, text]))
  return several.flatMap((group) => {
    const all = group.map(({ id, number }) => {
      const { places = [], actors = [] } = whereabouts.get(id) ?? {}
      const [main] = places.toSorted((left, right) => left.rank - right.rank)
      return { id, number, municipality: main?.place ?? null, actors }
    })
    return likelyAmong(kind, all).map((pair) => ({ ...pair, text: texts.get(pair.other) ?? '' }))
  })
}
