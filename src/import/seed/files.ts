import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { SeedProblem } from './problems.js'

/** One entry as it stands in a file, not yet checked. */
export interface WrittenEntry {
  /** Path from the folder that holds the seed. */
  readonly file: string
  readonly value: unknown
  /** The line, counted from 1, of what a path of keys and indexes leads to; of the nearest thing above it where there is no such thing. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/** What was read, and what is wrong with it. */
export interface Reading<T> {
  readonly found: T
  readonly problems: readonly SeedProblem[]
}

/** A file's name as messages show it: `seed/needs.yaml` for `needs.yaml` in the folder `…/seed`. */
export const shownName = (folder: string, path: string): string =>
  [basename(folder), ...relative(folder, path).split(sep)].join('/')

interface YamlFile {
  readonly file: string
  readonly value: unknown
  readonly lineOf: (path: readonly PropertyKey[]) => number
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

/** Reads one YAML file with the lines of its parts. Fails only where the file cannot be read. */
export async function readYaml(folder: string, path: string): Promise<YamlFile> {
  const lines = new LineCounter()
  const document = parseDocument(await readFile(path, 'utf8'), { lineCounter: lines })
  const file = shownName(folder, path)
  const problems = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    reason: error.message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? 'is not YAML',
  }))
  return {
    file,
    value: problems.length > 0 ? undefined : document.toJS(),
    lineOf: (at) => lineInTree(document.contents, at, lines),
    problems,
  }
}

const listOfEntries = z.array(z.unknown())

/** Every entry of every YAML file in the folder and below it, some apart; files in the order of their names. */
export async function readYamlEntries(folder: string, apart: readonly string[]): Promise<Reading<WrittenEntry[]>> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml')).sort()
  const found: WrittenEntry[] = []
  const problems: SeedProblem[] = []
  for (const name of names) {
    if (apart.includes(name)) continue
    const { file, value, lineOf, problems: malformed } = await readYaml(folder, join(folder, name))
    problems.push(...malformed)
    if (malformed.length > 0) continue
    const list = listOfEntries.safeParse(value)
    if (!list.success) problems.push({ file, line: 1, reason: 'is not a list of entries' })
    for (const [index, entry] of (list.data ?? []).entries()) {
      found.push({ file, value: entry, lineOf: (path) => lineOf([index, ...path]) })
    }
  }
  return { found, problems }
}
