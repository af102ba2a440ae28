import type { PreparationPart } from '../edition/preparation.js'
import type { Language } from '../language/language.js'
import { allOf, type Named, quoted, type Sentence, sentence } from '../language/wording.js'
import type { PhaseRow } from './timeline-queries.js'

/** Help that should come before a phase, and why. */
export interface Preparation extends Sentence {
  readonly area: string
  readonly passage: string
  /** Whether it helps with what the buyer asks of suppliers. */
  readonly forRequirements: boolean
}

const words = {
  Sv: {
    PLANNING: 'planeringen',
    CONSTRUCTION: 'byggfasen',
    RAMP_UP: 'upptrappningen',
    OPERATION: 'driften',
    MAINTENANCE_STOP: 'ett underhållsstopp',
  },
  En: {
    PLANNING: 'planning',
    CONSTRUCTION: 'construction',
    RAMP_UP: 'ramp-up',
    OPERATION: 'operation',
    MAINTENANCE_STOP: 'a maintenance stop',
  },
} as const

/**
 * What should come before a phase in which something is bought, in the region's order.
 * @param known what the region's sources say should.
 * @param requirements what the venture asks of its suppliers.
 */
export function preparationsFor(
  known: readonly PreparationPart[],
  kind: PhaseRow['kind'],
  requirements: readonly Named[],
): Preparation[] {
  const asked = (language: Language) =>
    allOf(
      language,
      requirements.map((requirement) => quoted(language, requirement)),
    )
  return known
    .filter(({ forRequirements }) => !forRequirements || requirements.length > 0)
    .map(({ reason, ...preparation }) => ({
      ...preparation,
      ...sentence((language) =>
        reason[language]
          .replaceAll('{phase}', words[language][kind])
          .replaceAll('{requirements}', () => asked(language)),
      ),
    }))
}
