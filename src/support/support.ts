import type { GraphReader } from '../graph/graph.js'
import { matchSupport, type SupportAnswer } from './matches.js'
import { COUNTRY, readProfile, type SmeProfile } from './read-profile.js'
import { readSupportSystem } from './read-system.js'

export interface SupportForQuestion {
  readonly profile: SmeProfile
  readonly includeProposed: boolean
  readonly asOf: string
}

/**
 * Who reaches an SME and meets its needs, and why; best first.
 * @throws BadUserInputError, NotFoundError for a profile that is not one.
 */
export async function supportFor(
  graph: GraphReader,
  { profile, includeProposed, asOf }: SupportForQuestion,
): Promise<SupportAnswer> {
  const system = await readSupportSystem(graph, asOf)
  const { sme, needs } = await readProfile(graph, profile, system)
  return matchSupport(system.actors, { sme, needs, includeProposed, country: COUNTRY })
}
