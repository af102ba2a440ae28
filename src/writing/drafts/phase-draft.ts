import type { PhaseKind } from '../../establishments/phases.js'
import type { PhaseChangeInput, PhaseInput } from '../../generated/resolvers.js'
import { idOfKind } from '../../graph/entity-ids.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { phaseShape } from '../forms/stated-properties.js'
import type { Draft } from './draft.js'
import { createDraft, endDraft, type GivenSaying, updateDraft } from './read-draft.js'
import { type Stated, statedPlainly } from './stated.js'
import { statedSpan } from './stated-fields.js'

/** What a venture is called, as far as the input says. */
interface VentureNames {
  readonly nameSv: string | null
  readonly nameEn: string | null
}

const kindNames: Readonly<Record<PhaseKind, { readonly sv: string; readonly en: string }>> = {
  PLANNING: { sv: 'planering', en: 'planning' },
  CONSTRUCTION: { sv: 'byggande', en: 'construction' },
  RAMP_UP: { sv: 'upptrappning', en: 'ramp-up' },
  OPERATION: { sv: 'drift', en: 'operation' },
  MAINTENANCE_STOP: { sv: 'underhållsstopp', en: 'maintenance stop' },
}

/**
 * Drafts of new phases of a venture, called by it and by what it goes through where they have no name.
 * @throws BadUserInputError, naming the argument.
 */
export const addedPhases = (
  within: string,
  phases: readonly PhaseInput[],
  venture: VentureNames,
  saying: GivenSaying,
): Draft[] =>
  phases.map((phase, index) => {
    const named = { ...phase, ...namesOf(phase, venture) }
    return createDraft('Phase', saying, { stated: statedOf(`${within}[${index}]`, named), ties: [] })
  })

function namesOf({ nameSv, nameEn, kind }: PhaseInput, venture: VentureNames): Partial<VentureNames> {
  if (nameSv || nameEn) return {}
  const { sv, en } = kindNames[kind]
  const inBoth = venture.nameSv === null && venture.nameEn === null
  const called = (name: string | null, of: string) => (name === null ? null : `${name}: ${of}`)
  return inBoth
    ? { nameSv: sv, nameEn: en }
    : { nameSv: called(venture.nameSv, sv), nameEn: called(venture.nameEn, en) }
}

/**
 * Drafts of what is said anew of phases.
 * @throws BadUserInputError, naming the argument.
 */
export const changedPhases = (within: string, phases: readonly PhaseChangeInput[], saying: GivenSaying): Draft[] =>
  phases.map((phase, index) => {
    const at = `${within}[${index}]`
    for (const name of ['kind', 'status'] as const) {
      if (phase[name] !== null) continue
      throw new BadUserInputError(`${at}.${name}`, `${at}.${name} cannot be empty: leave it out for what it is`)
    }
    const id = idOfKind('phase', phase.id, `${at}.id`)
    return updateDraft('Phase', { ...saying, id, revision: null }, { stated: statedOf(at, phase), ties: [] })
  })

/**
 * Drafts of the end of phases.
 * @throws BadUserInputError, naming the argument.
 */
export const endedPhases = (within: string, ids: readonly string[], on: string, saying: GivenSaying): Draft[] =>
  ids.map((id, index) => endDraft('Phase', { ...saying, id: idOfKind('phase', id, `${within}[${index}]`), on }))

/** What the inputs of a phase say beside when it is. */
export const phaseNames = ['nameSv', 'nameEn', 'kind', 'status'] as const

const statedOf = (within: string, phase: PhaseInput | PhaseChangeInput): Stated[] => [
  statedPlainly(within, phase, phaseNames, phaseShape),
  statedSpan(within, phase),
]
