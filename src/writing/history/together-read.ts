import type { GraphReader } from '../../graph/graph.js'
import { answeringToday, changedEntities, type StoredChange } from '../changes/change-queries.js'
import type { FieldChange } from '../changes/difference.js'
import { fieldsOfPieces } from '../changes/record.js'
import { differencesIn, longTexts, partName, piecesIn } from '../changes/recorded.js'

interface Listed extends Pick<StoredChange, 'id' | 'number' | 'entity' | 'for' | 'inverseOf'> {
  readonly about: string | null
}

/** What a change did to one entity. */
export interface Told {
  /** The last of those that it made. */
  readonly revision: number
  readonly fields: readonly FieldChange[]
}

/** What is asked of the changes of a list, each read for all of them once it is asked of one; `read` reads further ones. */
export class TogetherRead<Change extends { readonly id: string }> {
  private answering: Promise<ReadonlyMap<string, string>> | null = null
  private told: Promise<ReadonlyMap<string, Told>> | null = null
  private inverses: Promise<ReadonlyMap<string, Change>> | null = null

  constructor(
    private readonly graph: GraphReader,
    /** Those of the list. */
    readonly changes: readonly Listed[],
    private readonly read: (ids: readonly string[]) => Promise<readonly Change[]>,
  ) {}

  /** The id that answers today for one that a change names; null where none does. */
  async now(id: string): Promise<string | null> {
    this.answering ??= idsAnswering(
      this.graph,
      this.changes.flatMap(({ entity, about, for: actor }) => [
        { entity, for: actor },
        { entity: about, for: null },
      ]),
    )
    return (await this.answering).get(id) ?? null
  }

  /** What a change did to the entity that it is shown with; null for a whole file. */
  async toldOf({ number, about }: Pick<Listed, 'number' | 'about'>): Promise<Told | null> {
    this.told ??= this.readTold()
    return about === null ? null : ((await this.told).get(nameOf(number, about)) ?? null)
  }

  /** A change that one of the list takes back. */
  async inverse(id: string): Promise<Change | null> {
    this.inverses ??= this.readInverses()
    return (await this.inverses).get(id) ?? null
  }

  private async readTold(): Promise<ReadonlyMap<string, Told>> {
    const ids = [...new Set(this.changes.flatMap(({ about }) => about ?? []))]
    if (ids.length === 0) return new Map()
    const names = new Map(this.changes.map(({ number, id }) => [number, id]))
    const rows = await this.graph.read(changedEntities, { ids, numbers: [...names.keys()] })
    const long = await longTexts(
      this.graph,
      rows.flatMap(({ number, differed, pieces }) =>
        differed === null && pieces === null ? (names.get(number) ?? []) : [],
      ),
    )
    const told = new Map<string, Told>()
    // A file changes an entity once in each transaction that has something of it: together they are what it did.
    for (const { id, number, revision, differed, pieces } of rows.toSorted(byRevision)) {
      const text = pieces ?? long.get(partName(names.get(number) ?? '', id, revision)) ?? '[]'
      const fields = differed === null ? fieldsOfPieces(id, piecesIn(text)) : differencesIn(differed)
      const before = told.get(nameOf(number, id))
      told.set(nameOf(number, id), { revision, fields: before ? inOne(before.fields, fields) : fields })
    }
    return told
  }

  private async readInverses(): Promise<ReadonlyMap<string, Change>> {
    const ids = [...new Set(this.changes.flatMap(({ inverseOf }) => inverseOf ?? []))]
    return new Map((await this.read(ids)).map((change) => [change.id, change]))
  }
}

/** Which ids answer today for those of entities and actors that changes or proposals name. */
export async function idsAnswering(
  graph: GraphReader,
  naming: readonly { readonly entity: string | null; readonly for: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(naming.flatMap(({ entity, for: actor }) => [entity ?? [], actor ?? []].flat()))]
  const rows = ids.length === 0 ? [] : await graph.read(answeringToday, { ids })
  return new Map(rows.map(({ id, now }) => [id, now]))
}

const byRevision = (left: { revision: number }, right: { revision: number }): number => left.revision - right.revision

/** What differs by two steps, one after the other. */
function inOne(first: readonly FieldChange[], second: readonly FieldChange[]): FieldChange[] {
  const fields = new Map(first.map((field) => [field.name, field]))
  for (const field of second) {
    fields.set(field.name, { ...field, before: (fields.get(field.name) ?? field).before })
  }
  return [...fields.values()].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
}

const nameOf = (number: number, id: string): string => `${number} ${id}`
