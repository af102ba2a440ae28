import { graphqlType, nodeKinds, nodeLabels } from '../../graph/vocabulary.js'
import type { Column } from './columns.js'
import type { Precision } from './precision.js'

/** What stands in a cell; several values where a row has several. */
export type Value = string | number | boolean | null
export type Cell = readonly Value[]

/** Stands after the values of a cell that are not all. */
const AND_MORE = '…'

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Kinds of entities, as the API asks for them, by their types. */
const kindOfType = new Map<Value, string>(nodeLabels.map((label) => [graphqlType(label), nodeKinds[label].entityKind]))

/** What an answer holds at some fields. */
export const within = (answer: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, field) => (isRecord(value) ? value[field] : undefined), answer)

/** The cell of a row. */
export const cellOf = (row: unknown, { path, kind }: Pick<Column, 'path' | 'kind'>): Cell => {
  const values = valuesAt(row, path).map((value) => {
    if (typeof value === 'number' && kind.is === 'number') return rounded(value, kind)
    return path.at(-1) === '__typename' ? (kindOfType.get(value) ?? value) : value
  })
  return values.every((value) => value === null) ? [] : values
}

function valuesAt(value: unknown, path: readonly string[]): Value[] {
  if (Array.isArray(value)) {
    // A place for what is not known, so that the lists of several columns stay side by side.
    return value.flatMap((each) => {
      const values = valuesAt(each, path)
      return values.length === 0 ? [null] : values
    })
  }
  const [first, ...rest] = path
  if (first === undefined) return isValue(value) ? [value] : []
  if (!isRecord(value)) return []
  const values = valuesAt(value[first], rest)
  return first === 'nodes' && within(value, ['pageInfo', 'hasNextPage']) === true ? [...values, AND_MORE] : values
}

const isValue = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** A number at its precision, never a negative nought. */
export function rounded(value: number, { decimals, significant }: Precision): number {
  const exact = decimals === null ? Number(value.toPrecision(significant)) : Number(value.toFixed(decimals))
  return exact === 0 ? 0 : exact
}

const plain = new Intl.NumberFormat('en', { useGrouping: false, maximumSignificantDigits: 17 })

/** A number in digits, never in powers of ten. */
export const digits = (value: number, point: string): string => plain.format(value).replace('.', point)

/** Values of one cell as a text. */
export const asText = (cell: Cell, point: string): string =>
  cell.map((value) => (typeof value === 'number' ? digits(value, point) : String(value ?? ''))).join('; ')
