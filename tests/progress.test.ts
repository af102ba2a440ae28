import { expect, it } from 'vitest'
import { progressText } from '../src/kernel/progress.js'

it.each([
  ['THINGS', 0, 300, 0, '0 of 300 | 0 a second'],
  ['THINGS', 100, 300, 2, '100 of 300 | 50 a second | 4 s left'],
  ['BYTES', 12_340_000, 70_900_000, 4, '12.3 of 70.9 MB | 3.1 MB a second | 19 s left'],
  ['BYTES', 70_900_000, 70_900_000, 10, '70.9 of 70.9 MB | 7.1 MB a second | 0 s left'],
] as const)(
  'says of %s how far it has come, at which rate and how long is left',
  (counted, done, total, seconds, text) => {
    expect(progressText(done, total, seconds, counted)).toBe(text)
  },
)
