import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { vi } from 'vitest'
import type { z } from 'zod'

/** A statement that a file of the program declares. */
export interface DeclaredQuery {
  readonly name: string
  readonly cypher: string
  readonly row: z.ZodType<unknown>
}

/** Where the text of a file declares a statement, and under which name. */
export interface Declaration {
  /** Path and line, such as `src/support/queries.ts:25`. */
  readonly place: string
  /** Null where it is put together when the program runs, such as `write ${label} nodes`. */
  readonly name: string | null
}

const root = join(import.meta.dirname, '../..')

/** What starts something when it is read, and what is made for the browser. */
const notRead = /^src\/(?:main|cli|edition\/prepare-outlines)\.ts$|^src\/explorer\//

/** The program's own files. */
function sourceFiles(): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => relative(root, join(root, 'src', path)))
    .filter((path) => path.endsWith('.ts') && !notRead.test(path))
    .toSorted()
}

/**
 * Every statement that the program's files declare, exported or not: each file is read anew with a `query` that keeps
 * what it is given. Statements that are declared only when something runs are not among them.
 */
export async function declaredQueries(): Promise<DeclaredQuery[]> {
  const declared: DeclaredQuery[] = []
  const path = join(root, 'src/graph/query.ts')
  vi.resetModules()
  vi.doMock(path, async (importOriginal) => ({
    ...(await importOriginal<object>()),
    query: () => (name: string, row: z.ZodType<unknown>, cypher: string) => {
      const statement = { name, row, cypher }
      declared.push(statement)
      return statement
    },
  }))
  for (const file of sourceFiles()) await import(join(root, file))
  vi.doUnmock(path)
  vi.resetModules()
  return declared
}

/** What the text of the program's files declares, to be held against what was found by reading them. */
export function declarations(): Declaration[] {
  return sourceFiles().flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, (comment) =>
      comment.replace(/[^\n]/g, ' '),
    )
    const found = text.matchAll(/\bquery<[\s\S]*?>\(\)\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`)/g)
    return [...found].map(({ 0: { length }, 1: single, 2: double, index }) => ({
      place: `${file}:${text.slice(0, index + (length > 0 ? 1 : 0)).split('\n').length}`,
      name: single ?? double ?? null,
    }))
  })
}
