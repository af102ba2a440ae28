import { fieldValues } from '../language/field-values.js'
import { historyTexts } from '../language/history.js'
import { useFormat, useTexts } from '../language/language.js'
import { isId, type ToldValue } from './told-fields.js'
import type { Named } from './use-names.js'

/** A value of a field in words: what is chosen of a list by its name, what is named by id by its own. */
export function useToldValue(names: ReadonlyMap<string, Named> | null) {
  const texts = useTexts(historyTexts)
  const format = useFormat()
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = useTexts(fieldValues)
  const one = (field: string, value: string | number | boolean): string => {
    if (typeof value === 'boolean') return value ? texts.yes : texts.no
    if (typeof value === 'number') {
      if (field === 'maxShare') return format.percent(value)
      return Number.isInteger(value) ? format.count(value) : format.number(value)
    }
    if (isId(value)) return names === null ? '…' : (names.get(value)?.name ?? texts.somethingGone)
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.day(value)
    if (/^\d{4}-\d{2}$/.test(value)) return format.day(`${value}-01`, 'MONTH')
    return words[field]?.[value] ?? value
  }
  return (field: string, value: ToldValue): string =>
    typeof value === 'object' ? format.list(value.map((each) => one(field, each))) : one(field, value)
}
