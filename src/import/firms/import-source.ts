import { z } from 'zod'
import type { GraphNode } from '../../graph/elements.js'
import type { GraphReader, GraphTransaction } from '../../graph/graph.js'
import { known } from '../../graph/known.js'
import { query } from '../../graph/query.js'
import { writeElements } from '../../graph/write-elements.js'
import { folded } from '../../text/folded.js'

/** A file as the source that its rows have in the graph. */
export interface ImportSource {
  /** Of the title, so that a later file of the same title is a later edition. */
  readonly id: string
  readonly title: string
  readonly publisher: string | null
  readonly edition: string | null
  /** SHA-256 of the file. */
  readonly hash: string
  /** The file's name, without folders. */
  readonly file: string
}

/** What says of a source that not all of it was written. */
const UNFINISHED = 'unfinished'

const storedSource = query<{ source: string }>()(
  'a source that files were imported as',
  z.object({
    title: z.string(),
    publisher: z.string().nullable(),
    edition: z.string().nullable(),
    hash: z.string().nullable(),
  }),
  `MATCH (source:Source {id: $source})
   RETURN source.title AS title, source.publisher AS publisher, source.edition AS edition, source.fileHash AS hash`,
)

/** The id of what files of this kind and title say. */
export const sourceIdOf = (kind: string, title: string): string =>
  `source:import-${kind}-${
    folded(title)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'file'
  }`

/** Whether the graph has this source with the same file behind it. */
export async function isStored(graph: GraphReader, source: ImportSource): Promise<boolean> {
  const [there] = await graph.read(storedSource, { source: source.id })
  if (!there || there.hash !== source.hash || there.title !== source.title) return false
  return [
    [source.publisher, there.publisher],
    [source.edition, there.edition],
  ].every(([asked, has]) => asked === null || asked === has)
}

/** Writes the source; until all that it says is written, it has no file hash. */
export async function writeSource(
  transaction: GraphTransaction,
  source: ImportSource,
  recordedAt: string,
  progress: 'BEGUN' | 'WHOLE',
): Promise<void> {
  await writeElements(transaction, { nodes: [nodeOf(source, recordedAt, progress)], relationships: [] })
}

function nodeOf(source: ImportSource, recordedAt: string, progress: 'BEGUN' | 'WHOLE'): GraphNode {
  const { id, title, publisher, file } = source
  const edition = source.edition ?? recordedAt.slice(0, 10)
  const [year] = /^\d{4}/.exec(edition) ?? []
  return {
    label: 'Source',
    id,
    provenance: { source: id, locator: file, recordedAt },
    properties: known({
      title,
      nameSv: title,
      publisher,
      edition,
      year: year === undefined ? undefined : Number(year),
      kind: 'REGISTER',
      fileHash: progress === 'WHOLE' ? source.hash : UNFINISHED,
    }),
  }
}
