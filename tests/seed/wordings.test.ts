import { expect, it } from 'vitest'
import { locatorInSwedish } from '../../src/language/locator-in-swedish.js'
import { telling } from '../../src/language/told.js'
import { edition } from '../edition.js'
import { elements } from './the-seed.js'

const { locators, supplies } = edition.wordings
const all = [...elements.nodes, ...elements.relationships]

it('every place in a source is told in Swedish', () => {
  const told = telling(locators)
  const places = new Set(all.map(({ provenance }) => provenance.locator))
  expect([...places].filter((place) => locatorInSwedish(place, told) === null)).toEqual([])
})

it('so is all that is said in words of a supply, and each wording is of something that is', () => {
  const told = telling(supplies)
  const said = new Set(
    elements.relationships
      .flatMap(({ properties: { valueText, datesText } }) => [valueText, datesText])
      .filter((text) => typeof text === 'string'),
  )
  expect([...said].filter((text) => told(text) === null)).toEqual([])
  expect(Object.keys(supplies).filter((text) => !said.has(text))).toEqual([])
})

it('nothing in Swedish has words that only English has', () => {
  const english =
    /(?<![\p{L}\d-])(?:the|of|with|is|are|was|were|which|that|this|from|than|has|have|its|their|or|by)(?![\p{L}\d-])/iu
  const strange = Object.values(edition.wordings).flatMap((wordings) =>
    // What is quoted, or a name, stays.
    Object.values(wordings).filter((text) => english.test(text.replace(/"[^"]*"|The Node Pole/g, ''))),
  )
  expect(strange).toEqual([])
})
