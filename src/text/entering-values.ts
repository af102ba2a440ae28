import { type EnteringText, enteringText, type Lines, type TextFault } from './entering-text.js'

/** A value of lists, names and texts as it may be stored, or what keeps one of its texts out and where it stands. */
export type EnteringValue =
  | { readonly value: unknown }
  | { readonly fault: TextFault; readonly path: readonly (string | number)[] }

/** A value with every text in it as it enters. What is no text, list or plain object is handed on as it is. */
export function enteringValue(
  value: unknown,
  lines: Lines = 'ONE',
  path: readonly (string | number)[] = [],
): EnteringValue {
  if (typeof value === 'string') {
    const entering: EnteringText = enteringText(value, lines)
    return 'fault' in entering ? { fault: entering.fault, path } : { value: entering.text }
  }
  if (Array.isArray(value)) {
    const items: unknown[] = []
    for (const [index, item] of value.entries()) {
      const entering = enteringValue(item, lines, [...path, index])
      if ('fault' in entering) return entering
      items.push(entering.value)
    }
    return { value: items }
  }
  if (!isRecord(value)) return { value }
  const values: Record<string, unknown> = {}
  for (const [name, own] of Object.entries(value)) {
    const named = enteringText(name)
    if ('fault' in named) return { fault: named.fault, path }
    const entering = enteringValue(own, lines, [...path, name])
    if ('fault' in entering) return entering
    values[name] = entering.value
  }
  return { value: values }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}
