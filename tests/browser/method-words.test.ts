import { expect, it } from 'vitest'
import { methodGroups } from '../../src/explorer/language/method-entry.js'
import { methodOfJobs } from '../../src/explorer/language/method-jobs.js'
import { methodOfSupport } from '../../src/explorer/language/method-support.js'
import { termIds } from '../../src/explorer/parts/term-ids.js'
import { readSeed } from '../../src/import/seed/seed.js'
import { edition } from '../edition.js'

const entries = {
  sv: { ...methodOfJobs.sv, ...methodOfSupport.sv },
  en: { ...methodOfJobs.en, ...methodOfSupport.en },
}
const shown = methodGroups.flatMap(({ terms }): readonly string[] => terms)

it('each word that figures lead to stands on the page of method once, in both languages', () => {
  expect(shown.toSorted()).toEqual([...termIds].toSorted())
  for (const language of [entries.sv, entries.en]) expect(Object.keys(language).toSorted()).toEqual(shown.toSorted())
})

it('no entry holds a figure: those are asked for', () => {
  const words = Object.values(entries).flatMap((language) => Object.values(language).flatMap(Object.values))
  expect(words.filter((text) => /\d/.test(text))).toEqual([])
})

it('what the region says of an assumption or a word leads to what its graph has', async () => {
  const { elements } = await readSeed(edition)
  const ids = new Set([...elements.nodes.map(({ id }) => id), edition.spillover.run.id])
  const named = Object.values(edition.explorer.method).flatMap(({ of }) => of)
  expect(named.filter((id) => !ids.has(id))).toEqual([])
  expect(named).not.toEqual([])
})
