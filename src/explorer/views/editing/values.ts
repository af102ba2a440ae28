import type { FieldShape, ListShape, Shape } from './shape.js'

/** What is typed in a field: words, a tick, or fields and items within it. */
export type Typed = string | boolean | readonly Typed[] | TypedFields
export interface TypedFields {
  readonly [name: string]: Typed
}

/** A value as the API takes it; null for none. */
export type Given = string | number | boolean | null | readonly Given[] | GivenFields
export interface GivenFields {
  readonly [name: string]: Given
}

export const isFields = (value: Typed | Given | undefined): value is TypedFields & GivenFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listIn = (value: Typed | undefined): readonly Typed[] => (Array.isArray(value) ? value : [])
const fieldsIn = (value: Typed | undefined): TypedFields => (isFields(value) ? value : {})

/** What stands in a field of which nothing is said. */
export function blank(shape: Shape): Typed {
  switch (shape.kind) {
    case 'YES':
      return false
    case 'LIST':
      return []
    case 'GROUP':
      return {}
    default:
      return ''
  }
}

/**
 * A value of the API as it is typed.
 * @param point the reader's decimal sign.
 */
function typedOf(shape: Shape, given: unknown, point: string): Typed {
  if (given === null || given === undefined) return blank(shape)
  switch (shape.kind) {
    case 'YES':
      return given === true
    case 'NUMBER':
    case 'WHOLE':
      return String(given).replace('.', point)
    case 'LIST':
      return Array.isArray(given) ? given.map((item) => typedOf(shape.of, item, point)) : []
    case 'GROUP':
      return typedFields(shape.fields, given, point)
    default:
      return String(given)
  }
}

/** Fields as they are typed; the id of a part that is there already stays with it. */
export function typedFields(fields: readonly FieldShape[], given: unknown, point: string): TypedFields {
  const values: Readonly<Record<string, unknown>> = typeof given === 'object' && given !== null ? { ...given } : {}
  const typed = fields.flatMap(({ name, shape }) =>
    values[name] === undefined ? [] : [[name, typedOf(shape, values[name], point)] as const],
  )
  return { ...(typeof values.id === 'string' ? { id: values.id } : {}), ...Object.fromEntries(typed) }
}

/** The largest whole number that the API takes. */
const LARGEST = 2 ** 31 - 1

/** Whether a number has the other language's sign where that may mean thousands or decimals: `1,500` is either. */
export const isAmbiguous = (text: string, point: string): boolean =>
  new RegExp(`^-?[1-9]\\d{0,2}(\\${point === ',' ? '.' : ','}\\d{3})+$`).test(text.trim())

/** A number as people write it; null for what is none. */
export function numberIn(text: string, isWhole: boolean): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('\u2212', '-')
    .replace(',', '.')
  const form = isWhole ? /^-?\d+$/ : /^-?\d+(\.\d+)?$/
  const number = Number(plain)
  return form.test(plain) && Number.isFinite(number) ? number : null
}

/** What is typed as the API takes it; null for nothing. A number that is none stays as it was typed, which is refused. */
export function givenOf(shape: Shape, typed: Typed | undefined): Given {
  switch (shape.kind) {
    case 'YES':
      return typed === true ? true : null
    case 'LIST': {
      const items = listIn(typed)
        .map((item) => givenOf(shape.of, item))
        .filter((item) => item !== null)
      return items.length > 0 ? items : null
    }
    case 'GROUP': {
      const said = createInput(shape.fields, fieldsIn(typed))
      return Object.keys(said).length > 0 ? said : null
    }
    case 'NUMBER':
    case 'WHOLE':
      return numberIn(String(typed ?? ''), shape.kind === 'WHOLE') ?? (String(typed ?? '').trim() || null)
    default:
      return String(typed ?? '').trim() || null
  }
}

/** What is said of something new. */
export const createInput = (fields: readonly FieldShape[], typed: TypedFields): GivenFields =>
  Object.fromEntries(
    fields.flatMap(({ name, shape }) => {
      const given = givenOf(shape, typed[name])
      return given === null ? [] : [[name, given] as const]
    }),
  )

/** Whether two things that are typed say the same. */
export const isSame = (shape: Shape, one: Typed | undefined, other: Typed | undefined): boolean =>
  readable(shape, givenOf(shape, one)) === readable(shape, givenOf(shape, other))

/** A value by which two are told apart; the order of relationships says nothing. */
function readable(shape: Shape, given: Given): string {
  const isUnordered = shape.kind === 'LIST' && shape.changedBy !== null
  const ordered = inOrder(given)
  return JSON.stringify(
    isUnordered && Array.isArray(ordered) ? ordered.map((item) => JSON.stringify(item)).toSorted() : ordered,
  )
}

const inOrder = (given: Given): Given =>
  isFields(given)
    ? Object.fromEntries(
        Object.keys(given)
          .toSorted()
          .map((name) => [name, inOrder(given[name] ?? null)]),
      )
    : Array.isArray(given)
      ? given.map(inOrder)
      : given

/** What an update says: only what differs from what was there. */
export const updateInput = (fields: readonly FieldShape[], before: TypedFields, after: TypedFields): GivenFields =>
  Object.fromEntries(
    fields.flatMap(({ name, shape }) => {
      if (isSame(shape, before[name], after[name])) return []
      return [[name, changeOf(shape, before[name], after[name])] as const]
    }),
  )

