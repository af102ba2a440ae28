import { expect, it } from 'vitest'
import { pointOf } from '../../src/places/distance-points.js'

const midpoint = { latitude: 66, longitude: 21 }
const town = { mainTownLatitude: 65.8, mainTownLongitude: 21.7 }
const nowhere = { latitude: null, longitude: null }
const noTown = { mainTownLatitude: null, mainTownLongitude: null }
const atTown = { latitude: 65.8, longitude: 21.7 }

it.each([
  ['between main towns, its main town', { ...midpoint, ...town }, 'MAIN_TOWNS', atTown],
  ['between midpoints, its midpoint', { ...midpoint, ...town }, 'MIDPOINTS', midpoint],
  ['between main towns, its midpoint where no town is known', { ...midpoint, ...noTown }, 'MAIN_TOWNS', midpoint],
  ['between main towns, its main town where no midpoint is known', { ...nowhere, ...town }, 'MAIN_TOWNS', atTown],
  ['between midpoints, nothing where none is known', { ...nowhere, ...town }, 'MIDPOINTS', null],
  ['nothing where neither is known', { ...nowhere, ...noTown }, 'MAIN_TOWNS', null],
  [
    'on the equator and the first meridian, these',
    { latitude: 0, longitude: 0, ...noTown },
    'MIDPOINTS',
    { latitude: 0, longitude: 0 },
  ],
] as const)('distances to a municipality are measured %s', (_, known, between, point) => {
  expect(pointOf(known, between)).toEqual(point)
})
