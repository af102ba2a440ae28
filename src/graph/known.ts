import type { Properties, PropertyValue } from './elements.js'

/** The properties that are known: a property without a value is left out of the graph. */
export function known(properties: Readonly<Record<string, PropertyValue | null | undefined>>): Properties {
  const kept: Record<string, PropertyValue> = {}
  for (const [name, value] of Object.entries(properties)) {
    if (value !== null && value !== undefined) kept[name] = value
  }
  return kept
}
