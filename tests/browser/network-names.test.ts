import { expect, it } from 'vitest'
import { overlaps } from '../../src/explorer/parts/boxes.js'
import { linesOf } from '../../src/explorer/views/network/lines.js'
import { type Named, placeNames } from '../../src/explorer/views/network/names.js'
import { fitted, inSteps } from '../../src/explorer/views/network/places.js'
import { Random } from '../differential/random.js'

const size = { width: 800, height: 560 }
const height = 17

it.each(Array.from({ length: 30 }, (_, index) => index + 1))(
  'forty nodes all have their names, none over another or over a node (seed %i)',
  (seed) => {
    const random = new Random(seed)
    const positions = new Map(
      Array.from({ length: 40 }, (_, index) => [`node:${index}`, { x: random.whole(0, 300), y: random.whole(0, 300) }]),
    )
    const named = [...fitted(positions, size)].map(([id, point]): Named => {
      return { ...point, id, radius: 7, width: random.whole(30, 160) }
    })
    const places = placeNames(named, named, { height, within: size, isMoved: () => true })
    expect(places.size).toBe(named.length)
    const boxes = named.flatMap(({ id, width }) => {
      const place = places.get(id)
      const bottom = (place?.base ?? 0) + height * 0.25
      return place ? [{ left: place.left, right: place.left + width, top: bottom - height, bottom }] : []
    })
    for (const [index, box] of boxes.entries()) {
      expect(boxes.slice(index + 1).filter((other) => overlaps(box, other))).toEqual([])
      expect([box.left >= 0, box.top >= 0, box.right <= size.width, box.bottom <= size.height]).not.toContain(false)
    }
  },
)

it('relationships both ways between two nodes are one line with two arrows', () => {
  const lines = linesOf([
    { source: 'a', target: 'b' },
    { source: 'b', target: 'a' },
    { source: 'c', target: 'a' },
    { source: 'c', target: 'c' },
  ])
  expect(lines.map(({ one, other, toOne, toOther }) => [one, other, toOne, toOther])).toEqual([
    ['a', 'b', true, true],
    ['c', 'a', false, true],
  ])
})

it('ways between two ends lead across a wide drawing and down a narrow one', () => {
  const ways = [
    ['from', 'one', 'to'],
    ['from', 'two', 'three', 'to'],
  ]
  const wide = inSteps(ways, size)
  expect([wide.get('from')?.x, wide.get('to')?.x]).toEqual([0, 800])
  expect(wide.get('one')?.x).toBe(wide.get('two')?.x)
  const narrow = inSteps(ways, { width: 300, height: 500 })
  expect([narrow.get('from')?.y, narrow.get('to')?.y]).toEqual([0, 500])
})
