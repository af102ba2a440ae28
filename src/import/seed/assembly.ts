import type { Edition } from '../../edition/edition.js'
import type { SeedProblem } from '../../edition/problems.js'
import type { GraphElements, GraphNode, GraphRelationship } from '../../graph/elements.js'
import { known } from '../../graph/known.js'
import type { NodeLabel } from '../../graph/vocabulary.js'
import { kindOf } from '../../writing/forms/properties.js'
import { ruleOf } from '../../writing/forms/relationships.js'
import { cycleProblems } from './cycles.js'
import { idsIn, type SeedEntry, type SeedRelationship } from './entry.js'
import { lastSeen } from './last-seen.js'
import type { Synonyms } from './synonyms.js'

/** Properties that hold ids of other entries. */
const references = [
  'inlandSource',
  'postTownsSource',
  'mainTownSource',
  'groupSource',
  'commutingSource',
  'miningSource',
  'addressSource',
  'contactSource',
  'buysFor',
  'namedIn',
  'otherNamesSources',
  'excludedPlaces',
  'partlyExcludedPlaces',
  'workersLiveIn',
]

/**
 * What is wrong between entries: an id used twice, an end that does not exist or has the wrong label, an unknown source, a
 * circle where there can be none.
 * @param faulty ids that stand in the seed, though their entries could not be made out.
 */
export function findProblems(entries: readonly SeedEntry[], faulty: ReadonlySet<string>): SeedProblem[] {
  const problems: SeedProblem[] = []
  const byId = new Map<string, SeedEntry>()
  for (const entry of entries) {
    const first = byId.get(entry.id)
    if (first === undefined) byId.set(entry.id, entry)
    else problems.push({ ...placeOf(entry), reason: `${entry.id} stands already in ${first.file}:${first.line}` })
  }
  const labelOf: LabelOf = (id) => byId.get(id)?.label ?? (faulty.has(id) ? kindOf(id)?.label : undefined)
  const written = new Set<string>()
  for (const entry of entries) {
    problems.push(...sourceProblems(entry, labelOf))
    for (const name of references) {
      for (const id of idsIn(entry.properties[name])) {
        if (labelOf(id) === undefined)
          problems.push({ ...placeOf(entry), reason: `${name} names ${id}, which does not exist` })
      }
    }
    for (const relationship of entry.relationships) {
      problems.push(...endProblems(relationship, labelOf))
      const { type, from, to, key, file, line } = relationship
      const identity = [type, from, to, key].join(' ')
      if (written.has(identity)) problems.push({ file, line, reason: `${identity.trim()} is written twice` })
      written.add(identity)
    }
  }
  problems.push(...cycleProblems(entries.flatMap((entry) => entry.relationships)))
  return problems
}

/** The label of an entry by its id; undefined where there is none. */
type LabelOf = (id: string) => NodeLabel | undefined

const placeOf = ({ file, line }: SeedEntry) => ({ file, line })

function sourceProblems(
  { source, file, line }: { readonly source: string; readonly file: string; readonly line: number },
  labelOf: LabelOf,
): SeedProblem[] {
  if (source === '' || labelOf(source) === 'Source') return []
  return [{ file, line, reason: `unknown source "${source}"` }]
}

function endProblems(relationship: SeedRelationship, labelOf: LabelOf): SeedProblem[] {
  const { type, from, to, file, line } = relationship
  const reasons: string[] = []
  const rule = ruleOf(type)?.rule
  for (const [end, id] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const label = labelOf(id)
    const allowed = rule?.[end] ?? []
    if (label === undefined) reasons.push(`${type} names ${id}, which does not exist`)
    else if (!allowed.includes(label)) {
      reasons.push(`${type} ${end} ${id}: a ${label} where ${allowed.join(' or ')} is asked for`)
    }
  }
  if (from === to) reasons.push(`${type} leads from ${from} to itself`)
  const { category, strength } = relationship.properties
  if (category !== undefined && labelOf(String(category)) !== 'SupplyCategory') {
    reasons.push(`${type} names ${category}, which is no supply category`)
  }
  if (type === 'MEETS' && labelOf(from) === 'Initiative' && strength === undefined) {
    reasons.push(`${type} from an initiative needs a strength, CORE or SIDE`)
  }
  return [...sourceProblems(relationship, labelOf), ...reasons.map((reason) => ({ file, line, reason }))]
}

/**
 * The nodes and relationships of entries that `findProblems` found nothing against, all recorded at the edition's time.
 * A source is named by its title, in the region's first language where it says no other.
 */
export function assemble(
  entries: readonly SeedEntry[],
  { recordedAt, languages: [first] }: { readonly recordedAt: string } & Pick<Edition, 'languages'>,
  synonyms: Synonyms,
): GraphElements {
  const seen = lastSeen(entries)
  const nodes = entries.map(({ label, id, source, locator, properties }): GraphNode => {
    const titled = label === 'Source' ? { [first === 'EN' ? 'nameEn' : 'nameSv']: properties.title } : {}
    const added = known({ ...titled, ...seen.get(id), synonyms: synonyms.get(id) })
    return {
      label,
      id,
      provenance: { source, locator, recordedAt },
      properties: { ...added, ...properties },
    }
  })
  const relationships = entries.flatMap((entry) =>
    entry.relationships.map(
      ({ type, from, to, key, source, locator, properties }): GraphRelationship => ({
        type,
        from,
        to,
        key,
        provenance: { source, locator, recordedAt },
        properties,
      }),
    ),
  )
  return { nodes, relationships }
}
