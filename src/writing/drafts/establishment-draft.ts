import type {
  CreateEstablishmentInput,
  EndEntityInput,
  ProcuresInput,
  RequiresInput,
  UpdateEstablishmentInput,
  YearlyJobsInput,
} from '../../generated/resolvers.js'
import { BadUserInputError, requireBetween } from '../../kernel/input-errors.js'
import { establishmentShape } from '../forms/stated-properties.js'
import type { Draft } from './draft.js'
import { addedTies, type InputFields, type InputList, type ItemFields, oneTie, updatedTies } from './draft-ties.js'
import { addedPhases, changedPhases, endedPhases } from './phase-draft.js'
import { createDraft, endDraft, locatorIn, updateDraft } from './read-draft.js'
import { type Stated, stated, statedPlainly } from './stated.js'
import { statedNames, statedNumber } from './stated-fields.js'

const bought: ItemFields<ProcuresInput> = { end: 'category', more: ['phase'] }
const asked: ItemFields<RequiresInput> = { end: 'requirement', more: ['saidBy'] }

const operators: InputList = { type: 'OPERATED_BY', direction: 'OUT' }

/** Lists that something new has too. */
const lists = {
  municipalities: { type: 'LOCATED_IN', direction: 'OUT', far: ['Municipality'], isRanked: true },
  procures: { type: 'PROCURES', direction: 'OUT', item: bought },
  requires: { type: 'REQUIRES', direction: 'OUT', item: asked },
} as const satisfies InputFields['lists']

const plain = ['nameSv', 'nameEn'] as const

/** What the inputs of a venture say beside its jobs and phases. */
export const establishmentFields: InputFields = {
  plain: [...plain, 'organisationNumber'],
  lists: { operators, ...lists },
}

/** @throws BadUserInputError, RequestTooLargeError. */
export function createdEstablishment(input: CreateEstablishmentInput): Draft {
  const { operator, sector, county, phases } = input
  if (input.jobs.length === 0) throw new BadUserInputError('input.jobs', 'input.jobs says at least one year')
  const ties = [
    ...(operator ? [oneTie(operators, 'input.operator', operator)] : []),
    oneTie({ type: 'IN_SECTOR', direction: 'OUT' }, 'input.sector', sector),
    oneTie({ type: 'COUNTED_IN', direction: 'OUT' }, 'input.county', county),
    ...addedTies(lists, input),
  ]
  const venture = { nameSv: input.nameSv ?? null, nameEn: input.nameEn ?? null }
  const parts = addedPhases('input.phases', phases ?? [], venture, input)
  return createDraft('Establishment', input, { stated: statedOf(input), ties, parts })
}

/**
 * @param today the day on which relationships and phases end where the input says none.
 * @throws BadUserInputError, RequestTooLargeError.
 */
export function updatedEstablishment(input: UpdateEstablishmentInput, today: string): Draft {
  const on = input.asOf ?? today
  const { phases } = input
  const ties = updatedTies({ operators, ...lists }, input, on)
  const venture = { nameSv: input.nameSv ?? null, nameEn: input.nameEn ?? null }
  const parts = [
    ...addedPhases('input.phases.add', phases?.add ?? [], venture, input),
    ...changedPhases('input.phases.change', phases?.change ?? [], input),
    ...endedPhases('input.phases.end', phases?.end ?? [], on, input),
  ]
  requireOnce(parts)
  return updateDraft('Establishment', input, { stated: statedOf(input), ties, parts })
}

/** @throws BadUserInputError. */
export const endedEstablishment = (input: EndEntityInput): Draft => endDraft('Establishment', input)

function requireOnce(parts: readonly Draft[]): void {
  const ids = parts.flatMap(({ id }) => id ?? [])
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice === undefined) return
  throw new BadUserInputError('input.phases', `input.phases names ${twice} twice`)
}

function statedOf(input: CreateEstablishmentInput | UpdateEstablishmentInput): Stated[] {
  return [
    statedPlainly('input', input, plain, establishmentShape),
    statedNumber(input.organisationNumber),
    statedNames(input.otherNames, locatorIn(input)),
    statedJobs(input.jobs),
  ]
}

/** Jobs of years, in their order, with their sum. */
function statedJobs(jobs: readonly YearlyJobsInput[] | null | undefined): Stated {
  if (jobs === null || jobs?.length === 0) {
    const message = 'input.jobs cannot be empty: a year of no jobs is one with 0'
    throw new BadUserInputError('input.jobs', message)
  }
  return stated(jobs, ['expectedYears', 'expectedJobs', 'totalJobs'], (given) => {
    const byYear = new Map<number, number>()
    for (const [index, { year, jobs: count }] of given.entries()) {
      const within = `input.jobs[${index}]`
      requireBetween(`${within}.year`, year, 1900, 2200)
      requireBetween(`${within}.jobs`, count, 0, 1_000_000)
      if (byYear.has(year)) throw new BadUserInputError(`${within}.year`, `${within}.year names ${year} a second time`)
      byYear.set(year, count)
    }
    const years = [...byYear.keys()].toSorted((left, right) => left - right)
    const inOrder = years.map((year) => byYear.get(year) ?? 0)
    return { expectedYears: years, expectedJobs: inOrder, totalJobs: inOrder.reduce((sum, each) => sum + each, 0) }
  })
}
