import { and, listed, type Named, quoted, type Sentence, sentence } from '../language/wording.js'
import type { PhaseRow } from './timeline-queries.js'

/** Help that should come before a phase, and why. */
export interface Preparation extends Sentence {
  readonly area: string
  readonly passage: string
}

/** The area that helps with what buyers ask for. */
export const TRAINING = 'area:training'

const timing = 'section 3.5, "Timing, kommunikation och relation är viktigt"'
const recommendations = 'chapter 5, "Sammanfattande rekommendationer"'
const forums = 'chapter 5, "Vad skulle regionerna kunna möjliggöra?"'

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
 * What should come before a phase in which something is bought, read from the report: smaller firms need to know when phases
 * begin and what is delayed "so that they can prepare, build up enough production capacity and acquire the skills before they
 * are expected to come in"; training where demands will be made; and occasions to present themselves at each stage.
 * @param requirements what the venture asks of its suppliers.
 */
export function preparationsFor(kind: PhaseRow['kind'], requirements: readonly Named[]): Preparation[] {
  const say = (sv: (phase: string) => string, en: (phase: string) => string) =>
    sentence((language) => (language === 'Sv' ? sv(words.Sv[kind]) : en(words.En[kind])))
  const asked = (language: 'Sv' | 'En') =>
    listed(
      requirements.map((requirement) => quoted(language, requirement)),
      and[language],
    )
  const demands: Preparation[] = [
    {
      area: TRAINING,
      passage: recommendations,
      ...say(
        (phase) =>
          `Köparen ställer krav på ${asked('Sv')}: den som vill leverera till ${phase} behöver kunna uppfylla dem innan.`,
        (phase) =>
          `The buyer asks for ${asked('En')}: whoever wants to supply ${phase} has to be able to fulfil that before.`,
      ),
    },
  ]
  return [
    {
      area: 'area:timing-and-relations',
      passage: timing,
      ...say(
        (phase) =>
          `Mindre företag behöver veta när ${phase} börjar, och om något försenas, för att hinna förbereda sig.`,
        (phase) => `Smaller firms need to know when ${phase} begins, and what is delayed, so as to prepare in time.`,
      ),
    },
    {
      area: 'area:matchmaking',
      passage: forums,
      ...say(
        (phase) => `Inför ${phase} behövs tillfällen då mindre företag kan presentera sig för köparen.`,
        (phase) => `Ahead of ${phase} smaller firms need occasions to present themselves to the buyer.`,
      ),
    },
    ...(requirements.length > 0 ? demands : []),
    {
      area: 'area:growth-and-finance',
      passage: timing,
      ...say(
        (phase) =>
          `Produktionskapaciteten ska vara byggd innan företagen väntas komma in i ${phase}, och det kräver finansiering.`,
        (phase) =>
          `Production capacity has to be built up before firms are expected to come in at ${phase}, and that takes finance.`,
      ),
    },
    {
      area: 'area:skills-supply',
      passage: timing,
      ...say(
        (phase) => `Den kompetens som behövs ska vara på plats innan företagen väntas komma in i ${phase}.`,
        (phase) => `The skills that are needed have to be in place before firms are expected to come in at ${phase}.`,
      ),
    },
  ]
}
