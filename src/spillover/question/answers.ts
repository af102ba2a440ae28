import { sizeClasses } from '../../classification/size-class.js'
import type { Edition } from '../../edition/edition.js'
import type { Knowledge } from '../../edition/knowledge.js'
import type { SpilloverPart } from '../../edition/spillover-part.js'
import type { GraphReader } from '../../graph/graph.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { inTurns, nextTurn, type Steps } from '../../kernel/turns.js'
import { alternativesTo } from '../model/alternatives.js'
import type { Assumptions, Regionalisation } from '../model/assumptions.js'
import { totalEffects } from '../model/cube.js'
import { measuresOf } from '../model/measures.js'
import type { Placement } from '../model/placement.js'
import type { RegionalEmployment } from '../model/regional-employment.js'
import { effectsBySizeClass, type SizeClassEffects, type StatedShare } from '../model/size-classes.js'
import { type TemporaryYear, temporaryYearsInSteps } from '../model/temporary-work.js'
import { preparedTable, solveInTurns, type TableQuestion } from '../table/stored-table.js'
import { filledRegionalisation } from './asked-regionalisation.js'
import { comparisonsOf } from './comparisons.js'
import { statedSizeShares, valuesOfClaims } from './queries.js'
import type { FilledQuestion, SpilloverAnswer } from './question.js'
import { regionalWarnings } from './regional-warnings.js'
import { type SpilloverWarning, spilloverWarnings } from './spillover-warnings.js'

/** A claim, by its id, with what is computed for it. */
export interface ClaimComparison {
  readonly claim: string
  readonly computed: number
  /** What is computed, less the claim's value. */
  readonly difference: number
}

/** What a run or an answer assumes, with the table whose industries it names. */
export interface AnsweredAssumptions {
  /** The table's id, without the prefix of the graph. */
  readonly tableId: string
  readonly assumptions: Assumptions
  readonly placement: Placement
  /** Id of the scenario; null for none. */
  readonly scenario: string | null
}

/** Location quotients with all that they leave out, or the retention rule in their place. */
export type AnsweredRegionalisation = Regionalisation | { readonly method: 'RETENTION' }

/** The total under another defensible assumption. */
export interface Alternative {
  readonly assumption: string
  readonly value: string
  /** The id of the venture that is left out, where one is. */
  readonly without: string | null
  /** Indirect and induced jobs. */
  readonly spillover: number
}

/** Each claim that the region compares, with its computed counterpart; those that the graph does not hold are left out. */
export async function comparisons(
  { graph, edition }: Knowledge,
  { effects }: SpilloverAnswer,
): Promise<ClaimComparison[]> {
  const computed = comparisonsOf(effects, edition.spillover.comparisons)
  const rows = await graph.read(valuesOfClaims, { ids: computed.map(({ claim }) => claim) })
  const values = new Map(rows.map(({ claim, value }) => [claim, value]))
  return computed.flatMap((each) => {
    const value = values.get(each.claim)
    return value === undefined ? [] : [{ ...each, difference: each.computed - value }]
  })
}

/** The total under each other defensible assumption, one at a time; those that the table cannot serve are left out. */
export async function alternatives(
  { spillover }: Edition,
  question: FilledQuestion,
  signal?: AbortSignal,
): Promise<Alternative[]> {
  const { table, regionalEmployment } = question
  const defended = { ...spillover.alternatives, regionalisation: regionalisationsOf(spillover, regionalEmployment) }
  const served: Alternative[] = []
  for (const { assumption, value, without, ...asked } of alternativesTo(question, defended, spillover.assumptions)) {
    const found = await spilloverOf({ table, regionalEmployment, ...asked }, signal)
    if (found !== null) served.push({ assumption, value, without, spillover: found })
  }
  return served
}

const regionalisationsOf = ({ alternatives, delta }: SpilloverPart, regionalEmployment: RegionalEmployment | null) =>
  regionalEmployment === null
    ? []
    : alternatives.regionalisation.map((each) => filledRegionalisation(each, delta, regionalEmployment))

/** Indirect and induced jobs; null where the table, or the employment data, cannot serve what is assumed. */
export async function spilloverOf(question: TableQuestion, signal: AbortSignal | undefined): Promise<number | null> {
  await nextTurn(signal)
  try {
    await solveInTurns(question, signal)
    return totalEffects(preparedTable(question).effects(question.shocks)).spillover
  } catch (error) {
    if (error instanceof BadUserInputError) return null
    throw error
  }
}

/** In whose firms the spillover falls, by what the claims in the graph say of each section. */
export async function sizeClassEffects(graph: GraphReader, { effects }: SpilloverAnswer): Promise<SizeClassEffects[]> {
  const rows = await graph.read(statedSizeShares, {})
  const stated = rows.flatMap(({ claim, section, share, sizeClasses: named }): StatedShare[] => {
    const [code, ...others] = named
    if (code === undefined) return [{ claim, section, sizeClass: null, share }]
    const sizeClass = sizeClasses.find((each) => each === code)
    return sizeClass === undefined || others.length > 0 ? [] : [{ claim, section, sizeClass, share }]
  })
  return effectsBySizeClass(effects, stated)
}

/**
 * Work that ends, year by year, apart from the jobs that stay.
 * @throws the signal's reason once it is aborted.
 */
export async function temporaryYears(
  question: Pick<FilledQuestion, keyof TableQuestion | 'temporary'>,
  signal: AbortSignal | undefined,
): Promise<TemporaryYear[]> {
  await solveInTurns({ ...question, shocks: question.temporary }, signal)
  return inTurns(temporarySteps(question), signal)
}

/** The same in steps, where nobody waits for the table to be solved. */
export const temporarySteps = (
  question: Pick<FilledQuestion, keyof TableQuestion | 'temporary'>,
): Steps<TemporaryYear[]> =>
  temporaryYearsInSteps(preparedTable(question).effects, question.assumptions.shock, question.temporary)

/** What a reader has to know beside an answer. */
export function warningsOf({ spillover }: Edition, given: SpilloverAnswer): SpilloverWarning[] {
  const { table, assumptions, effects, asStated, temporary } = given
  const { leftOut } = measuresOf(table.table, effects)
  const answer = {
    ...{ table: table.table, odd: table.odd, assumptions, effects, accountsLeftOut: leftOut, asStated },
    hasWorkThatEnds: temporary.length > 0,
  }
  return [...spilloverWarnings(answer, spillover.warnings), ...regionalWarnings(given)]
}
