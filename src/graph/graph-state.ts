import { z } from 'zod'
import { GraphError } from './failure.js'
import type { GraphReader } from './graph.js'
import { query } from './query.js'

const state = z.object({ seedVersion: z.number(), importing: z.boolean() })

/** What a graph says of itself as a whole. */
const recordedState = query<Record<never, never>>()(
  'recorded state',
  state,
  `MATCH (state:NorrgraphState {id: 'state'})
   RETURN coalesce(state.seedVersion, 0) AS seedVersion, coalesce(state.importing, false) AS importing`,
)

/** Whether an import is under way, and which version of the seed the graph holds. */
export const recordState = query<{ importing: boolean; version: number }>()(
  'record the state of an import',
  state,
  `MATCH (state:NorrgraphState {id: 'state'})
   SET state.importing = $importing, state.seedVersion = $version
   RETURN state.seedVersion AS seedVersion, state.importing AS importing`,
)

const region = z.object({ region: z.string().nullable() })

/** From which region's folder a graph was seeded. */
const recordedRegion = query<Record<never, never>>()(
  'recorded region',
  region,
  `MATCH (state:NorrgraphState {id: 'state'})
   RETURN state.region AS region`,
)

/** From which region's folder a graph is seeded. */
export const recordRegion = query<{ region: string }>()(
  'record the region',
  region,
  `MATCH (state:NorrgraphState {id: 'state'})
   SET state.region = $region
   RETURN state.region AS region`,
)

/** How many nodes a graph holds. */
export const countOfNodes = query<Record<never, never>>()(
  'number of nodes',
  z.object({ count: z.number() }),
  'MATCH (entity:Entity) RETURN count(entity) AS count',
)

/** How many relationships a graph holds. */
export const countOfRelationships = query<Record<never, never>>()(
  'number of relationships',
  z.object({ count: z.number() }),
  'MATCH (:Entity)-[relationship]->(:Entity) RETURN count(relationship) AS count',
)

/** How many changes a graph's register holds. */
export const countOfChanges = query<Record<never, never>>()(
  'number of changes',
  z.object({ count: z.number() }),
  'MATCH (change:Change) RETURN count(change) AS count',
)

const numbers = z.object({ changes: z.number(), proposals: z.number() })

/** How many changes and proposals were numbered so far. */
const recordedNumbers = query<Record<never, never>>()(
  'recorded numbers of the register',
  numbers,
  `MATCH (state:NorrgraphState {id: 'state'})
   RETURN coalesce(state.changes, 0) AS changes, coalesce(state.proposals, 0) AS proposals`,
)

/** How many changes and proposals were numbered, after which the next ones are. */
export const recordNumbers = query<{ lastChange: number; lastProposal: number }>()(
  'record numbers of the register',
  numbers,
  `MATCH (state:NorrgraphState {id: 'state'})
   SET state.changes = $lastChange, state.proposals = $lastProposal
   RETURN state.changes AS changes, state.proposals AS proposals`,
)

/** How many changes and proposals a graph has numbered so far. */
export async function readNumbers(graph: GraphReader): Promise<z.infer<typeof numbers>> {
  const [recorded] = await graph.read(recordedNumbers, {})
  return recorded ?? { changes: 0, proposals: 0 }
}

/** Which version of the seed a graph holds, 0 for none, and whether an import into it was begun and not ended. */
export async function readState(graph: GraphReader): Promise<z.infer<typeof state>> {
  const [recorded] = await graph.read(recordedState, {})
  return recorded ?? { seedVersion: 0, importing: false }
}

/** The id of the region that a graph was seeded from; null where it does not say so. */
export async function readSeededRegion(graph: GraphReader): Promise<string | null> {
  const [recorded] = await graph.read(recordedRegion, {})
  return recorded?.region ?? null
}

/**
 * Refuses a graph that holds a part of a file.
 * @throws GraphError UNAVAILABLE
 */
export async function refuseUnfinishedImport(graph: GraphReader): Promise<void> {
  const { importing } = await readState(graph)
  if (!importing) return
  throw new GraphError(
    'UNAVAILABLE',
    'An import into this graph was not finished: run norrgraph import graph again, which begins anew.',
  )
}
