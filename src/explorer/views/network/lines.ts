import type { Point } from './places.js'

/** A relationship as far as it is drawn. */
export interface Joined {
  readonly source: string
  readonly target: string
}

/** All relationships between two nodes: one line, with an arrow at each end that one of them leads to. */
export interface Line<Edge extends Joined> {
  /** The same for both directions. */
  readonly key: string
  readonly one: string
  readonly other: string
  readonly toOther: boolean
  readonly toOne: boolean
  readonly edges: readonly Edge[]
}

/** The key of the line between two nodes. */
export const lineKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`)

/** Relationships as lines; one of a node to itself has none. */
export function linesOf<Edge extends Joined>(edges: readonly Edge[]): Line<Edge>[] {
  const lines = new Map<string, Edge[]>()
  for (const edge of edges) {
    if (edge.source === edge.target) continue
    const key = lineKey(edge.source, edge.target)
    const known = lines.get(key)
    if (known) known.push(edge)
    else lines.set(key, [edge])
  }
  return [...lines].map(([key, all]) => {
    const { source: one = '', target: other = '' } = all[0] ?? {}
    const toOther = all.some(({ source }) => source === one)
    return { key, one, other, toOther, toOne: all.some(({ target }) => target === one), edges: all }
  })
}

/** Each node's neighbours among some lines. */
export function neighboursOf(lines: readonly Line<Joined>[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const add = (from: string, to: string) => {
    const known = found.get(from)
    if (known) known.add(to)
    else found.set(from, new Set([to]))
  }
  for (const { one, other } of lines) {
    add(one, other)
    add(other, one)
  }
  return found
}

const ARROW = 8
const ARROW_HALF = 3.2

/** A line from the rim of one node to that of another, and the arrows at its ends, each as the `d` of a path. */
export function arrowed(
  from: Point & { readonly radius: number },
  to: Point & { readonly radius: number },
  { toOne, toOther }: Pick<Line<Joined>, 'toOne' | 'toOther'>,
): { readonly line: string; readonly heads: string } {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const at = (distance: number, aside = 0): string =>
    `${(from.x + x * distance - y * aside).toFixed(1)} ${(from.y + y * distance + x * aside).toFixed(1)}`
  const begin = from.radius + 3
  const end = length - to.radius - 3
  const head = (tip: number, back: number) => `M${at(tip)}L${at(back, ARROW_HALF)}L${at(back, -ARROW_HALF)}Z`
  const heads = [toOther ? head(end, end - ARROW) : '', toOne ? head(begin, begin + ARROW) : ''].join('')
  return {
    line: `M${at(toOne ? begin + ARROW - 1 : begin)}L${at(toOther ? end - ARROW + 1 : end)}`,
    heads,
  }
}
