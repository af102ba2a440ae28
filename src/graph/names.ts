import type { Properties } from './elements.js'
import { letterPairs, searchText } from './search-text.js'
import { sortName } from './sort-name.js'

/** What is written with a node so that it can be put in order and found by its names; its id where it has none. */
export function nameProperties(id: string, { nameSv, nameEn, title }: Properties): Properties {
  const names = [nameSv, nameEn, title].filter((name) => typeof name === 'string')
  const text = searchText(names)
  return { sortName: sortName(names[0] ?? id), searchText: text, letterPairs: letterPairs(text) }
}
