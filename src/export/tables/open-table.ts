import { today } from '../../kernel/day.js'
import { programVersion } from '../../kernel/program-version.js'
import type { Lang } from '../../language/language.js'
import { type Ask, type Page, pagesOf, totalOf, variablesAsked } from './answer.js'
import type { Column, ColumnKind } from './columns.js'
import { dimensionFields } from './names.js'
import type { Given } from './parameters.js'
import { isStated, type Table } from './table.js'
import { type Cell, cellOf, within } from './values.js'
import { headingOf, inSwedish } from './words.js'

/** A column as it is written. */
export interface Headed {
  readonly heading: string
  readonly kind: ColumnKind
  readonly many: boolean
}

/** A table whose first rows are there. */
export interface OpenTable {
  readonly columns: readonly Headed[]
  /** Rows by the page, as they are asked for. */
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>
  readonly isTruncated: boolean
  /** What is the same in every row, with more words than a cell has room for. */
  readonly about: readonly (readonly [string, Cell])[]
}

/** A column that is the same in every row. */
interface Same extends Headed {
  readonly cell: Cell
}

/** How a table is asked. */
export interface AskedTable {
  readonly given: Given
  readonly lang: Lang
  /** The calculation that is meant where none is named. */
  readonly run: string
  readonly most: number
}

/**
 * Asks for a table's first rows.
 * @param most rows that are given; whether there are more is told.
 * @throws what `pagesOf` throws; nothing is written by then.
 */
export async function openTable(table: Table, ask: Ask, { given, lang, run, most }: AskedTable): Promise<OpenTable> {
  const variables = variablesAsked(table, given, run)
  const pages = pagesOf(table, ask, { ...variables, lang })
  const { value: first } = await pages.next()
  if (!first) throw new Error(`${table.name}: there is no first page`)
  const asked = askedColumns(table, variables, lang)
  const own = headed(table, shown(table, variables), lang)
  const isTruncated = isCut(first, table, most)
  const after = sameColumns(table, first, lang, isTruncated)
  async function* rows() {
    let left = most
    for (let page: Page | undefined = first; page && left > 0; page = (await pages.next()).value ?? undefined) {
      yield page.rows
        .slice(0, left)
        .map((row) => [
          ...asked.map(({ cell }) => cell),
          ...own.map(({ column }) => cellOf(row, column)),
          ...after.map(({ cell }) => cell),
        ])
      left -= page.rows.length
    }
  }
  return {
    columns: [...asked, ...own, ...after],
    rows: rows(),
    isTruncated,
    about: [...asked, ...after, ...messages(table, first, lang)].map(({ heading, cell }) => [heading, cell]),
  }
}

/** A first set of columns: what was asked, so that tables of several questions can stand one below the other. */
function askedColumns({ parameters }: Table, variables: Readonly<Record<string, unknown>>, lang: Lang): Same[] {
  return parameters.flatMap(({ name, path }) => {
    const value = within(variables, path)
    if (value === undefined) return []
    const words = name.split('.')
    const heading = lang === 'EN' ? `asked.${name}` : `fråga ${words.map(inSwedish).join(' ')}`
    const cell = [value].flat().map((each) => (each instanceof Object ? JSON.stringify(each) : each))
    return [{ heading, kind: { is: 'text' }, many: true, cell: cell.filter(isPlain) }]
  })
}

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value)

/** The columns of a table but those of dimensions that it is not asked by. */
function shown({ columns }: Table, { by }: Readonly<Record<string, unknown>>): readonly Column[] {
  if (!Array.isArray(by)) return columns
  const all = new Set(Object.values(dimensionFields).flat())
  const asked = new Set(by.flatMap((dimension) => dimensionFields[String(dimension)] ?? []))
  return columns.filter(({ path: [field = ''] }) => !all.has(field) || asked.has(field))
}

/** Columns with headings of which no two are the same. */
export function headed(
  { rowName }: Table,
  columns: readonly Column[],
  lang: Lang,
): (Headed & { readonly column: Column })[] {
  const headings = columns.map((column) => headingOf(column, lang))
  return columns.map((column, index) => {
    const heading = headings[index] ?? ''
    const isShared = headings.indexOf(heading) !== headings.lastIndexOf(heading)
    const told =
      isShared && column.path[0] === 'node'
        ? `${lang === 'EN' ? `${rowName}.` : `${inSwedish(rowName)} `}${heading}`
        : heading
    return { heading: told, kind: column.kind, many: column.many, column }
  })
}

/** Columns of the whole answer: assumptions, where it comes from, when it was taken, whether there is more. */
function sameColumns(table: Table, { holder }: Page, lang: Lang, isTruncated: boolean): Same[] {
  const about = aboutColumns(table).map((column) => ({
    // The name of what the table is of, beside its id among what was asked.
    ...{
      heading: headingOf(column.path[0] === 'name' ? { ...column, path: ['of'] } : column, lang),
      kind: column.kind,
      many: column.many,
    },
    cell: cellOf(holder, column),
  }))
  const own = (field: string, is: 'text' | 'day' | 'truth', value: string | boolean): Same => {
    const heading = headingOf({ path: [field], kind: { is } }, lang)
    return { heading, kind: { is }, many: false, cell: [value] }
  }
  return [
    ...about,
    ...(table.columns.some(isStated) ? [] : [own('source', 'text', `Norrgraph ${programVersion}`)]),
    own('retrieved', 'day', today()),
    own('truncated', 'truth', isTruncated),
  ]
}

/**
 * What of the whole answer stands in every row: of many sectors their codes, and not the words of warnings, which are too
 * long for that. Whether the answer is cut is told of the file.
 */
const aboutColumns = ({ about }: Table): Column[] =>
  about.filter(({ path, many }) => {
    const [last = ''] = path.slice(-1)
    if (last === 'message' || path[0] === 'truncated') return false
    return (
      !many || last === 'code' || !about.some((other) => other.path.join() === [...path.slice(0, -1), 'code'].join())
    )
  })

function messages(table: Table, { holder }: Page, lang: Lang): { readonly heading: string; readonly cell: Cell }[] {
  return table.about
    .filter(({ path }) => path.at(-1) === 'message')
    .flatMap((column) => cellOf(holder, column).map((value) => ({ heading: headingOf(column, lang), cell: [value] })))
}

const isCut = (page: Page, { isPaged }: Table, most: number): boolean =>
  (totalOf(page) ?? page.rows.length) > (isPaged ? most : Math.min(most, page.rows.length)) ||
  within(page.holder, ['truncated']) === true
