import type { Properties, PropertyValue } from '../../graph/elements.js'
import { foldedName } from '../../text/folded.js'
import { otherNamesLists } from '../forms/other-names.js'
import { visible } from '../statements/fold.js'
import type { EntityState } from '../statements/states.js'

/** A name that an entity bears or bore, since and until when, and who says so; a day that is not known is empty. */
export interface BornName {
  readonly name: string
  readonly since: string
  readonly until: string
  readonly source: string
  readonly locator: string
}

const listOf = (value: PropertyValue | undefined): string[] => (Array.isArray(value) ? value.map(String) : [])

/** Other names as they are stored, one by one. */
const namesOfLists = (shown: Properties): BornName[] => {
  const [names = [], ...others] = otherNamesLists.map((list) => listOf(shown[list]))
  return names.map((name, index) => {
    const [since = '', until = '', source = '', locator = ''] = others.map((list) => list[index] ?? '')
    return { name, since, until, source, locator }
  })
}

/** All names by which an entity is found, its own ones first. */
export function namesOf({ id, properties, statements }: EntityState): BornName[] {
  const shown = visible(statements)
  const own = [properties.nameSv, properties.nameEn, ...listOf(properties.statedNames)]
  const called = own.flatMap((name): BornName[] => {
    if (typeof name !== 'string' || name === id) return []
    const said = shown.find(({ values }) => [values.nameSv, values.nameEn, values.name].includes(name))
    const { source, locator } = said ?? { source: String(properties.source), locator: String(properties.locator) }
    return [{ name, since: '', until: '', source, locator }]
  })
  return [...called, ...namesOfLists(properties)]
}

/** Those of some names that are not among others, each once: names that differ in spelling or legal form are the same. */
export function missingNames(names: readonly BornName[], there: readonly string[]): BornName[] {
  const folded = new Set(there.map(foldedName))
  return names.filter(({ name }) => {
    const isThere = folded.has(foldedName(name))
    folded.add(foldedName(name))
    return !isThere
  })
}

/** The names that properties hold. */
export const namesIn = ({ nameSv, nameEn, otherNames, statedNames }: Properties): string[] =>
  [nameSv, nameEn, otherNames, statedNames].flat().filter((name) => typeof name === 'string')

/** The other names that properties hold, and some more, as they are stored. */
export function withOtherNames(shown: Properties, names: readonly BornName[]): Properties {
  const all = [...namesOfLists(shown), ...names]
  const lists = [
    all.map(({ name }) => name),
    all.map(({ since }) => since),
    all.map(({ until }) => until),
    all.map(({ source }) => source),
    all.map(({ locator }) => locator),
  ]
  return Object.fromEntries(otherNamesLists.map((list, index) => [list, lists[index] ?? []]))
}
