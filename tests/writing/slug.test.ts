import { expect, it } from 'vitest'
import { slugOf } from '../../src/writing/publishing/slug.js'

it.each([
  ['Östra Länken & Co', 'ostra-lanken-co'],
  ['  ', 'unnamed'],
  ['Rapport 2026', 'rapport-2026'],
  // A number of the tax agency for tests.
  ['Brev (811218) från 9876', 'brev-811218-fran-9876'],
  ['Brev 811218(9876)', 'brev'],
  ['811218 9876 2026', 'unnamed'],
])('%s is called %s in ids', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
