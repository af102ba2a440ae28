import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { kilometresBetween } from '../../src/places/great-circle.js'
import { byId, of } from './the-seed.js'

const placed = z.object({
  ...{ nameSv: z.string(), code: z.string(), latitude: z.number(), longitude: z.number() },
  ...{ mainTownName: z.string(), mainTownLatitude: z.number(), mainTownLongitude: z.number() },
  ...{ mainTownSource: z.literal('source:geonames'), mainTownLocator: z.string().regex(/^cities500, \d+$/) },
})
type Placed = z.output<typeof placed>
const municipalities = of('Municipality').map(({ properties }) => properties)
const withTown: Placed[] = municipalities.flatMap((own) => (own.mainTownName === undefined ? [] : [placed.parse(own)]))
const townOf = (name: string): Placed => {
  const found = withTown.find((own) => own.mainTownName === name)
  if (!found) throw new Error(name)
  return found
}

type Ring = readonly (readonly number[])[]
const polygon = z.array(z.array(z.array(z.number())))
const outlines = z.object({
  features: z.array(
    z.object({
      id: z.string(),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: polygon }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
      ]),
    }),
  ),
})

/** Whether a ray to the east crosses a ring an odd number of times. */
function isWithin(latitude: number, longitude: number, ring: Ring): boolean {
  let inside = false
  for (const [index, [x = 0, y = 0]] of ring.entries()) {
    const [before = 0, below = 0] = ring.at(index - 1) ?? []
    if (y > latitude === below > latitude) continue
    if (longitude < x + ((before - x) * (latitude - y)) / (below - y)) inside = !inside
  }
  return inside
}

/** Kilometres to the nearest corner or point between corners of a ring, on a plane that fits so short a way. */
function kilometresTo(latitude: number, longitude: number, ring: Ring): number {
  const degree = 111.195
  const across = degree * Math.cos((latitude * Math.PI) / 180)
  const steps = ring.map(([x = 0, y = 0], index) => {
    const [otherX = 0, otherY = 0] = ring.at(index - 1) ?? []
    const [fromX, fromY] = [(x - longitude) * across, (y - latitude) * degree]
    const [alongX, alongY] = [(otherX - x) * across, (otherY - y) * degree]
    const length = alongX ** 2 + alongY ** 2
    const part = length === 0 ? 0 : Math.min(1, Math.max(0, -(fromX * alongX + fromY * alongY) / length))
    return Math.hypot(fromX + part * alongX, fromY + part * alongY)
  })
  return Math.min(...steps)
}

const drawn = outlines.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../seed/places/outlines.geojson'), 'utf8')),
)
/** Outlines are simplified: what lies at a shore or a border can be left outside by so much. */
const LEFT_OUTSIDE_KM = 2.5

it('of all municipalities but two is known, and each lies where its source says', () => {
  expect(municipalities).toHaveLength(290)
  const without = municipalities.filter(({ mainTownName }) => mainTownName === undefined)
  expect(without.map(({ nameSv }) => nameSv)).toEqual(['Salem', 'Ale'])
  expect(new Set(withTown.map(({ mainTownLocator }) => mainTownLocator)).size).toBe(288)
  expect(byId.get('source:geonames')?.properties.publisher).toBe('GeoNames')
})

it('of each municipality that is drawn bears its name and lies within its outline', () => {
  const outside: string[] = []
  for (const { id, geometry } of drawn.features) {
    const own = placed.parse(byId.get(id)?.properties)
    expect(own.mainTownName).toBe(own.nameSv)
    const [north, east] = [own.mainTownLatitude, own.mainTownLongitude]
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const isInside = parts.some(
      ([shore = [], ...holes]) => isWithin(north, east, shore) && !holes.some((hole) => isWithin(north, east, hole)),
    )
    if (isInside) continue
    outside.push(own.nameSv)
    expect(Math.min(...parts.flat().map((ring) => kilometresTo(north, east, ring)))).toBeLessThan(LEFT_OUTSIDE_KM)
  }
  expect(drawn.features).toHaveLength(29)
  // Between lakes, and at the river that is the border.
  expect(outside.toSorted()).toEqual(['Arjeplog', 'Haparanda'])
})

it('lies within 70 km of the point near the middle of its municipality', () => {
  for (const { nameSv, latitude, longitude, mainTownLatitude, mainTownLongitude } of withTown) {
    const away = kilometresBetween(
      { latitude, longitude },
      { latitude: mainTownLatitude, longitude: mainTownLongitude },
    )
    expect([nameSv, away < 70]).toEqual([nameSv, true])
  }
})

type Direction = readonly [number, number, number]

/** The direction of a place from the earth's middle. */
function direction([north, east]: readonly [number, number]): Direction {
  const [up, round] = [(north * Math.PI) / 180, (east * Math.PI) / 180]
  return [Math.cos(up) * Math.cos(round), Math.cos(up) * Math.sin(round), Math.sin(up)]
}

/** Kilometres by the angle between two directions, with the earth's mean radius. */
function kilometresAround([a, b, c]: Direction, [x, y, z]: Direction): number {
  const across = Math.hypot(b * z - c * y, c * x - a * z, a * y - b * x)
  return 6_371.0088 * Math.atan2(across, a * x + b * y + c * z)
}

/** Towns as encyclopaedias place them, to the minute, which is 2 km at most. */
const known: Readonly<Record<string, readonly [number, number]>> = {
  Luleå: [65 + 35 / 60, 22 + 9 / 60],
  Boden: [65 + 50 / 60, 21 + 42 / 60],
  Kiruna: [67 + 51 / 60, 20 + 13 / 60],
  Gällivare: [67 + 8 / 60, 20 + 39 / 60],
  Umeå: [63 + 50 / 60, 20 + 15 / 60],
  Skellefteå: [64 + 45 / 60, 20 + 57 / 60],
}

it.each([
  ['Luleå', 'Boden', 34],
  ['Kiruna', 'Gällivare', 82],
  ['Umeå', 'Skellefteå', 108],
])('from %s to %s it is about %i km', (one, other, kilometres) => {
  const positionOf = (name: string) => {
    const { mainTownLatitude: latitude, mainTownLongitude: longitude } = townOf(name)
    return { latitude, longitude }
  }
  const measured = kilometresBetween(positionOf(one), positionOf(other))
  expect(Math.round(measured)).toBe(kilometres)
  const [from, to] = [known[one], known[other]]
  if (!from || !to) throw new Error(one)
  expect(Math.abs(measured - kilometresAround(direction(from), direction(to)))).toBeLessThan(4)
})
