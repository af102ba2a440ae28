import type { Outlines } from '../../edition/outlines.js'
import type { Frame, Position } from './projection.js'

/** An area of the map, as a path of SVG. */
export interface OutlinePath {
  readonly municipality: string
  readonly path: string
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
  }))

type Geometry = Outlines['features'][number]['geometry']

const ringsOf = ({ type, coordinates }: Geometry): Position[][] =>
  type === 'Polygon' ? coordinates : coordinates.flat()

function cornerOf(position: Position, frame: Frame): string {
  const { x, y } = frame.place(position)
  return `${x.toFixed(1)},${y.toFixed(1)}`
}