function changeOf(shape: Shape, before: Typed | undefined, after: Typed | undefined): Given {
  if (shape.kind === 'GROUP') return updateInput(shape.fields, fieldsIn(before), fieldsIn(after))
  if (shape.kind === 'LIST' && shape.changedBy) return listChange(shape, listIn(before), listIn(after))
  return givenOf(shape, after)
}

/** What is added to a list, what is changed in it, and what ends. */
function listChange(shape: ListShape, before: readonly Typed[], after: readonly Typed[]): GivenFields {
  const idOf = (item: Typed): string | null => (isFields(item) && typeof item.id === 'string' ? item.id : null)
  const isPart = (item: Typed): boolean => shape.changedBy?.hasParts === true && idOf(item) !== null
  const nameOf = (item: Typed): string => (isPart(item) ? String(idOf(item)) : JSON.stringify(keyOf(shape, item)))
  const there = new Map(before.map((item) => [nameOf(item), item]))
  const named = new Set(after.map(nameOf))
  const differing = after.filter((item) => !isSame(shape.of, there.get(nameOf(item)) ?? blank(shape.of), item))
  const added = differing.filter((item) => !isPart(item)).map((item) => givenOf(shape.of, item))
  const changed = differing.filter(isPart).map((item): Given => {
    const fields = shape.of.kind === 'GROUP' ? shape.of.fields : []
    return { id: idOf(item), ...updateInput(fields, fieldsIn(there.get(nameOf(item))), fieldsIn(item)) }
  })
  const ended = before
    .filter((item) => !named.has(nameOf(item)))
    .map((item) => (isPart(item) ? idOf(item) : keyOf(shape, item)))
  return {
    ...(added.length > 0 ? { add: added.filter((item) => item !== null) } : {}),
    ...(changed.length > 0 ? { change: changed } : {}),
    ...(ended.length > 0 ? { end: ended } : {}),
  }
}

/** What tells an item from the others, as an end names it. */
function keyOf({ of, changedBy }: ListShape, item: Typed): Given {
  const key = changedBy?.key ?? []
  if (of.kind !== 'GROUP' || key.length === 0) return givenOf(of, item)
  const fields = of.fields.filter(({ name }) => key.includes(name))
  const [first] = fields
  return changedBy?.endsById && first
    ? givenOf(first.shape, fieldsIn(item)[first.name])
    : createInput(fields, fieldsIn(item))
}

/** A field whose value differs, with the names that lead to it. */
export interface Difference {
  readonly path: readonly string[]
  readonly shape: Shape
  readonly before: Typed | undefined
  readonly after: Typed | undefined
}

/** What differs, field by field; a group is gone into. */
export const differences = (
  fields: readonly FieldShape[],
  before: TypedFields,
  after: TypedFields,
  within: readonly string[] = [],
): readonly Difference[] =>
  fields.flatMap(({ name, shape }) => {
    const path = [...within, name]
    if (shape.kind === 'GROUP') return differences(shape.fields, fieldsIn(before[name]), fieldsIn(after[name]), path)
    return isSame(shape, before[name], after[name]) ? [] : [{ path, shape, before: before[name], after: after[name] }]
  })

/** Fields with one of them, by the names that lead to it, as given. */
export function withValue(values: TypedFields, [name, ...rest]: readonly string[], value: Typed): TypedFields {
  if (name === undefined) return values
  return { ...values, [name]: rest.length === 0 ? value : withValue(fieldsIn(values[name]), rest, value) }
}

/** What stands by the names that lead to it. */
export const valueAt = (values: TypedFields, path: readonly string[]): Typed | undefined =>
  path.reduce<Typed | undefined>((value, name) => fieldsIn(value)[name], values)

/** What keeps a form from being sent: where, and whether something is missing or is no number. */
export interface Lack {
  readonly path: string
  readonly why: 'MISSING' | 'NO_NUMBER' | 'TOO_LARGE'
}

/**
 * What keeps fields from being sent.
 * @param point the reader's decimal sign.
 */
export const lacksIn = (
  fields: readonly FieldShape[],
  typed: TypedFields,
  point: string,
  within = '',
): readonly Lack[] =>
  fields.flatMap(({ name, shape, isRequired }): readonly Lack[] => {
    const path = within === '' ? name : `${within}.${name}`
    const value = typed[name]
    if (isRequired && givenOf(shape, value) === null) return [{ path, why: 'MISSING' }]
    return lacksOf(shape, value, { point, path })
  })

interface Where {
  readonly point: string
  readonly path: string
}

function lacksOf(shape: Shape, value: Typed | undefined, { point, path }: Where): readonly Lack[] {
  switch (shape.kind) {
    case 'NUMBER':
    case 'WHOLE': {
      const text = String(value ?? '').trim()
      const number = numberIn(text, shape.kind === 'WHOLE')
      if (number !== null && shape.kind === 'WHOLE' && Math.abs(number) > LARGEST) return [{ path, why: 'TOO_LARGE' }]
      const isNumber = number !== null && !isAmbiguous(text, point)
      return text !== '' && !isNumber ? [{ path, why: 'NO_NUMBER' }] : []
    }
    case 'GROUP':
      return givenOf(shape, value) === null ? [] : lacksIn(shape.fields, fieldsIn(value), point, path)
    case 'LIST':
      return listIn(value).flatMap((item, index) => lacksOf(shape.of, item, { point, path: `${path}.${index}` }))
    default:
      return []
  }
}
