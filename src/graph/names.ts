import { letterPairs, searchText } from '../text/folded.js'
import type { Properties } from './elements.js'
import { sortName } from './sort-name.js'

/** The names that a node bears and bore, its first one first, and its number where that is no part of its id. */
const namesOf = (id: string, own: Properties): string[] => {
  const { nameSv, nameEn, title, otherNames, statedNames, organisationNumber } = own
  const number = typeof organisationNumber === 'string' && !id.endsWith(organisationNumber) ? organisationNumber : null
  return [nameSv, nameEn, title, otherNames, statedNames, number].flat().filter((name) => typeof name === 'string')
}

/** What is written with a node so that it can be put in order and found by its names; its id where it has none. */
export function nameProperties(id: string, properties: Properties): Properties {
  const names = namesOf(id, properties)
  const synonyms = [properties.synonyms ?? []].flat().map(String)
  return {
    sortName: sortName(names[0] ?? id),
    searchText: searchText(names, synonyms),
    letterPairs: letterPairs(names),
  }
}
