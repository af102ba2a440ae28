import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Edition, surveyEdition } from '../../edition/edition.js'
import { SeedError, type SeedProblem } from '../../edition/problems.js'
import { shownName, whyUnreadable } from '../../edition/yaml-file.js'
import type { Provenance } from '../../graph/elements.js'
import { odditiesOf } from '../../spillover/model/oddities.js'
import type { InputOutputTable } from '../../spillover/model/table.js'
import type { ImportError } from '../import-error.js'
import { surveyTableFiles } from '../input-output/table-files.js'
import { type Seed, surveySeed } from '../seed/seed.js'
import { divisionProblems } from './divisions.js'
import { lacksOf } from './lacks.js'
import { referenceProblems } from './references.js'
import { ventureProblems } from './ventures.js'

/** What a region's folder holds. */
export interface RegionFolder {
  readonly edition: Edition
  readonly seed: Seed
  readonly tables: readonly RegionTable[]
}

/** One of the region's input–output tables. */
export interface RegionTable {
  readonly table: InputOutputTable
  readonly provenance: Provenance
}

/** A region's folder read whole, and what is wrong with it. */
export interface RegionSurvey {
  /** Null where something is wrong. */
  readonly region: RegionFolder | null
  /** What keeps a graph from being made of it. */
  readonly problems: readonly SeedProblem[]
  /** What answers will lack. */
  readonly warnings: readonly SeedProblem[]
}

/** Reads all of a region's folder: each file by itself, then what they say of each other. */
export async function surveyRegion(folder: string): Promise<RegionSurvey> {
  const missing = await missingFolder(folder)
  if (missing !== null) return { region: null, problems: [missing], warnings: [] }
  const said = await surveyEdition(folder)
  const edition = said.found
  const written = await surveySeed(folder, edition)
  const problems = [...said.problems, ...written.problems]
  if (edition === null) return { region: null, problems, warnings: [] }

  const surveyed = await Promise.all(
    edition.tables.map((each) => surveyTableFiles(tableFolder(edition, each.folder), edition)),
  )
  const tables = surveyed.map(({ table }) => table)
  problems.push(...surveyed.flatMap(({ faults }) => faults.map((fault) => problemOf(folder, fault))))
  problems.push(
    ...(await referenceProblems(edition, written, tables)),
    ...divisionProblems(edition, written, surveyed),
    ...ventureProblems(edition, written.entries, tables),
  )
  const { seed } = written
  if (problems.length > 0 || seed === null) return { region: null, problems, warnings: [] }
  const sound = surveyed.flatMap(({ table }, index): RegionTable[] => {
    const declared = edition.tables[index]
    if (table === null || declared === undefined) return []
    const { source, locator } = declared
    return [{ table, provenance: { source, locator, recordedAt: seed.recordedAt } }]
  })
  const odd = surveyed.flatMap(({ table }, index) => oddProblems(table, edition.tables[index]?.folder ?? ''))
  return {
    region: { edition, seed, tables: sound },
    problems,
    warnings: [...lacksOf(edition, written.entries), ...odd],
  }
}

/**
 * Reads what a graph is made of.
 * @throws SeedError with file, line and reason of all that is wrong with the folder.
 */
export async function readRegion(folder: string): Promise<RegionFolder> {
  const { region, problems } = await surveyRegion(folder)
  if (region === null) throw new SeedError(problems)
  return region
}

/** What is odd about a table that is taken. */
const oddProblems = (table: InputOutputTable | null, folder: string): readonly SeedProblem[] =>
  table === null ? [] : odditiesOf(table).En.map((reason) => ({ file: `tables/${folder}/table.json`, line: 1, reason }))

const tableFolder = ({ folder }: Edition, name: string): string => join(folder, 'tables', name)

async function missingFolder(folder: string): Promise<SeedProblem | null> {
  try {
    await readdir(folder)
    return null
  } catch (error) {
    const reason = whyUnreadable(error)
    if (reason === undefined) throw error
    return { file: basename(folder), line: 1, reason: reason.replace('file', 'folder') }
  }
}

const problemOf = (folder: string, { file, place, reason }: ImportError): SeedProblem => ({
  file: shownName(folder, file),
  line: typeof place === 'number' ? place : 1,
  reason,
})
