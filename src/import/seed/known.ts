import type { Properties, PropertyValue } from '../../graph/elements.js'

/** The properties that are known: a property without a value is left out of the graph. */
export function known(properties: Readonly<Record<string, PropertyValue | undefined>>): Properties {
  const kept: Record<string, PropertyValue> = {}
  for (const [name, value] of Object.entries(properties)) if (value !== undefined) kept[name] = value
  return kept
}
