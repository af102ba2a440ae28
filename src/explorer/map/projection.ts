/** Degrees east and north, WGS 84. */
export type Position = readonly [longitude: number, latitude: number]

/** A point of the map's drawing, in its own units. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A drawing that some places fill; y grows southwards. */
export interface Frame {
  readonly width: number
  readonly height: number
  place(position: Position): Point
}

/** The most that a drawing takes, in its own units. */
const WIDTH = 480
const HEIGHT = 640
const MARGIN = 8
const EARTH_RADIUS_KILOMETRES = 6_371
/** What a drawing shows at least, so that a single place has something around it. */
const LEAST_KILOMETRES = 10

/** The frame of these places, as large as fits and with their middle meridian upright. */
export function frameOf(positions: readonly Position[]): Frame {
  const [west, east] = ends(positions.map(([longitude]) => longitude))
  const meridian = (west + east) / 2
  const projected = positions.map((position) => project(position, meridian))
  const [left, right] = ends(projected.map(({ x }) => x))
  const [top, bottom] = ends(projected.map(({ y }) => y))
  const across = Math.max(right - left, LEAST_KILOMETRES)
  const down = Math.max(bottom - top, LEAST_KILOMETRES)
  const scale = Math.min((WIDTH - 2 * MARGIN) / across, (HEIGHT - 2 * MARGIN) / down)
  const [width, height] = [across * scale + 2 * MARGIN, down * scale + 2 * MARGIN]
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 }
  return {
    width,
    height,
    place(position) {
      const { x, y } = project(position, meridian)
      return { x: width / 2 + (x - middle.x) * scale, y: height / 2 + (y - middle.y) * scale }
    },
  }
}

/** How long some kilometres are at a place, in units of the drawing. */
export function kilometresIn(frame: Frame, [longitude, latitude]: Position, kilometres: number): number {
  const north = latitude + (kilometres / EARTH_RADIUS_KILOMETRES) * (180 / Math.PI)
  return Math.abs(frame.place([longitude, north]).y - frame.place([longitude, latitude]).y)
}

/** The least and the greatest of some numbers; zero where there are none. */
function ends(values: readonly number[]): readonly [number, number] {
  const [first = 0] = values
  return values.reduce(
    ([least, most]: readonly [number, number], value) => [Math.min(least, value), Math.max(most, value)],
    [first, first],
  )
}

/**
 * Transverse Mercator on a sphere (Snyder, Map Projections: A Working Manual, 1987, equations 8-1 and 8-3), in kilometres
 * from the equator and the meridian.
 */
function project([longitude, latitude]: Position, meridian: number): Point {
  const east = radians(longitude - meridian)
  const north = radians(latitude)
  return {
    x: EARTH_RADIUS_KILOMETRES * Math.atanh(Math.cos(north) * Math.sin(east)),
    y: -EARTH_RADIUS_KILOMETRES * Math.atan2(Math.tan(north), Math.cos(east)),
  }
}

const radians = (degrees: number) => (degrees * Math.PI) / 180
