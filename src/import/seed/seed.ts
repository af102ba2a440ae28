import { z } from 'zod'
import { CODES } from '../../edition/codes-file.js'
import type { Edition } from '../../edition/edition.js'
import { SeedError, type SeedProblem } from '../../edition/problems.js'
import type { GraphElements } from '../../graph/elements.js'
import { textFaults } from '../../text/entering-text.js'
import { enteringValue } from '../../text/entering-values.js'
import { assemble, findProblems } from './assembly.js'
import { employmentEntries } from './employment.js'
import { readEntry, type SeedEntry } from './entry.js'
import { readYamlEntries } from './files.js'
import { surveyManifest } from './manifest.js'
import { addSupplies } from './supplies.js'
import { readSynonyms } from './synonyms.js'
import { readTable, type TablesEdition } from './tables.js'

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

/** What the seed takes from `region.yaml`. */
type SeedEdition = TablesEdition & Pick<Edition, 'languages'>

/** A seed with the entries that it is made of, and what is wrong with it; null where something is. */
export interface SeedSurvey {
  readonly seed: Seed | null
  readonly entries: readonly SeedEntry[]
  /** Of entries that could not be made out; null where a file or row could not, so that not all ids are known. */
  readonly faulty: ReadonlySet<string> | null
  readonly problems: readonly SeedProblem[]
}

/**
 * Reads the seed's data files: `seed.yaml`, the tables that it names and every other YAML file in the folder.
 * @param edition what `region.yaml` says; null where it cannot be made out, so that no table's rows can be named.
 */
export async function surveySeed(folder: string, edition: SeedEdition | null): Promise<SeedSurvey> {
  const manifest = await surveyManifest(folder)
  const synonyms = manifest.found?.synonyms
  const readings = [
    ...(await Promise.all(
      edition ? (manifest.found?.tables ?? []).map((table) => readTable(folder, table, edition)) : [],
    )),
    await readYamlEntries(folder, [
      'seed.yaml',
      'region.yaml',
      'explorer.yaml',
      'wordings.yaml',
      'matching.yaml',
      CODES,
      ...(synonyms === undefined ? [] : [synonyms]),
    ]),
  ]
  const employment = await Promise.all(
    (manifest.found?.employment ?? []).map((declared) => employmentEntries(folder, declared)),
  )
  const problems = [...manifest.problems, ...[...readings, ...employment].flatMap((reading) => reading.problems)]
  // What could not be read may hold what others name.
  const isWhole = problems.length === 0 && edition !== null
  const faulty = new Set<string>()
  const entries: SeedEntry[] = []
  for (const entry of readings.flatMap((reading) => reading.found)) {
    const entering = enteringValue(entry.value, 'MANY')
    if ('fault' in entering) {
      const reason = [...entering.path, textFaults[entering.fault]].join(': ')
      problems.push({ file: entry.file, line: entry.lineOf(entering.path), reason })
      faulty.add(idIn(entry.value))
      continue
    }
    const checked = readEntry({ ...entry, value: entering.value }, problems)
    if (checked) entries.push(checked)
    else faulty.add(idIn(entering.value))
  }
  entries.push(...employment.flatMap(({ found }) => found))
  const whole = await addSupplies(folder, manifest.found?.supplies ?? [], entries, problems)
  if (isWhole) problems.push(...findProblems(whole, faulty))
  const sought = synonyms === undefined ? null : await readSynonyms(folder, synonyms, whole)
  if (isWhole) problems.push(...(sought?.problems ?? []))
  const read = { entries: whole, faulty: isWhole ? faulty : null, problems }
  if (problems.length > 0 || manifest.found === null || edition === null) return { seed: null, ...read }
  const { version, recordedAt, earlier } = manifest.found
  const elements = assemble(whole, { recordedAt, languages: edition.languages }, sought?.found ?? new Map())
  return { seed: { version, recordedAt, earlier, elements }, ...read }
}

const withId = z.looseObject({ id: z.string() })

const idIn = (value: unknown): string => withId.safeParse(value).data?.id ?? ''

/**
 * What `surveySeed` reads, where nothing is wrong with it.
 * @throws SeedError with file, line and reason of all that is wrong; nothing of a wrong seed is handed on.
 */
export async function readSeed(edition: SeedEdition & Pick<Edition, 'folder'>): Promise<Seed> {
  const { seed, problems } = await surveySeed(edition.folder, edition)
  if (seed === null) throw new SeedError(problems)
  return seed
}
