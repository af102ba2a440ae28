import type { Knowledge } from '../../edition/knowledge.js'
import { readSectorsAbove } from './read-sectors.js'
import { readSupportSystem } from './read-system.js'
import { needsNotMetForAll, type PartlyMetNeeds } from './unserved.js'

/** Needs that some SMEs, or all, have nobody for on a day. */
export async function readUnserved(knowledge: Knowledge, asOf: string): Promise<PartlyMetNeeds[]> {
  const [system, sectors] = await Promise.all([readSupportSystem(knowledge, asOf), readSectorsAbove(knowledge.graph)])
  return needsNotMetForAll(system, sectors)
}
