import type { EntityKind } from '../../generated/graphql.js'

/** How a node is drawn, beside its colour, so that kinds are told apart without it. */
export const allShapes = [
  ...(['circle', 'square', 'diamond', 'triangle', 'wedge'] as const),
  ...(['pentagon', 'hexagon', 'star', 'cross'] as const),
] as const

/** One of them. */
export type Shape = (typeof allShapes)[number]

const shapes: Partial<Record<EntityKind, Shape>> = {
  ESTABLISHMENT: 'square',
  SUPPORT_ACTOR: 'circle',
  INITIATIVE: 'diamond',
  FIRM: 'triangle',
  NEED: 'star',
  SUPPORT_AREA: 'pentagon',
  REQUIREMENT: 'wedge',
  SECTOR: 'hexagon',
  SUPPLY_CATEGORY: 'cross',
  MUNICIPALITY: 'pentagon',
  COUNTY: 'hexagon',
  COUNTRY: 'circle',
  RECOMMENDATION: 'star',
}

/** The shape of each kind; kinds that share a colour differ in it. */
export const shapeOfKind = (kind: EntityKind): Shape => shapes[kind] ?? 'wedge'

/** Corners as angles from above, clockwise, in degrees, with how far out each lies. */
const even = (count: number, first = 0): [angle: number, reach: number][] =>
  Array.from({ length: count }, (_, index) => [first + (index * 360) / count, 1])

const star = Array.from({ length: 10 }, (_, index): [number, number] => [index * 36, index % 2 === 0 ? 1.25 : 0.55])
const cross = [0, 90, 180, 270].flatMap((turn): [number, number][] => [
  [turn - 22, 1.15],
  [turn + 22, 1.15],
  [turn + 45, 0.6],
])

const corners: Readonly<Record<Exclude<Shape, 'circle'>, readonly [number, number][]>> = {
  square: even(4, 45).map(([angle]) => [angle, 1.2]),
  diamond: even(4).map(([angle]) => [angle, 1.2]),
  triangle: even(3).map(([angle]) => [angle, 1.25]),
  wedge: even(3, 60).map(([angle]) => [angle, 1.25]),
  pentagon: even(5).map(([angle]) => [angle, 1.1]),
  hexagon: even(6, 30).map(([angle]) => [angle, 1.1]),
  star,
  cross,
}

/** The corners of a shape, of a radius of 1 round 0, 0, upward positive; none for a circle, which has none. */
export function cornersOf(shape: Shape): readonly (readonly [x: number, y: number])[] {
  if (shape === 'circle') return []
  return corners[shape].map(([angle, reach]) => {
    const turn = (angle * Math.PI) / 180
    return [Math.sin(turn) * reach, Math.cos(turn) * reach]
  })
}

/** The outline of a shape round 0, 0, as the `d` of a path. */
export function outlineOf(shape: Shape, radius: number): string {
  if (shape === 'circle')
    return `M${-radius} 0a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`
  const points = cornersOf(shape).map(([x, y]) => `${(x * radius).toFixed(2)} ${(-y * radius).toFixed(2)}`)
  return `M${points.join('L')}Z`
}
