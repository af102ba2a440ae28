import { z } from 'zod'
import type { Viewer } from '../../accounts/viewer.js'
import type { GraphReader } from '../../graph/graph.js'
import { known } from '../../graph/known.js'
import { query } from '../../graph/query.js'
import type { EntityChange } from '../changes/piece.js'
import type { NamedSource } from '../drafts/draft.js'
import { freeId } from './free-id.js'

/** The source of what is written, and what has to be made for it; null where it is there. */
export interface SourceFound {
  readonly id: string
  /** When the page was published, or when it was said; null where the page states no year. */
  readonly year: number | null
  readonly made: EntityChange | null
}

const sourceRow = z.object({ id: z.string(), year: z.number().nullable() })

/** A page by its address; no imported list, whose next edition would take along what others wrote by it. */
const sourceAt = query<{ address: string }>()(
  'a source by its address',
  sourceRow,
  `MATCH (source:Source {address: $address})
   WHERE source.fileHash IS NULL AND coalesce(source.kind, '') <> 'ASSESSMENT' AND coalesce(source.kind, '') <> 'COUNT'
   RETURN source.id AS id, source.year AS year
   ORDER BY id LIMIT 1`,
)

/** A document by its title, where it has no address; no imported list, and nothing that this project judged or counted itself. */
const sourceTitled = query<{ title: string; publisher: string; year: number }>()(
  'a source by its title',
  sourceRow,
  `MATCH (source:Source {title: $title})
   WHERE source.address IS NULL AND source.fileHash IS NULL AND
     coalesce(source.kind, '') <> 'ASSESSMENT' AND coalesce(source.kind, '') <> 'COUNT' AND
     coalesce(source.publisher, '') = $publisher AND coalesce(source.year, 0) = $year
   RETURN source.id AS id, source.year AS year
   ORDER BY id LIMIT 1`,
)

/** A source by its id. */
const sourceById = query<{ id: string }>()(
  'a source by its id',
  sourceRow,
  'MATCH (source:Source {id: $id}) RETURN source.id AS id, source.year AS year',
)

/** What support actors are called. */
const actorNamed = query<{ id: string }>()(
  'name of a support actor',
  z.object({ name: z.string() }),
  'MATCH (actor:SupportActor {id: $id}) RETURN coalesce(actor.nameSv, actor.nameEn, actor.id) AS name',
)

const withoutScheme = (url: string): string => url.replace(/^https?:\/\//i, '')

/**
 * The page or document that what is written comes from, found or to be made; where none is named, the statement of the
 * actor that it is said for, or of whoever wrote here that year.
 */
export async function sourceOf(
  graph: GraphReader,
  named: NamedSource | null,
  viewer: Viewer,
  at: string,
): Promise<SourceFound> {
  return named ? namedSource(graph, named, at) : ownStatement(graph, viewer, at)
}

async function namedSource(graph: GraphReader, named: NamedSource, at: string): Promise<SourceFound> {
  const { title, publisher, year } = named
  const address = named.url === null ? null : withoutScheme(named.url)
  const [found] =
    address === null
      ? await graph.read(sourceTitled, { title, publisher: publisher ?? '', year: year ?? 0 })
      : await graph.read(sourceAt, { address })
  if (found) return { ...found, made: null }
  const id = await freeId(graph, 'source', [publisher, title, year].filter((part) => part !== null).join(' '))
  const kind = address === null ? 'REPORT' : 'PAGE_OF_OTHERS'
  return { id, year, made: madeSource(id, { title, nameSv: title, publisher, year, address, kind }, at) }
}

async function ownStatement(graph: GraphReader, { actsFor: [actor] }: Viewer, at: string): Promise<SourceFound> {
  const year = Number(at.slice(0, 4))
  const id = `source:stated-${actor === undefined ? 'here' : `by-${actor.replace(/^\w+:/, '')}`}-${year}`
  const [there] = await graph.read(sourceById, { id })
  if (there) return { id, year, made: null }
  const [named] = actor === undefined ? [] : await graph.read(actorNamed, { id: actor })
  const publisher = named?.name
  const titles = publisher === undefined ? statedHere(year) : statedBy(publisher, year)
  return { id, year, made: madeSource(id, { ...titles, publisher, year, kind: 'STATEMENT' }, at) }
}

const statedHere = (year: number) => ({
  title: `Uppgifter som lämnats här ${year}`,
  nameSv: `Uppgifter som lämnats här ${year}`,
  nameEn: `What was stated here in ${year}`,
})

const statedBy = (publisher: string, year: number) => ({
  title: `Uppgifter från ${publisher} ${year}`,
  nameSv: `Uppgifter från ${publisher} ${year}`,
  nameEn: `What ${publisher} stated in ${year}`,
})

/** A source is its own source. */
function madeSource(id: string, values: Parameters<typeof known>[0], at: string): EntityChange {
  const statement = {
    ...{ source: id, locator: 'the whole of it', recordedAt: at },
    ...{ asOf: null, confirmedOn: null, isSeeded: false, values: known(values), emptied: [] },
  }
  return {
    entity: id,
    label: 'Source',
    pieces: [
      { of: 'LIFE', entity: id, label: 'Source', before: 'NONE', after: 'ENTITY', now: null },
      { of: 'STATEMENT', entity: id, before: null, after: statement },
    ],
  }
}
