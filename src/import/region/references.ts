import type { EditionInFile } from '../../edition/edition.js'
import type { SeedProblem } from '../../edition/problems.js'
import { type NodeLabel, nodeKinds, nodeLabels } from '../../graph/vocabulary.js'
import type { InputOutputTable } from '../../spillover/model/table.js'
import { tableNodeId } from '../../spillover/table/table-elements.js'
import type { SeedEntry } from '../seed/entry.js'
import type { SeedSurvey } from '../seed/seed.js'

/** What `region.yaml` names and the rest of the folder does not hold, or holds without what is asked of it. */
export function referenceProblems(
  { edition, file, lineOf }: EditionInFile,
  { entries, faulty }: SeedSurvey,
  tables: readonly (InputOutputTable | null)[],
): SeedProblem[] {
  if (faulty === null) return []
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const counties = new Set(countiesWithMunicipalities(entries))
  const tableIds = tables.map((table) => (table === null ? null : tableNodeId(table.id)))
  const { folder, ...region } = edition
  return namedIn(region).flatMap(({ path, id, label }) => {
    const say = (reason: string): SeedProblem[] => [
      { file, line: lineOf(path), reason: `${path.join('.')}: ${reason}` },
    ]
    if (label === 'SpilloverRun' || faulty.has(id)) return []
    if (label === 'InputOutputTable') {
      return tableIds.includes(id) || tableIds.includes(null) ? [] : say(`none of the tables is ${id}`)
    }
    const entry = byId.get(id)
    if (entry === undefined) return say(`${id} does not exist`)
    if (label === 'Claim' && typeof entry.properties.value !== 'number') return say(`${id} has no value`)
    if (label === 'County' && !counties.has(id)) return say(`${id} has no municipalities`)
    return []
  })
}

interface Named {
  readonly path: readonly PropertyKey[]
  readonly id: string
  readonly label: NodeLabel
}

/** Every id within a value, with the way to it. */
function namedIn(value: unknown, path: readonly PropertyKey[] = []): Named[] {
  if (typeof value === 'string') {
    const label = labelOf(value)
    return label === undefined ? [] : [{ path, id: value, label }]
  }
  if (Array.isArray(value)) return value.flatMap((each, index) => namedIn(each, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => namedIn(each, [...path, key]))
}

function labelOf(text: string): NodeLabel | undefined {
  const [, prefix] = /^([a-z-]+):[A-Za-z0-9-]+$/.exec(text) ?? []
  return nodeLabels.find((label) => nodeKinds[label].idPrefix === prefix)
}

/** Ids of the counties that municipalities lie in. */
export const countiesWithMunicipalities = (entries: readonly SeedEntry[]): readonly string[] =>
  entries.flatMap(({ relationships }) => relationships.filter(({ type }) => type === 'IN_COUNTY').map(({ to }) => to))
