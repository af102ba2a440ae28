import { known } from '../../graph/known.js'
import { nodeKinds } from '../../graph/vocabulary.js'
import { isJudgement } from '../../provenance/judgements.js'
import { idsIn, type SeedEntry } from './entry.js'

const actorPrefix = `${nodeKinds.SupportActor.idPrefix}:`

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
 * Where each initiative and support actor was last seen: on the pages of its own source, of those of its relationships
 * and of `namedIn`; an actor also on those of what it offers, funds or takes part in. This project's own judgement
 * confirms nothing.
 */
export function lastSeen(entries: readonly SeedEntry[]): ReadonlyMap<string, Seen> {
  const pages = new Map<string, { readonly year?: number; readonly own: boolean }>()
  for (const { id, label, properties } of entries) {
    if (label !== 'Source' || isJudgement(properties.kind)) continue
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
