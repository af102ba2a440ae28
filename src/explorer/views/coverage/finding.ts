import type { ExplorerCellFragment } from '../../generated/graphql.js'
import { isMissing, type Reached, type Shade, shadeOf, shades } from './level.js'

/** What is counted of a cell. */
export interface CountedCell extends Reached {
  readonly place: { readonly id: string }
  readonly need: { readonly id: string }
  readonly jobsAtStake: number
}

/** A municipality with what it lacks. */
export interface PlaceRow<Cell extends CountedCell = ExplorerCellFragment> {
  readonly place: Cell['place']
  /** One for each need, in the order of the answer. */
  readonly cells: readonly Cell[]
  /** How many needs nobody helps with there. */
  readonly missing: number
  /** How many only some firms get help with. */
  readonly conditional: number
  /** Jobs behind what is missing: the largest of its needs, since they are the same jobs. */
  readonly jobs: number
}

/** Cells place by place, in their order. */
export function rowsOf<Cell extends CountedCell>(cells: readonly Cell[]): readonly PlaceRow<Cell>[] {
  const byPlace = new Map<string, Cell[]>()
  for (const cell of cells) byPlace.set(cell.place.id, [...(byPlace.get(cell.place.id) ?? []), cell])
  return [...byPlace.values()].flatMap((those) => {
    const [first] = those
    if (!first) return []
    const missing = those.filter(isMissing)
    return [
      {
        ...{ place: first.place, cells: those, missing: missing.length, jobs: most(missing) },
        conditional: those.filter((cell) => shadeOf(cell) === 'CONDITIONAL').length,
      },
    ]
  })
}

/** What rows come to. */
export interface Finding {
  readonly cells: number
  readonly missing: number
  readonly conditional: number
  /** Of each municipality once. */
  readonly jobs: number
}

/** What the whole comes to. */
export const findingOf = (rows: readonly PlaceRow<CountedCell>[]): Finding => ({
  cells: sum(rows, (row) => row.cells.length),
  missing: sum(rows, (row) => row.missing),
  conditional: sum(rows, (row) => row.conditional),
  jobs: sum(rows, (row) => row.jobs),
})

/** Jobs behind some needs in some municipalities, of each municipality once. */
export function jobsBehind(
  rows: readonly PlaceRow[],
  places: readonly { readonly id: string }[],
  needs: readonly { readonly id: string }[],
): number {
  const [inPlaces, ofNeeds] = [new Set(places.map(({ id }) => id)), new Set(needs.map(({ id }) => id))]
  return sum(
    rows.filter(({ place }) => inPlaces.has(place.id)),
    ({ cells }) => most(cells.filter(({ need }) => ofNeeds.has(need.id))),
  )
}

/** What a reader can order municipalities by; by name where nothing is said. */
export const orders = ['jobs', 'gaps'] as const
export type Order = (typeof orders)[number] | 'name'

/** Rows in an order, the most first; of as many the first by name stays first. */
export function inOrder<Row extends PlaceRow<CountedCell>>(rows: readonly Row[], order: Order): readonly Row[] {
  if (order === 'name') return rows
  const key = (row: Row) => (order === 'jobs' ? [row.jobs] : [row.missing, row.conditional])
  return rows.toSorted((left, right) => {
    const [ours, theirs] = [key(left), key(right)]
    return theirs.map((value, index) => value - (ours[index] ?? 0)).find((difference) => difference !== 0) ?? 0
  })
}

/** How many cells a change moves in one way, and the jobs behind them: of each municipality the largest. */
export interface Moved {
  readonly cells: number
  readonly jobs: number
}

/** A cell that a change moves. */
export interface Move {
  readonly cell: CountedCell
  readonly from: Shade
  readonly to: Shade
}

/** What a change comes to. */
export interface Effect {
  readonly moves: readonly Move[]
  /** Nobody helped there, and somebody would. */
  readonly filled: Moved
  /** Only some firms got help, and every firm would. */
  readonly opened: Moved
  /** It would come from nearer, or from further off. */
  readonly nearer: Moved
  readonly further: Moved
  /** Every firm got help, and only some would. */
  readonly narrowed: Moved
  /** Somebody helped there, and nobody would. */
  readonly lost: Moved
}

/** What a change moves. @param after the same cells in the same order. */
export function effectOf(before: readonly CountedCell[], after: readonly CountedCell[]): Effect {
  const moves = before.flatMap((was, index): Move[] => {
    const cell = after[index]
    if (!cell) return []
    const [from, to] = [shadeOf(was), shadeOf(cell)]
    return from === to ? [] : [{ cell, from, to }]
  })
  const kinds = moves.map((move) => ({ move, kind: kindOf(move) }))
  const of = (wanted: MoveKind): Moved => {
    const cells = kinds.filter(({ kind }) => kind === wanted).map(({ move }) => move.cell)
    const places = [...new Set(cells.map(({ place }) => place.id))]
    return { cells: cells.length, jobs: sum(places, (id) => most(cells.filter(({ place }) => place.id === id))) }
  }
  return {
    ...{ moves, filled: of('filled'), opened: of('opened'), nearer: of('nearer') },
    ...{ further: of('further'), narrowed: of('narrowed'), lost: of('lost') },
  }
}

type MoveKind = 'filled' | 'opened' | 'nearer' | 'further' | 'narrowed' | 'lost'

function kindOf({ from, to }: Move): MoveKind {
  if (from === 'NONE') return 'filled'
  if (to === 'NONE') return 'lost'
  if (from === 'CONDITIONAL') return 'opened'
  if (to === 'CONDITIONAL') return 'narrowed'
  return shades.indexOf(to) < shades.indexOf(from) ? 'nearer' : 'further'
}

const most = (cells: readonly CountedCell[]): number => Math.max(0, ...cells.map(({ jobsAtStake }) => jobsAtStake))

const sum = <Each>(items: readonly Each[], of: (each: Each) => number): number =>
  items.reduce((all, each) => all + of(each), 0)
