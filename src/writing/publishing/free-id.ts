import { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { slugOf } from './slug.js'

/** So many ids of one name are looked at together. */
const AT_ONCE = 20

/** Which of some ids an entity has, or had. */
const takenIds = query<{ ids: readonly string[] }>()(
  'ids that are taken',
  z.object({ id: z.string() }),
  `UNWIND $ids AS id
   CALL (id) {
     MATCH (entity:Entity {id: id}) RETURN entity.id AS taken
     UNION
     MATCH (former:Former {id: id}) RETURN former.id AS taken
   }
   RETURN taken AS id`,
)

/** An id that no entity has or had, made of a name: with a number where others were made of it before. */
export async function freeId(graph: GraphReader, prefix: string, name: string): Promise<string> {
  const plain = `${prefix}:${slugOf(name)}`
  for (let first = 1; ; first += AT_ONCE) {
    const ids = Array.from({ length: AT_ONCE }, (_, index) =>
      first + index === 1 ? plain : `${plain}-${first + index}`,
    )
    const taken = new Set((await graph.read(takenIds, { ids })).map(({ id }) => id))
    const free = ids.find((id) => !taken.has(id))
    if (free !== undefined) return free
  }
}
