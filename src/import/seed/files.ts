import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { z } from 'zod'
import type { SeedProblem } from '../../edition/problems.js'
import { type LineOf, type Reading, readYaml } from '../../edition/yaml-file.js'

/** One entry as it stands in a file, not yet checked. */
export interface WrittenEntry {
  /** Path from the folder that holds the seed. */
  readonly file: string
  readonly value: unknown
  readonly lineOf: LineOf
}

const listOfEntries = z.array(z.unknown())

/** Every entry of every YAML file in the folder and below it, some files and folders apart; files in the order of their names. */
export async function readYamlEntries(folder: string, apart: readonly string[]): Promise<Reading<WrittenEntry[]>> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml')).sort()
  const found: WrittenEntry[] = []
  const problems: SeedProblem[] = []
  for (const name of names) {
    if (apart.some((each) => name === each || name.startsWith(`${each}${sep}`))) continue
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
