/** Where something stands in a drawing, in its units. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** How large a drawing is. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Room at the edges for the names of the nodes that stand there. */
const marginOf = ({ width }: Size) => ({ across: Math.min(110, width * 0.16), down: 34 })
/** Nodes that are nearer to each other than this are pushed apart. */
const NEAREST = 34
const ROUNDS = 60
/** A layout is stretched at most so many times as much one way as the other. */
const MOST_STRETCHED = 2

/** Positions of any scale, stretched to fill a drawing, and those of nodes that would cover each other pushed apart. */
export function fitted(positions: ReadonlyMap<string, Point>, size: Size): Map<string, Point> {
  const { across, down } = marginOf(size)
  const points = [...positions.values()]
  const range = (values: readonly number[]) => ({
    from: Math.min(...values),
    length: Math.max(...values) - Math.min(...values),
  })
  const [x, y] = [range(points.map((point) => point.x)), range(points.map((point) => point.y))]
  const room = { x: size.width - 2 * across, y: size.height - 2 * down }
  const scale = { x: room.x / (x.length || 1), y: room.y / (y.length || 1) }
  const most = Math.min(scale.x, scale.y) * MOST_STRETCHED
  const by = { x: x.length === 0 ? 0 : Math.min(scale.x, most), y: y.length === 0 ? 0 : Math.min(scale.y, most) }
  const moved = [...positions].map(([id, point]) => ({
    id,
    x: size.width / 2 + (point.x - x.from - x.length / 2) * by.x,
    y: size.height / 2 + (point.y - y.from - y.length / 2) * by.y,
  }))
  pushApart(moved, size)
  return new Map(moved.map(({ id, ...point }) => [id, point]))
}

function pushApart(points: { x: number; y: number }[], size: Size): void {
  const { across, down } = marginOf(size)
  const least = Math.min(NEAREST, Math.sqrt((size.width * size.height) / (points.length * 3)))
  for (let round = 0; round < ROUNDS; round += 1) {
    let isStill = true
    for (const [index, one] of points.entries()) {
      for (const other of points.slice(index + 1)) {
        const distance = Math.hypot(other.x - one.x, other.y - one.y)
        if (distance >= least) continue
        isStill = false
        const push = (least - distance) / 2
        // Two at one place go apart across.
        const [x, y] = distance === 0 ? [1, 0] : [(other.x - one.x) / distance, (other.y - one.y) / distance]
        one.x -= x * push
        one.y -= y * push
        other.x += x * push
        other.y += y * push
      }
    }
    for (const point of points) {
      point.x = Math.max(across / 2, Math.min(size.width - across / 2, point.x))
      point.y = Math.max(down / 2, Math.min(size.height - down / 2, point.y))
    }
    if (isStill) return
  }
}

/**
 * Ways between two ends in columns, one for each step (in rows where the drawing is narrow); what lies on several ways
 * stands where the shortest has it, and what lies on none is left out.
 */
export function inSteps(ways: readonly (readonly string[])[], { width, height }: Size): Map<string, Point> {
  const columns = new Map<string, number>()
  const last = Math.max(0, ...ways.map((way) => way.length - 1))
  for (const way of ways) {
    for (const [index, id] of way.entries()) {
      // The far end is last, however short the way to it.
      const column = index === way.length - 1 ? last : index
      if (!columns.has(id)) columns.set(id, column)
    }
  }
  const byColumn = new Map<number, string[]>()
  for (const [id, column] of columns) byColumn.set(column, [...(byColumn.get(column) ?? []), id])
  const isAcross = width >= height
  const placed = new Map<string, Point>()
  for (const [column, members] of byColumn) {
    for (const [index, id] of members.entries()) {
      const along = last === 0 ? 0.5 : column / last
      const aside = (index + 1) / (members.length + 1)
      // Not quite in line, so that no line leads through a node between its ends.
      const shifted = along + (members.length > 2 && index % 2 === 1 ? 0.04 : 0)
      placed.set(id, isAcross ? { x: shifted * width, y: aside * height } : { x: aside * width, y: shifted * height })
    }
  }
  return placed
}
