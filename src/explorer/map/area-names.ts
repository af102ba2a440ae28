import { type Box, overlaps } from '../parts/boxes.js'
import type { Area, NamedAreas } from './areas.js'
import type { OutlinePath } from './outline-paths.js'
import type { Point } from './projection.js'

/** A name on a map, with the value of what it names: where the middle of its first line is. */
export interface AreaName extends Point {
  readonly name: string
  readonly value: string
}

/** So many are named, those with most: more would cover the map. */
const MOST = 5
/** Units of the drawing that a name takes. */
export const NAME_SIZE = 20
const LETTER = 0.6
/** How far from the middle of an area its name is tried, in heights of a line. */
const shifts = [0, 1.2, -1.2, 2.4, -2.4, 3.6] as const

/** Each area by itself, where it has any of what is counted. */
export const eachNamed = (areas: readonly Area[]): NamedAreas[] =>
  areas.flatMap(({ municipality, name, value }) => (value ? [{ name, value, municipalities: [municipality] }] : []))

/**
 * Names for the areas with most, each where it lies, none over another and none beyond the drawing: who sees a picture in a
 * room has nothing to point with.
 * @param taken what is drawn there already.
 */
export function areaNames(
  named: readonly NamedAreas[],
  land: readonly OutlinePath[],
  {
    width,
    taken,
    count,
  }: { readonly width: number; readonly taken: readonly Box[]; readonly count: (value: number) => string },
): AreaName[] {
  const middles = new Map(land.map(({ municipality, middle }) => [municipality, middle]))
  const boxes = [...taken]
  return named
    .toSorted((left, right) => right.value - left.value)
    .slice(0, MOST)
    .flatMap(({ name, value, municipalities }) => {
      const at = middleOf(municipalities.flatMap((id) => middles.get(id) ?? []))
      if (at === null) return []
      const text = count(value)
      const half = (Math.max(name.length, text.length) * NAME_SIZE * LETTER) / 2
      const x = Math.max(half, Math.min(width - half, at.x))
      for (const shift of shifts) {
        const y = at.y + shift * NAME_SIZE
        const box = { left: x - half, right: x + half, top: y - NAME_SIZE, bottom: y + 1.3 * NAME_SIZE }
        if (boxes.some((other) => overlaps(box, other))) continue
        boxes.push(box)
        return [{ name, value: text, x, y }]
      }
      return []
    })
}

/** The middle of areas together, by how large each is. */
function middleOf(areas: readonly OutlinePath['middle'][]): Point | null {
  const all = areas.reduce((sum, { area }) => sum + area, 0)
  if (all === 0) return null
  const weighed = (of: 'x' | 'y') => areas.reduce((sum, each) => sum + each[of] * each.area, 0) / all
  return { x: weighed('x'), y: weighed('y') }
}
