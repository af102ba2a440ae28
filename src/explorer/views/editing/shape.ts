import type { FormTypes } from '../../../../codegen-forms.js'

/** What a field of a form holds, whatever input it is of. */
export type Shape =
  | { readonly kind: 'TEXT' | 'WHOLE' | 'NUMBER' | 'DAY' | 'YES' | 'ENTITY' }
  | { readonly kind: 'CHOICE'; readonly values: readonly string[] }
  | { readonly kind: 'GROUP'; readonly fields: readonly FieldShape[] }
  | ListShape

/** A list; one that stands for relationships is changed by what is added to it and what ends. */
export interface ListShape {
  readonly kind: 'LIST'
  readonly of: Shape
  /** Null for a list that is said as a whole. */
  readonly changedBy: ListChange | null
}

/** How a list of relationships or parts is changed. */
export interface ListChange {
  /** Fields of an item that say which one is meant; none where the item itself does. */
  readonly key: readonly string[]
  /** Whether an end is named by its id alone, or by the fields of the key. */
  readonly endsById: boolean
  /** Whether items that are there are changed by their own ids. */
  readonly hasParts: boolean
}

/** A field of a form. */
export interface FieldShape {
  readonly name: string
  readonly isRequired: boolean
  readonly shape: Shape
  /** What the schema says of it. */
  readonly description: string
}

type Field = FormTypes['inputs'][string][number]

const scalars: Readonly<Record<string, Shape>> = {
  String: { kind: 'TEXT' },
  Int: { kind: 'WHOLE' },
  Float: { kind: 'NUMBER' },
  Date: { kind: 'DAY' },
  Boolean: { kind: 'YES' },
  ID: { kind: 'ENTITY' },
}

/** What is sent with every input, and asked for elsewhere than among its fields. */
const besideTheFields: ReadonlySet<string> = new Set([
  ...['id', 'revision', 'source', 'locator', 'asOf', 'reason', 'propose', 'confirmMailbox'],
])

/**
 * The fields that a form of an input has, as the schema says; a new one is there by itself.
 * @throws Error for an input that no form is made of.
 */
export function fieldsOf({ inputs, enums }: FormTypes, input: string): readonly FieldShape[] {
  const fields = inputs[input]
  if (!fields) throw new Error(`there is no form of ${input}`)

  const shapeOf = ({ type, isList }: Pick<Field, 'type' | 'isList'>): Shape => {
    const within = inputs[type]
    const values = enums[type]
    const own: Shape =
      scalars[type] ??
      (values ? { kind: 'CHOICE', values } : within ? (changedList(within) ?? group(within)) : { kind: 'TEXT' })
    return isList ? { kind: 'LIST', of: own, changedBy: null } : own
  }
  const group = (within: readonly Field[]): Shape => ({ kind: 'GROUP', fields: within.map(fieldOf) })
  const fieldOf = (field: Field): FieldShape => ({
    ...{ name: field.name, isRequired: field.isRequired, description: field.description },
    shape: shapeOf(field),
  })
  /** An input of what is added and what ends is a list for whoever fills it in. */
  const changedList = (within: readonly Field[]): ListShape | null => {
    const [add, end, change] = ['add', 'end', 'change'].map((name) => within.find((field) => field.name === name))
    if (!add || !end) return null
    const item = inputs[add.type]
    const key = item ? (inputs[end.type] ?? item.filter(isKey).slice(0, 1)).map(({ name }) => name) : []
    return {
      kind: 'LIST',
      of: shapeOf({ type: add.type, isList: false }),
      changedBy: { key, endsById: inputs[end.type] === undefined, hasParts: change !== undefined },
    }
  }
  return fields.filter(({ name }) => !besideTheFields.has(name)).map(fieldOf)
}

const isKey = ({ type, isRequired }: Field): boolean => type === 'ID' && isRequired

/** Whether an input takes something beside its fields, such as the day that it holds for. */
export const takes = ({ inputs }: FormTypes, input: string, name: string): boolean =>
  inputs[input]?.some((field) => field.name === name) ?? false
