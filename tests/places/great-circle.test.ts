import { expect, it } from 'vitest'
import { kilometresBetween } from '../../src/places/great-circle.js'

const at = (latitude: number, longitude: number) => ({ latitude, longitude })

/** The earth's mean radius, 6 371.0088 km. */
const quarter = (Math.PI / 2) * 6_371.0088

it.each([
  ['from the equator to a pole', at(0, 20), at(90, -75), quarter],
  ['between opposite points', at(65, 22), at(-65, -158), 2 * quarter],
  ['a degree along a meridian', at(65, 22), at(66, 22), quarter / 90],
  ['over the date line', at(0, 179.5), at(0, -179.5), quarter / 90],
  ['no way at all', at(65, 22), at(65, 22), 0],
])('%s', (_, one, other, kilometres) => {
  expect(kilometresBetween(one, other)).toBeCloseTo(kilometres, 6)
  expect(kilometresBetween(other, one)).toBeCloseTo(kilometres, 6)
})
