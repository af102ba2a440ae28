import { setMaxListeners } from 'node:events'
import { Readable } from 'node:stream'
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify'
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql'
import { type Ask, TableRefusedError, variablesAsked } from '../export/tables/answer.js'
import { type CsvForm, csv, plainForm, swedishExcelForm } from '../export/tables/csv.js'
import { openTable } from '../export/tables/open-table.js'
import { ROWS_OF_PAGE } from '../export/tables/operation.js'
import { type Given, givenNow } from '../export/tables/parameters.js'
import type { NamedTable, Table } from '../export/tables/table.js'
import { tablesOf } from '../export/tables/tables.js'
import { openWorkbooks, type Workbooks } from '../export/tables/workbook.js'
import type { LeftOut } from '../graph/compose/fields.js'
import type { Redirects } from '../graph/redirects.js'
import { wholeNumber } from '../kernel/input-errors.js'
import { languages } from '../language/language.js'
import { addressValues, valueIn, wordIn } from './address.js'
import { type Charges, onlyOperation } from './charges.js'
import { type FileTags, isThere, taggedBy } from './file-tags.js'
import { errorAnswerer } from './format-error.js'
import type { AskFor } from './graphql-route.js'
import { refuseWith } from './refusals.js'

const formats = ['csv', 'xlsx'] as const
type Format = (typeof formats)[number]

/** The most rows of a file: a workbook is made as a whole before it is sent. */
const MOST_ROWS: Readonly<Record<Format, number>> = { csv: 100_000, xlsx: 10_000 }
/** The most where each page takes the work of all of them. */
const MOST_CALCULATED = 1_000

/** Milliseconds of a page up to which all rows that a file can have are given. */
const LONG_PAGE = 200
/** Milliseconds that the pages of a file take together where each is long. */
const MOST_WORK = 3_000

const mostRows = ({ isCalculated }: Table, format: Format): number =>
  isCalculated ? MOST_CALCULATED : MOST_ROWS[format]

const mediaTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Parameters of the file, beside those of what is asked. */
const ofFile: Readonly<Record<Format, readonly string[]>> = {
  csv: ['lang', 'rows', 'sep', 'for'],
  xlsx: ['lang', 'rows'],
}

const separators = { ',': ',', ';': ';', tab: '\t' } as const

/** What tables are made of, and what is meant where a request leaves a language or a calculation out. */
export interface TableSources {
  readonly schema: GraphQLSchema
  readonly charges: Charges
  readonly askFor: AskFor
  /** What was merged away, of the graph that is open. */
  readonly mergedAway: () => Promise<Redirects>
  readonly leftOut: LeftOut
}

/**
 * Lists of the API as tables: `GET /export/firms.csv?municipality=…`, `.xlsx`; `GET /export` says which there are. What
 * is asked goes through the API, a page at a time, with its limits and its refusals. A file that a limit cut says so, and
 * so does the header `norrgraph-truncated`.
 */
export function addTables(
  app: FastifyInstance,
  { schema, charges, askFor, mergedAway, leftOut }: TableSources,
  tags: FileTags,
  log: FastifyBaseLogger,
): void {
  const answerError = errorAnswerer(log)
  const workbooks = openWorkbooks()
  app.addHook('onClose', () => workbooks.end())
  const tables = [...tablesOf(schema).values()]
  for (const url of ['/export', '/export/']) {
    app.get(url, () => ({ tables: tables.map(({ table }) => described(table())) }))
  }
  const files = filesOf(tables)
  const documents = new Map<Table, DocumentNode>()
  const pageWork = async (table: Table, given: Given) => {
    const document = documents.get(table) ?? parse(table.operation)
    documents.set(table, document)
    const variables = { ...variablesAsked(table, given, leftOut.run), ...wholePage }
    return (await charges.of(document, onlyOperation(document), variables))?.work ?? 0
  }
  // One route, since each takes time at every start; its pattern names the files, so that there is nothing elsewhere.
  const pattern = [...files.keys()].join('|').replaceAll('.', '\\.')
  app.get<{ Params: { readonly file: string } }>(`/export/:file(^(?:${pattern})$)`, async (request, reply) => {
    const asked = files.get(request.params.file)
    if (!asked) return reply.callNotFound()
    const tag = await tags.of(request)
    if (isThere(request, tag)) return taggedBy(reply, tag).code(304).send()
    reply.header('cache-control', 'no-store')
    const { format } = asked
    try {
      const table = asked.table()
      // Each page asks to be told when the client goes away.
      setMaxListeners(0, reply.raw)
      const ask = askFor(request, reply)
      const by = await mergedAway()
      const file = await fileOf(table, format, request, pageWork, { ask, by, leftOut, workbooks })
      return taggedBy(reply, tag)
        .header('norrgraph-truncated', String(file.isTruncated))
        .header('content-disposition', `attachment; filename="${table.name}.${format}"`)
        .type(mediaTypes[format])
        .send(file.body)
    } catch (error) {
      if (error instanceof TableRefusedError) return refuseWith(reply, error.errors)
      return answerError(reply, error)
    }
  })
}

