import type { Edition } from '../../edition/edition.js'
import type { SeedProblem } from '../../edition/problems.js'
import type { GraphElements, GraphNode, GraphRelationship, PropertyValue } from '../../graph/elements.js'
import { known } from '../../graph/known.js'
import { type NodeLabel, nodeKinds } from '../../graph/vocabulary.js'
import type { SeedEntry, SeedRelationship } from './entry.js'
import { kindOf } from './properties.js'
import { ruleOf } from './relationships.js'
import type { Synonyms } from './synonyms.js'

const actorPrefix = `${nodeKinds.SupportActor.idPrefix}:`

/** Properties that hold ids of other entries. */
const references = [
  'inlandSource',
  'postTownsSource',
  'groupSource',
  'commutingSource',
  'addressSource',
  'contactSource',
  'namedIn',
  'otherNamesSources',
  'excludedPlaces',
  'partlyExcludedPlaces',
  'workersLiveIn',
]

const idsIn = (value: PropertyValue | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)]

/**
 * What is wrong between entries: an id used twice, an end that does not exist or has the wrong label, an unknown source.
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
  const { category, strength } = relationship.properties
  if (category !== undefined && labelOf(String(category)) !== 'SupplyCategory') {
    reasons.push(`${type} names ${category}, which is no supply category`)
  }
  if (type === 'MEETS' && labelOf(from) === 'Initiative' && strength === undefined) {
    reasons.push(`${type} from an initiative needs a strength, CORE or SIDE`)
  }
  return [...sourceProblems(relationship, labelOf), ...reasons.map((reason) => ({ file, line, reason }))]
}

const judgements = ['ASSESSMENT', 'COUNT']

/** Relationships from an actor that are written with the initiative at their other end. */
const writtenWithInitiatives = ['OFFERS', 'FUNDS', 'PARTNERS_IN']

/** Where an initiative or support actor was last seen. */
interface Seen {
  /** The newest year of a page that names it. */
  readonly lastSeenYear?: number
  /** The page of that year, or else one without a year, its own first. */
  readonly lastSeenIn?: string
  /** Whose pages without a year name it: its own before those of others. */
  readonly undatedPage?: 'OWN' | 'OTHERS'
}

/**
 * Where each initiative and support actor was last seen: on the pages of its own source, of those of its relationships and
 * of `namedIn`; an actor also on those of what it offers, funds or takes part in. This project's own judgement confirms
 * nothing.
 */
function lastSeen(entries: readonly SeedEntry[]): ReadonlyMap<string, Seen> {
  const pages = new Map<string, { readonly year?: number; readonly own: boolean }>()
  for (const { id, label, properties } of entries) {
    if (label !== 'Source' || judgements.includes(String(properties.kind))) continue
    const own = properties.kind === 'OWN_PAGE'
    pages.set(id, typeof properties.year === 'number' ? { year: properties.year, own } : { own })
  }
  const naming = new Map<string, Set<string>>()
  const seenIn = (id: string, ids: readonly string[]): void => {
    const known = naming.get(id) ?? new Set()
    for (const page of ids) if (pages.has(page)) known.add(page)
    naming.set(id, known)
  }
  for (const { id, label, source, properties, relationships } of entries) {
    if (label === 'Initiative' || label === 'SupportActor') {
      seenIn(id, [source, ...idsIn(properties.namedIn), ...relationships.map((each) => each.source)])
    }
    for (const { type, from, source: page } of relationships) {
      if (writtenWithInitiatives.includes(type) && from.startsWith(actorPrefix)) seenIn(from, [page])
    }
  }
  return new Map([...naming].map(([id, ids]) => [id, newestOf([...ids].sort(), pages)]))
}

function newestOf(ids: readonly string[], pages: ReadonlyMap<string, { year?: number; own: boolean }>): Seen {
  const dated = ids.filter((id) => pages.get(id)?.year !== undefined)
  const undated = ids.filter((id) => pages.get(id)?.year === undefined)
  const own = undated.find((id) => pages.get(id)?.own)
  const year = Math.max(...dated.map((id) => pages.get(id)?.year ?? 0))
  const page = dated.find((id) => pages.get(id)?.year === year) ?? own ?? undated[0]
  return known({
    lastSeenYear: dated.length > 0 ? year : undefined,
    lastSeenIn: page,
    undatedPage: undated.length === 0 ? undefined : own ? 'OWN' : 'OTHERS',
  })
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
