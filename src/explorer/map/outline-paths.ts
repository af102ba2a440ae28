import type { Outlines } from '../../edition/outlines.js'
import type { Frame, Point, Position } from './projection.js'

interface Middle extends Point {
  readonly area: number
}

/** An area of the map, as a path of SVG. */
export interface OutlinePath {
  readonly municipality: string
  readonly path: string
  /** The middle of its largest part, and how large that is. */
  readonly middle: Middle
}

/** Every corner of some outlines. */
export const cornersOf = (outlines: Outlines): Position[] =>
  outlines.features.flatMap(({ geometry }) => ringsOf(geometry).flat())

/** The outlines in a frame. */
export const pathsOf = (outlines: Outlines, frame: Frame): OutlinePath[] =>
  outlines.features.map(({ id, geometry }) => ({
    municipality: id,
    path: ringsOf(geometry)
      .map((ring) => `M${ring.map((position) => cornerOf(position, frame)).join('L')}Z`)
      .join(''),
    middle: middleOf(ringsOf(geometry).map((ring) => ring.map(frame.place))),
  }))

type Geometry = Outlines['features'][number]['geometry']

const ringsOf = ({ type, coordinates }: Geometry): Position[][] =>
  type === 'Polygon' ? coordinates : coordinates.flat()

function cornerOf(position: Position, frame: Frame): string {
  const { x, y } = frame.place(position)
  return `${x.toFixed(1)},${y.toFixed(1)}`
}

/** The centre of gravity of the ring that encloses most. */
function middleOf(rings: readonly (readonly Point[])[]): Middle {
  const [largest] = rings.map(gravityOf).toSorted((left, right) => right.area - left.area)
  return largest ?? { x: 0, y: 0, area: 0 }
}

/** By the formula of the shoelace. */
function gravityOf(ring: readonly Point[]): Middle {
  let [area, x, y] = [0, 0, 0]
  for (const [index, from] of ring.entries()) {
    const to = ring[(index + 1) % ring.length] ?? from
    const cross = from.x * to.y - to.x * from.y
    area += cross / 2
    x += ((from.x + to.x) * cross) / 6
    y += ((from.y + to.y) * cross) / 6
  }
  return area === 0 ? { ...(ring[0] ?? { x: 0, y: 0 }), area } : { x: x / area, y: y / area, area: Math.abs(area) }
}
