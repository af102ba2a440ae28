import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { editingTexts } from '../../language/editing.js'
import { fieldValues } from '../../language/field-values.js'
import { fieldNames } from '../../language/fields.js'
import { formFields } from '../../language/form-fields.js'
import { useFormat, useTexts } from '../../language/language.js'
import type { FieldWords } from './words.js'

/** What the fields of a form share. */
export interface FormShared {
  readonly names: Readonly<Record<string, string>>
  /** Hears what an entity is called that was just chosen. */
  onNamed(id: string, name: string): void
  /** What is wrong with a field, by the names that lead to it; null for nothing. */
  wrongAt(path: string): string | null
}

export const FormContext = createContext<FormShared>({
  names: {},
  onNamed: () => undefined,
  wrongAt: () => null,
})

export const useForm = (): FormShared => useContext(FormContext)

/** Words that fields are told in. */
export function useFieldWords(called: Readonly<Record<string, string>>): FieldWords {
  const format = useFormat()
  return {
    names: useTexts(fieldNames),
    values: useTexts(fieldValues),
    texts: useTexts(editingTexts),
    ofForms: useTexts(formFields),
    called: (id) => called[id] ?? id,
    day: (iso) => (/^\d{4}-\d{2}-\d{2}$/.test(iso) ? format.day(iso) : iso),
  }
}
