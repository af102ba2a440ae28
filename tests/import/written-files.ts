import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll } from 'vitest'
import { firmColumns } from '../../src/import/firms/firm-columns.js'
import { type ColumnSetting, settledColumns } from '../../src/import/readers/column-settings.js'
import type { Columns } from '../../src/import/readers/columns.js'
import { openUserFile } from '../../src/import/readers/user-file.js'

/** What a file came to: its rows by the columns that it has, and why others are none. */
export interface Come {
  readonly headers: Readonly<Record<string, string>>
  readonly rows: readonly { readonly line: number; readonly cells: Readonly<Record<string, string>> }[]
  readonly faults: readonly (readonly [line: number, fault: string])[]
  readonly leftOut: Readonly<Record<string, number>>
  readonly remarks: readonly string[]
}

export interface Asked {
  readonly settings?: readonly ColumnSetting[]
  readonly sheet?: string
}

/** A folder of files that tests write, taken away behind them. */
export function writtenFiles() {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const write = (content: string | Uint8Array, name = 'file.csv'): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const come = async (content: string | Uint8Array, asked: Asked = {}): Promise<Come> =>
    comeOf(write(content), firmColumns, asked)
  return { write, come }
}

/** Reads a file whole. */
export async function comeOf<Name extends string>(
  path: string,
  columns: Columns<Name>,
  { settings = [], sheet }: Asked = {},
): Promise<Come> {
  const file = await openUserFile(path, columns, {
    columns: settledColumns(path, settings, columns),
    sheet: sheet ?? null,
  })
  const names = Object.keys(columns).filter(
    (name): name is Name => name in columns && file.header(name as Name) !== null,
  )
  const rows: Come['rows'][number][] = []
  const faults: [number, string][] = []
  const leftOut: Record<string, number> = {}
  for await (const row of file.rows()) {
    if ('leftOut' in row) leftOut[row.leftOut] = (leftOut[row.leftOut] ?? 0) + 1
    else if ('fault' in row) faults.push([row.line, row.fault])
    else rows.push({ line: row.line, cells: Object.fromEntries(names.map((name) => [name, row.cell(name)])) })
  }
  const headers = Object.fromEntries(names.map((name) => [name, file.header(name) ?? '']))
  return { headers, rows, faults, leftOut, remarks: file.remarks }
}

/** A text as one of the encodings that programs write. */
export function encoded(text: string, encoding: string): Buffer {
  return iconv.encode(text, encoding.replace('-bom', ''), { addBOM: /bom|utf-?16/.test(encoding) })
}
