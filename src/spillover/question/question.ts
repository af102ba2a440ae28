import type { Edition } from '../../edition/edition.js'
import type { Knowledge } from '../../edition/knowledge.js'
import { idOfKind } from '../../graph/entity-ids.js'
import type { GraphReader } from '../../graph/graph.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { employmentForTable } from '../employment/employment-for-table.js'
import { type Assumptions, checkAssumptions } from '../model/assumptions.js'
import type { SpilloverEffects } from '../model/effects.js'
import { countiesWithoutResidence, type Placement, type Residence } from '../model/placement.js'
import type { RegionalEmployment } from '../model/regional-employment.js'
import type { Shock } from '../model/shocks.js'
import {
  preparedInTurns,
  preparedTable,
  readTable,
  type StoredTable,
  solveInTurns,
  type TableQuestion,
} from '../table/stored-table.js'
import { askedDisplacement, askedRegionalisation, regionalised, requireOfRegion } from './asked-regionalisation.js'
import { type AskedSectors, readAskedSectors } from './asked-sectors.js'
import { ownShocks } from './own-shocks.js'
import { residenceByCounty, smeSharesOfSections } from './queries.js'
import { readScenario } from './scenario.js'
import type { SpilloverInput } from './spillover-input.js'
import { ventureShocks } from './venture-shocks.js'

/**
 * A question with everything in it that the graph holds, ready to be calculated: `nationalIndustries` is always listed, in
 * the table's order, and the jobs that stay are those of ventures, then others.
 */
export interface FilledQuestion extends TableQuestion {
  readonly placement: Placement
  /** Where those who work in a county live; null where the placement does not ask. */
  readonly residence: Residence | null
  /** What part of a section's employed is in small and medium-sized firms, as far as it is stated; none where nobody is displaced. */
  readonly smeShares: ReadonlyMap<string, number>
  /** Id of the scenario that was asked for; null for none. */
  readonly scenario: string | null
  /** Ids of the ventures that take part, in order. */
  readonly establishments: readonly string[]
  /** Work that ends, which is in no total. */
  readonly temporary: readonly Shock[]
  /** Whether the jobs are those that the graph states of the ventures, all of them and no others. */
  readonly asStated: boolean
}

/** A calculation with all that went into it. */
export interface SpilloverAnswer extends FilledQuestion {
  readonly effects: SpilloverEffects
}

/**
 * Calculates what ventures and other shocks set off, from what the graph holds.
 * @throws NotFoundError for an unknown table, venture, sector, county or scenario; BadUserInputError for a value out of
 * range; AmbiguousSectorError for a sector that is coarser than the table; the signal's reason once it is aborted.
 */
export async function spillover(
  knowledge: Knowledge,
  input: SpilloverInput,
  signal?: AbortSignal,
): Promise<SpilloverAnswer> {
  const question = await filledQuestion(knowledge, input)
  await namingInput(() => solveInTurns(question, signal))
  return namingInput(async () => answerTo(question))
}

/** Calculates a question that is filled in. */
export function answerTo(question: FilledQuestion): SpilloverAnswer {
  const { shocks, residence } = question
  const effects = preparedTable(question).effects(shocks)
  return { ...question, effects: residence === null ? effects : { ...effects, residence } }
}

/**
 * Fills a question in from the graph.
 * @throws what `spillover` throws.
 */
export function filledQuestion(knowledge: Knowledge, input: SpilloverInput): Promise<FilledQuestion> {
  // Refuses assumptions that are out of range, or that the table cannot serve.
  return questionFrom(knowledge, input, (question) =>
    namingInput(async () => void (await preparedInTurns(question, []))),
  )
}

/**
 * Fills a question in from the graph, and leaves it to its calculation whether the table can serve it: to tell that takes
 * long of a large one.
 * @throws what `spillover` throws, but for assumptions that the table cannot serve.
 */
export function askedQuestion(knowledge: Knowledge, input: SpilloverInput): Promise<FilledQuestion> {
  return questionFrom(knowledge, input, ({ table, assumptions }) =>
    namingInput(async () => checkAssumptions(table.table, assumptions)),
  )
}

/**
 * The region's own question, as the graph would fill it in by now. Whether the table can serve it is not looked at, which
 * takes far longer than to tell whether it is another than the one that was answered.
 */
export const standingQuestion = (knowledge: Knowledge): Promise<FilledQuestion> =>
  questionFrom(knowledge, {}, async () => undefined)

