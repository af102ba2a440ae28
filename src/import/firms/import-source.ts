import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { SizeRule } from '../../classification/size-class.js'
import type { GraphReader, GraphTransaction } from '../../graph/graph.js'
import { known } from '../../graph/known.js'
import { query } from '../../graph/query.js'
import { UNFINISHED } from '../../reference/unfinished-imports.js'
import { hyphenated } from '../../text/hyphenated.js'
import { applyChanges } from '../../writing/changes/apply.js'
import { haveSame } from '../../writing/changes/difference.js'
import { type Batch, emptyBatch } from '../../writing/changes/file-change.js'
import type { Statement } from '../../writing/statements/statement.js'
import { readStates } from '../../writing/statements/states.js'

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

const storedSource = query<{ source: string }>()(
  'a source that files were imported as',
  z.object({
    title: z.string(),
    publisher: z.string().nullable(),
    edition: z.string().nullable(),
    hash: z.string().nullable(),
    readAs: z.string().nullable(),
  }),
  `MATCH (source:Source {id: $source})
   RETURN source.title AS title, source.publisher AS publisher, source.edition AS edition, source.fileHash AS hash,
     source.readAs AS readAs`,
)

/** A title without what people write now so, now so: case, blanks and the marks between words. */
const compared = (title: string): string =>
  title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.,:;'"’”()/_\p{Pd}]+/gu, ' ')
    .trim()

const slugOf = (title: string): string => hyphenated(compared(title)).replace(/^-|-$/g, '')

/**
 * The id of what files of this kind and title say: of the title's letters where they tell it from others, with a digest
 * where they do not, as for another alphabet.
 */
export async function sourceIdOf(graph: GraphReader, kind: string, title: string): Promise<string> {
  const slug = slugOf(title)
  const plain = `source:import-${kind}-${slug || 'file'}`
  const [there] = await graph.read(storedSource, { source: plain })
  const isOwn = there ? compared(there.title) === compared(title) : saysAll(title)
  if (isOwn) return plain
  const digest = createHash('sha256').update(compared(title)).digest('hex').slice(0, 10)
  return `source:import-${kind}-${[slug, digest].filter(Boolean).join('-')}`
}

/** Whether a title has nothing beside what its slug keeps: Latin letters, with or without accents, and digits. */
const saysAll = (title: string): boolean => /^[\p{Script=Latin}\d ]+$/u.test(compared(title))

/** Whether the graph has this source with the same file behind it. */
export async function isStored(graph: GraphReader, source: ImportSource): Promise<boolean> {
  const [there] = await graph.read(storedSource, { source: source.id })
  if (!there || there.hash !== source.hash || there.title !== source.title) return false
  return [
    [source.publisher, there.publisher],
    [source.edition, there.edition],
  ].every(([asked, has]) => asked === null || asked === has)
}

/** Whether all that a file holds is in the graph as this source, read in the same way. */
export async function isWhollyRead(graph: GraphReader, source: ImportSource, readAs: string): Promise<boolean> {
  const [there] = await graph.read(storedSource, { source: source.id })
  return there?.readAs === readAs && (await isStored(graph, source))
}

export const sourceIsThere = async (graph: GraphReader, source: string): Promise<boolean> =>
  (await graph.read(storedSource, { source })).length > 0

/** How much of a source is in the graph. */
export interface Written {
  /** Until all that it says is written, it has no file hash. */
  readonly isWhole: boolean
  /** How its file was read, where every row of it was taken; null where not. */
  readonly readAs: string | null
}

/** Writes what a source says of itself. */
export async function writeSource(
  transaction: GraphTransaction,
  { id, title, publisher, file, hash, edition: asked }: ImportSource,
  recordedAt: string,
  { isWhole, readAs }: Written,
  rule: SizeRule,
): Promise<Batch> {
  const edition = asked ?? recordedAt.slice(0, 10)
  const [year] = /^\d{4}/.exec(edition) ?? []
  const values = known({
    ...{ title, nameSv: title, publisher, edition, kind: 'REGISTER' },
    year: year === undefined ? undefined : Number(year),
    fileHash: isWhole ? hash : UNFINISHED,
    readAs: readAs ?? '',
  })
  return describe(transaction, id, { values, locator: file, recordedAt }, rule)
}

/** Marks a source as one that is no longer what the file behind it says. */
export const noteCorrected = (
  transaction: GraphTransaction,
  source: string,
  recordedAt: string,
  rule: SizeRule,
): Promise<Batch> => describe(transaction, source, { values: { readAs: '' }, recordedAt }, rule)

/** Changes what a source says of itself; what is left open stays. */
async function describe(
  transaction: GraphTransaction,
  id: string,
  said: Pick<Statement, 'values' | 'recordedAt'> & Partial<Pick<Statement, 'locator'>>,
  rule: SizeRule,
): Promise<Batch> {
  const states = await readStates(transaction, [id])
  const state = states.get(id)
  const [before = null] = state?.statements ?? []
  const values = { ...before?.values, ...said.values }
  const locator = said.locator ?? before?.locator ?? ''
  if (before && haveSame(before.values, values) && before.locator === locator) return emptyBatch
  const after = {
    ...{ source: id, locator, recordedAt: said.recordedAt, values },
    ...{ asOf: null, confirmedOn: null, isSeeded: false, emptied: [] },
  }
  const made = { of: 'LIFE', entity: id, label: 'Source', before: 'NONE', after: 'ENTITY', now: null } as const
  const pieces = [...(state ? [] : [made]), { of: 'STATEMENT', entity: id, before, after } as const]
  const changed = await applyChanges(transaction, [{ entity: id, label: 'Source', pieces }], rule, states)
  return { changed, made: [] }
}
