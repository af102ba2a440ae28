import { type EnteringValue, enteringValue } from './entering-values.js'

/**
 * A text of JSON with every text in it as it enters, but for blanks; one that is no JSON enters as it stands. Its numbers
 * and signs are not read as one text, where two of them beside each other could be taken for a person's number.
 */
export function enteringJson(text: string): EnteringValue {
  const value = jsonOf(text)
  if (typeof value !== 'object' || value === null) return enteringValue(text, 'AS_THEY_ARE')
  const entering = enteringValue(value, 'AS_THEY_ARE')
  return 'fault' in entering ? entering : { value: JSON.stringify(entering.value) }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
