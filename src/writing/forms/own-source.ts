import type { Properties, PropertyValue } from '../../graph/elements.js'

/**
 * Stands in what a draft says for the id of the draft's own source, which is known when it is published: as the page that
 * gives an address, or the other end of a relationship.
 */
export const ownSource = 'source:'

/** Values with the id of their own source wherever they name it. */
export function withOwnSource(values: Properties, source: string): Properties {
  const named = (value: PropertyValue): PropertyValue => {
    if (value === ownSource) return source
    if (typeof value !== 'object' || !value.some((each) => each === ownSource)) return value
    return value.map((each) => (each === ownSource ? source : String(each)))
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, named(value)]))
}
