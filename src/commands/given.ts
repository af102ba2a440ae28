/** The options that were given. */
export function given<Values extends Readonly<Record<string, unknown>>>(values: Values): Partial<Values> {
  const kept: Partial<Values> = {}
  for (const key in values) if (values[key] !== undefined) kept[key] = values[key]
  return kept
}