async function questionFrom(
  { graph, edition }: Knowledge,
  input: SpilloverInput,
  check: (question: Omit<TableQuestion, 'shocks'>) => Promise<void>,
): Promise<FilledQuestion> {
  const table = await readTable(graph, idOfKind('table', input.table, 'input.table') ?? edition.spillover.table)
  const named = idOfKind('employment', input.regionalisation?.employment, 'input.regionalisation.employment') ?? null
  const [sectors, regionalEmployment, scenario] = await Promise.all([
    readAskedSectors(graph, table, input),
    employmentForTable({ graph, edition }, table, named),
    readScenario(graph, input.scenario),
  ])
  const displacement = askedDisplacement(input, scenario)
  const assumptions = { ...filledAssumptions(sectors, table, input, edition, regionalEmployment), displacement }
  await check({ table, assumptions, regionalEmployment })
  const [ofVentures, own, residence, smeShares] = await Promise.all([
    ventureShocks(graph, table, input, scenario),
    ownShocks(graph, table.table, sectors, input.shocks ?? []),
    input.placement === 'COMMUTING' ? readResidence(graph) : null,
    displacement === null ? new Map<string, number>() : readSmeShares(graph, edition),
  ])
  const lasting = own.filter(({ durationYears }) => durationYears === undefined)
  const shocks = [...ofVentures.shocks, ...lasting]
  if (residence !== null) requireResidence(residence, shocks)
  const { regionalisation } = assumptions
  if (regionalisation !== null && regionalEmployment !== null)
    requireOfRegion(regionalisation, regionalEmployment, [...shocks, ...own])
  return {
    table,
    assumptions,
    regionalEmployment,
    placement: input.placement ?? 'VENTURE',
    residence,
    smeShares,
    scenario: input.scenario ?? null,
    establishments: [...new Set(ofVentures.shocks.flatMap(({ establishment }) => establishment ?? []))],
    shocks,
    temporary: own.filter(({ durationYears }) => durationYears !== undefined),
    asStated: ofVentures.asStated && lasting.length === 0,
  }
}

/** Runs a calculation whose errors name a part of the input. */
export async function namingInput<Result>(calculate: () => Promise<Result>): Promise<Result> {
  try {
    return await calculate()
  } catch (error) {
    if (error instanceof BadUserInputError) throw new BadUserInputError(`input.${error.argument}`, error.message)
    throw error
  }
}

function filledAssumptions(
  sectors: AskedSectors,
  { table }: StoredTable,
  input: SpilloverInput,
  { spillover: { assumptions: leftOut, delta } }: Edition,
  regionalEmployment: RegionalEmployment | null,
): Assumptions {
  const { shock, closure, householdIncome, incomeTax, retention } = input
  const named = retention?.nationalSectors
  const national = named
    ? new Set(named.flatMap((id) => sectors.industries(id, 'input.retention.nationalSectors')))
    : null
  const isNational = (industry: (typeof table.industries)[number]) =>
    national === null ? industry.scope === 'NATIONAL' : national.has(industry)
  const assumptions = {
    shock: shock ?? leftOut.shock,
    closure: closure ?? leftOut.closure,
    householdIncome: householdIncome ?? leftOut.householdIncome,
    incomeTax: incomeTax ?? leftOut.incomeTax,
    retention: {
      share: retention?.share ?? leftOut.retention.share,
      apply: retention?.apply ?? leftOut.retention.apply,
      nationalIndustries: table.industries.filter(isNational).map(({ code }) => code),
    },
    regionalisation: null,
    displacement: null,
  }
  const regionalisation = askedRegionalisation(input, delta, regionalEmployment)
  return regionalisation === null ? assumptions : regionalised(assumptions, regionalisation)
}

async function readResidence(graph: GraphReader): Promise<Residence> {
  const rows = await graph.read(residenceByCounty, {})
  return new Map(
    rows.map(({ county, homes, workers }) => [
      county,
      homes.map((home, index) => ({ county: home, workers: workers[index] ?? 0 })),
    ]),
  )
}

async function readSmeShares(graph: GraphReader, { support }: Edition): Promise<ReadonlyMap<string, number>> {
  if (support.smeShares.length === 0) return new Map()
  const rows = await graph.read(smeSharesOfSections, { claims: support.smeShares })
  return new Map(rows.map(({ section, share }) => [section, share]))
}

function requireResidence(residence: Residence, shocks: readonly Shock[]): void {
  const [unknown] = countiesWithoutResidence(residence, shocks)
  if (unknown === undefined) return
  throw new BadUserInputError('input.placement', `Where those who work in ${unknown} live is not in the graph.`)
}