/** Tables by the names of their files. */
const filesOf = (
  tables: readonly NamedTable[],
): ReadonlyMap<string, Pick<NamedTable, 'table'> & { readonly format: Format }> =>
  new Map(
    tables.flatMap((named) =>
      namesOf(named).flatMap((name) =>
        formats.map((format) => [`${name}.${format}`, { table: named.table, format }] as const),
      ),
    ),
  )

/** A table's name, and that of its field where a field is one table. */
const namesOf = ({ name, field }: NamedTable): string[] => (field === null || field === name ? [name] : [name, field])

/** A table as clients are told of it. */
const described = (table: Table) => ({
  name: table.name,
  description: table.description,
  fields: table.path,
  mostRows: Object.fromEntries(formats.map((format) => [format, mostRows(table, format)])),
  parameters: table.parameters.map(({ name: parameter, type, description: about }) => ({
    name: parameter,
    type: String(type),
    description: about,
  })),
})

const wholePage = { first: ROWS_OF_PAGE, after: null, counted: false }

/** Fewer where each page takes long, of which a file would ask for many. */
export const rowsWorth = (work: number): number =>
  work <= LONG_PAGE ? Number.POSITIVE_INFINITY : ROWS_OF_PAGE * Math.max(1, Math.floor(MOST_WORK / work))

async function fileOf(
  table: Table,
  format: Format,
  { query, url }: FastifyRequest,
  pageWork: (table: Table, given: Given) => Promise<number>,
  {
    ask,
    by,
    leftOut,
    workbooks,
  }: { readonly ask: Ask; readonly by: Redirects; readonly leftOut: LeftOut; readonly workbooks: Workbooks },
) {
  const given = addressValues(query, [...table.parameters.map(({ name }) => name), ...ofFile[format]])
  const values = givenNow(table.parameters, given, by)
  const asked = wordIn(values, 'lang', languages) ?? leftOut.lang
  const form = formOf(values)
  // What is answered as a whole takes its work once, however many its rows are.
  const worth = table.isPaged ? rowsWorth(await pageWork(table, values)) : Number.POSITIVE_INFINITY
  const most = Math.min(rowsAsked(values, mostRows(table, format)), worth)
  const open = await openTable(table, ask, { given: values, lang: asked, run: leftOut.run, most })
  if (format === 'csv') return { body: Readable.from(csv(open, form)), isTruncated: open.isTruncated }
  const body = await workbooks.make(open, asked, url)
  return { body, isTruncated: open.isTruncated }
}

function formOf(values: Given): CsvForm {
  const form = wordIn(values, 'for', ['excel-sv']) ? swedishExcelForm : plainForm
  const separator = wordIn(values, 'sep', [',', ';', 'tab'])
  return separator ? { ...form, separator: separators[separator] } : form
}

function rowsAsked(given: Given, most: number): number {
  const text = valueIn(given, 'rows')
  return text === null ? most : wholeNumber('rows', Number(text), most)
}
