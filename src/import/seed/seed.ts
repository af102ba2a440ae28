import { SeedError, type SeedProblem } from '../../edition/problems.js'
import type { GraphElements } from '../../graph/elements.js'
import { textFaults } from '../../text/entering-text.js'
import { enteringValue } from '../../text/entering-values.js'
import { assemble, findProblems } from './assembly.js'
import { readEntry, type SeedEntry } from './entry.js'
import { readYamlEntries } from './files.js'
import { readManifest } from './manifest.js'
import { readSynonyms } from './synonyms.js'
import { readTable } from './tables.js'

/** What the graph knows on day one. */
export interface Seed {
  /** Rises whenever the data files change what the graph holds. */
  readonly version: number
  /** The edition's own time, ISO, so that every graph that is seeded with it holds the same. */
  readonly recordedAt: string
  /** The times of the editions before it, by which what they wrote is known. */
  readonly earlier: readonly string[]
  readonly elements: GraphElements
}

/**
 * Reads the seed's data files: `seed.yaml`, the tables that it names and every other YAML file in the folder.
 *
 * @throws SeedError with file, line and reason of all that is wrong; nothing of a wrong seed is handed on.
 */
export async function readSeed(folder: string): Promise<Seed> {
  const { version, recordedAt, earlier, tables, synonyms } = await readManifest(folder)
  const readings = [
    ...(await Promise.all(tables.map((table) => readTable(folder, table)))),
    await readYamlEntries(folder, ['seed.yaml', 'region.yaml', ...(synonyms === undefined ? [] : [synonyms])]),
  ]
  const problems: SeedProblem[] = readings.flatMap((reading) => reading.problems)
  const entries: SeedEntry[] = []
  for (const entry of readings.flatMap((reading) => reading.found)) {
    const entering = enteringValue(entry.value, 'MANY')
    if ('fault' in entering) {
      const reason = [...entering.path, textFaults[entering.fault]].join(': ')
      problems.push({ file: entry.file, line: entry.lineOf(entering.path), reason })
      continue
    }
    const checked = readEntry({ ...entry, value: entering.value }, problems)
    if (checked) entries.push(checked)
  }
  if (problems.length === 0) problems.push(...findProblems(entries))
  const sought = synonyms === undefined ? null : await readSynonyms(folder, synonyms, entries)
  problems.push(...(sought?.problems ?? []))
  if (problems.length > 0) throw new SeedError(problems)
  return { version, recordedAt, earlier, elements: assemble(entries, recordedAt, sought?.found ?? new Map()) }
}
