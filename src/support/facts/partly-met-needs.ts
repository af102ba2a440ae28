import type { Knowledge } from '../../edition/knowledge.js'
import { Kept } from '../../reference/kept.js'
import { readSectorHierarchy } from '../../reference/sectors.js'
import type { SupportEvidence } from './evidence.js'
import { readSupportSystem } from './read-system.js'
import { needsNotMetForAll, type PartlyMetNeeds } from './unserved.js'

/** Needs that some SMEs, or all, have nobody for on a day, by the least evidence that counts. */
export const partlyMetNeeds = new Kept('needs that are not met for all', readPartlyMetNeeds)

async function readPartlyMetNeeds(
  knowledge: Knowledge,
  asOf: string,
  evidence: SupportEvidence,
): Promise<PartlyMetNeeds[]> {
  const [system, hierarchy] = await Promise.all([
    readSupportSystem(knowledge, asOf),
    readSectorHierarchy(knowledge.graph),
  ])
  return needsNotMetForAll(system, hierarchy, evidence)
}
