import type { editingTexts } from '../../language/editing.js'
import type { fieldValues } from '../../language/field-values.js'
import type { fieldNames } from '../../language/fields.js'
import type { formFields } from '../../language/form-fields.js'
import type { FieldShape, Shape } from './shape.js'
import { givenOf, isFields, type Typed } from './values.js'

/** Words that fields and their values are told in, in the reader's language. */
export interface FieldWords {
  readonly names: (typeof fieldNames)['sv']
  readonly values: (typeof fieldValues)['sv']
  readonly texts: (typeof editingTexts)['sv']
  readonly ofForms: (typeof formFields)['sv']
  /** What an entity is called. */
  readonly called: (id: string) => string
  readonly day: (iso: string) => string
}

/** What a field is called; where the pages have no word for it yet, as the schema says it. */
export function labelOf(
  { names, ofForms }: Pick<FieldWords, 'names' | 'ofForms'>,
  { name, description }: Named,
): string {
  const own: Readonly<Record<string, string>> = ofForms.names
  const shared: Readonly<Record<string, string>> = names
  return own[name] ?? shared[name] ?? (description || name)
}

type Named = Pick<FieldShape, 'name'> & { readonly description?: string }

/** How a field is filled in; undefined where its name says enough. */
export function hintOf({ ofForms }: Pick<FieldWords, 'ofForms'>, name: string): string | undefined {
  const hints: Readonly<Record<string, string>> = ofForms.hints
  return hints[name]
}

/** A value that is chosen of a list, in words. */
export function choiceWords({ values }: Pick<FieldWords, 'values'>, name: string, value: string): string {
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = values
  return lists[name]?.[value] ?? value
}

/** What stands in a field, in words: an item a line, none for nothing. */
export function valueWords(words: FieldWords, name: string, shape: Shape, typed: Typed | undefined): readonly string[] {
  if (shape.kind === 'LIST') {
    return (Array.isArray(typed) ? typed : []).flatMap((item) => {
      const said = valueWords(words, name, shape.of, item)
      return said.length > 0 ? [said.join(' · ')] : []
    })
  }
  const given = givenOf(shape, typed)
  if (given === null) return shape.kind === 'YES' && typed === false ? [words.texts.no] : []
  switch (shape.kind) {
    case 'YES':
      return [words.texts.yes]
    case 'CHOICE':
      return [choiceWords(words, name, String(given))]
    case 'ENTITY':
      return [words.called(String(given))]
    case 'DAY':
      return [words.day(String(given))]
    case 'GROUP':
      return shape.fields.flatMap((field) => itemWords(words, field, isFields(typed) ? typed[field.name] : undefined))
    default:
      return [String(typed).trim()]
  }
}

/** A field of an item in words: what it names alone, all else with what it is called. */
function itemWords(words: FieldWords, field: FieldShape, typed: Typed | undefined): readonly string[] {
  const said = valueWords(words, field.name, field.shape, typed)
  if (said.length === 0 || (field.shape.kind === 'YES' && typed !== true)) return []
  if (field.shape.kind === 'YES') return [labelOf(words, field)]
  const isPlain = field.shape.kind === 'ENTITY' || field.shape.kind === 'CHOICE' || field.name === 'name'
  return isPlain ? said : [`${labelOf(words, field)}: ${said.join(', ')}`]
}
