import { z } from 'zod'
import type { GraphReader } from '../graph/graph.js'
import { query } from '../graph/query.js'
import type { Warning } from '../kernel/warning.js'
import { Kept } from './kept.js'
import type { KeptKnowledge } from './reference.js'

/** What stands in the place of its file's digest in a source of which not all is written. */
export const UNFINISHED = 'unfinished'

/** A list of which a part is in the graph, and the rest is not. */
export interface UnfinishedImport {
  readonly source: string
  readonly title: string
  /** The change that it began. */
  readonly change: string | null
}

/** Sources of which not all is written: they are being written, or that was broken off. */
const unfinishedSources = query<{ unfinishedHash: string }>()(
  'sources that are not whole',
  z.object({ source: z.string(), title: z.string().nullable() }),
  `MATCH (source:Source {fileHash: $unfinishedHash})
   RETURN source.id AS source, source.title AS title
   ORDER BY title, source LIMIT 200`,
)

/** The changes by which files came, of some sources. */
const importsOfSources = query<{ sources: readonly string[] }>()(
  'changes by which files of sources came',
  z.object({ source: z.string(), change: z.string(), number: z.number() }),
  `UNWIND $sources AS id
   MATCH (source:Source {id: id})<-[:CHANGED]-(change:Change)
   WHERE change.operation = 'IMPORT'
   RETURN source.id AS source, change.id AS change, change.number AS number
   ORDER BY source, number`,
)

/** Lists of which a part is in the graph, and the rest is not: nearly always none. */
export async function readUnfinishedImports(graph: GraphReader): Promise<readonly UnfinishedImport[]> {
  const sources = await graph.read(unfinishedSources, { unfinishedHash: UNFINISHED })
  if (sources.length === 0) return []
  const changes = await graph.read(importsOfSources, { sources: sources.map(({ source }) => source) })
  // The last of each source.
  const last = new Map(changes.map(({ source, change }) => [source, change]))
  return sources.map(({ source, title }) => ({ source, title: title ?? source, change: last.get(source) ?? null }))
}

export const unfinishedImports = new Kept('imports that are not finished', ({ graph }) => readUnfinishedImports(graph))

/** What whoever keeps the graph can do about such a list, in words; without the second where no change is known. */
export const waysOutOfPart = (change: string | null): string =>
  change === null ? 'import it again' : `import it again, or take it back: norrgraph undo-import ${change}`

const TITLES_NAMED = 3

/** What whoever reads what lists say of firms has to know while one of them is there in part; nothing where none is. */
export async function unfinishedWarnings({ reference }: Pick<KeptKnowledge, 'reference'>): Promise<Warning[]> {
  const titles = (await reference.of(unfinishedImports)).map(({ title }) => title)
  if (titles.length === 0) return []
  const named = titles.slice(0, TITLES_NAMED).join(', ')
  const more = titles.length - TITLES_NAMED
  return [
    {
      code: 'IMPORT_UNFINISHED',
      textSv: `Bara en del av detta är inläst, och svaret kan vila på den: ${named}${more > 0 ? ` och ${more} till` : ''}.`,
      textEn: `Only a part of this is imported, and the answer may rest on it: ${named}${more > 0 ? ` and ${more} more` : ''}.`,
    },
  ]
}
