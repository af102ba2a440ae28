import { letterPairs, searchText } from '../text/folded.js'
import type { Properties } from './elements.js'
import { sortName } from './sort-name.js'

/** The names that a node bears and bore, its first one first. */
const namesOf = ({ nameSv, nameEn, title, otherNames }: Properties): string[] =>
  [nameSv, nameEn, title, otherNames].flat().filter((name) => typeof name === 'string')

/** What is written with a node so that it can be put in order and found by its names; its id where it has none. */
export function nameProperties(id: string, properties: Properties): Properties {
  const names = namesOf(properties)
  return { sortName: sortName(names[0] ?? id), searchText: searchText(names), letterPairs: letterPairs(names) }
}
