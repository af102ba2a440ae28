import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type YAMLParseError } from 'yaml'
import type { z } from 'zod'
import type { SeedProblem } from './problems.js'

/** What was read, and what is wrong with it. */
export interface Reading<T> {
  readonly found: T
  readonly problems: readonly SeedProblem[]
}

/** The line, counted from 1, of what a path of keys and indexes leads to; of the nearest thing above it where there is no such thing. */
export type LineOf = (path: readonly PropertyKey[]) => number

/** A file's name as messages show it: `seed/needs.yaml` for `needs.yaml` in the folder `…/seed`. */
export const shownName = (folder: string, path: string): string =>
  [basename(folder), ...relative(folder, path).split(sep)].join('/')

interface YamlFile {
  readonly file: string
  readonly value: unknown
  readonly lineOf: LineOf
  readonly problems: readonly SeedProblem[]
}

function lineInTree(root: unknown, path: readonly PropertyKey[], lines: LineCounter): number {
  const lineAt = (node: unknown, otherwise: number): number =>
    isNode(node) && node.range ? lines.linePos(node.range[0]).line : otherwise
  let node = root
  let line = lineAt(root, 1)
  for (const key of path) {
    if (isSeq(node)) {
      node = node.items[Number(key)]
      line = lineAt(node, line)
    } else if (isMap(node)) {
      const pair = node.items.find((each) => isScalar(each.key) && String(each.key.value) === String(key))
      line = lineAt(pair?.key, line)
      node = pair?.value
    } else return line
  }
  return line
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

const unreadable: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EISDIR', 'is a folder'],
  ['EACCES', 'may not be read'],
  ['EPERM', 'may not be read'],
])

/** Why a file cannot be read, in words; undefined where it is no fault of the file. */
export const whyUnreadable = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? unreadable.get(String(error.code)) : undefined

/**
 * Reads one YAML file with the lines of its parts. That it cannot be read is a problem of it.
 * @param missing is said where there is no such file.
 */
export async function readYaml(folder: string, path: string, missing?: string): Promise<YamlFile> {
  const file = shownName(folder, path)
  const lines = new LineCounter()
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    const reason = (isMissing(error) ? missing : undefined) ?? whyUnreadable(error)
    if (reason === undefined) throw error
    return { file, value: undefined, lineOf: () => 1, problems: [{ file, line: 1, reason }] }
  }
  const document = parseDocument(text, { lineCounter: lines })
  const problem = firstProblem(document.errors, text, lines)
  const problems = problem === null ? [] : [{ file, ...problem }]
  return {
    file,
    value: problems.length > 0 ? undefined : document.toJS(),
    lineOf: (at) => lineInTree(document.contents, at, lines),
    problems,
  }
}

/** What is wrong with a text that is no YAML: the first of it, since what is said of the rest mostly comes of that. */
function firstProblem(
  [error]: readonly YAMLParseError[],
  text: string,
  lines: LineCounter,
): Pick<SeedProblem, 'line' | 'reason'> | null {
  if (error === undefined) return null
  const tab = text.split('\n').findIndex((line) => /^ *\t/.test(line))
  if (tab !== -1) return { line: tab + 1, reason: 'begins with a tab: YAML indents by blanks' }
  const [message = 'is not YAML'] = error.message.split('\n')
  return { line: lines.linePos(error.pos[0]).line, reason: message.replace(/ at line \d+.*$/, '') }
}

const inWords = ({ message }: z.core.$ZodIssue): string =>
  message.endsWith('received undefined') ? 'is missing' : message

/** What zod says against a value of a file, each with its line. */
export const problemsOf = (
  { issues }: z.ZodError,
  { file, lineOf }: Pick<YamlFile, 'file' | 'lineOf'>,
): readonly SeedProblem[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ file, line: lineOf([...issue.path, key]), reason: `unknown key "${key}"` }))
      : [{ file, line: lineOf(issue.path), reason: [...issue.path, inWords(issue)].join(': ') }],
  )

/**
 * What a YAML file of a form says; null where it cannot be made out.
 * @param missing is said where there is no such file.
 */
export async function readYamlOf<Schema extends z.ZodType>(
  folder: string,
  path: string,
  schema: Schema,
  missing?: string,
): Promise<Reading<z.output<Schema> | null>> {
  const written = await readYaml(folder, path, missing)
  if (written.problems.length > 0) return { found: null, problems: written.problems }
  const read = schema.safeParse(written.value)
  return read.success ? { found: read.data, problems: [] } : { found: null, problems: problemsOf(read.error, written) }
}

/** What a file of the folder says that may be left out; `otherwise` where it is, or cannot be made out. */
export async function readYamlIfThere<Schema extends z.ZodType, Otherwise>(
  folder: string,
  name: string,
  schema: Schema,
  otherwise: Otherwise,
): Promise<Reading<z.output<Schema> | Otherwise>> {
  const path = join(folder, name)
  if (!existsSync(path)) return { found: otherwise, problems: [] }
  const { found, problems } = await readYamlOf(folder, path, schema)
  return { found: found ?? otherwise, problems }
}
