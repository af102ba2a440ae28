import { z } from 'zod'
import type { GraphReader } from '../graph/graph.js'
import { query } from '../graph/query.js'
import { type InBoth, type Lang, wantedFirst } from '../language/language.js'
import type { ChangeOperation } from '../writing/changes/operation.js'
import { allChanges, type ShownChange } from '../writing/history/changes.js'
import { document, text } from './xml.js'

/** So many changes stand in the feed. */
const ENTRIES = 200

/** What entities are called. */
const namesOfEntities = query<{ ids: readonly string[] }>()(
  'what changed entities are called',
  z.object({ id: z.string(), nameSv: z.string().nullable(), nameEn: z.string().nullable() }),
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})
   RETURN entity.id AS id, coalesce(entity.nameSv, entity.statementSv) AS nameSv,
     coalesce(entity.nameEn, entity.statementEn) AS nameEn`,
)

const done: Readonly<Record<ChangeOperation, InBoth>> = {
  CREATE: { Sv: 'Ny', En: 'New' },
  UPDATE: { Sv: 'Ändrad', En: 'Changed' },
  END: { Sv: 'Avslutad', En: 'Ended' },
  WITHDRAW: { Sv: 'Borttagen', En: 'Taken out' },
  CONFIRM: { Sv: 'Bekräftad', En: 'Confirmed' },
  MERGE: { Sv: 'Sammanslagen', En: 'Merged' },
  UNDO: { Sv: 'Ändring återtagen', En: 'Change taken back' },
  IMPORT: { Sv: 'Lista importerad', En: 'List imported' },
  SEED: { Sv: 'Regionens uppgifter uppdaterade', En: 'The region’s folder brought up to date' },
}

const words = {
  title: { Sv: 'Ändringar i Norrgraph', En: 'Changes in Norrgraph' },
  editor: { Sv: 'en redaktör', En: 'an editor' },
  file: { Sv: 'en fil', En: 'a file' },
} as const satisfies Record<string, InBoth>

/** Where the feed stands, and in which language it speaks. */
interface Feed {
  /** The server's own address, without a slash at its end. */
  readonly base: string
  readonly lang: Lang
}

/**
 * The last changes as Atom: what was done to which entity and for whom, without reasons and accounts.
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export async function changesAtom(graph: GraphReader, { base, lang }: Feed): Promise<string> {
  const { nodes } = await allChanges(graph, { first: ENTRIES })
  const [language, other] = wantedFirst(lang)
  const named = await Promise.all(
    nodes.map(async (change) => ({
      change,
      entity: change.entity === null ? null : await change.together.now(change.entity),
      actor: change.for === null ? null : await change.together.now(change.for),
    })),
  )
  const ids = [...new Set(named.flatMap(({ entity, actor }) => [entity ?? [], actor ?? []].flat()))]
  const rows = ids.length === 0 ? [] : await graph.read(namesOfEntities, { ids })
  const names = new Map(rows.map((row) => [row.id, row[`name${language}`] ?? row[`name${other}`] ?? row.id]))
  const nameOf = (id: string): string => names.get(id) ?? id
  const self = `${base}/changes.atom`
  return document(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang.toLowerCase()}">`, [
    `<id>${text(self)}</id>`,
    `<title>${text(words.title[language])}</title>`,
    `<updated>${
      nodes
        .map(({ at }) => at)
        .toSorted()
        .at(-1) ?? new Date(0).toISOString()
    }</updated>`,
    `<link rel="self" type="application/atom+xml" href="${text(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${text(`${base}/`)}"/>`,
    ...named.flatMap(({ change, entity, actor }) => {
      const subject = entity === null ? change.entity : nameOf(entity)
      const of = subject === null ? '' : `: ${subject}`
      const page = entity === null ? `${base}/` : `${base}/entity/${encodeURIComponent(entity)}`
      const author = actor === null ? words[isOfFile(change) ? 'file' : 'editor'][language] : nameOf(actor)
      return [
        '<entry>',
        `<id>${text(idOf(change, self))}</id>`,
        `<title>${text(`${done[change.operation][language]}${of}`)}</title>`,
        `<updated>${change.at}</updated>`,
        `<author><name>${text(author)}</name></author>`,
        `<link rel="alternate" type="text/html" href="${text(page)}"/>`,
        '</entry>',
      ]
    }),
    '</feed>',
  ])
}

const isOfFile = ({ operation }: ShownChange): boolean => operation === 'IMPORT' || operation === 'SEED'

const uuid = /^change:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The same for ever, and under whatever address the server is reached. */
function idOf({ id }: ShownChange, self: string): string {
  const [, made] = uuid.exec(id) ?? []
  return made === undefined ? `${self}#${encodeURIComponent(id)}` : `urn:uuid:${made}`
}
