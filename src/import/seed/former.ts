import { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { tieName } from '../../writing/changes/apply-ties.js'
import type { Statement, TieStatement } from '../../writing/statements/statement.js'
import type { Said, SaidOfEntity, SaidOfTie } from './said.js'

/** Which of some ids were entities, what they have become, and by what kind of change each of their revisions was made. */
const formersOf = query<{ ids: readonly string[] }>()(
  'former entities with what became of them',
  z.object({
    id: z.string(),
    now: z.array(z.string()),
    changes: z.array(z.object({ revision: z.number(), operation: z.string() })),
  }),
  `UNWIND $ids AS id
   MATCH (former:Former {id: id})
   CALL (former) {
     MATCH (former)-[:NOW]->(entity)
     RETURN collect(entity.id) AS now
   }
   CALL (former) {
     MATCH (former)<-[changed:CHANGED]-(change:Change)
     RETURN collect({revision: changed.revision, operation: change.operation}) AS changes
   }
   RETURN former.id AS id, now, changes`,
)

/** What was an entity. */
interface Former {
  /** What it has become; null for what was withdrawn or taken out. */
  readonly now: string | null
  /** Whether an edition took it out, so that another may bring it back. */
  readonly isOutByEdition: boolean
}

/** What has become of entities that an edition speaks of. */
export class Formers {
  readonly #formers: ReadonlyMap<string, Former>

  private constructor(formers: ReadonlyMap<string, Former>) {
    this.#formers = formers
  }

  /** What has become of some entities, and of those that they became. */
  static async read(graph: GraphReader, ids: Iterable<string>): Promise<Formers> {
    const formers = new Map<string, Former>()
    let sought = [...new Set(ids)]
    while (sought.length > 0) {
      const found = await graph.read(formersOf, { ids: sought })
      for (const {
        id,
        now: [now = null],
        changes,
      } of found) {
        const last = changes.toSorted((left, right) => right.revision - left.revision)[0]
        formers.set(id, { now, isOutByEdition: now === null && last?.operation === 'SEED' })
      }
      sought = found.flatMap(({ now }) => now.filter((id) => !formers.has(id)))
    }
    return new Formers(formers)
  }

  /** Whether an edition took an entity out, which another may bring back. */
  isOutByEdition(id: string): boolean {
    return this.#formers.get(id)?.isOutByEdition ?? false
  }

  /** What an entity is now; null where people took it out, which no edition brings back. */
  nowOf(id: string): string | null {
    const former = this.#formers.get(id)
    if (!former || former.isOutByEdition) return id
    return former.now === null ? null : this.nowOf(former.now)
  }

  /** What an edition says, said of what its entities have become. */
  saidOfPresent({ entities, ties }: Said): Said {
    if (this.#formers.size === 0) return { entities, ties }
    const present = new Map<string, SaidOfEntity>()
    // What is said of an entity by its own id goes before what is said of one that was merged into it.
    const ownFirst = [...entities.values()].toSorted((left, right) => this.#distance(left) - this.#distance(right))
    for (const { entity, label, statements } of ownFirst) {
      const now = this.nowOf(entity)
      if (now === null) continue
      const before = present.get(now)?.statements ?? []
      present.set(now, { entity: now, label, statements: together(before, statements) })
    }
    const joining = new Map<string, SaidOfTie>()
    for (const { tie, statements } of ties.values()) {
      const [from, to] = [this.nowOf(tie.from), this.nowOf(tie.to)]
      if (from === null || to === null || from === to) continue
      const moved = { ...tie, from, to }
      const name = tieName(moved)
      joining.set(name, { tie: moved, statements: together(joining.get(name)?.statements ?? [], statements) })
    }
    return { entities: present, ties: joining }
  }

  #distance({ entity }: SaidOfEntity): number {
    return this.nowOf(entity) === entity ? 0 : 1
  }
}

/** What two entries say of what is one now: by one source, the first before the second. */
function together<Some extends Statement | TieStatement>(first: readonly Some[], second: readonly Some[]): Some[] {
  const bySource = new Map(first.map((each) => [each.source, each]))
  for (const each of second) {
    const there = bySource.get(each.source)
    bySource.set(each.source, there ? { ...there, values: { ...each.values, ...there.values } } : each)
  }
  return [...bySource.values()]
}
