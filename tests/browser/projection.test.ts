import { expect, it } from 'vitest'
import { frameOf, type Point, type Position } from '../../src/explorer/map/projection.js'

const apart = (left: Point, right: Point) => Math.hypot(left.x - right.x, left.y - right.y)

/** Kilometres between places by the haversine formula. */
function kilometres([west, south]: Position, [east, north]: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  return (
    2 *
    6371 *
    Math.asin(Math.sqrt(half(south, north) + Math.cos(radians(south)) * Math.cos(radians(north)) * half(west, east)))
  )
}

const regions: readonly (readonly [string, readonly Position[]])[] = [
  [
    'tall and far north',
    [
      [14.3, 64.5],
      [24.1, 65.8],
      [19, 69],
      [18, 63.4],
    ],
  ],
  [
    'wide, west of Greenwich',
    [
      [-10.6, 49.9],
      [-3, 50.6],
      [-5, 50.2],
    ],
  ],
  [
    'small',
    [
      [11.9, 57.6],
      [12.1, 57.8],
    ],
  ],
  [
    'south of the equator',
    [
      [30, -2],
      [31, -1.5],
      [30.5, -3],
    ],
  ],
]

it.each(regions)('a region that is %s fills its drawing, with distances in proportion', (_, places) => {
  const frame = frameOf(places)
  const points = places.map((place) => frame.place(place))
  const ends = (values: number[]) => [Math.min(...values), Math.max(...values)]
  const [left = 0, right = 0] = ends(points.map(({ x }) => x))
  const [top = 0, bottom = 0] = ends(points.map(({ y }) => y))
  expect(frame.width <= 480 && frame.height <= 640).toBe(true)
  expect(Math.max(frame.width / 480, frame.height / 640)).toBeCloseTo(1)
  expect([left, top, frame.width - right, frame.height - bottom].map(Math.round)).toEqual([8, 8, 8, 8])
  const [first = [0, 0], ...others] = places
  const scales = others.map((place) => apart(frame.place(first), frame.place(place)) / kilometres(first, place))
  for (const scale of scales) expect(scale / (scales[0] ?? 0)).toBeCloseTo(1, 1)
})

it('north is up, and east to the right', () => {
  const { place } = frameOf([
    [14, 63],
    [24, 69],
  ])
  expect(place([19, 68]).y).toBeLessThan(place([19, 64]).y)
  expect(place([20, 66]).x).toBeGreaterThan(place([18, 66]).x)
})

it.each([
  ['no place', []],
  ['one place', [[20, 65]]],
] satisfies [string, Position[]][])('a drawing of %s has room around its middle', (_, places) => {
  const { width, height, place } = frameOf(places)
  expect([width, height]).toEqual([480, 480])
  const [only] = places
  if (only) expect(place(only)).toEqual({ x: 240, y: 240 })
})
