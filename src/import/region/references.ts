import { join } from 'node:path'
import type { Edition } from '../../edition/edition.js'
import type { SeedProblem } from '../../edition/problems.js'
import { readYaml } from '../../edition/yaml-file.js'
import { type NodeLabel, nodeKinds, nodeLabels } from '../../graph/vocabulary.js'
import type { InputOutputTable } from '../../spillover/model/table.js'
import { tableNodeId } from '../../spillover/table/table-elements.js'
import type { SeedEntry } from '../seed/entry.js'
import type { SeedSurvey } from '../seed/seed.js'

/** What the files that speak of the region name and the rest of the folder does not hold, or holds without what is asked of it. */
export async function referenceProblems(
  edition: Edition,
  seed: SeedSurvey,
  tables: readonly (InputOutputTable | null)[],
): Promise<SeedProblem[]> {
  const { folder, explorer, matching, outlines, ...region } = edition
  const files = [
    ['region.yaml', region],
    ['matching.yaml', matching],
    ['explorer.yaml', { tabs: explorer.tabs }],
    [join('places', 'outlines.geojson'), { features: outlines?.features.map(({ id }) => ({ id })) ?? [] }],
  ] as const
  const problems: SeedProblem[] = []
  for (const [name, said] of files) {
    const missing = missingOf(namedIn(said), seed, tables, edition.counties)
    if (missing.length === 0) continue
    // Read once more for its lines.
    const { file, lineOf } = await readYaml(folder, join(folder, name))
    problems.push(
      ...missing.map(({ path, reason }) => ({ file, line: lineOf(path), reason: `${path.join('.')}: ${reason}` })),
    )
  }
  return problems
}

interface Missing {
  readonly path: readonly PropertyKey[]
  readonly reason: string
}

function missingOf(
  named: readonly Named[],
  { entries, faulty }: SeedSurvey,
  tables: readonly (InputOutputTable | null)[],
  counties: readonly string[],
): Missing[] {
  if (faulty === null) return []
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const filled = new Set(countiesWithMunicipalities(entries))
  const tableIds = tables.map((table) => (table === null ? null : tableNodeId(table.id)))
  return named.flatMap(({ path, id, label }): Missing[] => {
    const say = (reason: string) => [{ path, reason }]
    if (label === 'SpilloverRun' || faulty.has(id)) return []
    if (label === 'InputOutputTable') {
      return tableIds.includes(id) || tableIds.includes(null) ? [] : say(`none of the tables is ${id}`)
    }
    const entry = byId.get(id)
    if (entry === undefined) return say(`${id} does not exist`)
    if (label === 'Claim' && typeof entry.properties.value !== 'number') return say(`${id} has no value`)
    if (label === 'County' && !filled.has(id)) return say(`${id} has no municipalities`)
    if (label === 'EmploymentTable') return untoldCounties(entry, counties).flatMap((county) => say(untold(id, county)))
    return []
  })
}

interface Named {
  readonly path: readonly PropertyKey[]
  readonly id: string
  readonly label: NodeLabel
}

/** Every id within a value, also as the key of a map, with the way to it. */
function namedIn(value: unknown, path: readonly PropertyKey[] = []): Named[] {
  if (typeof value === 'string') return namedBy(value, path)
  if (Array.isArray(value)) return value.flatMap((each, index) => namedIn(each, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => [
    ...namedBy(key, [...path, key]),
    ...namedIn(each, [...path, key]),
  ])
}

function namedBy(text: string, path: readonly PropertyKey[]): Named[] {
  const label = labelOf(text)
  return label === undefined ? [] : [{ path, id: text, label }]
}

function labelOf(text: string): NodeLabel | undefined {
  const [, prefix] = /^([a-z-]+):[A-Za-z0-9-]+$/.exec(text) ?? []
  return nodeLabels.find((label) => nodeKinds[label].idPrefix === prefix)
}

/** Those of the region's counties of which employment says nothing, where it tells counties. */
function untoldCounties({ relationships }: SeedEntry, counties: readonly string[]): readonly string[] {
  const told = new Set(relationships.map(({ to }) => to))
  return told.size === 0 ? [] : counties.filter((county) => !told.has(county))
}

const untold = (id: string, county: string): string => `${id} does not tell who is employed in ${county}`

/** Ids of the counties that municipalities lie in. */
export const countiesWithMunicipalities = (entries: readonly SeedEntry[]): readonly string[] =>
  entries.flatMap(({ relationships }) => relationships.filter(({ type }) => type === 'IN_COUNTY').map(({ to }) => to))
