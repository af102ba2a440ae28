import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { worldElements } from './world-elements.js'
import type { World } from './worlds.js'

const takeAway = query<Record<never, never>>()(
  'take actors and initiatives away',
  z.object({ count: z.number() }),
  'MATCH (node:Entity) WHERE node:SupportActor OR node:Initiative DETACH DELETE node RETURN count(*) AS count',
)

/** Puts a world's actors and initiatives in place of those that are there, on the ground that all worlds have. */
export function writeWorld(graph: Graph, world: World): Promise<void> {
  return graph.transaction(async (transaction) => {
    await transaction.write(takeAway, {})
    await writeElements(transaction, worldElements(world))
  })
}
